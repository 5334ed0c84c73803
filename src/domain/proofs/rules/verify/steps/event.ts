/** Step 2: an event is read only from the one spelling that it can have, so that every reader sees the same. */
import canonicalize from "canonicalize";
import { MAX_BYTES, outsideProfile } from "../../../../proof-log/rules/canonical.ts";
import { readEvent } from "../../../../proof-log/rules/event.ts";
import type { Statement } from "../../dpv/statement.ts";
import { type Entry, type Notes, textOf } from "../entry.ts";
import type { FindingCode } from "../verdict.ts";
import { hasNameTwice } from "./name-twice.ts";

export function checkEvent(entry: Entry, { look, note }: Notes): void {
  look("event");
  const { path, bytes } = entry.files;
  const event = readEvent(bytes);
  if (event && isStatement(event, entry.folder !== undefined)) entry.event = event as unknown as Statement;
  else note(whyNot(bytes), "invalid", path);
}

/** An event of a record has its purposes and basis; one of an act has no record. */
function isStatement(event: Record<string, unknown>, inRecord: boolean): boolean {
  if ((event.rec !== undefined) !== inRecord) return false;
  return (
    !inRecord || (Array.isArray(event.purposes) && event.purposes.every(isPurpose) && typeof event.basis === "string")
  );
}

function isPurpose(value: unknown): boolean {
  const { id, ver, decision } = (value ?? {}) as Record<string, unknown>;
  return [id, ver, decision].every((member) => typeof member === "string");
}

function whyNot(bytes: Uint8Array): FindingCode {
  if (bytes.length > MAX_BYTES) return "event.too_long";
  const text = textOf(bytes);
  try {
    const value: unknown = JSON.parse(text ?? "");
    if (hasNameTwice(text as string)) return "event.name_twice";
    if (outsideProfile(value) !== undefined || canonicalize(value) !== text) return "event.other_form";
    return "event.members";
  } catch {
    return "event.not_json";
  }
}
