import { expect, it } from "vitest";
import type { Job } from "../../../src/jobs.ts";
import { createLog } from "../../../src/platform/log.ts";
import { createLocalQueue } from "../../../src/runtime/node/queue.ts";

const log = (lines: string[] = []) =>
  createLog(
    (line) => lines.push(line),
    () => 0,
  );
const deliver = (mailingId: string): Job => ({ kind: "deliver", mailingId });

it("does each waiting job once, however often it was put in", async () => {
  const done: string[] = [];
  const queue = createLocalQueue(async (job) => void done.push(JSON.stringify(job)), log());
  for (let i = 0; i < 5; i++) await queue.enqueue(deliver("a"));
  await queue.idle();
  expect(done).toEqual([JSON.stringify(deliver("a"))]);
});

it("a job put in while it runs is done again", async () => {
  let runs = 0;
  const queue = createLocalQueue(async (job) => {
    if (++runs === 1) await queue.enqueue(job);
  }, log());
  await queue.enqueue(deliver("a"));
  await queue.idle();
  expect(runs).toBe(2);
});

it("what a person waits for does not stand behind bulk work", async () => {
  const done: string[] = [];
  let open: () => void = () => {};
  const gate = new Promise<void>((go) => {
    open = go;
  });
  const queue = createLocalQueue(async (job) => {
    if (job.kind === "deliver") await gate;
    done.push(job.kind);
    if (job.kind === "seal") open();
  }, log());
  for (const id of ["a", "b", "c", "d"]) await queue.enqueue(deliver(id));
  await queue.enqueue({ kind: "seal" });
  await queue.idle();
  expect(done[0]).toBe("seal");
});

it("a burst of answers looks for its receipts once in a while, not once for each answer; late looks come together too", async () => {
  const runs: number[] = [];
  const queue = createLocalQueue(async () => {
    runs.push(performance.now());
    // What is not sealed yet is looked for again, as often as somebody looks.
    if (runs.length <= 3) for (let i = 0; i < 50; i++) await queue.enqueue({ kind: "receipts" }, { delaySeconds: 1 });
  }, log());
  const began = performance.now();
  // Each answer comes in a turn of its own, as over HTTP.
  for (let answers = 0; answers < 2_000; answers++) {
    await queue.enqueue({ kind: "receipts" });
    if (answers % 10 === 0) await new Promise((next) => setImmediate(next));
  }
  await queue.idle();
  // Four looks a second at most, however long this machine takes.
  expect(runs.length).toBeLessThanOrEqual((performance.now() - began) / 250 + 1);
  expect(runs.length).toBeLessThan(200);
  // None was lost: the last one asked for came after all that asked.
  expect(Math.max(...runs)).toBeGreaterThanOrEqual(began + 1_000);
});

it("a look that is asked for later is not lost because one comes before it is due", async () => {
  const done: number[] = [];
  const queue = createLocalQueue(async () => void done.push(performance.now()), log());
  const began = performance.now();
  await queue.enqueue({ kind: "receipts" }, { delaySeconds: 2 });
  await queue.enqueue({ kind: "receipts" });
  await queue.idle();
  expect(done).toHaveLength(2);
  expect(done[1]).toBeGreaterThanOrEqual(began + 1_999);
});

it("a fault is logged by kind and error class, and others go on", async () => {
  const lines: string[] = [];
  const done: string[] = [];
  const queue = createLocalQueue(async (job) => {
    if (job.kind === "plan") throw new RangeError("secret words");
    done.push(job.kind);
  }, log(lines));
  await queue.enqueue({ kind: "plan", mailingId: "a" });
  await queue.enqueue(deliver("b"));
  while (done.length === 0 || lines.length === 0) await new Promise((next) => setImmediate(next));
  await queue.stop(0);
  expect(JSON.parse(lines[0] as string)).toMatchObject({ what: "job", kind: "plan", error: "RangeError", attempt: 1 });
  expect(lines.join()).not.toContain("secret words");
});

it("stopping waits for what runs, and takes nothing more", async () => {
  const done: string[] = [];
  let begun: () => void = () => {};
  const began = new Promise<void>((go) => {
    begun = go;
  });
  const queue = createLocalQueue(async (job) => {
    begun();
    await new Promise((next) => setImmediate(next));
    done.push(JSON.stringify(job));
  }, log());
  await queue.enqueue(deliver("a"));
  await began;
  await queue.stop(5000);
  expect(done.length).toBe(1);
  await queue.enqueue(deliver("b"));
  await queue.idle();
  expect(done.length).toBe(1);
});

it("a job that fails as often as it may is given away once, and others go on; a fault there is only logged", async () => {
  const lines: string[] = [];
  const dead: Job[] = [];
  let tries = 0;
  const queue = createLocalQueue(
    async (job) => {
      if (job.kind !== "plan") return;
      tries++;
      throw new RangeError("again");
    },
    log(lines),
    {
      dead: async (job) => {
        dead.push(job);
        throw new Error("no database");
      },
      pauseAfter: () => 0,
    },
  );
  await queue.enqueue({ kind: "plan", mailingId: "a" });
  await queue.enqueue(deliver("b"));
  await queue.idle();
  expect([tries, dead]).toEqual([6, [{ kind: "plan", mailingId: "a" }]]);
  expect(lines.map((line) => JSON.parse(line).what)).toEqual([...Array(6).fill("job"), "dead letter"]);
});

it("bulk work begins only when it is calm; what a person waits for does not ask", async () => {
  const done: string[] = [];
  let calmed: () => void = () => {};
  const calm = new Promise<void>((go) => {
    calmed = go;
  });
  const queue = createLocalQueue(
    async (job) => {
      done.push(job.kind);
      if (job.kind === "seal") calmed();
    },
    log(),
    { calm: () => calm },
  );
  await queue.enqueue(deliver("a"));
  await queue.enqueue({ kind: "seal" });
  await queue.idle();
  expect(done).toEqual(["seal", "deliver"]);
});
