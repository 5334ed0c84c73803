/** What the command `restore` says at its end: the numbers of this restore only, and never "start" while the doors stay shut. */
import { expect, it } from "vitest";
import { broughtUp, restore } from "../../../src/runtime/cli/backup/restore.ts";
import { type CliDeps, EXIT } from "../../../src/runtime/cli/command.ts";
import { memoryJournal } from "../../fakes/log-copy.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";
import { createWorld, type World } from "../../support/world.ts";
import { leave, liveIds, seal, settle } from "./house.ts";
import { backUp, restoreInto } from "./restored.ts";

const cli = (world: World): CliDeps => ({ ...world.deps, finish: async () => void (await world.work()) });
const copy = { bytes: 1, migrations: 1, at: 1, people: 1, entries: 1, signed: 1, journal: 1, restoreWindowDays: 30 };

async function told(world: World, began: number) {
  const after = await broughtUp(cli(world), began);
  const answer = { done: true, copy, before: undefined, ...after } as never;
  return { after, text: restore.show(answer), exit: restore.exit?.(answer) };
}

it("while nobody knows what was missed, it says so, is refused, and counts nothing of an earlier restore as its own", async () => {
  const journal = memoryJournal();
  const desk = await openDesk({ journal });
  await desk.people(3);
  await seal(desk);
  const old = await backUp(desk);
  await leave(desk, (await liveIds(desk))[0] as string);
  await seal(desk);

  const first = await restoreInto(desk, old);
  const began = first.clock.now();
  await settle(first);
  const well = await told(first, began);
  expect(well.after).toMatchObject({ ended: 1, tags: 1 });
  expect([well.exit, well.text]).toEqual([EXIT.done, expect.stringContaining("Start the program.")]);
  const alert = () => first.rows("SELECT detail FROM alert WHERE code = 'journal.applied' AND closed_at IS NULL");
  expect(await alert()).toHaveLength(1);

  // Its own copy, put back at once: nothing was missed, and the alert of the restore before is still open in it.
  const again = await restoreInto(first, await backUp(first));
  await settle(again);
  expect((await told(again, again.clock.now())).after).toEqual({ ended: 0, tags: 0, lostEntries: 0 });

  // The same file on a machine without the journal.
  const databaseUrl = `file:${await backUp(first)}`;
  const lost = await createWorld({ databaseUrl, journal: memoryJournal(), startAt: first.clock.now() + 60_000 });
  const then = lost.clock.now();
  await settle(lost);
  const shut = await told(lost, then);
  expect(shut.after).toMatchObject({ ended: 0, tags: 0, shut: { standing: "unknown", shut: true } });
  expect(shut.exit).toBe(EXIT.refused);
  expect(shut.text).toContain("journal go-on");
  expect(shut.text).not.toContain("Start the program");
  expect(shut.text).not.toContain("Erased again");
});
