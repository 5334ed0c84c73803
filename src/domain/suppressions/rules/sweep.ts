/** When the nightly look is due. Pure. */
import { Temporal } from "temporal-polyfill";

const HOUR_MS = 3_600_000;
/** Once a night, and in the day only where a night was missed. */
const AGAIN_MS = 20 * HOUR_MS;
const MISSED_MS = 30 * HOUR_MS;

/** Whether one begins now: between one and five by the clock of UTC, or at once where the last was too long ago. */
export function sweepDue(begunAt: number | undefined, now: number): boolean {
  if (begunAt === undefined) return true;
  const age = now - begunAt;
  if (age >= MISSED_MS) return true;
  const { hour } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO("UTC");
  return age >= AGAIN_MS && hour >= 1 && hour < 5;
}
