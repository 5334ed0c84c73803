import { describe, expect, it } from "vitest";
import { readNumbers } from "../../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { comeBack } from "../../../src/domain/consent/come-back.ts";
import { HOW_ASKED, recordRefusal } from "../../../src/domain/consent/record-refusal.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { readWays } from "../../../src/domain/messages/views/figures.ts";
import { editor, PURPOSES } from "../imports/office.ts";
import { must, openScene, type Scene } from "./scene.ts";

const at = (i: number) => `p${i}@pasts.example`;

async function asked(n: number): Promise<{ s: Scene; id: string }> {
  const s = await openScene();
  await s.importList(Array.from({ length: n }, (_, i) => at(i)));
  return { s, id: await s.campaign() };
}
const told = (s: Scene, address: string, how: (typeof HOW_ASKED)[number]) =>
  recordRefusal(s.deps, editor, { address, purposeId: PURPOSES.news, who: "person", how, day: "2026-11-20" });

describe("every no keeps its way and its mailing", () => {
  it("by link, by one click, by a word to staff", async () => {
    const { s, id } = await asked(8);
    must(await withdrawByLink(s.deps, { token: s.token("u", at(0)), scope: "list", via: "one-click" }));
    must(await withdrawByLink(s.deps, { token: s.token("u", at(1)), scope: "everything", via: "unsubscribe-page" }));
    must(await answerReconsent(s.deps, { token: s.token("r", at(2)), answer: "no", noticeSha256: await s.question() }));
    for (const [i, how] of HOW_ASKED.entries()) must(await told(s, at(3 + i), how));
    expect(await readWays(s.deps.db, id)).toEqual([
      { way: "one-click", n: 1 },
      { way: "page", n: 2 },
      { way: "reply", n: 1 },
      { way: "phone", n: 1 },
      { way: "letter", n: 1 },
      { way: "in-person", n: 1 },
    ]);
  });

  it("is counted once, by the first way, and not at all where nobody said no", async () => {
    const { s, id } = await asked(2);
    const token = s.token("u", at(0));
    must(await withdrawByLink(s.deps, { token, scope: "list", via: "one-click" }));
    must(await withdrawByLink(s.deps, { token, scope: "list", via: "unsubscribe-page" }));
    must(
      await answerReconsent(s.deps, { token: s.token("r", at(1)), answer: "yes", noticeSha256: await s.question() }),
    );
    expect(await readWays(s.deps.db, id)).toEqual([{ way: "one-click", n: 1 }]);
  });

  it("belongs to the campaign that counts it, also where the link of an old one was pressed", async () => {
    const { s, id } = await asked(1);
    const old = s.token("u", at(0));
    await s.client.execute("UPDATE mailing SET state='closed'");
    const second = await s.campaign();
    must(await withdrawByLink(s.deps, { token: old, scope: "list", via: "unsubscribe-page" }));
    expect([await readWays(s.deps.db, id), await readWays(s.deps.db, second)]).toEqual([[], [{ way: "page", n: 1 }]]);
    expect((await readNumbers(s.deps.db, second)).no).toBe(1);
  });

  it("is no answer to a campaign that is closed: its ways stay as many as its noes", async () => {
    const { s, id } = await asked(1);
    const leave = s.token("u", at(0));
    const yes = { token: s.token("r", at(0)), answer: "yes", noticeSha256: await s.question() } as const;
    must(await answerReconsent(s.deps, yes));
    await s.client.execute("UPDATE mailing SET state='closed'");
    must(await withdrawByLink(s.deps, { token: leave, scope: "list", via: "one-click" }));
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ yes: 1, no: 0 });
    expect(await readWays(s.deps.db, id)).toEqual([]);
  });

  it("is taken back with a no that was a mistake", async () => {
    const { s, id } = await asked(1);
    const left = must(
      await answerReconsent(s.deps, { token: s.token("r", at(0)), answer: "no", noticeSha256: await s.question() }),
    );
    must(await comeBack(s.deps, { seal: left.returnSeal ?? "" }));
    expect(await readWays(s.deps.db, id)).toEqual([]);
  });

  it("planned mail of whoever left says why it was not sent", async () => {
    const { s, id } = await asked(3);
    await s.client.execute("UPDATE message SET state='planned', batch_id=NULL, sent_at=NULL");
    must(await withdrawByLink(s.deps, { token: s.token("u", at(0)), scope: "list", via: "one-click" }));
    const rows = await s.client.execute({
      sql: "SELECT state, reason, way FROM message WHERE mailing_id=? AND state='skipped'",
      args: [id],
    });
    expect({ ...rows.rows[0] }).toEqual({ state: "skipped", reason: "refused", way: "one-click" });
  });
});
