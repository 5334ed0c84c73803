import { describe, expect, it } from "vitest";
import { cancelMailing } from "../../../src/domain/campaigns/cancel.ts";
import { resumeMailing } from "../../../src/domain/campaigns/resume.ts";
import { readMailing } from "../../../src/domain/campaigns/views.ts";
import { releaseRest } from "../../../src/domain/campaigns/waves/release.ts";
import { BOUNCES } from "../../fakes/resend-webhooks.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { auditor, editor } from "../imports/office.ts";
import { type Hooked, hookedAs } from "../messages/hooked.ts";
import { HOUR, passes } from "./days.ts";

const people = (n: number) => Array.from({ length: n }, (_, i) => `cilveks${i}@pasts${i % 9}.example`);
const pilot = { size: 20, waitHours: 24 };

async function piloted(n = 60): Promise<{ s: Scene; id: string }> {
  const s = await openScene();
  await s.importList(people(n));
  return { s, id: await s.campaign(undefined, { pilot }) };
}
const stands = async (s: Scene, id: string) => {
  const m = await readMailing(s.deps.db, id);
  return [m?.state, m?.wave, m?.heldReason];
};

describe("a pilot", () => {
  it("goes out first, to as many as were chosen, and the rest by itself after the wait", async () => {
    const { s, id } = await piloted();
    expect(s.mails).toHaveLength(20);
    expect(await stands(s, id)).toEqual(["sending", "waiting", null]);
    await passes(s, 23 * HOUR);
    expect(s.mails).toHaveLength(20);
    await passes(s, HOUR);
    expect(new Set(s.mails.map((m) => m.to)).size).toBe(60);
    expect(s.mails).toHaveLength(60);
    expect(await stands(s, id)).toEqual(["sent", null, null]);
    const begun = await s.client.execute("SELECT body FROM event WHERE typ='mailing.rest-begun'");
    expect(begun.rows.map((row) => JSON.parse(String(row.body)).by)).toEqual(["system:deliver"]);
  });

  it("is drawn anew for every campaign, from all alike", async () => {
    const chosen = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const { s } = await piloted(40);
      for (const mail of s.mails) chosen.add(mail.to);
    }
    // Three times half of forty: the same twenty each time would be one draw in 10^11.
    expect(chosen.size).toBeGreaterThan(20);
  });

  it("is followed at once where a person says so, and only by whoever may send", async () => {
    const { s, id } = await piloted();
    expect(await releaseRest(s.deps, auditor, { id })).toMatchObject({ code: "staff.forbidden" });
    must(await releaseRest(s.deps, editor, { id }));
    await s.run();
    expect(s.mails).toHaveLength(60);
    expect(await releaseRest(s.deps, editor, { id })).toMatchObject({ code: "campaigns.no_pilot_waits" });
  });

  it("is none where the list is no longer than it", async () => {
    const { s, id } = await piloted(20);
    expect(s.mails).toHaveLength(20);
    expect(await stands(s, id)).toEqual(["sent", null, null]);
  });

  it("that is cancelled while the rest waits leaves nobody undecided", async () => {
    const { s, id } = await piloted();
    must(await cancelMailing(s.deps, editor, { id }));
    await s.run();
    await passes(s, 25 * HOUR);
    expect(s.mails).toHaveLength(20);
    expect(await s.count("SELECT count(*) FROM message WHERE state='skipped' AND reason='cancelled'")).toBe(40);
  });
});

describe("a pilot stops by itself", () => {
  const hookedPilot = () => hookedAs({ pilot: { size: 100, waitHours: 24 } }, people(150));
  const asked = (s: Hooked) => s.mails.map((m) => m.to);

  it("at any complaint, tells named people, and goes on only by decision", async () => {
    const s = await hookedPilot();
    await s.tell("email.complained", asked(s)[0] as string);
    expect(await stands(s, s.mailingId)).toEqual(["paused", "waiting", "pilot-complaints"]);
    expect(await s.rows("SELECT code FROM alert")).toEqual([{ code: "mailing.paused" }]);
    await passes(s, 30 * HOUR);
    expect(s.mails).toHaveLength(100);
    const { heldAt } = (await readMailing(s.deps.db, s.mailingId)) ?? {};
    must(await resumeMailing(s.deps, editor, { id: s.mailingId, heldAt: heldAt ?? 0 }));
    await s.run();
    expect(s.mails).toHaveLength(150);
  });

  it("above two of a hundred dead addresses, not at two", async () => {
    const s = await hookedPilot();
    const dead = (n: number) => s.tell("email.bounced", asked(s)[n] as string, { bounce: BOUNCES.gone });
    await dead(0);
    await dead(1);
    expect(await stands(s, s.mailingId)).toEqual(["sending", "waiting", null]);
    await dead(2);
    expect(await stands(s, s.mailingId)).toEqual(["paused", "waiting", "pilot-bounces"]);
  });

  it("and after the decision counts anew", async () => {
    const s = await hookedPilot();
    await s.tell("email.complained", asked(s)[0] as string);
    const { heldAt } = (await readMailing(s.deps.db, s.mailingId)) ?? {};
    s.clock.set(s.clock.now() + 60_000);
    must(await resumeMailing(s.deps, editor, { id: s.mailingId, heldAt: heldAt ?? 0 }));
    expect(await stands(s, s.mailingId)).toEqual(["sending", "waiting", null]);
    s.clock.set(s.clock.now() + 60_000);
    await s.tell("email.complained", asked(s)[1] as string, {}, s.clock.now());
    expect(await stands(s, s.mailingId)).toEqual(["paused", "waiting", "pilot-complaints"]);
  });
});
