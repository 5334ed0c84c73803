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

/** Reads it. Throws one sentence that names the setting. `strict`: in production. */
export function readMailer(env: Environment, strict: boolean): MailerConfig {
  const kind = env.MAILER ?? (strict ? undefined : "capture");
  switch (kind) {
    case "capture":
      if (strict)
        throw new Error(
          "MAILER=capture keeps mail on this machine and is for development only. Choose smtp or resend.",
        );
      return { kind };
    case "smtp":
      return readSmtp(env, strict);
    case "resend": {
      const apiKey = env.RESEND_API_KEY;
      if (!apiKey) throw new Error("RESEND_API_KEY is missing (MAILER=resend needs it).");
      if (strict && EXAMPLE.test(apiKey)) throw new Error("RESEND_API_KEY is an example, not a key.");
      const baseUrl = env.RESEND_BASE_URL || "https://api.resend.com";
      if (!URL.canParse(baseUrl)) throw new Error("RESEND_BASE_URL is not a web address.");
      if (strict && !baseUrl.startsWith("https:")) throw new Error("RESEND_BASE_URL must begin with https://.");
      return { kind, apiKey, baseUrl };
    }
    default:
      throw new Error(`MAILER must be capture, smtp or resend${kind ? "" : " (it is missing)"}.`);
  }
}

function readSmtp(env: Environment, strict: boolean): MailerConfig {
  const url = env.SMTP_URL;
  if (!url || !/^smtps?:\/\//.test(url) || !URL.canParse(url) || !new URL(url).hostname)
    throw new Error("SMTP_URL is missing or is not smtp://host or smtps://host (MAILER=smtp needs it).");
  return {
    kind: "smtp",
    url,
    connections: readNumber("SMTP_CONNECTIONS", env.SMTP_CONNECTIONS, { from: 1, to: 50, whole: true }) ?? 4,
    perSecond: readNumber("SMTP_PER_SECOND", env.SMTP_PER_SECOND, { from: 0.01, to: 10_000, whole: false }),
    dkim: readDkim(env, strict),
  };
}

const DKIM = ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_PRIVATE_KEY"] as const;

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
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/i.test(domain))
    throw new Error("DKIM_DOMAIN is not a domain, for example ministry.example.");
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(selector))
    throw new Error("DKIM_SELECTOR is not a selector, for example p2026.");
  return { domain: domain.toLowerCase(), selector, privateKey };
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
