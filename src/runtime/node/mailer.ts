/** The way out for mail on Node, by the settings. Captured mail lies beside the database, never in it. */
import { join } from "node:path";
import { createCaptureMailer } from "../../delivery/mailers/capture.ts";
import type { Mailer } from "../../deps.ts";
import { systemClock } from "../../platform/clock.ts";
import type { Config } from "../../platform/config.ts";
import type { Mailbox } from "../../platform/mailbox.ts";
import { createMailer } from "../mailer.ts";
import { dataFolder } from "./database.ts";
import { openMailboxFolder } from "./mailbox-folder.ts";
import { createSmtpMailer } from "./smtp-mailer.ts";

/** The mailer of the settings. */
export function createNodeMailer(config: Config): Mailer {
  switch (config.mailer.kind) {
    case "capture":
      return createCaptureMailer(mailboxOf(config), systemClock);
    case "smtp":
      return createSmtpMailer(config.mailer);
    case "resend":
      return createMailer(config);
  }
}

/** Where captured mail lies. */
export function mailboxOf(config: Config): Mailbox {
  return openMailboxFolder(join(dataFolder(config), "mail"));
}
