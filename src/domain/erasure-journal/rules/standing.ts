/**
 * How a database and the erasure journal stand to each other. Pure.
 *
 * | the journal | the database | then |
 * |---|---|---|
 * | no place for one | any | served as it is |
 * | none | none was ever met | agreed: it is begun before anything is signed |
 * | none | one was met | lost: begun anew, unless the database may be an older copy; then a person decides |
 * | another's | | other: a person decides |
 * | its number is not higher | | agreed |
 * | its number is higher | knows all that it has thrown away | behind: what was missed is applied |
 * | its number is higher | is older than what it still holds | too old: a person decides |
 */
import type { JournalHead } from "./head.ts";

/** What the database knows of the journal. */
export interface Mark {
  /** Empty while it has met none. */
  journalId: string;
  n: number;
  /** Since when the doors are shut: it may be an older copy, and nobody has brought it to the journal yet. */
  shutAt: number | null;
}

/** `unknown`: nobody can know what was missed, and the doors stay shut until a person takes that upon himself. */
export type Standing = "agreed" | "lost" | "behind" | "unknown";

export function standingOf(head: JournalHead | undefined, mark: Mark | undefined): Standing {
  if (!head) return !mark ? "agreed" : mark.shutAt === null ? "lost" : "unknown";
  if (!isOwn(head, mark)) return "unknown";
  const n = mark?.n ?? 0;
  if (head.n <= n) return "agreed";
  return n < head.since ? "unknown" : "behind";
}

/** Whether this is the journal that the database has met, or the one that took its place; one that has met none takes any. */
export function isOwn(head: Pick<JournalHead, "journal" | "replaced">, mark: Pick<Mark, "journalId"> | undefined) {
  return !mark?.journalId || mark.journalId === head.journal || head.replaced.includes(mark.journalId);
}
