/** The way out for mail on Workers. Files and SMTP belong to Node. */
import { createResendMailer } from "../delivery/mailers/resend.ts";
import type { Mailer } from "../deps.ts";
import { type Config, ConfigError } from "../platform/config.ts";

/** The mailer of the settings. Throws ConfigError for one that only Node has. */
export function createMailer(config: Config): Mailer {
  if (config.mailer.kind !== "resend")
    throw new ConfigError([`MAILER=${config.mailer.kind} works on Node only; on Workers it is resend.`]);
  return createResendMailer(config.mailer);
}
