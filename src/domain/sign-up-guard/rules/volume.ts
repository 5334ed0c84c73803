/**
 * What is unusual: more typed addresses in an hour than the institution ever calls normal, and several times more than its
 * usual busy hour. The busy hour is the 95th percentile of four weeks, so that one attack does not make the next one usual.
 * Pure.
 */
import { DAY_MS, type GuardSettings } from "./caps.ts";

/** Looked back on, for what is usual. */
export const WEEKS_MS = 28 * DAY_MS;
const HOURS = WEEKS_MS / 3_600_000;

/** The usual busy hour. `counts`: of the hours in which anything was asked at all; the others count as empty. */
export function busyHour(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => b - a);
  return sorted[Math.floor(HOURS * 0.05)] ?? 0;
}

/** From which number of typed addresses in one hour on the volume is unusual. */
export function limitOf({ hourAtLeast, factor }: GuardSettings, busy: number): number {
  return Math.max(hourAtLeast, Math.ceil(factor * busy));
}

/** Typed addresses of this hour and of the one before. It stays unusual until a whole hour was quiet. */
export interface Asked {
  now: number;
  before: number;
}

export const isUnusual = (asked: Asked, limit: number) => asked.now > limit || asked.before > limit;
