/** What happens to the program in a drill, drawn from the seed: when it is killed, whom it hits, what its clock says then. */
import { between, randomFor } from "../support/random.ts";
import type { Moment } from "./provider/provider.ts";

export interface DrillOptions {
  seed: number;
  recipients: number;
  kills: number;
  /** node: processes over one database file. worker: workerd over a libSQL server. */
  runtime: "node" | "worker";
  /** Processes over one database. */
  processes: 1 | 2;
  mailer: "resend" | "smtp";
  /** People who leave by one click while the mailing runs. */
  withdrawals: number;
  /** Share of mails of which the provider tells events. */
  eventShare: number;
  /** The provider fails in every way it knows; without `silence` it never just says nothing, which takes 20 seconds. */
  chaos: boolean;
  silence: boolean;
  /** Share of jobs that the queue loses. */
  lost: number;
  /** Where nothing has changed for so long, real milliseconds, the clock moves on by more than a lease. */
  stillMs: number;
  /** A drill that is not over by then is given up. */
  mostSeconds: number;
}

export const FULL: DrillOptions = {
  seed: 1,
  recipients: 20_000,
  kills: 20,
  runtime: "node",
  processes: 1,
  mailer: "resend",
  withdrawals: 200,
  eventShare: 0.25,
  chaos: true,
  silence: true,
  lost: 0.01,
  stillMs: 2_500,
  mostSeconds: 1_800,
};

/** For `npm test`: the same in small. */
export const SHORT: DrillOptions = {
  ...FULL,
  recipients: 300,
  kills: 3,
  withdrawals: 25,
  eventShare: 1,
  silence: false,
  stillMs: 700,
  mostSeconds: 200,
};

/** When a process is killed: rows are planned, mails are with the provider at a moment of a hand-over, or just after a start. */
export type When =
  | { planned: number }
  | { mails: number; moment: Moment["what"]; lateMs: number }
  | { afterStartMs: number };

export interface Strike {
  when: When;
  /** Which process; all of them at once with `all`. */
  victim: number | "all";
  /** How much later it is when the dead are started again. Less than nothing: the clock was put back. */
  passMs: number;
}

export interface Jump {
  /** With so many mails at the provider, while everything runs. */
  mails: number;
  passMs: number;
}

export interface Plan {
  strikes: Strike[];
  jumps: Jump[];
  /** Of each withdrawal: with how many mails at the provider, and whose (a place in the audience). */
  withdrawals: { mails: number; who: number }[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Longer than the leases of a chain and of an attempt. */
export const USUAL_PASS_MS = 150_000;
/** One is an outage; one outlives the provider's memory of keys; one puts the clock back. */
const UNUSUAL_PASSES = [-45_000, 25 * HOUR, 2 * HOUR];
const MOMENTS = ["arrived", "accepted", "answered"] as const;

export function planOf({ seed, recipients, kills, processes, withdrawals }: DrillOptions): Plan {
  const chance = randomFor(seed, "plan");
  const mails = (share = 0.95) => Math.floor(chance() * recipients * share);
  const places = Array.from({ length: kills }, () => mails()).sort((a, b) => a - b);
  const unusual = new Map<number, number>();
  for (const pass of UNUSUAL_PASSES.slice(0, Math.floor(kills / 3) + 1))
    for (let at = between(chance, 0, kills - 1), n = 0; n < kills; at = (at + 1) % kills, n++)
      if (!unusual.has(at)) {
        unusual.set(at, pass);
        break;
      }
  const strikes = places.map((place, n): Strike => {
    const dice = chance();
    const when: When =
      n === 0
        ? { planned: between(chance, 0, recipients) }
        : dice < 0.2
          ? { afterStartMs: between(chance, 20, 1_500) }
          : {
              mails: place,
              moment: MOMENTS[between(chance, 0, 2)] as Moment["what"],
              lateMs: dice < 0.5 ? between(chance, 1, 60) : 0,
            };
    const victim = processes === 1 || chance() < 0.3 ? "all" : between(chance, 0, processes - 1);
    return { when, victim, passMs: unusual.get(n) ?? USUAL_PASS_MS };
  });
  const jumps = [10 * MINUTE, -5 * MINUTE].map((passMs) => ({ mails: mails(0.9), passMs }));
  return {
    strikes,
    jumps: kills >= 3 ? jumps.sort((a, b) => a.mails - b.mails) : [],
    withdrawals: Array.from({ length: withdrawals }, () => ({
      mails: mails(),
      who: between(chance, 0, recipients - 1),
    })).sort((a, b) => a.mails - b.mails),
  };
}

/** A strike in a few words, for the table. */
export function spoken({ when, victim, passMs }: Strike): string {
  const at =
    "planned" in when
      ? `with ${when.planned} planned`
      : "mails" in when
        ? `with ${when.mails} mails out, as a hand-over ${when.moment === "arrived" ? "arrives" : `is ${when.moment}`}`
        : `${when.afterStartMs} ms after its start`;
  const late = "mails" in when && when.lateMs > 0 ? `, ${when.lateMs} ms later` : "";
  const pass = passMs === USUAL_PASS_MS ? "" : `; the clock moves by ${passMs / 1000} s`;
  return `${victim === "all" ? "all" : `process ${victim + 1}`} ${at}${late}${pass}`;
}
