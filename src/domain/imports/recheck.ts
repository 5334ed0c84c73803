/** The same file, read with other columns or in another encoding: a person corrected what the program had guessed. */
import type { Deps } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { checkSome } from "./acts/check-some.ts";
import { loadTarget } from "./acts/target.ts";
import { checkMapping, type Mapping } from "./rules/columns.ts";
import { START } from "./rules/cursor.ts";
import { isOneByte, type OneByteEncoding } from "./rules/format.ts";
import { beginCheck, deleteFound } from "./store.ts";
import { readImport } from "./views.ts";

export interface RecheckInput {
  importId: string;
  /** Guessed anew if not said: in another encoding the titles are other words. */
  mapping?: Mapping;
  /** Only of a file whose encoding was a guess. */
  encoding?: OneByteEncoding;
  atOnce?: number;
}

/** Reads a checked import again so. Refuses, and changes nothing, if no file can be read so. */
export async function recheckImport(
  deps: Deps,
  actor: Actor,
  input: RecheckInput,
): Promise<{ importId: string } | Refusal> {
  const no = may(actor, "people.import");
  if (no) return no;
  const { importId, mapping, encoding } = input;
  const found = await readImport(deps.db, importId);
  if (!found) return refuse("imports.unknown");
  if (found.state !== "checked" || !found.cursor) return refuse("imports.not_checked");
  const target = await loadTarget(deps, found.listId);
  if (isRefusal(target)) return target;
  const bad = mapping && checkMapping(mapping);
  if (bad) return bad;
  if (encoding && !isOneByte(found.findings.encoding)) return refuse("imports.encoding_known");
  const { parts, bytes, step } = found.cursor;
  // Steps go on counting: what is left of the check before must not pass for a step of this one.
  const cursor = { ...START, step: step + 1, parts, bytes, ...(mapping && { mapping }) };
  const findings = { ...found.findings, ...(encoding && { encoding }) };
  const change = [...deleteFound(deps.db, importId), beginCheck(deps.db, importId, "checked", { cursor, findings })];
  if ((await commit(deps, { change, proof: [] })) === "stale") return refuse("form.stale");
  const write = (some: Write[]) => commit(deps, { change: some, proof: [] });
  const again = await checkSome(deps, importId, input.atOnce ?? Number.POSITIVE_INFINITY, write);
  // No row is left under these columns: the job says so with the import, as of any file that cannot be read.
  if (again === "more" || isRefusal(again)) await deps.queue.enqueue({ kind: "import-page", importId });
  return { importId };
}
