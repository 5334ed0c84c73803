/**
 * What each person of the rehearsal does with his mail: decided by his address alone, so that the same list gives the same
 * campaign, and the driver knows the result before the house does.
 */
import { createHash } from "node:crypto";

export const HABITS = [
  "yes",
  "no",
  "one-click",
  "yes-then-no",
  "no-then-back",
  "phone",
  "yes-after-reminder",
  "silent",
] as const;
export type Habit = (typeof HABITS)[number];

/** Of a thousand people. The rest is silent. */
const SHARES: [Habit, number][] = [
  ["yes", 330],
  ["no", 110],
  ["one-click", 60],
  ["yes-then-no", 10],
  ["no-then-back", 5],
  ["phone", 1],
  ["yes-after-reminder", 80],
];

/** The habit of whoever owns this address. */
export function habitOf(address: string): Habit {
  let n = createHash("sha256").update(address.toLowerCase()).digest().readUInt32BE(0) % 1000;
  for (const [habit, share] of SHARES) {
    if (n < share) return habit;
    n -= share;
  }
  return "silent";
}

/** How the campaign must count him in the end. */
export const COUNTED: Record<Habit, "yes" | "no" | "silent"> = {
  yes: "yes",
  no: "no",
  "one-click": "no",
  "yes-then-no": "no",
  "no-then-back": "yes",
  phone: "no",
  "yes-after-reminder": "yes",
  silent: "silent",
};
