/**
 * Keeps the journal: takes to it what the database has noted for it, before anything is signed. Called by whoever holds the
 * sealer's lease. Why no crash loses a line, and none looks like a restore:
 *
 * 1. A writing takes its number in the database before it reads the head it replaces, and its lines were read before that.
 *    So a backup that knows the number holds the acts of its lines.
 * 2. Crash after that: the number is skipped, the lines still wait. After the swap: the lines still wait and are written once
 *    more, which says nothing new; the head's number is one that this database began, so it is no older copy.
 * 3. Lines are deleted here only as they were read: what was said anew meanwhile waits for the next writing.
 */
import type { Deps } from "../../../deps.ts";
import { raiseWrite } from "../../alerts/store.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import type { Held } from "../../proof-log/acts/held.ts";
import { emptyJournal, nextJournal } from "../rules/head.ts";
import { standingOf } from "../rules/standing.ts";
import { beginWrite, journalledWrite } from "../store.ts";
import { readMark, readUnjournalled } from "../views.ts";
import { openJournal, putNext } from "./place.ts";

/** Lines of one writing: more than one act leaves, so that an act is in the journal whole or not at all. */
const WRITING = 4_000;

type KeepDeps = Pick<Deps, "db" | "ids" | "clock" | "journal">;

/** `kept`: the journal knows everything that was in the database when this was called. Throws if it is out of reach. */
export async function keepJournal(deps: KeepDeps, held: Held): Promise<"kept" | "later" | "shut"> {
  const { db, journal: store, clock } = deps;
  for (;;) {
    const lines = await readUnjournalled(db, WRITING);
    if (!store) {
      // Nothing outlives the database here: nobody will ever ask for these.
      if (lines.length === 0) return "kept";
      if ((await held.commit({ change: [journalledWrite(lines)], proof: [] })) === "stale") return "later";
      continue;
    }
    const mark = await readMark(db);
    const found = await openJournal(store);
    const standing = standingOf(found?.head, mark);
    if (standing === "behind" || standing === "unknown" || mark?.shutAt) return "shut";
    const office = await readInstitutionRow(db);
    // It is begun before the first line: from then on a database knows that there is one.
    if (!office || (lines.length === 0 && found && mark)) return "kept";

    const at = clock.now();
    const head = found?.head ?? emptyJournal(deps.ids.uuid(), mark?.n ?? 0, mark?.journalId ? [mark.journalId] : []);
    const n = Math.max(mark?.n ?? 0, head.n) + 1;
    const lost = { id: deps.ids.uuid(), code: "journal.lost", subject: "journal", at };
    const change = [
      beginWrite(mark, { journalId: head.journal, n }),
      ...(standing === "lost" ? [raiseWrite(lost)] : []),
    ];
    if ((await held.commit({ change, proof: [] })) === "stale") return "later";
    const next = nextJournal(head, { n, day: dayOf(at, office.profile.timeZone), lines });
    if (!(await putNext(store, next, found?.version))) return "later";
    if ((await held.commit({ change: [journalledWrite(lines)], proof: [] })) === "stale") return "later";
    if (lines.length < WRITING) return "kept";
  }
}
