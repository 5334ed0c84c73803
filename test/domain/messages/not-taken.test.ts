import { describe, expect, it } from "vitest";
import type { Handover } from "../../../src/deps.ts";
import { resumeMailing } from "../../../src/domain/campaigns/resume.ts";
import { readMailing, readNumbers } from "../../../src/domain/campaigns/views.ts";
import { watchMailing } from "../../../src/domain/messages/watch.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { editor } from "../imports/office.ts";
import { hooked, people } from "./hooked.ts";

const invalid: Handover = { outcome: "refused", code: "provider.invalid" };

interface Mailed extends Scene {
  id: string;
  state(): Promise<unknown[]>;
}

/** A campaign to n people through a provider that refuses the hand-overs that `refuses` names, counted from 0. */
async function mailed(n: number, limit: number, refuses: (nth: number) => boolean): Promise<Mailed> {
  const scene = await openScene(limit);
  let nth = 0;
  scene.mailer.handOver = async (mails) => {
    if (refuses(nth++)) return invalid;
    scene.mails.push(...mails);
    return { outcome: "accepted", ids: mails.map((mail) => `id-${mail.to}`) };
  };
  await scene.importList(people(n));
  const id = await scene.campaign();
  const state = async () => {
    const mailing = await readMailing(scene.deps.db, id);
    return [mailing?.state, mailing?.heldReason];
  };
  return { ...scene, id, state };
}

async function resume(s: Mailed): Promise<void> {
  s.clock.set(s.clock.now() + 60_000);
  const mailing = await readMailing(s.deps.db, s.id);
  must(await resumeMailing(s.deps, editor, { id: s.id, heldAt: mailing?.heldAt ?? 0 }));
}

describe("a provider that does not take the mails themselves", () => {
  it("stops the mailing at the tenth in a row, whatever the size of a batch, and named people are told", async () => {
    const s = await mailed(60, 20, () => true);
    expect(await s.state()).toEqual(["paused", "provider"]);
    expect(await readNumbers(s.deps.db, s.id)).toMatchObject({ sent: 0, failed: 10, waiting: 50 });
    const alerts = await s.client.execute("SELECT code, subject FROM alert");
    expect(alerts.rows.map((row) => ({ ...row }))).toEqual([{ code: "mailing.paused", subject: s.id }]);
  });

  it("stops it at the tenth in a row also where many were taken before", async () => {
    const s = await mailed(80, 1, (nth) => nth >= 60);
    expect(await s.state()).toEqual(["paused", "provider"]);
    expect(await readNumbers(s.deps.db, s.id)).toMatchObject({ sent: 60, failed: 10, waiting: 10 });
  });

  it("stops it where every third is refused, and not where it is every fifth", async () => {
    const third = await mailed(60, 1, (nth) => nth % 3 === 2);
    expect(await third.state()).toEqual(["paused", "provider"]);
    expect(await readNumbers(third.deps.db, third.id)).toMatchObject({ sent: 20, failed: 10 });
    const fifth = await mailed(60, 1, (nth) => nth % 5 === 4);
    expect(await fifth.state()).toEqual(["sent", null]);
    expect(await readNumbers(fifth.deps.db, fifth.id)).toMatchObject({ sent: 48, failed: 12 });
  });

  it("once a person has let it go on, counts only what is new: mended, all others are sent", async () => {
    let faulty = true;
    const s = await mailed(40, 5, () => faulty);
    await resume(s);
    expect(await watchMailing(s.deps, s.id)).toBe(undefined);
    faulty = false;
    await s.run();
    expect(await s.state()).toEqual(["sent", null]);
    expect(await readNumbers(s.deps.db, s.id)).toMatchObject({ sent: 30, failed: 10 });
  });

  it("and still at fault after that, it stops it again after ten more", async () => {
    const s = await mailed(40, 5, () => true);
    await resume(s);
    await s.run();
    expect(await s.state()).toEqual(["paused", "provider"]);
    expect(await readNumbers(s.deps.db, s.id)).toMatchObject({ sent: 0, failed: 20, waiting: 20 });
  });

  it("is heard of also where it took them first and tells afterwards that it did not send", async () => {
    const all = people(30);
    const s = await hooked(all);
    await s.client.execute("UPDATE mailing SET state='sending', finished_at=NULL");
    for (const address of all.slice(0, 9)) await s.tell("email.failed", address);
    expect((await readMailing(s.deps.db, s.mailingId))?.state).toBe("sending");
    await s.tell("email.failed", all[9] as string);
    expect((await readMailing(s.deps.db, s.mailingId))?.heldReason).toBe("provider");
  });
});
