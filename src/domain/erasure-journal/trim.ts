/**
 * Throws away what the journal need not know any more: every backup that may still be restored is newer
 * (`restoreWindowDays`, counted from the day on which a line was written). First the head forgets a page, then its files go;
 * killed in between, the next turn deletes them.
 */
import type { Deps } from "../../deps.ts";
import { dayOf, later } from "../consent/rules/days.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { openJournal, putNext } from "./acts/place.ts";
import { pagePaths, trimmed } from "./rules/head.ts";

/** Does it. Safe to run twice, and beside a writer: whoever is slower gives way. */
export async function trimJournal(deps: Pick<Deps, "db" | "clock" | "journal">): Promise<void> {
  const { journal: store, db, clock } = deps;
  const office = store && (await readInstitutionRow(db));
  const found = office && (await openJournal(store));
  if (!office || !found) return;
  const { timeZone, restoreWindowDays } = office.profile;
  const firstDay = later(dayOf(clock.now(), timeZone), { days: -restoreWindowDays });
  const head = trimmed(found.head, firstDay);
  if (head && !(await putNext(store, { head, page: undefined }, found.version))) return;
  const now = head ? await openJournal(store) : found;
  if (!now || now.head.gone.length === 0) return;
  for (const n of now.head.gone) for (const path of Object.values(pagePaths(now.head, n))) await store.remove(path);
  await putNext(store, { head: { ...now.head, gone: [] }, page: undefined }, now.version);
}
