/**
 * Keys of programs: what one looks like, what it may be given, how long it lives and how fast it may be used. Pure.
 *
 *     pieteka_ + 32 random bytes in base64url          pieteka_s1QK…, 51 characters
 *
 * What must stay true: a key never has more than its maker has, and ends with his account; whoever keeps the database cannot
 * use one, because only its SHA-256 is there.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { base64url, unbase64url } from "../../platform/encoding.ts";
import { type FieldProblem, type Refusal, refuseForm } from "../../refusal.ts";
import { daysBetween, isDay } from "../consent/rules/days.ts";
import { type Actor, FOR_KEYS, type KeyPermission, may } from "../staff/rules.ts";

const PREFIX = "pieteka_";
const BYTES = 32;

/** At most so many days; and so many before the end the desk says that it comes. */
export const MOST_DAYS = 365;
export const WARN_DAYS = 14;

/** Whoever makes a key with one of these shows his second factor then and there: they reach people, or let data out. */
export const PERSONAL: readonly KeyPermission[] = [
  "people.look-up",
  "people.import",
  "consent.record-refusal",
  "suppression.look-up",
  "proof.look-up",
  "proof.export",
];

/** Calls that may come at once, and the pause between calls after that: 60, and 120 a minute. */
export const BURST = 60;
export const INTERVAL_MS = 500;

/** The key as it is shown, once. */
export const keyText = (secret: Uint8Array): string => PREFIX + base64url(secret);

/** The 32 bytes of a key; undefined for anything that cannot be one. */
export function readKeyText(text: string): Uint8Array | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const secret = unbase64url(text.slice(PREFIX.length));
  return secret?.length === BYTES ? secret : undefined;
}

/** What of a key is kept. */
export const keyHash = (secret: Uint8Array): Uint8Array => sha256(secret);

/** How long until the next call may come, ms; 0: now (GCRA, `tat` is the theoretical arrival time of the next call). */
export const waitOf = (tat: number, now: number): number => Math.max(0, tat - now - (BURST - 1) * INTERVAL_MS);

/** What this actor may give to a key: of what keys may have, what he has. */
export const grantable = (actor: Actor): KeyPermission[] => FOR_KEYS.filter((one) => may(actor, one) === undefined);

export interface KeyInput {
  /** What it is called; names nobody, for it goes into the proof log. */
  name: string;
  /** What the program does with it. */
  purpose: string;
  permissions: readonly string[];
  /** Last day on which it opens anything. */
  until: string;
}

export interface NewKey {
  name: string;
  purpose: string;
  permissions: KeyPermission[];
  until: string;
}

/** Reads the form. A permission that the maker lacks, or that no key may have, is refused as one that does not exist. */
export function readKeyInput(input: KeyInput, maker: Actor, today: string): NewKey | Refusal {
  const problems: FieldProblem[] = [];
  const line = (field: "name" | "purpose", max: number) => {
    const text = input[field].trim().normalize("NFC");
    if (text === "") problems.push({ field, code: "form.required" });
    else if (text.length > max) problems.push({ field, code: "form.too_long", values: { max } });
    else if (text.includes("@")) problems.push({ field, code: "api-keys.names_nobody" });
    return text;
  };
  const name = line("name", 80);
  const purpose = line("purpose", 300);
  const may = grantable(maker);
  const permissions = may.filter((one) => input.permissions.includes(one));
  if (permissions.length === 0) problems.push({ field: "permissions", code: "api-keys.no_permission" });
  else if (input.permissions.some((one) => !(may as string[]).includes(one)))
    problems.push({ field: "permissions", code: "api-keys.not_yours" });
  const { until } = input;
  if (!isDay(until) || until <= today || daysBetween(today, until) > MOST_DAYS)
    problems.push({ field: "until", code: "api-keys.until", values: { days: MOST_DAYS } });
  return problems.length > 0 ? refuseForm(problems) : { name, purpose, permissions, until };
}
