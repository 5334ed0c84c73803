/**
 * How many mails may go out for typed addresses. One mailbox has its own caps (consent/rules/sign-up.ts); here stand those of
 * one network and of the house as a whole. Whoever brings no proof of work (a program, or a person without JavaScript) has a
 * fifth of each: enough for people, little for a program. Pure.
 */

const HOUR = 3_600_000;
export const DAY_MS = 24 * HOUR;
/** A mark outlives its day, every challenge of that day, and the longest wait of a request. */
export const MARK_LIFE_MS = 3 * DAY_MS;

/** What the institution may set; absent in its profile: the program's. */
export interface GuardSettings {
  /** Typed addresses in one hour that are never unusual. */
  hourAtLeast: number;
  /** Unusual is so many times the usual busy hour. */
  factor: number;
  /** Sign-ups a day of one network (IPv4 /24, IPv6 /56) for which a mail may go; those for which none goes count as well. */
  networkDay: number;
}

export const GUARD: GuardSettings = { hourAtLeast: 120, factor: 4, networkDay: 40 };

/** Without a proof of work: this part of a cap, rounded up. */
const PLAIN_PART = 5;
const part = (cap: number, worked: boolean) => (worked ? cap : Math.ceil(cap / PLAIN_PART));

/** Begin of the hour, ms. */
export const hourOf = (now: number) => now - (now % HOUR);
/** Begin of the next one. */
export const nextHour = (now: number) => hourOf(now) + HOUR;
/** Begin of the day (UTC), ms. */
export const dayStart = (now: number) => now - (now % DAY_MS);

/** Sign-ups a day of one network. */
export const networkCap = (settings: GuardSettings, worked: boolean) => part(settings.networkDay, worked);

/** How many mails went out in this hour: in all, and for requests without a proof of work. */
export interface HourMails {
  mailed: number;
  plain: number;
}

/** While the volume is unusual, mails go at the pace of the limit; the rest waits for the next hour. */
export function mayGoThisHour(limit: number, { mailed, plain }: HourMails, worked: boolean): boolean {
  return mailed < limit && (worked || plain < part(limit, false));
}
