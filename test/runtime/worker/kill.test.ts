/**
 * The kill drill in small on Workers: workerd over a real libSQL server, queues that bring jobs twice, in any order and
 * sometimes never (test/drill/house/unreliable-worker.ts), the Worker ended in the middle and started anew.
 */
import { expect, it } from "vitest";
import { runDrill } from "../../drill/drill.ts";
import { SHORT } from "../../drill/plan.ts";

it("a mailing through Workers whose queues deliver twice loses nobody and mails nobody twice", async () => {
  const report = await runDrill({ ...SHORT, runtime: "worker", kills: 2, seed: 15, stillMs: 2_500 });
  expect(report.broken).toEqual([]);
  expect(report.kills).toHaveLength(2);
  expect(report.numbers.sent).toBeGreaterThan(0);
  expect(report.figures["jobs that came again"]).toBeGreaterThan(0);
}, 240_000);
