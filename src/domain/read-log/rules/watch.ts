/** When the access log is compared with the proof log. Pure. */
import { Temporal } from "temporal-polyfill";

/** Days with lines that a page and the nightly look go through; the command line goes through all. */
export const RECENT_DAYS = 31;

/** After the digest of the day before: digests wait an hour after midnight (digest.ts). */
const HOUR = 3;

/** Whether it is that hour by the institution's clock; the turn that looks comes once an hour. */
export const watchHour = (now: number, zone: string): boolean =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).hour === HOUR;
