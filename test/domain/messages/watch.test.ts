import { describe, expect, it } from "vitest";
import { resumeMailing } from "../../../src/domain/campaigns/resume.ts";
import { readMailing } from "../../../src/domain/campaigns/views.ts";
import { decideHeld } from "../../../src/domain/messages/decide-held.ts";
import { readHeld } from "../../../src/domain/messages/views/held.ts";
import { watchMailing } from "../../../src/domain/messages/watch.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { BOUNCES } from "../../fakes/resend-webhooks.ts";
import { must } from "../consent/scene.ts";
import { editor } from "../imports/office.ts";
import { type Hooked, hooked, people } from "./hooked.ts";

const press: StaffActor = { kind: "staff", id: "x", role: "press", via: "desk" };
const MINUTE = 60_000;

/** All mails are with the provider, and the mailing goes on sending. */
async function underWay(addresses: readonly string[]): Promise<Hooked> {
  const s = await hooked(addresses);
  await s.client.execute("UPDATE mailing SET state='sending', finished_at=NULL");
  return s;
}
const gone = (s: Hooked, address: string, at?: number) =>
  s.tell("email.bounced", address, { bounce: BOUNCES.gone }, at);
const state = async (s: Hooked) => {
  const m = await readMailing(s.deps.db, s.mailingId);
  return [m?.state, m?.heldReason];
};
async function resume(s: Hooked): Promise<void> {
  const m = await readMailing(s.deps.db, s.mailingId);
  must(await resumeMailing(s.deps, editor, { id: s.mailingId, heldAt: m?.heldAt ?? 0 }));
  await s.client.execute("UPDATE mailing SET state='sending'");
}
/** Twelve domains, so that no single one refuses in a wave. */
const spread = (n: number) => Array.from({ length: n }, (_, i) => `p${i}@pasts${i % 12}.example`);

describe("a mailing stands still by itself", () => {
  it("at the second complaint of a hundred, not at the first", async () => {
    const all = people(100);
    const s = await underWay(all);
    await s.tell("email.complained", "p0@pasts.example");
    expect(await state(s)).toEqual(["sending", null]);
    await s.tell("email.complained", "p1@pasts.example");
    expect(await state(s)).toEqual(["paused", "complaints"]);
    expect(await s.rows("SELECT code, subject FROM alert")).toEqual([{ code: "mailing.paused", subject: s.mailingId }]);
  });

  it("at the tenth dead address of a hundred", async () => {
    const all = spread(100);
    const s = await underWay(all);
    for (const address of all.slice(0, 9)) await gone(s, address);
    expect(await state(s)).toEqual(["sending", null]);
    await gone(s, all[9] as string);
    expect(await state(s)).toEqual(["paused", "bounces"]);
  });

  it("and after a person lets it go on, counts only what is new", async () => {
    const all = spread(120);
    const s = await underWay(all);
    for (const address of all.slice(0, 10)) await gone(s, address);
    s.clock.set(s.clock.now() + MINUTE);
    await resume(s);
    expect(await watchMailing(s.deps, s.mailingId)).toBe(undefined);
    // Late news of mails that went out before: he has seen that list.
    for (const address of all.slice(10, 40)) await gone(s, address, s.clock.now());
    expect(await state(s)).toEqual(["sending", null]);
    // What goes out from here counts anew.
    s.clock.set(s.clock.now() + MINUTE);
    await s.client.execute(`UPDATE message SET sent_at=${s.clock.now()} WHERE state='sent'`);
    for (const address of all.slice(40, 50)) await gone(s, address);
    expect(await state(s)).toEqual(["paused", "bounces"]);
  });

  it("old complaints do not stop it again, new ones do, of whatever mail", async () => {
    const s = await underWay(people(50));
    for (const i of [0, 1]) await s.tell("email.complained", `p${i}@pasts.example`);
    s.clock.set(s.clock.now() + MINUTE);
    await resume(s);
    await s.tell("email.complained", "p2@pasts.example", {}, s.clock.now() - 30_000);
    expect(await state(s)).toEqual(["sending", null]);
    s.clock.set(s.clock.now() + MINUTE);
    for (const i of [3, 4]) await s.tell("email.complained", `p${i}@pasts.example`, {}, s.clock.now());
    expect(await state(s)).toEqual(["paused", "complaints"]);
  });

  it("not when nothing of it is to be sent any more", async () => {
    const s = await hooked(people(20));
    for (const i of [0, 1, 2]) await s.tell("email.complained", `p${i}@pasts.example`);
    expect((await state(s))[0]).toBe("sent");
    expect(await s.count("SELECT count(*) FROM alert")).toBe(0);
  });
});

describe("a domain that refuses in a wave", () => {
  const there = people(14, "liela-kaste.example");
  const elsewhere = spread(300);

  it("pauses the mailing and holds its addresses instead of ending them", async () => {
    const s = await underWay([...there, ...elsewhere]);
    for (const address of there.slice(0, 12)) await gone(s, address);
    expect(await state(s)).toEqual(["paused", "domain"]);
    expect(await s.count("SELECT count(*) FROM subscription WHERE ended_reason='bounced'")).toBe(9);
    expect(await readHeld(s.deps.db, s.mailingId)).toEqual({ people: 3, reasons: { "bounce.address": 3 } });
    expect(await s.rows("SELECT code FROM alert ORDER BY code")).toEqual([
      { code: "mailing.held" },
      { code: "mailing.paused" },
    ]);
    // A dead address elsewhere is still one.
    await gone(s, elsewhere[0] as string);
    expect(await s.count("SELECT count(*) FROM subscription WHERE ended_reason='bounced'")).toBe(10);
  });

  it.each([
    { n: 30, ended: 9 },
    { n: 60, ended: 18 },
  ])(
    "told of at the same moment, $ended of $n end and the others are held, as one after another",
    async ({ n, ended }) => {
      const all = people(n, "liela-kaste.example");
      const s = await underWay([...all, ...elsewhere.slice(0, 60)]);
      const answers = await Promise.all(all.map((address) => gone(s, address)));
      expect(new Set(answers)).toEqual(new Set([204]));
      expect(await s.count("SELECT count(*) FROM subscription WHERE ended_reason='bounced'")).toBe(ended);
      expect((await readHeld(s.deps.db, s.mailingId)).people).toBe(n - ended);
      expect(await state(s)).toEqual(["paused", "domain"]);
    },
  );

  it("is forgotten after an hour, and its name stands nowhere", async () => {
    const s = await underWay([...there, ...elsewhere]);
    for (const address of there.slice(0, 9)) await gone(s, address);
    const rows = await s.rows("SELECT mark, n FROM refusal_count");
    expect(rows).toEqual([{ mark: expect.stringMatching(/^[0-9a-f]{16}$/), n: 9 }]);
    s.clock.set(s.clock.now() + 61 * MINUTE);
    for (const address of there.slice(9, 12)) await gone(s, address);
    expect(await s.count("SELECT count(*) FROM subscription WHERE held_at IS NOT NULL")).toBe(0);
  });

  it("a list that is mostly of one domain has its dead addresses all the same", async () => {
    const s = await underWay(people(700, "liela-kaste.example"));
    for (let i = 0; i < 12; i++) await gone(s, `p${i}@liela-kaste.example`);
    expect(await state(s)).toEqual(["sending", null]);
    expect(await s.count("SELECT count(*) FROM subscription WHERE held_at IS NOT NULL")).toBe(0);
  });
});

describe("what is held is decided by a person", () => {
  async function held(): Promise<Hooked> {
    const s = await underWay(people(6));
    for (const i of [0, 1, 2]) await s.tell("email.bounced", `p${i}@pasts.example`, { bounce: BOUNCES.policy });
    return s;
  }

  it("released, they are mailed again later; the decision is on record and the alert over", async () => {
    const s = await held();
    expect(must(await decideHeld(s.deps, editor, { mailingId: s.mailingId, decision: "release" }))).toEqual({
      people: 3,
    });
    expect(await s.count("SELECT count(*) FROM subscription WHERE held_at IS NOT NULL")).toBe(0);
    expect(await s.count("SELECT count(*) FROM alert WHERE code='mailing.held' AND closed_at IS NULL")).toBe(0);
    const [act] = await s.rows("SELECT body FROM event WHERE typ='address.released'");
    expect(JSON.parse(String(act?.body))).toMatchObject({ mailing: s.mailingId, released: 3, by: "staff:ilze" });
    expect(must(await decideHeld(s.deps, editor, { mailingId: s.mailingId, decision: "end" }))).toEqual({ people: 0 });
    expect(await s.count("SELECT count(*) FROM person")).toBe(6);
  });

  it("ended, they are gone as dead addresses are", async () => {
    const s = await held();
    must(await decideHeld(s.deps, editor, { mailingId: s.mailingId, decision: "end" }));
    expect(await s.count("SELECT count(*) FROM person")).toBe(3);
    expect(await s.count("SELECT count(*) FROM subscription WHERE ended_reason='bounced'")).toBe(3);
    expect(await s.count("SELECT count(*) FROM suppression WHERE reason='bounced' AND scope='*'")).toBe(3);
    expect(await verifyLog(s.deps)).toEqual([]);
  });

  it("where nobody is held any more, the alert is over all the same", async () => {
    const s = await held();
    await s.client.execute("UPDATE subscription SET held_at=NULL");
    must(await decideHeld(s.deps, editor, { mailingId: s.mailingId, decision: "release" }));
    expect(await s.count("SELECT count(*) FROM alert WHERE code='mailing.held' AND closed_at IS NULL")).toBe(0);
  });

  it("not by somebody who may not", async () => {
    const s = await held();
    const no = await decideHeld(s.deps, press, { mailingId: s.mailingId, decision: "release" });
    expect(isRefusal(no) && no.code).toBe("staff.forbidden");
    expect(await s.count("SELECT count(*) FROM subscription WHERE held_at IS NOT NULL")).toBe(3);
  });

  it("after a resume one more refusal for policy holds its address and stops nothing", async () => {
    const s = await held();
    s.clock.set(s.clock.now() + MINUTE);
    await resume(s);
    s.clock.set(s.clock.now() + MINUTE);
    await s.tell("email.bounced", "p3@pasts.example", { bounce: BOUNCES.policy }, s.clock.now());
    expect(await state(s)).toEqual(["sending", null]);
    expect((await readHeld(s.deps.db, s.mailingId)).people).toBe(4);
  });
});
