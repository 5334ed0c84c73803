/**
 * Keeps mail instead of sending it: for development. It behaves as a provider would: the same key gives the same ids and
 * keeps nothing twice, another set of mails under a used key is not taken.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Handover, Mailer, OutgoingMail } from "../../deps.ts";
import type { Clock } from "../../platform/clock.ts";
import { hex, utf8 } from "../../platform/encoding.ts";
import type { Mailbox } from "../../platform/mailbox.ts";
import { unfit } from "../headers.ts";

export function createCaptureMailer(mailbox: Mailbox, clock: Clock): Mailer {
  const fingerprint = (mails: readonly OutgoingMail[]) => hex(sha256(utf8(JSON.stringify(mails))));
  async function keep(mails: readonly OutgoingMail[], whole: string, key: string): Promise<Handover> {
    for (const [index, mail] of mails.entries()) {
      const code = unfit(mail);
      if (code) return { outcome: "refused", code, index };
    }
    const ids: string[] = [];
    for (const [index, mail] of mails.entries()) {
      const id = hex(sha256(utf8(`${key}\0${index}`))).slice(0, 32);
      const kept = await mailbox.put({ id, key, index, fingerprint: whole, at: clock.now(), mail });
      if (kept.fingerprint !== whole) return { outcome: "unknown", code: "provider.payload_drift" };
      ids.push(id);
    }
    return { outcome: "accepted", ids };
  }

  return {
    name: "capture",
    limit: 100,
    width: 1,
    perSecond: undefined,
    tellsPace: false,
    remembersKeys: true,
    oneByOne: false,
    async prepare(mails) {
      const whole = fingerprint(mails);
      return { sha256: whole, handOver: (key) => keep(mails, whole, key) };
    },
  };
}
