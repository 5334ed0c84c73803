/** Asking for a time stamp from the command line: whoever has set an authority up sees whether it works. */
import { expect, it, onTestFinished } from "vitest";
import type { CliDeps } from "../../../src/runtime/cli/command.ts";
import { commands } from "../../../src/runtime/cli/commands.ts";
import { startFakeTsa } from "../../fakes/tsa.ts";
import { createWorld } from "../../support/world.ts";

it("says what came of it, also while a failed try would wait, and ends so that a script notices", async () => {
  const world = await createWorld();
  const deps: CliDeps = { ...world.deps, finish: async () => void (await world.work()) };
  const command = commands.find(({ name }) => name === "log time-stamp");
  const run = async () => {
    const answer = (await command?.run?.(deps, { words: [], options: {} })) as never;
    return { shown: command?.show(answer), exit: command?.exit?.(answer) };
  };
  expect((await run()).shown).toContain("There are no time stamps.");

  const tsa = await startFakeTsa({ now: () => world.clock.now() });
  onTestFinished(() => tsa.stop());
  world.deps.config.timeStamps.authorities.push(tsa.settings());
  for (const code of [401, 403]) {
    tsa.misbehave({ is: "status", status: code });
    expect(await run()).toEqual({
      shown: expect.stringContaining("Failed:    fake: The service does not accept our user name and password."),
      exit: 1,
    });
  }
  tsa.misbehave();
  const { shown, exit } = await run();
  expect([exit, shown]).toEqual([
    0,
    expect.stringMatching(/^Asked: {5}fake\nLast: {6}2026-11-22T08:.* by Test time stamps/),
  ]);
  expect((await run()).shown).toContain("nobody, everything is covered");
  await world.check();
});
