import type { InStatement } from "@libsql/client";
import { describe, expect, it } from "vitest";
import { closeCampaign } from "../../../src/domain/campaigns/close.ts";
import { eraseSilentPage } from "../../../src/domain/campaigns/erase-page.ts";
import { readNumbers } from "../../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { comeBack } from "../../../src/domain/consent/come-back.ts";
import { recordRefusal } from "../../../src/domain/consent/record-refusal.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { type KeyRings, newRingText, RING_NAMES, readRing } from "../../../src/platform/keys.ts";
import { list } from "../../../src/platform/schema.ts";
import { createVault } from "../../../src/platform/vault.ts";
import { editor, LISTS, NOW, PURPOSES } from "../imports/office.ts";
import { must, openScene, type Scene } from "./scene.ts";

const ANNA = "anna@pasts.example";
const JANIS = "janis@pasts.example";
const admin: StaffActor = { kind: "staff", id: "rita", role: "admin", via: "desk" };
const SECOND = "list-news-2";
const byPhone = { address: ANNA, purposeId: PURPOSES.news, who: "person", how: "phone", day: "2026-11-22" } as const;

/** Anna's live subscriptions that stand under a suppression of hers: there must never be one (promise P5). */
async function broken(s: Scene): Promise<number> {
  const { rows } = await s.client.execute({
    sql: `SELECT count(*) FROM suppression p JOIN list l ON p.scope IN (l.purpose_id, '*')
          JOIN subscription s ON s.list_id = l.id JOIN address a ON a.id = s.address_id WHERE p.tag = ? AND a.tag = ?`,
    args: [s.deps.vault.suppressionTags(ANNA)[0]?.tag ?? "", s.deps.vault.tag(ANNA).tag],
  });
  return Number(rows[0]?.[0]);
}

async function scene(addresses = [ANNA, JANIS]): Promise<Scene> {
  const s = await openScene();
  const both = { lv: "Otrais", en: "Second" };
  await s.deps.db.read.insert(list).values({
    id: SECOND,
    slug: SECOND,
    kind: "newsletter",
    purposeId: PURPOSES.news,
    names: both,
    promise: both,
    state: "active",
    createdAt: NOW,
  });
  await s.importList(addresses);
  return s;
}

/** Something else happens between what a verb read and what it writes, once. */
function beforeCommit(s: Scene, sql: RegExp, happens: () => Promise<unknown>): void {
  const { client } = s.deps.db;
  const batch = client.batch.bind(client);
  let armed = true;
  client.batch = async (statements, mode) => {
    const texts = (statements as InStatement[]).map((x) => (typeof x === "string" ? x : x.sql));
    if (armed && texts.some((text) => sql.test(text))) {
      armed = false;
      await happens();
    }
    return batch(statements, mode);
  };
}
const ENDING = /UPDATE subscription SET state='ended'/;

const yes = async (s: Scene, question?: string) =>
  answerReconsent(s.deps, { token: s.token("r", ANNA), answer: "yes", noticeSha256: question ?? (await s.question()) });
const leave = (s: Scene, scope: "list" | "everything" = "list") =>
  withdrawByLink(s.deps, { token: s.token("u", ANNA), scope, via: "unsubscribe-page" });
async function closing(s: Scene): Promise<string> {
  const id = await s.campaign();
  s.clock.set(Date.UTC(2026, 11, 16));
  must(await closeCampaign(s.deps, admin, { id }));
  return id;
}

describe("the closing page", () => {
  it("never takes away a yes that came while it was being decided", async () => {
    const s = await scene();
    await closing(s);
    beforeCommit(s, ENDING, () => yes(s));
    await s.run();
    for (let i = 0; i < 3; i++)
      await eraseSilentPage(s.deps, String((await s.client.execute("SELECT id FROM mailing")).rows[0]?.[0]));
    expect(await s.count("SELECT count(*) FROM subscription WHERE state='active' AND person_id IS NOT NULL")).toBe(1);
    expect(await s.count("SELECT count(*) FROM subscription WHERE ended_reason='no_answer'")).toBe(1);
  });

  it("that was faster than a yes makes it too late, not a fault", async () => {
    const s = await scene();
    const id = await closing(s);
    beforeCommit(s, /insert into "consent_record"/, () => eraseSilentPage(s.deps, id));
    expect(must(await yes(s)).decision).toBe("already");
  });

  it("takes nobody's proven consent for the purpose, given on another list, away", async () => {
    const s = await scene([ANNA]);
    await s.importList([ANNA], SECOND);
    const first = await s.campaign();
    await s.campaign(SECOND);
    const asked = await s.client.execute(
      `SELECT n.sha256 FROM notice n JOIN mailing m ON m.id = n.mailing_id WHERE n.language='lv' AND m.list_id='${SECOND}'`,
    );
    must(await yes(s, String(asked.rows[0]?.[0])));
    s.clock.set(Date.UTC(2026, 11, 16));
    must(await closeCampaign(s.deps, admin, { id: first }));
    await s.run();
    const left = await s.client.execute("SELECT list_id, state, ended_reason FROM subscription ORDER BY list_id");
    expect(left.rows.map((r) => [r.list_id, r.state, r.ended_reason])).toEqual([
      [LISTS.newsletter, "unproven", null],
      [SECOND, "active", null],
    ]);
    expect(await broken(s)).toBe(0);
  });

  it("of two lists of one purpose at once: whoever was silent on both is kept out of the purpose, not only off the lists", async () => {
    const s = await scene([ANNA]);
    // Another reason to hold her, so that it is the tag that keeps her out.
    await s.importList([ANNA], LISTS.service);
    await s.importList([ANNA], SECOND);
    const [first, second] = [await s.campaign(), await s.campaign(SECOND)];
    s.clock.set(Date.UTC(2026, 11, 16));
    for (const id of [first, second]) must(await closeCampaign(s.deps, admin, { id }));
    beforeCommit(s, ENDING, () => eraseSilentPage(s.deps, second));
    await eraseSilentPage(s.deps, first);
    for (const id of [first, second]) await eraseSilentPage(s.deps, id);
    expect(await s.count("SELECT count(*) FROM subscription WHERE ended_reason='no_answer'")).toBe(2);
    const { rows } = await s.client.execute("SELECT scope, reason FROM suppression");
    expect(rows.map((row) => [row.scope, row.reason])).toEqual([[PURPOSES.news, "no_answer"]]);
  });
});

describe("a no", () => {
  it("raced by an import onto another list of the purpose leaves nothing live under the suppression", async () => {
    const s = await scene();
    await s.importList([ANNA], LISTS.service);
    await s.campaign();
    beforeCommit(s, ENDING, () => s.importList([ANNA], SECOND));
    must(await leave(s));
    expect(await broken(s)).toBe(0);
  });

  it("of somebody on no list, raced by the import that adds him, ends that too", async () => {
    const s = await openScene();
    beforeCommit(s, /INSERT INTO suppression/, () => s.importList([ANNA]));
    must(await recordRefusal(s.deps, editor, byPhone));
    expect(await broken(s)).toBe(0);
    expect(await s.count("SELECT count(*) FROM address")).toBe(0);
  });

  it("overtaken by one-click is already done, not a fault", async () => {
    const s = await scene();
    await s.campaign();
    const link = s.token("u", ANNA);
    beforeCommit(s, ENDING, () => withdrawByLink(s.deps, { token: link, scope: "list", via: "one-click" }));
    const done = await answerReconsent(s.deps, {
      token: s.token("r", ANNA),
      answer: "no",
      noticeSha256: await s.question(),
    });
    expect(must(done).decision).toBe("already");
  });

  it("that is weaker never replaces the mark of somebody who died", async () => {
    const s = await openScene();
    must(await recordRefusal(s.deps, editor, { ...byPhone, purposeId: "everything", who: "relative-of-deceased" }));
    must(await recordRefusal(s.deps, editor, { ...byPhone, purposeId: "everything", who: "representative" }));
    expect((await s.client.execute("SELECT reason FROM suppression")).rows.map((r) => r[0])).toEqual(["deceased"]);
  });

  it("writes the day on which its proof ends, also when the person stays on another list", async () => {
    const s = await scene();
    await s.importList([ANNA], LISTS.service);
    await s.campaign();
    const left = must(await leave(s));
    const days = await s.client.execute("SELECT shred_day FROM consent_record");
    expect(days.rows.map((r) => r[0])).toEqual([left.kept.proofUntilDay]);
  });
});

describe("the way back", () => {
  it("works once: a later no is not undone by pressing it again", async () => {
    const s = await scene();
    await s.campaign();
    const { returnSeal = "" } = must(await leave(s));
    must(await comeBack(s.deps, { seal: returnSeal }));
    must(await recordRefusal(s.deps, editor, byPhone));
    expect(must(await comeBack(s.deps, { seal: returnSeal })).decision).toBe("already");
    expect(await broken(s)).toBe(0);
    expect(await s.count("SELECT count(*) FROM address")).toBe(1);
  });

  it("makes the links of his old mails, the numbers and his history his again", async () => {
    const s = await scene([ANNA]);
    const id = await s.campaign();
    const { returnSeal = "" } = must(await leave(s));
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ no: 1, yes: 0 });
    must(await comeBack(s.deps, { seal: returnSeal }));
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ no: 0, yes: 1 });
    expect(await s.count("SELECT count(*) FROM subscription")).toBe(1);
    expect(await s.count("SELECT count(*) FROM message m JOIN person p ON p.id = m.person_id")).toBe(1);
    const again = await withdrawByLink(s.deps, { token: s.token("u", ANNA), scope: "list", via: "one-click" });
    expect(must(again).decision).toBe("withdrawn");
    expect(await s.count("SELECT count(*) FROM address")).toBe(0);
  });

  it("is shut for somebody of whom a relative has said that he died", async () => {
    const s = await scene();
    await s.importList([ANNA], LISTS.service);
    await s.campaign();
    const { returnSeal = "" } = must(await leave(s));
    must(await recordRefusal(s.deps, editor, { ...byPhone, purposeId: "everything", who: "relative-of-deceased" }));
    expect(await comeBack(s.deps, { seal: returnSeal })).toMatchObject({ code: "consent.return_expired" });
  });
});

it("a second yes, for another list of the purpose, leaves a proof of its own", async () => {
  const s = await scene([ANNA]);
  await s.importList([ANNA], SECOND);
  await s.campaign();
  must(await yes(s));
  await s.campaign(SECOND, { asksProven: true });
  const asked = await s.client.execute(
    `SELECT n.sha256 FROM notice n JOIN mailing m ON m.id = n.mailing_id WHERE n.language='lv' AND m.list_id='${SECOND}'`,
  );
  const done = must(await yes(s, String(asked.rows[0]?.[0])));
  expect(done.eid).not.toBe("");
  expect(await s.count("SELECT count(*) FROM event WHERE typ='consent.renewed'")).toBe(1);
});

it("with rotated keys people are still found, blocked and taken back", async () => {
  const s = await scene([ANNA]);
  await s.campaign();
  const rotate = () => {
    const old = s.deps.config.rings;
    const rings = { ...old } as KeyRings;
    for (const name of RING_NAMES) {
      const all = [readRing(name, newRingText(randomIds)).newest, ...old[name].all];
      rings[name] = { newest: all[0] as (typeof all)[number], all, get: (id) => all.find((k) => k.id === id) };
    }
    Object.assign(s.deps.config, { rings });
    s.deps.vault = createVault(rings, randomIds);
  };
  rotate();
  await s.importList(["ANNA@Pasts.Example"]);
  expect(await s.count("SELECT count(*) FROM address")).toBe(1);
  const { returnSeal = "" } = must(await leave(s));
  rotate();
  await s.importList([" Anna@pasts.example"]);
  expect(await s.count("SELECT count(*) FROM address")).toBe(0);
  must(await comeBack(s.deps, { seal: returnSeal }));
  expect(await s.count("SELECT count(*) FROM suppression")).toBe(0);
});
