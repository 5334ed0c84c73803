/** The same file, read with other columns: a person corrected what the program had guessed. */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { findings, loadTarget, openSource, readRows } from "./acts/examine.ts";
import type { Mapping } from "./rules/columns.ts";
import { deleteRowPages, stepWrite } from "./store.ts";
import { readImport, readSourceParts } from "./views.ts";

/** Reads a checked import again by this mapping. Refuses, and changes nothing, if the file cannot be read so. */
export async function recheckImport(
  deps: Deps,
  actor: Actor,
  input: { importId: string; mapping: Mapping },
): Promise<{ importId: string } | Refusal> {
  const no = may(actor, "people.import");
  if (no) return no;
  const { importId } = input;
  const found = await readImport(deps.db, importId);
  if (!found) return refuse("imports.unknown");
  if (found.state !== "checked") return refuse("imports.not_checked");
  const target = await loadTarget(deps, found.listId);
  if (isRefusal(target)) return target;
  const text = openSource(deps, importId, await readSourceParts(deps.db, importId));
  if (text === undefined) return refuse("imports.not_checked");
  const read = readRows({ text, encoding: found.findings.encoding }, target, input.mapping);
  if (isRefusal(read)) return read;
  const hide = [
    stepWrite(deps.db, importId, ["checked"], "dropped", deps.clock.now()),
    deleteRowPages(deps.db, importId),
  ];
  if ((await commit(deps, { change: hide, proof: [] })) === "stale") return refuse("form.stale");
  for await (const change of findings(deps, importId, target, read, found.findings.encoding))
    if ((await commit(deps, { change, proof: [] })) === "stale") return refuse("form.stale");
  return { importId };
}
