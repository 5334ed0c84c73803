/**
 * One row of a list: a person who can be written to, somebody who must not be (opted out, complained, address dead in the
 * system that the file is from), somebody who never confirmed, or a row that is refused.
 */
import { isRefusal, type Refusal, type RefusalCode } from "../../../refusal.ts";
import type { Lang } from "../../institution/rules.ts";
import { domainOf, normaliseAddress } from "../../people/rules.ts";
import type { Mapping } from "./columns.ts";
import { readLanguage } from "./language.ts";
import {
  clearlyYes,
  readDay,
  readStatus,
  type Said,
  type StopReason,
  saysSpam,
  saysYes,
  speaksOfLeaving,
  worse,
} from "./status.ts";
import type { ColumnUse } from "./uses.ts";

export interface Row {
  normalised: string;
  address: string;
  name: string;
  language: Lang;
  /** Day of his own opt-in or sign-up, where the file says it. */
  since?: string;
  /** Whether the file shows an opt-in of his; absent where it has no column for that. */
  proof?: boolean;
}

/** Somebody who must never be written to for this purpose. */
export interface Stop {
  normalised: string;
  reason: StopReason;
  /** Day on which he left, where the file says it. */
  day?: string;
}

/** `refused` with the address where there is a good one: a person with a faulty name is still in the file. */
export type ReadRow =
  | { is: "person"; row: Row }
  | { is: "stop"; stop: Stop }
  | { is: "unconfirmed"; normalised: string }
  | { is: "refused"; code: RefusalCode; normalised?: string };

export interface RowSettings {
  /** Why the list does not take addresses of this domain (domain/lists/rules.ts `listAccepts`). */
  accepts(domain: string): Refusal | undefined;
  /** Where the cell is empty or names a language that the institution does not use. */
  defaultLanguage: Lang;
  /** Day of today in the institution's time zone. */
  today: string;
  /** The file of those who opted out: every row is one, unless it says that it is not. */
  optOuts?: boolean;
}

const MAX_NAME = 200;
/** Columns that say of a row whether it is an opt-out. */
const VERDICTS: readonly ColumnUse[] = ["status", "left", "bounced"];

/** Reads a row. Never throws. */
export function readRow(cells: readonly string[], mapping: Mapping, settings: RowSettings): ReadRow {
  if (cells.every((cell) => cell.trim() === "")) return { is: "refused", code: "row.empty" };
  let typed = "";
  let language = "";
  let said: Said = "in";
  let leftOn: string | undefined;
  let since: string | undefined;
  let proof: boolean | undefined;
  let left = false;
  let bounced = false;
  let spam = false;
  let confirmed = true;
  let names = "";
  const { uses } = mapping;
  for (let i = 0; i < uses.length; i++) {
    const cell = cells[i] ?? "";
    switch (uses[i]) {
      case "email":
        typed = cell;
        break;
      case "name":
        names = names === "" ? cell : `${names} ${cell}`;
        break;
      case "language":
        language = cell;
        break;
      case "status":
        said = worse(said, readStatus(cell));
        break;
      case "left":
        left ||= saysYes(cell);
        leftOn ??= readDay(cell, settings.today);
        break;
      case "reason":
        spam ||= saysSpam(cell);
        break;
      case "bounced":
        bounced ||= saysYes(cell);
        break;
      case "confirmed":
        confirmed &&= clearlyYes(cell);
        break;
      case "proof":
        proof = proof || clearlyYes(cell);
        left ||= speaksOfLeaving(cell);
        since = readDay(cell, settings.today) ?? since;
        break;
      case "since":
        since ??= readDay(cell, settings.today);
        break;
    }
  }
  const address = normaliseAddress(typed.trim());
  if (isRefusal(address)) return { is: "refused", code: address.code };
  const { normalised } = address;
  const reason = stopReason(said, { left, bounced, spam });
  if (reason) return { is: "stop", stop: { normalised, reason, ...(leftOn === undefined ? {} : { day: leftOn }) } };
  if (said === undefined) return { is: "refused", code: "row.status_unknown", normalised };
  if (settings.optOuts)
    return uses.some((use) => VERDICTS.includes(use))
      ? { is: "refused", code: "row.not_an_opt_out", normalised }
      : { is: "stop", stop: { normalised, reason: "withdrawn" } };
  if (said === "unconfirmed" || !confirmed) return { is: "unconfirmed", normalised };
  const no = settings.accepts(domainOf(address.address));
  if (no) return { is: "refused", code: no.code };
  const name = cleanName(names);
  if (name.length > MAX_NAME) return { is: "refused", code: "row.name_too_long", normalised };
  // A cell that a spreadsheet would run is no name, and mail programs and exports should never see it.
  if (/^[=@+-]/.test(name)) return { is: "refused", code: "row.formula", normalised };
  const row: Row = { ...address, name, language: readLanguage(language) ?? settings.defaultLanguage };
  if (since !== undefined) row.since = since;
  if (proof !== undefined) row.proof = proof;
  return { is: "person", row };
}

function stopReason(
  said: Said,
  { left, bounced, spam }: { left: boolean; bounced: boolean; spam: boolean },
): StopReason | undefined {
  if (said === "complained" || ((left || said === "withdrawn") && spam)) return "complained";
  if (left || said === "withdrawn") return "withdrawn";
  return bounced || said === "bounced" ? "bounced" : undefined;
}

/** A name in one line: NFC, no control or invisible characters, single spaces; a lone dash is no name. */
function cleanName(text: string): string {
  // Most cells are plain, and this is asked for each of a million.
  const name = /^[A-Za-z]+(?: [A-Za-z]+)*$/.test(text)
    ? text
    : text
        .normalize("NFC")
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
        .trim();
  return name === "-" || name === "–" ? "" : name;
}
