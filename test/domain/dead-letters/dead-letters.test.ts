import { expect, it } from "vitest";
import { dismissDeadLetter } from "../../../src/domain/dead-letters/dismiss.ts";
import { recordDeadLetter } from "../../../src/domain/dead-letters/record.ts";
import { retryDeadLetter } from "../../../src/domain/dead-letters/retry.ts";
import { letterOf } from "../../../src/domain/dead-letters/rules.ts";
import { readDeadLetters } from "../../../src/domain/dead-letters/views.ts";
import type { Job } from "../../../src/jobs.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { createWorld } from "../../support/world.ts";

const DELIVER: Job = { kind: "deliver", mailingId: "m1" };

it("the same job dies once, whatever its turn; nothing but ids is kept, and one alert says so", async () => {
  const { deps, rows } = await createWorld();
  await recordDeadLetter(deps, { ...DELIVER, turn: "t1" });
  await recordDeadLetter(deps, { turn: "t2", mailingId: "m1", kind: "deliver" } as Job);
  expect(await rows("SELECT job, times FROM dead_letter")).toEqual([
    { job: '{"kind":"deliver","mailingId":"m1"}', times: 2 },
  ]);
  expect(await rows("SELECT code, subject FROM alert")).toEqual([{ code: "job.dead", subject: "deliver" }]);
});

it("trying again puts the job into its queue, once; the alert ends with the last letter of its kind", async () => {
  const { deps, jobs, work, rows } = await createWorld();
  await recordDeadLetter(deps, DELIVER);
  await recordDeadLetter(deps, { kind: "deliver", mailingId: "m2" });
  await recordDeadLetter(deps, { kind: "seal" });
  await work();
  const open = () => rows("SELECT subject FROM alert WHERE closed_at IS NULL ORDER BY 1");
  const enqueued: Job[] = [];
  const watched = { ...deps, queue: { enqueue: async (job: Job) => void enqueued.push(job) } };
  expect(await retryDeadLetter(watched, OPERATOR, { job: letterOf(DELIVER) })).toEqual({ kind: "deliver" });
  expect(enqueued).toEqual([DELIVER]);
  expect(await retryDeadLetter(watched, OPERATOR, { job: letterOf(DELIVER) })).toMatchObject({
    code: "dead-letters.unknown",
  });
  expect(await open()).toEqual([{ subject: "deliver" }, { subject: "seal" }]);
  expect(await dismissDeadLetter(deps, OPERATOR, { job: letterOf({ kind: "deliver", mailingId: "m2" }) })).toEqual({
    kind: "deliver",
  });
  expect(await open()).toEqual([{ subject: "seal" }]);
  expect((await readDeadLetters(deps.db)).map(({ kind }) => kind)).toEqual(["seal"]);
  expect(jobs).toEqual([]);
});

it("only what is on the list is enqueued: a form cannot make up work", async () => {
  const { deps, jobs } = await createWorld();
  const made = JSON.stringify({ kind: "erase-page", mailingId: "m1" });
  expect(await retryDeadLetter(deps, OPERATOR, { job: made })).toMatchObject({ code: "dead-letters.unknown" });
  expect(jobs).toEqual([]);
});
