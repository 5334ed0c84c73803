/** Step 11: the DPV record says of the events what they say. Beside it stands what the institution says of itself, which nobody proves. */
import { contradictions } from "../../dpv/compare.ts";
import { type Entry, type Notes, textOf } from "../entry.ts";

export function checkView(
  view: Uint8Array | undefined,
  path: string,
  entries: readonly Entry[],
  { look, note }: Notes,
): void {
  if (!view) return;
  look("record");
  const events = entries.flatMap(({ event }) => (event ? [event] : []));
  let value: unknown;
  try {
    value = JSON.parse(textOf(view) ?? "");
  } catch {
    note("record.malformed", "invalid", path);
    return;
  }
  const members = contradictions(value, events);
  if (members.length > 0) note("record.contradicts", "invalid", path, { members: members.join(", ") });
}
