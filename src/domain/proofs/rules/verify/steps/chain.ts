/**
 * Step 10: the events of a record follow each other without a gap, each naming the leaf of the one before, in the order of
 * the log, and say what can follow. What came after the last one is not in the bundle, and a log cannot show that nothing did.
 */
import { base64url } from "../../../../../platform/encoding.ts";
import type { Entry, Notes } from "../entry.ts";

/** `rec`: from the folder's name, where it has one. */
export function checkChain(entries: readonly Entry[], rec: string | undefined, { look, note }: Notes): void {
  let before: Entry | undefined;
  let state = "none";
  const record = rec ?? entries[0]?.event?.rec;
  for (const [i, entry] of entries.entries()) {
    look("chain");
    const { path, n } = entry.files;
    if (n !== i + 1) note("chain.gap", "invalid", path, { n: i + 1 });
    const { event } = entry;
    if (event) {
      if (event.rec !== record) note("chain.record", "invalid", path);
      if (i === 0 ? event.prev !== null : event.prev === null) note("chain.prev", "invalid", path);
      else if (before?.leaf && event.prev !== base64url(before.leaf)) note("chain.prev", "invalid", path);
      const [, place] = [before?.proof?.index, entry.proof?.index];
      if (before?.included && entry.included && (before.proof?.index ?? 0) >= (place ?? 0))
        note("chain.order", "invalid", path);
      const next = after(state, event.typ);
      if (next === undefined) note("chain.state", "invalid", path);
      state = next ?? state;
      if (event.purposes.some((purpose) => purpose.decision !== decisionOf(event.typ)))
        note("chain.decision", "invalid", path);
    }
    before = entry;
  }
  if (entries.length > 0) note("chain.end_unknown", "not-checkable", entries.at(-1)?.files.path);
}

/** `dsr.objected` says "objected", `consent.given` "given". */
const decisionOf = (typ: string) => typ.slice(typ.indexOf(".") + 1);

type State = "none" | "requested" | "in force" | "not in force";
/** How a consent stands after an event; undefined if it could not follow. */
function after(state: string, typ: string): State | undefined {
  switch (typ) {
    case "consent.requested":
      return state === "in force" ? undefined : "requested";
    case "consent.given":
    case "consent.imported":
      return state === "in force" ? undefined : "in force";
    case "consent.renewed":
      return state === "in force" ? "in force" : undefined;
    case "consent.refused":
    case "dsr.objected":
      return state === "in force" ? undefined : "not in force";
    case "consent.expired":
      return state === "in force" || state === "requested" ? "not in force" : undefined;
    case "consent.withdrawn":
    case "consent.revoked":
    case "consent.invalidated":
      return state === "in force" ? "not in force" : undefined;
    default:
      return undefined;
  }
}
