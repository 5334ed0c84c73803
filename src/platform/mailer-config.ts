/**
 * The way out for mail, from the settings. Whoever sends by SMTP says who signs (DKIM): without a signature over both
 * List-Unsubscribe headers one-click does not count (RFC 8058 §4), and large receivers refuse bulk mail.
 */
type Environment = Readonly<Record<string, string | undefined>>;

export interface DkimConfig {
  /** `ministry.example`: the sender's domain, or one above it. */
  domain: string;
  selector: string;
  /** As given; read where there is a library for it. */
  privateKey: string;
}

export type MailerConfig =
  | { kind: "capture" }
  | { kind: "smtp"; url: string; connections: number; perSecond: number | undefined; dkim: DkimConfig | undefined }
  | { kind: "resend"; apiKey: string; baseUrl: string };

/** What the documentation prints in the place of a secret. */
export const EXAMPLE = /^(changeme|change-me|example|secret|test|re_x+|re_123.*|whsec_x+|xxx+|todo)$/i;

/** Notes the sentence of what `read` throws, and goes on: whoever starts the program is told everything at once. */
export type Note = <T>(read: () => T) => T | undefined;

export interface MailerChecks {
  /** In production. */
  strict: boolean;
  note: Note;
  /** Throws where the DKIM key is of no use; asked where there is a library for it. */
  dkimKey?: ((dkim: DkimConfig) => unknown) | undefined;
}

/** Reads it; undefined where something was noted. */
export function readMailer(env: Environment, { strict, note, dkimKey }: MailerChecks): MailerConfig | undefined {
  switch (mailerKind(env, strict)) {
    case "capture":
      return note(() => readCapture(strict));
    case "smtp":
      return readSmtp(env, { strict, note, dkimKey });
    case "resend": {
      const apiKey = note(() => readApiKey(env.RESEND_API_KEY, strict));
      const baseUrl = note(() => readBaseUrl(env.RESEND_BASE_URL, strict));
      return apiKey !== undefined && baseUrl !== undefined ? { kind: "resend", apiKey, baseUrl } : undefined;
    }
    default:
      return note(() => {
        throw new Error(`MAILER must be capture, smtp or resend${env.MAILER ? "" : " (it is missing)"}.`);
      });
  }
}

/** Which way out is chosen, as it was typed. */
export const mailerKind = (env: Environment, strict: boolean) => env.MAILER ?? (strict ? undefined : "capture");

function readCapture(strict: boolean): MailerConfig {
  if (strict)
    throw new Error("MAILER=capture keeps mail on this machine and is for development only. Choose smtp or resend.");
  return { kind: "capture" };
}

function readApiKey(key: string | undefined, strict: boolean): string {
  if (!key) throw new Error("RESEND_API_KEY is missing (MAILER=resend needs it).");
  if (strict && EXAMPLE.test(key)) throw new Error("RESEND_API_KEY is an example, not a key.");
  return key;
}

function readBaseUrl(text: string | undefined, strict: boolean): string {
  const url = text || "https://api.resend.com";
  if (!URL.canParse(url)) throw new Error("RESEND_BASE_URL is not a web address.");
  if (strict && !url.startsWith("https:")) throw new Error("RESEND_BASE_URL must begin with https://.");
  return url;
}

function readSmtp(env: Environment, { strict, note, dkimKey }: MailerChecks): MailerConfig | undefined {
  const url = note(() => readSmtpUrl(env.SMTP_URL));
  const lines = { from: 1, to: 50, whole: true };
  const connections = note(() => readNumber("SMTP_CONNECTIONS", env.SMTP_CONNECTIONS, lines) ?? 4);
  const pace = { from: 0.01, to: 10_000, whole: false };
  const perSecond = note(() => ({ is: readNumber("SMTP_PER_SECOND", env.SMTP_PER_SECOND, pace) }));
  const dkim = note(() => ({ is: readDkim(env, strict) }));
  const parts = dkim?.is && [
    note(() => readDkimDomain(dkim.is?.domain ?? "")),
    note(() => readSelector(dkim.is?.selector ?? "")),
    note(() => dkimKey?.(dkim.is as DkimConfig) ?? "unread"),
  ];
  if (url === undefined || connections === undefined || !perSecond || !dkim || parts?.includes(undefined))
    return undefined;
  return { kind: "smtp", url, connections, perSecond: perSecond.is, dkim: dkim.is };
}

function readSmtpUrl(url: string | undefined): string {
  if (!url || !/^smtps?:\/\//.test(url) || !URL.canParse(url) || !new URL(url).hostname)
    throw new Error("SMTP_URL is missing or is not smtp://host or smtps://host (MAILER=smtp needs it).");
  return url;
}

const DKIM = ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_PRIVATE_KEY"] as const;

/** All three, or none where somebody else signs; what stands in them is read by the functions below. */
function readDkim(env: Environment, strict: boolean): DkimConfig | undefined {
  const missing = DKIM.filter((name) => !env[name]);
  if (env.DKIM !== undefined && env.DKIM !== "by-server")
    throw new Error("DKIM must be by-server (the mail server signs) or not be there.");
  if (env.DKIM && missing.length < DKIM.length)
    throw new Error(
      "DKIM=by-server says that the mail server signs, so there must be no DKIM_PRIVATE_KEY and the like.",
    );
  if (missing.length === DKIM.length && (env.DKIM || !strict)) return undefined;
  if (missing.length > 0)
    throw new Error(
      `${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing: MAILER=smtp signs its mail. If the mail server signs, say DKIM=by-server.`,
    );
  const [domain = "", selector = "", privateKey = ""] = DKIM.map((name) => env[name]);
  return { domain: domain.toLowerCase(), selector, privateKey };
}

function readDkimDomain(domain: string): string {
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/.test(domain))
    throw new Error("DKIM_DOMAIN is not a domain, for example ministry.example.");
  return domain;
}

function readSelector(selector: string): string {
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(selector))
    throw new Error("DKIM_SELECTOR is not a selector, for example p2026.");
  return selector;
}

function readNumber(
  name: string,
  text: string | undefined,
  { from, to, whole }: { from: number; to: number; whole: boolean },
): number | undefined {
  if (!text) return undefined;
  const value = Number(text);
  if (Number.isNaN(value) || value < from || value > to || (whole && !Number.isInteger(value)))
    throw new Error(`${name} must be a ${whole ? "whole number" : "number"} from ${from} to ${to}.`);
  return value;
}
