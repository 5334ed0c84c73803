/**
 * Nobody can know what an older copy has missed: the journal is lost, is another's, or is younger than the copy. A person
 * takes it upon himself that the doors open; from here on the journal is kept anew.
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
import { standingOf } from "./rules/standing.ts";
import { openWrites, standStillWrites } from "./store.ts";
import { readMark } from "./views.ts";

/** Opens the doors. Refuses where there is nothing to decide: what is only behind is applied. */
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
  const n = Math.max(mark?.n ?? 0, found?.head.n ?? 0);
  // First the new journal, which says that it knows nothing of before: a heartbeat that finds none would shut the doors again.
  const begun = emptyJournal(ids.uuid(), n, mark?.journalId ? [mark.journalId] : []);
  if (!found) await putNext(deps.journal, { head: begun, page: undefined }, undefined);
  const facts = { by: actorLabel(actor), ...viaOf(actor) };
  await commit(deps, {
    change: [
      ...standStillWrites(),
      ...openWrites({ journalId: (found?.head ?? begun).journal, n }),
      overWrite(["journal.unknown"], "journal", at),
    ],
    proof: [actEvidence(deps, { log: office.logOrigin, at, typ: "erasure.unknown", facts })],
  });
  return undefined;
}
