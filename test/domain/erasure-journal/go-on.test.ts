/** A copy older than what the journal still holds: a person decides to go on, and what is still there is applied all the same. */
import { expect, it } from "vitest";
import { goOnWithoutJournal } from "../../../src/domain/erasure-journal/go-on.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { memoryJournal } from "../../fakes/log-copy.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";
import { headOf, leave, liveIds, seal, settle } from "./house.ts";
import { backUp, restoreInto } from "./restored.ts";

it("whoever left after what the journal has thrown away is gone before the doors open, also when a person goes on", async () => {
  const desk = await openDesk({ journal: memoryJournal() });
  await desk.people(4);
  await seal(desk);
  const old = await backUp(desk);
  const [first, second, third] = (await liveIds(desk)) as [string, string, string];
  await leave(desk, first);
  await seal(desk);
  desk.clock.pass({ days: 40 });
  // A page that stays, and a line of the head.
  await leave(desk, second);
  await seal(desk);
  desk.clock.pass({ days: 1 });
  await leave(desk, third);
  await seal(desk);
  await handleJob(desk.deps, { kind: "retain" });
  await desk.work();
  const { since, pages } = await headOf(desk);
  expect([since > 0, pages.length]).toEqual([true, 1]);

  const restored = await restoreInto(desk, old);
  await settle(restored);
  expect((await restored.request("/")).status).toBe(503);
  expect(await liveIds(restored)).toHaveLength(4);
  expect(await goOnWithoutJournal(restored.deps, OPERATOR)).toBeUndefined();
  // Decided, and not open before the pages are applied.
  expect((await restored.request("/")).status).toBe(503);
  expect(await goOnWithoutJournal(restored.deps, OPERATOR)).toMatchObject({ code: "journal.nothing_to_decide" });
  await restored.work();
  await settle(restored);
  expect((await restored.request("/")).status).toBe(200);
  // Of the first nobody can know any more.
  const live = await liveIds(restored);
  expect(live).toHaveLength(2);
  expect(live).toContain(first);
  expect(await restored.rows("SELECT code FROM alert WHERE code LIKE 'journal.%' AND closed_at IS NULL")).toEqual([
    { code: "journal.applied" },
  ]);
  expect(await restored.rows("SELECT typ FROM event WHERE typ LIKE 'erasure.%' ORDER BY typ")).toEqual([
    { typ: "erasure.reapplied" },
    { typ: "erasure.unknown" },
  ]);
  await restored.check();
});
