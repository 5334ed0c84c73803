/** What failed through a fault of ours is sent after all: once, by one press, and only what was never with the provider. */
import { describe, expect, it } from "vitest";
import type { Handover } from "../../../src/deps.ts";
import { cancelMailing } from "../../../src/domain/campaigns/cancel.ts";
import { resumeMailing } from "../../../src/domain/campaigns/resume.ts";
import { readActs } from "../../../src/domain/campaigns/views/course.ts";
import { readMailing, readNumbers } from "../../../src/domain/campaigns/views.ts";
import { planAnew } from "../../../src/domain/messages/plan-anew.ts";
import { readFailedOfOurs } from "../../../src/domain/messages/views/failed.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { auditor, editor } from "../imports/office.ts";
import { people } from "./hooked.ts";

const invalid: Handover = { outcome: "refused", code: "provider.invalid" };

interface Broken extends Scene {
  id: string;
  /** From now on the provider takes what it gets. */
  repair(): void;
  failed(): Promise<number>;
  press(n: number): ReturnType<typeof planAnew>;
}

/** A campaign through a provider that takes the first `taken` e-mails, one by one, and no other. */
async function broken(n: number, taken = 0): Promise<Broken> {
  const scene = await openScene(1);
  let faulty = true;
  scene.mailer.handOver = async (mails) => {
    if (faulty && scene.mails.length >= taken) return invalid;
    scene.mails.push(...mails);
    return { outcome: "accepted", ids: mails.map((mail) => `id-${mail.to}`) };
  };
  await scene.importList(people(n));
  const id = await scene.campaign();
  return {
    ...scene,
    id,
    repair() {
      faulty = false;
    },
    failed: async () => (await readFailedOfOurs(scene.deps.db, id)).n,
    press: (seen) => planAnew(scene.deps, editor, { mailingId: id, n: seen }),
  };
}

const once = (s: Broken) => new Set(s.mails.map((mail) => mail.to)).size === s.mails.length;
const numbers = (s: Broken) => readNumbers(s.deps.db, s.id);

describe("what failed through a fault of ours", () => {
  it("is sent once the fault is repaired, to each person once, and the history says who had it sent", async () => {
    const s = await broken(9, 4);
    expect(await numbers(s)).toMatchObject({ audience: 9, sent: 4, failed: 5, waiting: 0 });
    s.repair();
    expect(must(await s.press(5))).toEqual({ id: s.id, messages: 5 });
    expect(await readMailing(s.deps.db, s.id)).toMatchObject({ state: "sending", finishedAt: null });
    await s.run();
    expect(await numbers(s)).toMatchObject({ audience: 9, sent: 9, failed: 0, skipped: 0, unknown: 0, waiting: 0 });
    expect((await readMailing(s.deps.db, s.id))?.state).toBe("sent");
    expect([s.mails.length, once(s)]).toEqual([9, true]);
    const acts = await readActs(s.deps.db, s.id);
    expect(acts.filter((act) => act.typ === "mailing.failed-planned")).toMatchObject([
      { by: "staff:ilze", messages: 5 },
    ]);
  });

  it("waits with the others where the mailing is paused, and goes out when it is let go on", async () => {
    const s = await broken(30);
    const held = await readMailing(s.deps.db, s.id);
    expect([held?.state, held?.heldReason, await s.failed()]).toEqual(["paused", "provider", 10]);
    s.repair();
    must(await s.press(10));
    await s.run();
    expect(await numbers(s)).toMatchObject({ sent: 0, failed: 0, waiting: 30 });
    must(await resumeMailing(s.deps, editor, { id: s.id, heldAt: held?.heldAt ?? 0 }));
    await s.run();
    expect(await numbers(s)).toMatchObject({ audience: 30, sent: 30, failed: 0 });
    expect(once(s)).toBe(true);
  });

  it("still at fault, it fails again and adds up", async () => {
    const s = await broken(5, 2);
    must(await s.press(3));
    await s.run();
    expect(await numbers(s)).toMatchObject({ audience: 5, sent: 2, failed: 3, waiting: 0 });
    expect(await s.failed()).toBe(3);
  });

  it("is planned by one of two presses, whoever is second is told that nothing is left", async () => {
    const s = await broken(8, 3);
    s.repair();
    const both = await Promise.all([s.press(5), s.press(5)]);
    expect(both.filter((one) => "messages" in one)).toHaveLength(1);
    await s.run();
    expect(await s.press(5)).toMatchObject({ code: "messages.nothing_left" });
    expect([s.mails.length, once(s)]).toEqual([8, true]);
    expect(await numbers(s)).toMatchObject({ audience: 8, sent: 8 });
  });

  it("is asked for permission like everybody: whoever left meanwhile is skipped, with the reason", async () => {
    const s = await broken(4, 2);
    const row = await s.client.execute(
      "SELECT subscription_id, person_id FROM message WHERE state='failed' ORDER BY person_id LIMIT 1",
    );
    await s.client.execute({
      sql: "UPDATE person SET restricted_at=1 WHERE id=?",
      args: [row.rows[0]?.person_id ?? ""],
    });
    s.repair();
    must(await s.press(2));
    await s.run();
    expect(await numbers(s)).toMatchObject({ audience: 4, sent: 3, skipped: 1, failed: 0 });
    const left = await s.client.execute("SELECT reason FROM message WHERE state='skipped'");
    expect(left.rows[0]?.reason).toBe("restricted");
  });

  it("is nothing that may have been with the provider, nor a fault of the address", async () => {
    const s = await broken(6);
    expect(await s.failed()).toBe(6);
    const people = (await s.client.execute("SELECT person_id FROM message ORDER BY person_id")).rows;
    const set = (i: number, what: string) =>
      s.client.execute({ sql: `UPDATE message SET ${what} WHERE person_id=?`, args: [people[i]?.person_id ?? ""] });
    await set(0, "sent_at=1");
    await set(1, "provider_id='there'");
    await set(2, "reason='provider.failed'");
    await set(3, "reason='bounce.address'");
    await set(4, "reason='mail.render'");
    expect(await readFailedOfOurs(s.deps.db, s.id)).toEqual({
      n: 2,
      reasons: [
        { reason: "mail.render", n: 1 },
        { reason: "provider.invalid", n: 1 },
      ],
    });
    s.repair();
    must(await s.press(2));
    await s.run();
    expect(await numbers(s)).toMatchObject({ sent: 2, failed: 4 });
  });

  it("is refused for whoever may not decide, about another number, and where nothing more may go out", async () => {
    const s = await broken(3, 1);
    expect(await planAnew(s.deps, auditor, { mailingId: s.id, n: 2 })).toMatchObject({ code: "staff.forbidden" });
    expect(await s.press(1)).toMatchObject({ code: "messages.number_stale", values: { n: 2 } });
    expect(await planAnew(s.deps, editor, { mailingId: "none", n: 2 })).toMatchObject({ code: "campaigns.unknown" });
    s.clock.set(s.clock.now() + 60 * 86_400_000);
    expect(await s.press(2)).toMatchObject({ code: "messages.too_late" });
    const paused = await broken(30);
    must(await cancelMailing(paused.deps, editor, { id: paused.id }));
    await paused.run();
    expect(await paused.press(10)).toMatchObject({ code: "messages.cancelled" });
    expect(await numbers(paused)).toMatchObject({ failed: 10, skipped: 20 });
  });
});
