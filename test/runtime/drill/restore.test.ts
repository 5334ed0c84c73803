/**
 * The restore drill in small, with a fixed seed (test/drill/restore; `npm run drill:restore` is the same at full size): real
 * processes, copies beside a running server, SIGKILL in the middle of an answer and of a restore.
 */
import { expect, it } from "vitest";
import { runRestoreDrill, SHORT } from "../../drill/restore/drill.ts";

/** Many processes start one after another: a busy machine is no fault. */
const TIMEOUT = 300_000;

it(
  "a restored backup puts nobody back who left, wherever the restore is killed",
  async () => {
    const report = await runRestoreDrill({ ...SHORT, seed: 3 });
    expect(report.broken).toEqual([]);
    expect(report.rounds).toHaveLength(SHORT.rounds);
    expect(report.rounds.reduce((sum, round) => sum + round.endedAgain, 0)).toBeGreaterThan(0);
    expect(report.live).toBeGreaterThan(SHORT.people / 3);
  },
  TIMEOUT,
);
