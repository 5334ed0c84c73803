/** Stopping a mailing and looking at what waits, from the command line. */
import { expect, it } from "vitest";
import { recordDeadLetter } from "../../../src/domain/dead-letters/record.ts";
import { isRefusal } from "../../../src/refusal.ts";
import type { CliDeps } from "../../../src/runtime/cli/command.ts";
import { commands } from "../../../src/runtime/cli/commands.ts";
import { stage } from "../../http/staff/campaigns/stage.ts";
import { createWorld } from "../../support/world.ts";

const named = (name: string) => {
  const found = commands.find((c) => c.name === name);
  if (!found) throw new Error(name);
  return found;
};

it("pauses, goes on and cancels, and says how the mailing stands", async () => {
  const s = await stage(30);
  const deps: CliDeps = { ...s.deps, finish: async () => void (await s.work()) };
  const run = async (name: string, ...words: string[]) => {
    const answer = await named(name).run?.(deps, { words, options: {} });
    return { answer, shown: isRefusal(answer) ? answer.code : named(name).show(answer as never) };
  };
  const id = await s.begin();
  s.at.set(2, async () => {
    expect((await run("campaign pause", id)).answer).toMatchObject({ state: "paused" });
    return undefined;
  });
  await s.work();
  const status = await run("campaign status", id);
  expect(status.shown).toContain("Paused since 2026-11-22T08:00:00.");
  expect(status.shown).toContain("because: somebody paused it.");
  expect(status.shown).toContain("Audience 30 = sent 20 + skipped 0 + failed 0 + unknown 0 + waiting 10.");
  expect((await run("campaign resume", id)).answer).toMatchObject({ state: "sent", held: null });
  expect((await run("campaign resume", id)).shown).toBe("campaigns.not_paused");
  expect((await run("campaign cancel", id)).shown).toBe("campaigns.not_under_way");
  for (const name of ["campaign pause", "campaign resume", "campaign cancel"])
    expect((await run(name, "none")).shown).toBe("campaigns.unknown");
  await s.check();
});

it("lists alerts and failed work, and tries it again by the name it shows", async () => {
  const world = await createWorld();
  const deps: CliDeps = { ...world.deps, finish: async () => void (await world.work()) };
  const run = async (name: string, ...words: string[]) => {
    const answer = await named(name).run?.(deps, { words, options: {} });
    return { answer, shown: isRefusal(answer) ? answer.code : named(name).show(answer as never) };
  };
  expect((await run("alerts")).shown).toBe("Nothing is waiting for a person.");
  expect((await run("dead-letters")).shown).toBe("No task has failed.");
  await recordDeadLetter(world.deps, { kind: "deliver", mailingId: "m1", turn: "t" });
  await recordDeadLetter(world.deps, { kind: "seal" });
  await recordDeadLetter(world.deps, { kind: "seal" });
  await world.work();
  expect((await run("alerts")).shown).toContain("A task has failed repeatedly");
  expect((await run("alerts")).shown).toContain("/staff/work");
  const listed = (await run("dead-letters")).answer as { job: string; times: number }[];
  expect(listed.map(({ job, times }) => [job, times]).sort()).toEqual([
    ["deliver/m1", 1],
    ["seal", 2],
  ]);
  expect((await run("dead-letters retry", "plan/m9")).shown).toBe("dead-letters.unknown");
  expect((await run("dead-letters retry", "seal")).shown).toBe("Tried again: seal. Still failed: deliver/m1.");
  expect((await run("dead-letters retry", "all")).shown).toBe("Tried again: deliver/m1. No failed task is left.");
  expect((await run("alerts")).answer).toEqual([]);
});
