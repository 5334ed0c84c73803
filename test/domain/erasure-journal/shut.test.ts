/** What is said while the doors are shut is newer than every line: the one-click of an old mail is taken even then. */
import { expect, it } from "vitest";
import { memoryJournal } from "../../fakes/log-copy.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";
import { headOf, leave, liveIds, seal, settle } from "./house.ts";
import { backUp, restoreInto } from "./restored.ts";

it("a one-click on the copy stands: no older line takes its tag away, nor makes it the older one, and the journal knows it", async () => {
  const desk = await openDesk({ journal: memoryJournal() });
  await desk.people(2);
  await desk.sent();
  await desk.work();
  const copy = await backUp(desk);
  const ids = (await liveIds(desk)) as [string, string];
  for (const id of ids) await leave(desk, id);
  await seal(desk);
  const tags = await desk.rows("SELECT lower(hex(tag)) || ' ' || scope AS key, day FROM suppression ORDER BY 1");
  expect(tags).toHaveLength(2);
  // One tag is lifted later; the other stays, as it was said then.
  const [lifted, stays] = tags.map(({ key }) => String(key)) as [string, string];
  await desk.client.execute({
    sql: "DELETE FROM suppression WHERE lower(hex(tag)) || ' ' || scope = ?",
    args: [lifted],
  });
  await seal(desk);
  desk.clock.pass({ days: 3 });

  const restored = await restoreInto(desk, copy);
  for (const id of ids) await leave(restored, id);
  const said = await restored.rows("SELECT lower(hex(tag)) || ' ' || scope AS key, day FROM suppression ORDER BY 1");
  expect(said.map(({ key }) => key)).toEqual([lifted, stays]);
  expect(said.every(({ day }) => String(day) > String(tags[0]?.day))).toBe(true);
  await restored.deps.queue.enqueue({ kind: "reapply" });
  await restored.work();
  await settle(restored);
  expect((await restored.request("/")).status).toBe(200);
  expect(await restored.rows("SELECT lower(hex(tag)) || ' ' || scope AS key, day FROM suppression ORDER BY 1")).toEqual(
    said,
  );
  await seal(restored);
  const { text } = await headOf(restored);
  for (const { key, day } of said)
    expect(text.filter((line) => line.startsWith(`tag ${key} `))).toEqual([
      expect.stringMatching(new RegExp(`^tag ${key} \\w+ ${day} `)),
    ]);
  await restored.check();
});
