import { describe, expect, it } from "vitest";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { comeBack } from "../../../src/domain/consent/come-back.ts";
import { recordRefusal } from "../../../src/domain/consent/record-refusal.ts";
import { readLink } from "../../../src/domain/consent/views.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { readEvent } from "../../../src/domain/proof-log/rules/event.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { auditor, editor, LISTS, PURPOSES } from "../imports/office.ts";
import { must, openScene, type Scene, statement } from "./scene.ts";

const ANNA = "anna@pasts.example";
const JANIS = "janis@pasts.example";

async function asked(): Promise<Scene> {
  const scene = await openScene();
  await scene.importList([ANNA, JANIS]);
  await scene.campaign();
  return scene;
}
const yes = async (s: Scene, who = ANNA) =>
  answerReconsent(s.deps, { token: s.token("r", who), answer: "yes", noticeSha256: await s.question() });
const no = async (s: Scene, who = ANNA) =>
  answerReconsent(s.deps, { token: s.token("r", who), answer: "no", noticeSha256: await s.question() });
const personEvents = async (s: Scene) =>
  (await s.client.execute("SELECT body FROM event WHERE record_id IS NOT NULL ORDER BY at, version")).rows.map((r) =>
    readEvent(utf8(r[0] as string)),
  );

describe("a yes", () => {
  it("proves the subscription, and binds the exact text that was shown", async () => {
    const s = await asked();
    const done = must(await yes(s));
    expect(done.decision).toBe("given");
    const [event] = await personEvents(s);
    expect(event).toMatchObject({
      typ: "consent.given",
      notice: { sha256: await s.question(), lang: "lv" },
      method: "reconsent-page.post",
    });
    expect(await s.count("SELECT count(*) FROM subscription WHERE state='active'")).toBe(1);
    expect(JSON.stringify(event)).not.toContain("anna");
  });

  it("pressed twice makes one event", async () => {
    const s = await asked();
    await yes(s);
    expect(must(await yes(s)).decision).toBe("already");
    expect(await personEvents(s)).toHaveLength(1);
  });

  it("to a text that this campaign never asked is refused, and nothing is written", async () => {
    const s = await asked();
    const done = await answerReconsent(s.deps, {
      token: s.token("r", ANNA),
      answer: "yes",
      noticeSha256: "0".repeat(64),
    });
    expect(isRefusal(done) && done.code).toBe("consent.text_unknown");
    expect(await s.count("SELECT count(*) FROM consent_record")).toBe(0);
  });

  it("raced by itself ten times makes one event", async () => {
    const s = await asked();
    const done = await Promise.all(Array.from({ length: 10 }, () => yes(s)));
    expect(done.map((d) => must(d).decision).filter((d) => d === "given")).toHaveLength(1);
    expect(await personEvents(s)).toHaveLength(1);
  });
});

describe("a no", () => {
  it("deletes address, name and person in the same act, and leaves tag, sealed proof and a day when they end", async () => {
    const s = await asked();
    const done = must(await no(s));
    expect(done).toMatchObject({
      decision: "refused",
      erased: true,
      kept: { proofUntilDay: "2029-11-22", backupsCleanDay: "2026-12-22" },
    });
    expect(await s.count("SELECT count(*) FROM person")).toBe(1);
    expect(await s.count("SELECT count(*) FROM address")).toBe(1);
    expect(await s.count("SELECT count(*) FROM suppression WHERE scope=?", [PURPOSES.news])).toBe(1);
    expect(await s.count("SELECT count(*) FROM link_tag")).toBe(1);
    expect(
      await s.count("SELECT count(*) FROM consent_record WHERE person_id IS NULL AND shred_day='2029-11-22'"),
    ).toBe(1);
    expect(await s.count("SELECT count(*) FROM message WHERE provider_id IS NOT NULL")).toBe(1);
  });

  it("after a yes withdraws what was given", async () => {
    const s = await asked();
    await yes(s);
    expect(must(await no(s)).decision).toBe("withdrawn");
    const events = await personEvents(s);
    expect(events.map((e) => e?.typ)).toEqual(["consent.given", "consent.withdrawn"]);
    expect(events[1]?.prev).not.toBeNull();
  });

  it("keeps the address while another list needs it, and says so", async () => {
    const s = await openScene();
    await s.importList([ANNA]);
    await s.importList([ANNA], LISTS.service);
    await s.campaign();
    const view = await readLink(s.deps, "r", s.token("r", ANNA));
    expect(view).toMatchObject({
      isLastReason: false,
      otherLists: [{ names: { lv: LISTS.service } }],
      maskedAddress: "an••@pasts.example",
    });
    const done = must(await no(s));
    expect(done).toMatchObject({
      erased: false,
      ended: [{ lv: LISTS.newsletter }],
      remaining: [{ lv: LISTS.service }],
    });
    expect(await s.count("SELECT count(*) FROM address")).toBe(1);
  });

  it("on an old link after the deletion says what was done and writes nothing", async () => {
    const s = await asked();
    const link = s.token("u", ANNA);
    await no(s);
    const again = must(await withdrawByLink(s.deps, { token: link, scope: "everything", via: "unsubscribe-page" }));
    expect(again).toMatchObject({ decision: "already", ended: [] });
    expect(must(await yes(s)).decision).toBe("already");
    expect(await personEvents(s)).toHaveLength(1);
  });

  it("blocks the purpose for every later import", async () => {
    const s = await asked();
    await no(s);
    await s.importList([ANNA]);
    expect(await s.count("SELECT count(*) FROM address")).toBe(1);
  });

  it("raced against a yes leaves one consistent state", async () => {
    for (let i = 0; i < 5; i++) {
      const s = await asked();
      await Promise.all([
        yes(s),
        no(s),
        withdrawByLink(s.deps, { token: s.token("u", ANNA), scope: "list", via: "one-click" }),
      ]);
      expect(await s.count("SELECT count(*) FROM address")).toBe(1);
      expect(await s.count("SELECT count(*) FROM suppression")).toBe(1);
      expect(await s.count("SELECT count(*) FROM subscription WHERE state<>'ended'")).toBe(1);
    }
  });
});

describe("leaving by link", () => {
  it("for everything ends all lists and blocks every purpose", async () => {
    const s = await openScene();
    await s.importList([ANNA]);
    await s.importList([ANNA], LISTS.service);
    await s.campaign();
    const done = must(
      await withdrawByLink(s.deps, { token: s.token("u", ANNA), scope: "everything", via: "unsubscribe-page" }),
    );
    expect(done).toMatchObject({ erased: true, remaining: [] });
    expect((await personEvents(s)).map((e) => e?.typ).sort()).toEqual(["consent.refused", "dsr.objected"]);
    for (const list of [LISTS.newsletter, LISTS.service, LISTS.other]) await s.importList([ANNA], list);
    expect(await s.count("SELECT count(*) FROM address")).toBe(0);
  });

  it("leaves a proof that says door, lists, scope and the words of the page", async () => {
    const s = await asked();
    must(
      await withdrawByLink(s.deps, {
        token: s.token("u", ANNA),
        scope: "everything",
        via: "unsubscribe-page",
        language: "lv",
      }),
    );
    must(await withdrawByLink(s.deps, { token: s.token("u", JANIS), scope: "list", via: "one-click" }));
    const events = await personEvents(s);
    const page = events.find((e) => e?.method === "unsubscribe-page.post");
    expect(page).toMatchObject({
      scope: "everything",
      lists: [LISTS.newsletter],
      form: { id: "unsubscribe", ver: "1" },
    });
    const form = page?.form as { sha256: string };
    expect(await s.count("SELECT count(*) FROM notice WHERE kind='form' AND sha256=?", [form.sha256])).toBe(1);
    const oneClick = events.find((e) => e?.method === "one-click.post");
    expect(oneClick).toMatchObject({ scope: "purpose", channel: "one-click" });
    expect(oneClick).not.toHaveProperty("form");
    expect(oneClick).not.toHaveProperty("class");
  });

  it("a token made for an answer is refused for leaving, and the reverse", async () => {
    const s = await asked();
    expect(await withdrawByLink(s.deps, { token: s.token("r", ANNA), scope: "list", via: "one-click" })).toMatchObject({
      code: "consent.link_unknown",
    });
    expect(await answerReconsent(s.deps, { token: s.token("u", ANNA), answer: "no", noticeSha256: "" })).toMatchObject({
      code: "consent.link_unknown",
    });
  });
});

describe("coming back", () => {
  it("within ten minutes is a new consent to the statement shown, and lifts the block for that purpose only", async () => {
    const s = await asked();
    const left = must(
      await withdrawByLink(s.deps, { token: s.token("u", ANNA), scope: "everything", via: "unsubscribe-page" }),
    );
    s.clock.set(s.clock.now() + 9 * 60_000);
    const back = must(await comeBack(s.deps, { seal: left.returnSeal ?? "" }));
    expect(back.decision).toBe("given");
    expect(await s.count("SELECT count(*) FROM subscription WHERE state='active'")).toBe(1);
    expect(await s.count("SELECT count(*) FROM suppression WHERE scope IN (?, '*')", [PURPOSES.news])).toBe(0);
    expect(await s.count("SELECT count(*) FROM suppression WHERE scope=?", [PURPOSES.other])).toBe(1);
    const events = await personEvents(s);
    expect(events.at(-1)).toMatchObject({ typ: "consent.given", prev: null, notice: { lang: "lv" } });
    expect(statement.lv).toContain("Piekrītu");
    expect(must(await comeBack(s.deps, { seal: left.returnSeal ?? "" })).decision).toBe("already");
  });

  it("after ten minutes, or with a changed seal, is refused", async () => {
    const s = await asked();
    const left = must(await no(s));
    const seal = left.returnSeal ?? "";
    expect(await comeBack(s.deps, { seal: `${seal.slice(0, -4)}AAAA` })).toMatchObject({
      code: "consent.return_expired",
    });
    s.clock.set(s.clock.now() + 10 * 60_000 + 1);
    expect(await comeBack(s.deps, { seal })).toMatchObject({ code: "consent.return_expired" });
  });
});

describe("a no by telephone or letter", () => {
  const input = {
    address: " Anna@PASTS.example",
    purposeId: PURPOSES.news,
    who: "person",
    how: "phone",
    day: "2026-11-21",
  } as const;

  it("is the same act with the same deletion, and says who recorded it", async () => {
    const s = await asked();
    const done = must(await recordRefusal(s.deps, editor, input));
    expect(done).toMatchObject({ erased: true });
    const [event] = await personEvents(s);
    expect(event).toMatchObject({
      typ: "consent.refused",
      method: "staff.phone",
      by: editor.id,
      reason: "person/2026-11-21",
      class: "staff",
    });
  });

  it("by a relative of somebody who died ends everything", async () => {
    const s = await openScene();
    await s.importList([ANNA]);
    await s.importList([ANNA], LISTS.service);
    const done = must(await recordRefusal(s.deps, editor, { ...input, who: "relative-of-deceased", how: "letter" }));
    expect(done.ended).toHaveLength(2);
    expect(await s.count("SELECT count(*) FROM suppression WHERE scope='*' AND reason='deceased'")).toBe(1);
  });

  it("of somebody who is on no list is kept for what is to come: proof and tag, no address", async () => {
    const s = await asked();
    const done = must(await recordRefusal(s.deps, editor, { ...input, address: "nezinams@pasts.example" }));
    expect(done).toMatchObject({ onList: false, erased: false, ended: [], proofUntilDay: "2029-11-22" });
    expect(await s.count("SELECT count(*) FROM consent_record WHERE person_id IS NULL AND shred_day IS NOT NULL")).toBe(
      1,
    );
    expect(await s.count("SELECT count(*) FROM link_tag")).toBe(1);
    await s.importList(["nezinams@pasts.example"]);
    expect(await s.count("SELECT count(*) FROM address")).toBe(2);
  });

  it("is refused to an auditor, for a purpose that is none, for a day to come", async () => {
    const s = await asked();
    expect(await recordRefusal(s.deps, auditor, input)).toMatchObject({ code: "staff.forbidden" });
    expect(await recordRefusal(s.deps, editor, { ...input, purposeId: "cits" })).toMatchObject({
      code: "form.invalid",
    });
    expect(await recordRefusal(s.deps, editor, { ...input, day: "2026-11-23" })).toMatchObject({
      code: "form.invalid",
    });
    expect(await s.count("SELECT count(*) FROM address")).toBe(2);
  });
});
