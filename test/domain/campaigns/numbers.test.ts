import { describe, expect, it } from "vitest";
import { closeCampaign } from "../../../src/domain/campaigns/close.ts";
import { readNumbers } from "../../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";

const admin: StaffActor = { kind: "staff", id: "rita", role: "admin", via: "desk" };
const people = ["anna", "janis", "liga", "peteris"].map((name) => `${name}@pasts.example`);
const answer = async (s: Scene, who: number, said: "yes" | "no") =>
  must(
    await answerReconsent(s.deps, {
      token: s.token("r", people[who] ?? ""),
      answer: said,
      noticeSha256: await s.question(),
    }),
  );

describe("the numbers of a campaign", () => {
  it("add up at every step", async () => {
    const s = await openScene();
    await s.importList(people);
    const id = await s.campaign();
    await answer(s, 0, "yes");
    await answer(s, 1, "no");
    const n = await readNumbers(s.deps.db, id);
    expect(n).toMatchObject({ audience: 4, sent: 4, yes: 1, no: 1, silent: 2, waiting: 0 });
    expect(n.sent).toBe(n.yes + n.no + n.expired + n.bounced + n.silent);
  });

  it("follow a change of mind while the campaign runs, and no longer move when it is closed", async () => {
    const s = await openScene();
    await s.importList(people);
    const id = await s.campaign();
    for (const who of [0, 1, 2]) await answer(s, who, "yes");
    await answer(s, 2, "no");
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ yes: 2, no: 1, silent: 1 });
    s.clock.set(Date.UTC(2026, 11, 16));
    must(await closeCampaign(s.deps, admin, { id }));
    await s.run();
    const closed = await readNumbers(s.deps.db, id);
    expect(closed).toMatchObject({ yes: 2, no: 1, expired: 1, silent: 0 });
    must(await withdrawByLink(s.deps, { token: s.token("u", people[0] ?? ""), scope: "list", via: "one-click" }));
    expect(await readNumbers(s.deps.db, id)).toEqual(closed);
  });

  it("count an answer as proof that its mail arrived, where nobody knew", async () => {
    const s = await openScene();
    await s.importList(people);
    const id = await s.campaign();
    await s.client.execute("UPDATE message SET state='unknown', reason='timeout'");
    await answer(s, 0, "yes");
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 1, yes: 1, unknown: 3 });
  });

  it("are read from an index alone", async () => {
    const s = await openScene();
    const plan = await s.client.execute(
      "EXPLAIN QUERY PLAN SELECT state, answer, count(*) FROM message WHERE mailing_id='x' GROUP BY state, answer",
    );
    expect(plan.rows.map((r) => r.detail).join()).toMatch(/USING COVERING INDEX message_state/);
  });
});
