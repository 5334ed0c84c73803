import { describe, expect, it } from "vitest";
import { recoverAll } from "../../../src/delivery/recover.ts";
import { annulCampaign } from "../../../src/domain/campaigns/ending/annul.ts";
import { postponeEnding } from "../../../src/domain/campaigns/ending/postpone.ts";
import { readMailing, readMailings, readNumbers } from "../../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { editor } from "../imports/office.ts";
import { admin, DAY, daysPass, fates, HOUR, passes } from "./days.ts";

const people = ["anna", "janis", "liga", "peteris"].map((name) => `${name}@pasts.example`);
const [ANNA, JANIS, LIGA] = people as [string, string, string, string];
const everybody = { reminder: { whom: "everybody", afterDays: 7 } } as const;

async function asked(change: object): Promise<{ s: Scene; id: string }> {
  const s = await openScene();
  await s.importList([...people]);
  return { s, id: await s.campaign(undefined, change) };
}
const answer = async (s: Scene, who: string, said: "yes" | "no") =>
  must(await answerReconsent(s.deps, { token: s.token("r", who), answer: said, noticeSha256: await s.question() }));

describe("a reminder", () => {
  it("goes once, to the silent only, and its answers are the campaign's", async () => {
    const { s, id } = await asked(everybody);
    await answer(s, ANNA, "yes");
    await daysPass(s, 6);
    expect(s.mails).toHaveLength(4);
    await daysPass(s, 1);
    const reminders = s.mails.slice(4);
    expect(reminders.map((m) => m.to).sort()).toEqual(people.filter((p) => p !== ANNA).sort());
    expect(reminders[0]?.subject).toMatch(/^(Atgādinājums|Reminder): /);
    expect(reminders[0]?.html).toContain("2026.\u00a0gada 22.\u00a0novembrī");
    await answer(s, JANIS, "yes");
    must(await withdrawByLink(s.deps, { token: s.token("u", LIGA), scope: "list", via: "one-click" }));
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 4, sent: 4, yes: 2, no: 1, silent: 1 });
    expect(await s.count("SELECT count(*) FROM message WHERE mailing_id=? AND way='one-click'", [id])).toBe(1);
    await daysPass(s, 19);
    expect(s.mails).toHaveLength(7);
    expect(await fates(s, id)).toEqual({ "sent yes": 2, "sent no": 1, "sent expired": 1 });
    expect((await readMailings(s.deps.db, { limit: 10 })).rows).toHaveLength(1);
    expect(await s.count("SELECT count(*) FROM event WHERE typ='consent.reminded'")).toBe(1);
  });

  it("is none unless the campaign says so, and none to rows without proof if it is for proven ones", async () => {
    for (const change of [{}, { reminder: { whom: "proven", afterDays: 7 } }]) {
      const { s } = await asked(change);
      await daysPass(s, 20);
      expect(s.mails).toHaveLength(4);
    }
  });

  it("does not go out any more when its campaign is annulled meanwhile", async () => {
    const { s, id } = await asked(everybody);
    const { handOver } = s.mailer;
    s.mailer.handOver = async (...args) => {
      must(await annulCampaign(s.deps, editor, { id, reason: "Vēstulē bija kļūdaina saite." }));
      return handOver(...args);
    };
    s.mailer.limit = 2;
    await daysPass(s, 7);
    await daysPass(s, 1);
    expect(s.mails).toHaveLength(6);
    expect(await s.count("SELECT count(*) FROM message WHERE state='skipped' AND reason='cancelled'")).toBe(2);
  });

  it("names the new last day from the moment its campaign is put off; what was handed over keeps the old one", async () => {
    const { s, id } = await asked(everybody);
    s.mailer.limit = 2;
    // The first hand-over was delivered and its answer lost: the retry must say what it said.
    const tries: string[][] = [];
    const { handOver } = s.mailer;
    s.mailer.handOver = async (mails, key) => {
      tries.push(mails.map((m) => m.text));
      if (tries.length > 1) return handOver(mails, key);
      must(await postponeEnding(s.deps, admin, { id, to: "2026-12-28", reason: "Daļa vēstuļu pienāca vēlu." }));
      return { outcome: "unknown", code: "provider.no_answer" };
    };
    await daysPass(s, 7);
    await passes(s, HOUR);
    expect(s.mails).toHaveLength(8);
    const days = s.mails.slice(4).map((m) => /gada (\d+)\.\u00a0decembrim/.exec(m.text)?.[1]);
    expect(days.sort()).toEqual(["15", "15", "28", "28"]);
    expect(tries).toContainEqual(tries[0]);
    expect((await readMailing(s.deps.db, id))?.ending?.postponed?.mails).toBe(6);
  });

  it("does not go out by itself on an older copy of the database: it may have gone out already", async () => {
    const { s } = await asked(everybody);
    await daysPass(s, 3);
    await s.client.execute("UPDATE pulse SET origin='elsewhere'");
    await recoverAll(s.deps);
    await daysPass(s, 15);
    expect(s.mails).toHaveLength(4);
  });

  it("whose day came while the program did not live is not made up for by itself; a later day stands", async () => {
    for (const [until, mails] of [
      [9, 4],
      [5, 8],
    ] as const) {
      const { s } = await asked(everybody);
      await daysPass(s, 1);
      s.clock.set(s.clock.now() + (until - 1) * DAY);
      await recoverAll(s.deps);
      await daysPass(s, 6);
      expect(s.mails).toHaveLength(mails);
    }
  });
});
