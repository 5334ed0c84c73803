/**
 * The kill drill in small, with fixed seeds (test/drill/drill.ts; `npm run drill:kill` is the same at full size): real
 * processes, SIGKILL, a provider that fails, a queue that repeats and forgets, a clock that jumps, people who leave.
 */
import { expect, it } from "vitest";
import { runDrill } from "../../drill/drill.ts";
import { type DrillOptions, SHORT } from "../../drill/plan.ts";

/** Many processes start one after another: a busy machine is no fault. */
const TIMEOUT = 240_000;

it.each<[string, Partial<DrillOptions>]>([
  ["Resend, loses nobody and mails nobody twice", { mailer: "resend", seed: 11 }],
  ["Resend with two processes over one database, as well", { processes: 2, seed: 12 }],
  ["SMTP: nothing is sent again whose outcome is unknown", { mailer: "smtp", seed: 13 }],
])(
  "a mailing that is killed at any moment, through %s",
  async (_, change) => {
    const report = await runDrill({ ...SHORT, ...change });
    expect(report.broken).toEqual([]);
    expect(report.kills).toHaveLength(SHORT.kills);
    expect(report.leavers).toBeGreaterThan(0);
    expect(report.numbers.sent).toBeGreaterThan(0);
  },
  TIMEOUT,
);
