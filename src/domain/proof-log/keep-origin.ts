/**
 * The copy of the log is lost, and a person says that this database is the newest there ever was: a copy is begun anew, under
 * the same origin. If he is wrong, the log may contradict what was signed before; so he is asked only where nobody else knows.
 */
import type { Deps } from "../../deps.ts";
import { base64url } from "../../platform/encoding.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { actEvidence } from "./acts/act-evidence.ts";
import { emptyHead, headBytes } from "./rules/copy.ts";
import { metCopyWrite } from "./store/copy.ts";
import { readKnownCopy, readPastLogs } from "./views/copy.ts";
import { readCheckpoint } from "./views.ts";

/** Begins it. Refuses where there is a copy, or none was ever met: then there is nothing to decide. */
export async function keepOrigin(deps: Deps, actor: Actor): Promise<Refusal | undefined> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const { db, ids, clock } = deps;
  const known = await readKnownCopy(db);
  if (!deps.logCopy || known === undefined || (await deps.logCopy.readHead())) return refuse("proof-log.copy_is_there");
  const log = await readLogOrigin(db);
  const before = (await readPastLogs(db)).map((p) => ({ log: p.origin, size: p.size, root: base64url(p.root) }));
  const copy = ids.uuid();
  // The copy first: it names the one that it took the place of, so a crash in between leaves nothing to decide.
  const head = emptyHead(log, copy, before, [known]);
  if ((await deps.logCopy.swapHead(headBytes(head), undefined)) === undefined) return refuse("proof-log.copy_is_there");
  const at = clock.now();
  const size = (await readCheckpoint(db))?.size ?? 0;
  const facts = { size, by: actorLabel(actor), ...viaOf(actor) };
  await commit(deps, {
    change: [metCopyWrite(db, copy, at)],
    proof: [actEvidence(deps, { log, at, typ: "log.kept", facts })],
  });
  return undefined;
}
