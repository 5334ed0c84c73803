/**
 * Nobody can know what an older copy has missed: the journal is lost, is another's, or is younger than the copy. A person
 * takes it upon himself that the doors open. What a journal of its own still holds is applied before they do; only where there
 * is none, or another's, they open at once, and the journal is kept from there on.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { openJournal, putNext } from "./acts/place.ts";
import { emptyJournal } from "./rules/head.ts";
import { isOwn, standingOf } from "./rules/standing.ts";
import { knownUpToWrite, openWrites, shutWrite, standStillWrites } from "./store.ts";
import { readMark } from "./views.ts";

/** Opens the doors, or enqueues the job that does after the last page. Refuses where there is nothing to decide: what is only behind is applied. */
export async function goOnWithoutJournal(deps: Deps, actor: Actor): Promise<Refusal | undefined> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const { db, clock, ids } = deps;
  const [mark, office, found] = [
    await readMark(db),
    await readInstitutionRow(db),
    deps.journal && (await openJournal(deps.journal)),
  ];
  if (!office || !deps.journal || standingOf(found?.head, mark) !== "unknown")
    return refuse("journal.nothing_to_decide");
  const at = clock.now();
  const facts = { by: actorLabel(actor), ...viaOf(actor) };
  const over = overWrite(["journal.unknown"], "journal", at);
  const proof = [actEvidence(deps, { log: office.logOrigin, at, typ: "erasure.unknown", facts })];
  if (found && isOwn(found.head, mark)) {
    // What was thrown away is what nobody can know; the pages after it are there.
    const to = { journalId: found.head.journal, n: found.head.since };
    await commit(deps, { change: [shutWrite(at), knownUpToWrite(to), over], proof });
    await deps.queue.enqueue({ kind: "reapply" });
    return undefined;
  }
  const n = Math.max(mark?.n ?? 0, found?.head.n ?? 0);
  // First the new journal, which says that it knows nothing of before: a heartbeat that finds none would shut the doors again.
  const begun = emptyJournal(ids.uuid(), n, mark?.journalId ? [mark.journalId] : []);
  if (!found) await putNext(deps.journal, { head: begun, page: undefined }, undefined);
  const to = { journalId: (found?.head ?? begun).journal, n };
  await commit(deps, { change: [...standStillWrites(), ...openWrites(to), over], proof });
  return undefined;
}
