/** The way out for mail on Node, by the settings. Captured mail lies beside the database, never in it. */
import { join } from "node:path";
import { createCaptureMailer } from "../../delivery/mailers/capture.ts";
import type { Mailer } from "../../deps.ts";
import { systemClock } from "../../platform/clock.ts";
import type { Config } from "../../platform/config.ts";
import type { Mailbox } from "../../platform/mailbox.ts";
import { createMailer } from "../mailer.ts";
import { dataFolder } from "./database.ts";
import { openMailboxFolder } from "./mailbox/folder.ts";
import { dkimKeyOf } from "./smtp/dkim.ts";
import { createSmtpMailer } from "./smtp/mailer.ts";

/** The mailer of the settings. Throws a sentence where the DKIM key is of no use; `readSettings` has asked before. */
export function createNodeMailer(config: Config): Mailer {
  const { mailer } = config;
  switch (mailer.kind) {
    case "capture":
      return createCaptureMailer(mailboxOf(config), systemClock);
    case "smtp":
      return createSmtpMailer({ ...mailer, dkim: mailer.dkim && dkimKeyOf(mailer.dkim) });
    case "resend":
      return createMailer(config);
  }
}

/** Where captured mail lies. */
export function mailboxOf(config: Config): Mailbox {
  return openMailboxFolder(join(dataFolder(config), "mail"));
}

/** The captured mailbox that may be shown: none in production, whatever the mailer, and none where mail really leaves. */
export function shownMailbox(config: Config): Mailbox | undefined {
  return config.mode !== "production" && config.mailer.kind === "capture" ? mailboxOf(config) : undefined;
}
