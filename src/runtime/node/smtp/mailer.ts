/**
 * Mail through an SMTP server: the mails of a hand-over go at the same time over the lines of one pool, each in a transaction
 * of its own with one recipient, and each has its own outcome. SMTP has no idempotency key: once the message itself has
 * begun to flow, an answer that does not come means `unknown`, and nobody may try again by himself. When a hand-over ends,
 * nothing of it flows any more.
 */
import { createHash } from "node:crypto";
import { setMaxListeners } from "node:events";
import { unfit } from "../../../delivery/headers.ts";
import type { Handover, Mailer, MailOutcome, OneByOne, OutgoingMail } from "../../../deps.ts";
import { systemClock } from "../../../platform/clock.ts";
import { type DkimKey, dkimLine } from "./dkim.ts";
import { openLine } from "./line.ts";
import { type Composed, composeMail, headAt, messageIdOf, messageOf } from "./mime.ts";
import { placeOf } from "./place.ts";
import { createPool, type Pool } from "./pool.ts";
import { type Later, lostLine, NOT_NOW, verdictOf } from "./verdict.ts";

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…:465`; options of nodemailer's connection may follow as a query. */
  url: string;
  /** Lines at one time; default 4. */
  connections?: number;
  /** Mails a second that the server wants at most. */
  perSecond?: number;
  dkim?: DkimKey;
  /** PEM of an authority that signed the server's certificate, beside those that Node knows. */
  ca?: string;
  now?: () => number;
  /** Milliseconds to reach the server; default 10,000. */
  openMs?: number;
  /** Milliseconds without a sign of the server; default 45,000. */
  silenceMs?: number;
  /** Milliseconds in which a mail of a hand-over may begin; default 30,000, so that none that began is cut. */
  beginMs?: number;
  /** Milliseconds after which a hand-over ends, whatever the server does; default 75,000. */
  endMs?: number;
  /** Milliseconds after which an unused line takes leave; default 15,000. */
  idleMs?: number;
}

/** Mails of a hand-over: so many that also a slow server is told of all within the time in which they may begin. */
const LIMIT = 25;
const USES_PER_LINE = 100;

/** A mail that is ready to go; `fault` if it may not. */
interface Ready {
  mail: OutgoingMail;
  composed: Composed;
  fault: string | undefined;
}

export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const place = placeOf(
    settings.url,
    { openMs: settings.openMs ?? 10_000, silenceMs: settings.silenceMs ?? 45_000 },
    settings.ca,
  );
  const pool = createPool({
    most: settings.connections ?? 4,
    usesPerLine: USES_PER_LINE,
    idleMs: settings.idleMs ?? 15_000,
    open: (onEnd) => openLine(place, onEnd),
  });
  // A rate below the usual size of a hand-over makes hand-overs of a second's mails, so that one does not burst it.
  const limit = Math.max(1, Math.min(LIMIT, Math.floor(settings.perSecond ?? LIMIT)));
  return {
    name: "smtp",
    limit,
    width: 2,
    tellsPace: false,
    perSecond: settings.perSecond === undefined ? undefined : settings.perSecond / limit,
    remembersKeys: false,
    oneByOne: true,
    async prepare(mails) {
      if (mails.length === 0 || mails.length > limit) throw new Error(`a hand-over to SMTP holds 1 to ${limit} mails`);
      const ready = mails.map((mail): Ready => ({ mail, composed: composeMail(mail), fault: unfit(mail) }));
      const hash = createHash("sha256");
      for (const { mail, composed } of ready)
        hash.update(`${mail.from.address}\0${mail.to}\0${composed.head.join("\r\n")}\0`).update(composed.body);
      return { sha256: hash.digest("hex"), handOver: (key, asks) => handOver(ready, { settings, pool, key, asks }) };
    },
    close: () => pool.close(),
  };
}

async function handOver(
  ready: readonly Ready[],
  { settings, pool, key, asks }: { settings: SmtpSettings; pool: Pool; key: string; asks: OneByOne | undefined },
): Promise<Handover> {
  const begin = new AbortController();
  const end = new AbortController();
  setMaxListeners(0, begin.signal, end.signal);
  const timers = [
    setTimeout(() => begin.abort(), settings.beginMs ?? 30_000),
    setTimeout(() => end.abort(), settings.endMs ?? 75_000),
  ];
  /** Said by the server of all mail: what has not begun does not begin. */
  let halt: Later | undefined;
  try {
    // All are signed before the first goes, so that a fault of ours stops nothing half-way.
    const messages = await Promise.all(ready.map((mail, index) => finished(mail, index)));
    const mails = await Promise.all(ready.map((mail, index) => one(mail, index, messages[index] as Buffer)));
    if (halt && mails.every((outcome) => outcome === halt)) return halt;
    return { outcome: "each", mails };
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }

  async function one({ mail, fault: code }: Ready, index: number, message: Buffer): Promise<MailOutcome> {
    if (code) return { outcome: "refused", code };
    const envelope = { from: mail.from.address, to: mail.to };
    let begun = false;
    for (;;) {
      if (halt) return halt;
      // One that had begun goes before those that have not.
      const line = await pool.take(begin.signal, begun || ready.length === 1);
      if (!line) return halt ?? NOT_NOW;
      if (!("send" in line)) {
        halt ??= verdictOf(line, false).outcome as Later;
        return halt;
      }
      if (halt) {
        pool.giveBack(line);
        return halt;
      }
      // The last permission of this mail alone, and the mark that it may have gone: the line says nothing before.
      const may = !asks || (await asks.begin(index));
      begun ||= may;
      // It may have come late, because the process slept or the database was away: then it is one of long ago.
      if (!may || begin.signal.aborted) {
        pool.giveBack(line);
        return { outcome: "untouched" };
      }
      const cut = () => line.kill();
      end.signal.addEventListener("abort", cut, { once: true });
      const { fault, flowed } = await line.send(envelope, message);
      if (fault?.reply !== undefined && line.alive) await line.reset();
      end.signal.removeEventListener("abort", cut);
      // A line that rested may have ended unseen. Nothing has flowed, so the mail goes over another one.
      const again = fault && !flowed && line.uses > 1 && lostLine(fault);
      const verdict = fault && verdictOf(fault, flowed);
      if (verdict?.of === "server" && !again) halt ??= verdict.outcome;
      const outcome = verdict ? verdict.outcome : ({ outcome: "accepted", id: messageIdOf(mail, key, index) } as const);
      // Before the line goes on, so that there is a doubt about one mail of each line at most.
      if (verdict?.of !== "server") asks?.told(index, outcome);
      pool.giveBack(line);
      if (again) continue;
      return verdict?.of === "server" ? (halt ?? outcome) : outcome;
    }
  }

  async function finished({ mail, composed }: Ready, index: number): Promise<Buffer> {
    const at = (settings.now ?? systemClock.now)();
    const head = headAt(composed, { messageId: messageIdOf(mail, key, index), at });
    const signature = settings.dkim && (await dkimLine(head, composed.body, settings.dkim, at));
    return messageOf(signature ? [signature, ...head] : head, composed.body);
  }
}
