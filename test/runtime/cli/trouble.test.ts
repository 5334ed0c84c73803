/** Stopping a mailing and looking at what waits, from the command line. */
import { expect, it } from "vitest";
import { readMailing } from "../../../src/domain/campaigns/views.ts";
import { recordDeadLetter } from "../../../src/domain/dead-letters/record.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { type CliDeps, OPERATOR, operatorNamed, UsageError } from "../../../src/runtime/cli/command.ts";
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
    const answer = await named(name).run?.(deps, { words, options: { yes: true } });
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
  expect(status.shown).toContain(
    "Audience 30 = sent 20 + skipped 0 + failed 0 + unknown 0 + with the mail service 0 + still to send 10.",
  );
  expect((await run("campaign resume", id)).answer).toMatchObject({ state: "sent", held: null });
  expect((await run("campaign resume", id)).shown).toBe("campaigns.not_paused");
  expect((await run("campaign cancel", id)).shown).toBe("campaigns.not_under_way");
  for (const name of ["campaign pause", "campaign resume", "campaign cancel"])
    expect((await run(name, "none")).shown).toBe("campaigns.unknown");
  await s.check();
});

it("asks before it cancels for good: without a terminal and without --yes nothing is changed", async () => {
  const s = await stage(30);
  const deps: CliDeps = { ...s.deps, finish: async () => void (await s.work()) };
  const id = await s.begin();
  s.at.set(2, async () => ({ outcome: "later", code: "provider.quota_day", retryAfterMs: 3_600_000 }));
  await s.work();
  const cancel = (options: Record<string, boolean>) => named("campaign cancel").run?.(deps, { words: [id], options });
  await expect(cancel({})).rejects.toThrow(
    /for good\? 20 people will get no e-mail; 10 e-mails are out and stay out.* say --yes/,
  );
  await expect(cancel({})).rejects.toThrow(UsageError);
  expect((await readMailing(s.deps.db, id))?.state).toBe("sending");
  expect(await cancel({ yes: true })).toMatchObject({ state: "cancelled" });
  await s.check();
});

it("says in the history who gave the command: a member of staff by name, or the command line", async () => {
  const s = await stage(30);
  const deps: CliDeps = { ...s.deps, finish: async () => void (await s.work()) };
  const id = await s.begin();
  s.at.set(2, async () => ({ outcome: "later", code: "provider.quota_day", retryAfterMs: 3_600_000 }));
  await s.work();
  const [member] = await s.rows("SELECT id, email FROM user WHERE role='editor'");
  const operator = await operatorNamed(deps, String(member?.email));
  expect(operator).toEqual({ ...OPERATOR, id: member?.id });
  await named("campaign pause").run?.(deps, { words: [id], options: {}, operator });
  expect(await s.read(s.editor, id)).toContain("Sūtīšana apturēta plkst. 10.00, Paraugs editor (komandrindā)");
  const shown = named("alerts").show((await named("alerts").run?.(deps, { words: [], options: {} })) as never);
  expect(shown).toMatch(/Sending was paused by Paraugs editor: Nedēļas apskats: rudens\n.*\/staff\/mailings\//);
  await named("campaign cancel").run?.(deps, { words: [id], options: { yes: true } });
  expect(await s.read(s.editor, id)).toContain("Sūtījums atcelts plkst. 10.00, komandrinda");
  await expect(operatorNamed(deps, "neviens@ministrija.example")).rejects.toThrow("no member of staff");
  expect(await operatorNamed(deps, undefined)).toEqual(OPERATOR);
});

it("sends again what failed through a fault of ours, and tells before how many and why", async () => {
  const s = await stage(25);
  const deps: CliDeps = { ...s.deps, finish: async () => void (await s.work()) };
  const run = (options: Record<string, boolean>) =>
    named("campaign send-again").run?.(deps, { words: [id], options }) as Promise<never>;
  const id = await s.begin();
  s.at.set(3, async (mails) => ({
    outcome: "each",
    mails: mails.map(() => ({ outcome: "refused", code: "provider.invalid" })),
  }));
  await s.work();
  expect(named("campaign send-again").show(await run({ look: true }))).toBe(
    "5 e-mails failed through a fault of ours.\n  5  provider.invalid",
  );
  expect(await run({})).toMatchObject({ state: "sent", numbers: { sent: 25, failed: 0 } });
  expect(await run({})).toMatchObject({ code: "messages.nothing_left" });
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
