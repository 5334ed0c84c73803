/**
 * What a fault of an SMTP session means: for this one mail, or for the server and with it for every mail that has not
 * gone yet. Pure. The server's words are not here, they hold the address: only its reply code and enhanced status code.
 */
import type { MailOutcome } from "../../../deps.ts";
import { bounceClass } from "../../../domain/messages/rules/bounce.ts";

/** A fault without words. `reply` and `status` are the server's codes (RFC 5321 §4.2.1, RFC 3463), where it answered. */
export interface Fault {
  /** Of nodemailer: ECONNECTION, ETIMEDOUT, ETLS, EAUTH … */
  code?: string;
  /** Of the system or the TLS library beneath it. */
  cause?: string;
  /** What the server answered to: `MAIL FROM`, `RCPT TO`, `DATA`, `AUTH …`; `CONN` for the connection itself. */
  command?: string;
  reply?: number;
  status?: string;
}

/** It did not go now, and may later. */
export type Later = Extract<MailOutcome, { outcome: "later" }>;
/** Of the server: no other mail need try either. */
export type Verdict =
  | { of: "mail"; outcome: Exclude<MailOutcome, { outcome: "accepted" }> }
  | { of: "server"; outcome: Later };

const MINUTE = 60_000;
const later = (code: string, minutes: number): Later => ({ outcome: "later", code, retryAfterMs: minutes * MINUTE });
const SETUP: Verdict = { of: "server", outcome: later("provider.setup", 15) };
const BUSY: Verdict = { of: "server", outcome: later("provider.busy", 5) };
const UNREACHABLE: Verdict = { of: "server", outcome: later("provider.unreachable", 1) };

/** Greylisting lets mail pass after some minutes (RFC 6647 §5.1); the engine waits longer each time. */
export const NOT_NOW: Later = later("provider.busy", 5);

/** Authentication or encryption is missing (RFC 4954 §6, RFC 3207 §4), or our own address is not liked. */
const OUR_FAULT = new Set([530, 534, 535, 538]);
const OUR_STATUS = /^5\.(1\.[78]|7\.(8|9|10|11|14))$/;

/** What the fault means. `flowed`: bytes of the message may have reached the server, so that silence is a doubt. */
export function verdictOf(fault: Fault, flowed: boolean): Verdict {
  const { code, command, reply, status } = fault;
  const answered = reply !== undefined && reply >= 400 && (!flowed || command === "DATA");
  if (flowed && !answered) return { of: "mail", outcome: { outcome: "unknown", code: "provider.no_answer" } };
  if (!answered) return unanswered(fault);
  const permanent = reply >= 500;
  if (permanent && (OUR_FAULT.has(reply) || OUR_STATUS.test(status ?? ""))) return SETUP;
  if (command !== "RCPT TO" && command !== "DATA") return permanent ? SETUP : BUSY;
  const kind = bounceClass(status, reply);
  // 4.3.x speaks of the server, not of the recipient (RFC 3463 §3.4).
  if (!permanent || kind === "temporary") return status?.startsWith("4.3.") ? BUSY : { of: "mail", outcome: NOT_NOW };
  if (command === "DATA" && kind === "other")
    return { of: "mail", outcome: { outcome: "refused", code: "provider.invalid" } };
  return { of: "mail", outcome: { outcome: "refused", code: `bounce.${kind}` } };

  function unanswered({ cause = "" }: Fault): Verdict {
    if (code === "EMESSAGE") return { of: "mail", outcome: { outcome: "refused", code: "provider.invalid" } };
    if (code === "EENVELOPE") return { of: "mail", outcome: { outcome: "refused", code: "mail.address" } };
    const setup = ["ETLS", "EAUTH", "ENOAUTH"].includes(code ?? "") || /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(cause);
    return setup ? SETUP : UNREACHABLE;
  }
}

/** The server has let go of the line: said so (421), or said nothing. Before a byte has flowed, another line may try. */
export function lostLine({ code, reply }: Fault): boolean {
  return reply === 421 || (reply === undefined && code !== "EMESSAGE" && code !== "EENVELOPE");
}
