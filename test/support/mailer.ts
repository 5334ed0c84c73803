/** Mailers of tests: one function says what becomes of each hand-over. A fake, not a provider. */
import { createHash } from "node:crypto";
import type { Handover, Mailer, OutgoingMail } from "../../src/deps.ts";

export type HandOver = (mails: readonly OutgoingMail[], key: string) => Promise<Handover>;

/** A mailer whose hand-overs can be changed while it is used. */
export interface TestMailer extends Mailer {
  limit: number;
  remembersKeys: boolean;
  oneByOne: boolean;
  handOver: HandOver;
}

/** Gives every hand-over to `handOver`. The fingerprint is of the mails themselves. */
export function mailerOf(handOver: HandOver, settings: Partial<Omit<Mailer, "prepare">> = {}): TestMailer {
  const mailer: TestMailer = {
    name: "resend",
    limit: 100,
    width: 1,
    perSecond: undefined,
    tellsPace: true,
    remembersKeys: true,
    oneByOne: false,
    ...settings,
    handOver,
    prepare: async (mails) => ({
      sha256: createHash("sha256").update(JSON.stringify(mails)).digest("hex"),
      handOver: (key) => mailer.handOver(mails, key),
    }),
  };
  return mailer;
}

/** Both steps of a hand-over. */
export async function handOver(mailer: Mailer, mails: readonly OutgoingMail[], key: string): Promise<Handover> {
  return (await mailer.prepare(mails)).handOver(key);
}
