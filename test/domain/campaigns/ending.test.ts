import { describe, expect, it } from "vitest";
import { recoverAll } from "../../../src/delivery/recover.ts";
import { closeCampaign } from "../../../src/domain/campaigns/close.ts";
import { annulCampaign } from "../../../src/domain/campaigns/ending/annul.ts";
import { decideUnreached } from "../../../src/domain/campaigns/ending/decide-unreached.ts";
import { postponeEnding } from "../../../src/domain/campaigns/ending/postpone.ts";
import { recordEndingOpinion } from "../../../src/domain/campaigns/ending/record-opinion.ts";
import { readMailing, readNumbers } from "../../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { readUnreached } from "../../../src/domain/messages/views/silent.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { editor } from "../imports/office.ts";
import { admin, DAY, daysPass, fates, officer, passes } from "./days.ts";

const people = (n: number) => Array.from({ length: n }, (_, i) => `cilveks${i}@pasts.example`);
const REASON = "Vēstule dažiem pienāca vēlu.";

/** A campaign with four people; the first two have answered. Its last day is the 15th of December, 23 days ahead. */
async function asked(): Promise<{ s: Scene; id: string }> {
  const s = await openScene();
  await s.importList(people(4));
  const id = await s.campaign();
  for (const [n, said] of [
    [0, "yes"],
    [1, "no"],
  ] as const)
    must(
      await answerReconsent(s.deps, {
        token: s.token("r", `cilveks${n}@pasts.example`),
        answer: said,
        noticeSha256: await s.question(),
      }),
    );
  return { s, id };
}
const state = async (s: Scene, id: string) => (await readMailing(s.deps.db, id))?.state;
const says = (s: Scene, id: string, verdict: "agrees" | "objects") =>
  recordEndingOpinion(s.deps, officer, { id, verdict, text: "Izvērtēts." });

describe("the end of a campaign", () => {
  it("is announced to staff three days before, and comes by itself after the last day", async () => {
    const { s, id } = await asked();
    await daysPass(s, 20);
    expect(await s.count("SELECT count(*) FROM alert WHERE code='campaign.closing'")).toBe(0);
    await daysPass(s, 1);
    expect(await s.count("SELECT count(*) FROM alert WHERE code='campaign.closing' AND closed_at IS NULL")).toBe(1);
    expect(await fates(s, id)).toEqual({ "sent yes": 1, "sent no": 1, "sent silent": 2 });
    await daysPass(s, 2);
    expect(await state(s, id)).toBe("sent");
    await daysPass(s, 1);
    expect(await state(s, id)).toBe("closed");
    expect(await fates(s, id)).toEqual({ "sent yes": 1, "sent no": 1, "sent expired": 2 });
    expect(await s.count("SELECT count(*) FROM address")).toBe(1);
    expect(await s.count("SELECT count(*) FROM alert WHERE code='campaign.closing' AND closed_at IS NULL")).toBe(0);
    const closed = await s.client.execute("SELECT body FROM event WHERE typ='mailing.closed'");
    expect(JSON.parse(String(closed.rows[0]?.body))).toMatchObject({ yes: 1, no: 1, silent: 2, by: "system:deadline" });
    expect(await verifyLog(s.deps)).toEqual([]);
  });

  it("leaves everybody fourteen days after the last mail, also when that went out late", async () => {
    const { s, id } = await asked();
    await s.client.execute({
      sql: "UPDATE mailing SET finished_at=? WHERE id=?",
      args: [s.clock.now() + 16 * DAY, id],
    });
    await daysPass(s, 29);
    expect(await state(s, id)).toBe("sent");
    await daysPass(s, 2);
    expect(await state(s, id)).toBe("closed");
  });

  it("waits a day after an announcement that came late, and is announced anew after an outage", async () => {
    const { s, id } = await asked();
    await daysPass(s, 21);
    s.clock.set(s.clock.now() + 10 * DAY);
    await recoverAll(s.deps);
    await s.run();
    expect(await state(s, id)).toBe("sent");
    await daysPass(s, 1);
    expect(await state(s, id)).toBe("sent");
    await passes(s, DAY / 24);
    expect(await state(s, id)).toBe("closed");
  });

  it("never comes by itself on an older copy of the database: answers may be lost", async () => {
    const { s, id } = await asked();
    await passes(s, DAY);
    await s.client.execute("UPDATE pulse SET origin='elsewhere'");
    await recoverAll(s.deps);
    await daysPass(s, 40);
    expect(await state(s, id)).toBe("sent");
    must(await closeCampaign(s.deps, admin, { id }));
  });
});

describe("the head of the office", () => {
  it("puts it off once, with a reason; answers count until then, and it is announced anew", async () => {
    const { s, id } = await asked();
    await daysPass(s, 21);
    const put = (to: string, reason = REASON) => postponeEnding(s.deps, admin, { id, to, reason });
    expect(await put("2026-12-22", "")).toMatchObject({ fields: [{ field: "reason" }] });
    expect(await put("2026-12-15")).toMatchObject({ code: "campaigns.postpone_day" });
    expect(await postponeEnding(s.deps, editor, { id, to: "2026-12-22", reason: REASON })).toMatchObject({
      code: "staff.forbidden",
    });
    must(await put("2026-12-22"));
    expect(await put("2026-12-29")).toMatchObject({ code: "campaigns.postponed_already" });
    await daysPass(s, 6);
    expect(await state(s, id)).toBe("sent");
    expect(await s.count("SELECT count(*) FROM alert WHERE code='campaign.closing'")).toBe(1);
    await daysPass(s, 5);
    expect(await state(s, id)).toBe("closed");
    expect(await s.count("SELECT count(*) FROM alert WHERE code='campaign.closing'")).toBe(2);
    expect(await s.count("SELECT count(*) FROM event WHERE typ='mailing.postponed'")).toBe(1);
  });

  it("annuls a faulty campaign: nobody is deleted, given answers stand", async () => {
    const { s, id } = await asked();
    await daysPass(s, 10);
    must(await annulCampaign(s.deps, editor, { id, reason: "Vēstulē bija kļūdaina saite." }));
    await daysPass(s, 20);
    expect(await state(s, id)).toBe("cancelled");
    expect(await fates(s, id)).toEqual({ "sent yes": 1, "sent no": 1, "sent silent": 2 });
    expect(await s.count("SELECT count(*) FROM address")).toBe(3);
    expect(await annulCampaign(s.deps, editor, { id, reason: REASON })).toMatchObject({
      code: "campaigns.nothing_to_annul",
    });
  });
});

describe("the data protection officer", () => {
  it("stops the deletion, also against an admin, until he says otherwise", async () => {
    const { s, id } = await asked();
    must(await says(s, id, "objects"));
    await daysPass(s, 30);
    expect(await state(s, id)).toBe("sent");
    expect(await closeCampaign(s.deps, admin, { id })).toMatchObject({ code: "campaigns.deletion_stopped" });
    must(await says(s, id, "agrees"));
    await daysPass(s, 1);
    expect(await state(s, id)).toBe("closed");
  });

  it("is taken back by nobody else: an admin holds no letter against his own objection", async () => {
    const { s, id } = await asked();
    must(await says(s, id, "objects"));
    const letter = { id, verdict: "agrees", text: "Izvērtēts.", writtenDay: "2026-11-22" } as const;
    expect(await recordEndingOpinion(s.deps, admin, letter)).toMatchObject({ code: "campaigns.officers_own" });
    await daysPass(s, 30);
    expect(await state(s, id)).toBe("sent");
  });

  it("orders nothing: his agreement deletes nobody before the last day", async () => {
    const { s, id } = await asked();
    must(await says(s, id, "agrees"));
    await daysPass(s, 5);
    expect(await state(s, id)).toBe("sent");
    expect(await closeCampaign(s.deps, officer, { id })).toMatchObject({ code: "staff.forbidden" });
  });
});

describe("who was not reached", () => {
  /** One of each: failed, unknown, bounced for a passing fault, skipped because held; and one silent. */
  async function unreached(): Promise<{ s: Scene; id: string }> {
    const s = await openScene();
    await s.importList(people(5));
    const id = await s.campaign();
    const become = async (n: number, change: string) => {
      const { rows } = await s.client.execute("SELECT person_id FROM message ORDER BY person_id");
      await s.client.execute({ sql: `UPDATE message SET ${change} WHERE person_id=?`, args: [String(rows[n]?.[0])] });
    };
    await become(0, "state='failed', reason='provider.rejected'");
    await become(1, "state='unknown', reason='too-late'");
    await become(2, "state='bounced', reason='bounce.full'");
    await become(3, "state='skipped', reason='held'");
    return { s, id };
  }

  it("is never deleted as silent", async () => {
    const { s, id } = await unreached();
    await daysPass(s, 26);
    expect(await state(s, id)).toBe("closed");
    expect(await readNumbers(s.deps.db, id)).toMatchObject({
      expired: 1,
      failed: 1,
      unknown: 1,
      bounced: 1,
      skipped: 1,
    });
    expect(await s.count("SELECT count(*) FROM subscription WHERE state='unproven'")).toBe(4);
    expect((await readUnreached(s.deps.db, id)).people).toBe(4);
  });

  it("stays to be asked again, or leaves, by a decision of its own, once for the same people", async () => {
    const kept = await unreached();
    const decide = ({ s, id }: typeof kept, decision: "keep" | "remove", n = 4) =>
      decideUnreached(s.deps, admin, { id, decision, people: n });
    expect(await decide(kept, "keep", 3)).toMatchObject({ code: "messages.number_stale" });
    must(await decide(kept, "keep"));
    expect(await kept.s.count("SELECT count(*) FROM address")).toBe(5);
    expect(await decide(kept, "remove")).toMatchObject({ code: "campaigns.decided_already" });
    // Another mail comes back later: its owner was in no decision.
    await kept.s.client.execute("UPDATE message SET state='bounced', reason='bounce.full' WHERE state='sent'");
    must(await decide(kept, "keep", 5));
    expect(await decide(kept, "keep", 5)).toMatchObject({ code: "campaigns.decided_already" });

    const gone = await unreached();
    expect(await decideUnreached(gone.s.deps, editor, { id: gone.id, decision: "remove", people: 4 })).toMatchObject({
      code: "staff.forbidden",
    });
    must(await decide(gone, "remove"));
    expect(await gone.s.count("SELECT count(*) FROM address")).toBe(1);
    expect(await gone.s.count("SELECT count(*) FROM subscription WHERE ended_reason='removed'")).toBe(4);
    expect(await gone.s.count("SELECT count(*) FROM suppression")).toBe(0);
    const events = await gone.s.client.execute(
      "SELECT typ FROM event WHERE typ IN ('address.removed','mailing.unreached-decided')",
    );
    expect(events.rows.map((row) => row.typ).sort()).toEqual(["address.removed", "mailing.unreached-decided"]);
  });
});
