/**
 * Where the SMTP server is, and how to speak to it, from the URL of the settings. Addresses go in clear only to a server on
 * this machine, or where the operator says so in the URL.
 */
import { parseConnectionUrl } from "nodemailer/lib/shared";
import type { SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import type { LineSettings } from "./line.ts";

export interface Waits {
  /** Milliseconds for connecting, TLS and signing in. */
  openMs: number;
  /** Milliseconds without a sign of the server. */
  silenceMs: number;
}

/** `smtp://user:password@host:587` or `smtps://…:465`; options of nodemailer's connection may follow as a query. */
export function placeOf(url: string, waits: Waits, ca?: string): LineSettings {
  const { auth, ...said } = parseConnectionUrl(url) as SMTPConnectionOptions & { auth?: LineSettings["login"] };
  const strict = demandsTls(url);
  return {
    connection: {
      ...said,
      ...(strict ? { requireTLS: true } : {}),
      // On this machine nobody can stand between, and its certificate is rarely one that others trust.
      tls: {
        ...(isHere(url) && !said.requireTLS ? { rejectUnauthorized: false } : {}),
        ...(ca ? { ca } : {}),
        ...said.tls,
      },
      connectionTimeout: waits.openMs,
      greetingTimeout: waits.openMs,
      dnsTimeout: waits.openMs,
      socketTimeout: waits.silenceMs,
      // Closing means that nothing flows any more, not even what is waiting in the socket.
      socketCloseTimeout: 0,
      // The conversation holds addresses, so no query may have it written to the log.
      logger: false,
      debug: false,
      transactionLog: false,
    },
    login: auth,
    openMs: 2 * waits.openMs,
  };
}

function isHere(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Whether TLS is demanded of the server, by STARTTLS before anything is said or (smtps) from the start. */
export function demandsTls(url: string): boolean {
  const { searchParams } = new URL(url);
  return !isHere(url) && !searchParams.has("ignoreTLS") && !searchParams.has("requireTLS");
}
