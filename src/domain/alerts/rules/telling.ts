/**
 * Who hears of an alert beside the desk, and when it is told again. Pure. The second channel is the institution's choice:
 * named people by mail, one web address, or both; a web address also hears of it when mail itself is down.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { hex, utf8 } from "../../../platform/encoding.ts";
import type { FieldProblem, RefusalCode } from "../../../refusal.ts";
import { isRefusal } from "../../../refusal.ts";
import { normaliseAddress } from "../../people/rules.ts";
import { isPublicHost } from "./hosts.ts";

/** Somebody who is told, by the name under which the office knows him. */
export interface Told {
  name: string;
  address: string;
}

/** The second channel as the institution has chosen it. */
export interface Telling {
  people: Told[];
  /** Web address that takes a POST with JSON; empty where there is none. */
  webhook: string;
}

/** Only the desk shows it. */
export const NOBODY: Telling = { people: [], webhook: "" };

/** One way by which an alert is told: a named person's mailbox, or the web address. */
export type Channel = { kind: "mail"; name: string; address: string } | { kind: "webhook"; address: string };

/** Every channel that is chosen now. */
export function channelsOf({ people, webhook }: Telling): Channel[] {
  const mails = people.map(({ name, address }) => ({ kind: "mail" as const, name, address }));
  return webhook === "" ? mails : [...mails, { kind: "webhook", address: webhook }];
}

/**
 * Where the data-protection officer is told: at the address that the institution names publicly, and everybody who has the role
 * at the desk; each mailbox once. Where there is neither, whoever is told of trouble.
 */
export function officerChannels(
  officer: { name: string; email: string },
  staff: readonly { name: string; email: string; role: string; disabledAt: number | undefined }[],
  telling: Telling,
): Channel[] {
  const named = officer.email ? [{ name: officer.name, address: officer.email }] : [];
  const members = staff.filter(({ role, disabledAt }) => role === "dpo" && disabledAt === undefined);
  const all = [...named, ...members.map(({ name, email }) => ({ name, address: email }))];
  const once = new Map(all.map((one) => [one.address.toLowerCase(), one]));
  const channels = [...once.values()].map(({ name, address }) => ({ kind: "mail" as const, name, address }));
  return channels.length > 0 ? channels : channelsOf(telling);
}

/** How a channel is named in the row of an alert, so that the row names nobody: `mail/1f3a9c02b4d5e6f7`. */
export const markOf = ({ kind, address }: Channel): string =>
  `${kind}/${hex(sha256(utf8(`pieteka/channel/1 ${kind} ${address}`))).slice(0, 16)}`;

/** More people than this do not look at once; one of them does. */
export const MOST_TOLD = 5;
const NAME_MAX = 100;
const WEBHOOK_MAX = 500;

/** Everything that is wrong, by the fields of the form: `people.0.address`, `webhook`. `open`: outside production. */
export function tellingProblems(t: Telling, open: boolean): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [i, { name, address }] of t.people.entries()) {
    if (name.trim() === "") problems.push({ field: `people.${i}.name`, code: "form.required" });
    else if (name.length > NAME_MAX)
      problems.push({ field: `people.${i}.name`, code: "form.too_long", values: { max: NAME_MAX } });
    const checked = normaliseAddress(address);
    if (address.trim() === "") problems.push({ field: `people.${i}.address`, code: "form.required" });
    else if (isRefusal(checked)) problems.push({ field: `people.${i}.address`, code: checked.code });
  }
  const no = t.webhook.trim() === "" ? undefined : webhookProblem(t.webhook.trim(), open);
  if (no)
    problems.push({ field: "webhook", code: no, ...(no === "form.too_long" && { values: { max: WEBHOOK_MAX } }) });
  return problems;
}

/** As it is kept: trimmed, empty rows left out. */
export function tidyTelling(t: Telling): Telling {
  return {
    people: t.people
      .map(({ name, address }) => ({ name: name.trim().normalize("NFC"), address: address.trim() }))
      .filter(({ name, address }) => name !== "" || address !== "")
      .slice(0, MOST_TOLD),
    webhook: t.webhook.trim(),
  };
}

/**
 * Why a web address may not be called. In production only `https:` and only hosts of the public internet: an alert must
 * not become a request into the institution's own network (what a name resolves to is asked again when it is called).
 */
export function webhookProblem(text: string, open: boolean): RefusalCode | undefined {
  if (text.length > WEBHOOK_MAX) return "form.too_long";
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return "alerts.webhook_invalid";
  if (open) return undefined;
  if (url.protocol !== "https:") return "alerts.webhook_not_https";
  return isPublicHost(url.hostname) ? undefined : "alerts.webhook_inside";
}

const MINUTE = 60_000;
const LONGEST_PAUSE_MS = 2 * 60 * MINUTE;
const DAY_MS = 24 * 60 * MINUTE;

/**
 * When an alert that no channel took is told again: after as long as it has waited already, a minute at least and two
 * hours at most. Undefined: it has waited for a day, and stays on the desk.
 */
export function tellAgainAt(raisedAt: number, now: number): number | undefined {
  const age = now - raisedAt;
  return age >= DAY_MS ? undefined : now + Math.min(Math.max(age, MINUTE), LONGEST_PAUSE_MS);
}
