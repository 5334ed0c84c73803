/**
 * Mail through an SMTP server, one connection and one recipient per mail. SMTP has no idempotency key: once the message
 * itself has begun to flow, an answer that does not come means `unknown`, and nobody may try again by himself.
 */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createTransport, type NodemailerError, type SMTPTransportOptions } from "nodemailer";
import { unfit } from "../../delivery/headers.ts";
import type { Handover, Mailer, OutgoingMail } from "../../deps.ts";
import { composeOptions, messageIdOf } from "./mime.ts";

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…:465`; nodemailer's options may follow as a query. */
  url: string;
  /** Milliseconds without a sign of the server; default 30,000. */
  timeoutMs?: number;
  /** Milliseconds for a whole session, however talkative the server is; default 75,000. */
  sessionMs?: number;
}

const MINUTE = 60_000;

export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const silence = settings.timeoutMs ?? 30_000;
  const options: SMTPTransportOptions = {
    url: settings.url,
    connectionTimeout: Math.min(silence, 10_000),
    greetingTimeout: Math.min(silence, 10_000),
    socketTimeout: silence,
    ...(demandsTls(settings.url) ? { requireTLS: true } : {}),
  };
  return {
    name: "smtp",
    limit: 1,
    width: 1,
    perSecond: undefined,
    remembersKeys: false,
    async prepare(mails) {
      const [mail, ...more] = mails;
      if (!mail || more.length > 0) throw new Error("a hand-over to SMTP holds one mail");
      const sha256 = createHash("sha256").update(JSON.stringify(mails)).digest("hex");
      return { sha256, handOver: (key) => send(mail, key) };
    },
  };

  async function send(mail: OutgoingMail, key: string): Promise<Handover> {
    const code = unfit(mail);
    if (code) return { outcome: "refused", code, index: 0 };
    const messageId = messageIdOf(mail, key, 0);
    let flowing = false;
    const transport = createTransport(options);
    transport.use("stream", (composed, done) => {
      composed.message?.processFunc((message) => watched(message, () => (flowing = true)));
      done();
    });
    try {
      // A session of many short silences must end too; abort closes the connection, so that nothing flows afterwards.
      const signal = AbortSignal.timeout(settings.sessionMs ?? 75_000);
      await transport.sendMail({ ...composeOptions(mail, messageId), signal });
      return { outcome: "accepted", ids: [messageId] };
    } catch (error) {
      return judge(error as NodemailerError, flowing);
    }
  }
}

/** The same bytes; tells when the first of them is asked for, which the SMTP client does after the server's 354. */
function watched(message: Readable, onFlow: () => void): Readable {
  return Readable.from(
    (async function* () {
      onFlow();
      yield* message;
    })(),
    { objectMode: false },
  );
}

/** Addresses go in clear only to a server on this machine, or where the operator says so in the URL. */
export function demandsTls(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const here = hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return !here && !searchParams.has("ignoreTLS") && !searchParams.has("requireTLS");
}

/** What an error of the session means for the mail. The server's words stay here: they hold the address. */
function judge(error: Pick<NodemailerError, "code" | "command" | "responseCode">, flowing: boolean): Handover {
  const later = (code: string, retryAfterMs: number): Handover => ({ outcome: "later", code, retryAfterMs });
  const { code, command, responseCode } = error;
  if (code === "EAUTH" || code === "ENOAUTH" || code === "EOAUTH2") return later("provider.setup", 15 * MINUTE);
  if (responseCode && responseCode >= 500) {
    if (command === "RCPT TO") return { outcome: "refused", code: "provider.recipient", index: 0 };
    if (command === "DATA") return { outcome: "refused", code: "provider.invalid", index: 0 };
    return later("provider.setup", 15 * MINUTE);
  }
  if (responseCode && responseCode >= 400) return later("provider.busy", 5 * MINUTE);
  if (flowing) return { outcome: "unknown", code: "provider.no_answer" };
  return later(code === "ETLS" ? "provider.setup" : "provider.unreachable", code === "ETLS" ? 15 * MINUTE : MINUTE);
}
