/** The term of a purpose: from when its period counts, and how long it is. Pure. */
import type { Retention } from "../../purposes/rules.ts";
import { cutoffOf } from "./period.ts";

/**
 * joined: since somebody came onto the list. last-act: since he last said anything of it himself. day: since the event that the
 * purpose names; without a day it has not happened yet.
 */
export type Term =
  | { from: "joined" | "last-act"; period: string }
  | { from: "day"; period: string; day: string | undefined };

/** The term; undefined where only the person ends it (until he withdraws). */
export function termOf({ kind, months = 0, days = 0, from, day }: Retention): Term | undefined {
  if (kind === "until-event") return { from: "day", period: `P${days}D`, day: day || undefined };
  if (kind !== "months") return undefined;
  const period = `P${months}M`;
  return from === "joined" || from === "last-act" ? { from, period } : { from: "day", period, day: day || undefined };
}

/** Before which moment it must have begun to be over at `at`; undefined: nothing of it is over. `all`: everything is. */
export function termCutoff(term: Term, at: number, zone: string): number | "all" | undefined {
  const { ms, day } = cutoffOf(term.period, at, zone);
  if (term.from !== "day") return ms;
  return term.day !== undefined && term.day <= day ? "all" : undefined;
}

/** Months after which a purpose is looked at again, where its sheet names no day. */
export const REVIEW_MONTHS = 24;
