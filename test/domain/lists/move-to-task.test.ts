import { describe, expect, it } from "vitest";
import { createCampaign } from "../../../src/domain/campaigns/create.ts";
import { sendCampaign } from "../../../src/domain/campaigns/send.ts";
import { readMailing } from "../../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { type MoveInput, moveToTask } from "../../../src/domain/lists/move-to-task.ts";
import { readList, readMove } from "../../../src/domain/lists/views.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { agreed } from "../../support/ready.ts";
import { admin, daysPass, fates } from "../campaigns/days.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { editor, LISTS, PURPOSES } from "../imports/office.ts";

const [ANNA, JANIS, LIGA] = ["anna@pasts.example", "janis@pasts.example", "liga@pasts.example"] as const;
const OWN = "purpose-own";
const REASON = "Ar 2026. gada nolikumu tas ir iestādes uzdevums.";
const text = { subject: "Mainās pamats", heading: "Kā turpmāk sūtīsim vēstules", lead: "Pamats ir cits." };

/** A newsletter with three unproven people, one more who has left, and a public task that no list has yet. */
async function office(): Promise<Scene> {
  const s = await openScene();
  await s.suppress("prom@pasts.example", PURPOSES.news);
  await s.importList([ANNA, JANIS, LIGA]);
  await s.client.execute(
    `INSERT INTO purpose (id, slug, state, basis, sheet, version, created_at, updated_at)
     SELECT '${OWN}', 'own', 'active', 'e', json_set(sheet, '$.norm', json('{"lv":"Nolikuma 4. punkts","en":"Statute, 4"}')),
       1, created_at, updated_at FROM purpose WHERE id='${PURPOSES.task}'`,
  );
  return s;
}
const move = (s: Scene, change: Partial<MoveInput> = {}, actor = admin) =>
  moveToTask(s.deps, actor, { id: LISTS.newsletter, version: 1, purposeId: OWN, reason: REASON, ...change });
async function tell(s: Scene): Promise<string> {
  const draft = { texts: { lv: text, en: text }, reasonToAsk: "Saņem kopš 2019. gada.", movedReason: REASON };
  const input = {
    mode: "tell",
    listId: LISTS.newsletter,
    title: "Paziņojums",
    deadlineDay: "2026-12-15",
    draft,
  } as const;
  const { id } = must(await createCampaign(s.deps, editor, input));
  must(await sendCampaign(s.deps, editor, { id, version: await agreed(s.deps, id) }));
  await s.run();
  return id;
}

describe("a newsletter is moved to a public task (R105)", () => {
  it("with a reason that stays in the log; whoever left before is as safe from the new purpose", async () => {
    const s = await office();
    must(await move(s));
    expect(await readList(s.deps.db, LISTS.newsletter)).toMatchObject({ kind: "service", purposeId: OWN, version: 2 });
    expect((await readMove(s.deps.db, LISTS.newsletter))?.reason).toBe(REASON);
    expect(await s.count("SELECT count(*) FROM event WHERE typ='list.moved'")).toBe(1);
    expect(await verifyLog(s.deps)).toEqual([]);
    await s.importList(["prom@pasts.example", "jauna@pasts.example"], LISTS.newsletter, { basis: "task" });
    expect(await s.count("SELECT count(*) FROM address")).toBe(4);
  });

  it("mails nobody by itself: only the notice reaches them, an objection ends, and silence keeps", async () => {
    const s = await office();
    must(await move(s));
    expect(await s.count("SELECT count(*) FROM subscription WHERE state='unproven'")).toBe(3);
    const id = await tell(s);
    expect(s.mails.map((m) => m.to).sort()).toEqual([ANNA, JANIS, LIGA]);
    must(await withdrawByLink(s.deps, { token: s.token("u", ANNA), scope: "list", via: "one-click" }));
    await s.client.execute(
      "UPDATE message SET state='failed', reason='provider.rejected' WHERE answer IS NULL AND person_id=(SELECT max(person_id) FROM message WHERE answer IS NULL)",
    );
    await daysPass(s, 26);
    expect((await readMailing(s.deps.db, id))?.state).toBe("closed");
    expect(await fates(s, id)).toEqual({ "sent no": 1, "sent kept": 1, "failed provider.rejected": 1 });
    expect(await s.count("SELECT count(*) FROM subscription WHERE state='active'")).toBe(1);
    // Whom the notice has not reached gets nothing else.
    expect(await s.count("SELECT count(*) FROM subscription WHERE state='unproven'")).toBe(1);
  });

  it("leaves out whose address was bought, also from the notice", async () => {
    const s = await office();
    await s.importList(["pirkts@pasts.example"], LISTS.newsletter, { origin: "bought" });
    must(await move(s));
    await tell(s);
    expect(s.mails.map((m) => m.to).sort()).toEqual([ANNA, JANIS, LIGA]);
  });

  it("not by an editor, not without a reason, not to a purpose that is no task or has a list already", async () => {
    const s = await office();
    expect(await move(s, {}, editor)).toMatchObject({ code: "staff.forbidden" });
    const codes = async (change: Partial<MoveInput>) =>
      ((await move(s, change)) as { fields?: { code: string }[] }).fields?.map((f) => f.code);
    expect(await codes({ reason: "Tāpēc." })).toEqual(["campaigns.moved_short"]);
    expect(await codes({ purposeId: PURPOSES.other })).toEqual(["lists.move_task"]);
    expect(await codes({ purposeId: PURPOSES.task })).toEqual(["lists.move_own"]);
    expect(await move(s, { id: LISTS.service })).toMatchObject({ code: "lists.no_newsletter" });
    expect(await move(s, { version: 7 })).toMatchObject({ code: "form.stale" });
  });

  it("not while it is asked, nor with anybody on it who has given his consent", async () => {
    const s = await office();
    await s.campaign();
    expect(await move(s)).toMatchObject({ code: "lists.move_stale" });
    await s.client.execute("UPDATE mailing SET state='closed'");
    const yes = { token: s.token("r", ANNA), answer: "yes", noticeSha256: await s.question() } as const;
    must(await answerReconsent(s.deps, yes));
    expect(await move(s)).toMatchObject({ code: "lists.proven_stay", values: { n: 1 } });
    expect(await s.count("SELECT count(*) FROM event WHERE typ='list.moved'")).toBe(0);
  });

  it("takes no yes to an old question any more, and still a no", async () => {
    const s = await office();
    await s.campaign();
    await s.client.execute("UPDATE mailing SET state='cancelled'");
    must(await move(s));
    const said = async (answer: "yes" | "no") =>
      answerReconsent(s.deps, { token: s.token("r", ANNA), answer, noticeSha256: await s.question() });
    expect(await said("yes")).toMatchObject({ refused: true });
    expect(must(await said("no")).decision).toBe("refused");
    expect(await s.count("SELECT count(*) FROM event WHERE typ='dsr.objected'")).toBe(1);
  });
});
