/** Whom a rule ends that looks at people on lists: which lists, and from when. */
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { list, purpose, reviewCase } from "../../../platform/schema.ts";
import type { PurposeSheet } from "../../purposes/rules.ts";
import type { As } from "../acts/hand.ts";
import { termCutoff, termOf } from "../rules/purpose-term.ts";

/** Live subscriptions of one list: all, those that began before, or of those only whoever has not said anything since. */
export interface Target {
  listId: string;
  listSlug: string;
  purposeId: string;
  /** Why, as a code for the log. */
  reason: "term" | "no-purpose" | "no-source" | "overdue";
  which: "all" | "joined" | "last-act" | "no-source";
  /** ms; what began later stays. */
  before: number;
}

const FOR_EVER = Number.MAX_SAFE_INTEGER;

/** The lists of purposes whose term can be over. */
export async function readPurposeTargets({ read }: Database, as: As): Promise<Target[]> {
  const rows = await read
    .select({ listId: list.id, listSlug: list.slug, purposeId: purpose.id, sheet: purpose.sheet })
    .from(list)
    .innerJoin(purpose, eq(purpose.id, list.purposeId))
    .orderBy(list.id);
  return rows.flatMap(({ sheet, ...row }) => {
    const term = termOf((sheet as unknown as PurposeSheet).retention);
    const cutoff = term && termCutoff(term, as.at, as.zone);
    if (!term || cutoff === undefined) return [];
    const which = term.from === "day" ? "all" : term.from;
    return [{ ...row, reason: "term" as const, which, before: cutoff === "all" ? FOR_EVER : cutoff }];
  });
}

/** What nobody said why it is kept, or of which somebody said that it goes. */
export async function readUnjustifiedTargets({ read }: Database, as: As): Promise<Target[]> {
  const rows = await read
    .select({
      kind: reviewCase.kind,
      openedAt: reviewCase.openedAt,
      listId: list.id,
      listSlug: list.slug,
      purposeId: list.purposeId,
    })
    .from(reviewCase)
    .innerJoin(
      list,
      or(eq(list.id, reviewCase.subject), and(eq(reviewCase.kind, "overdue"), eq(list.purposeId, reviewCase.subject))),
    )
    .where(
      and(
        isNull(reviewCase.closedAt),
        or(and(isNull(reviewCase.decision), lt(reviewCase.answerDay, as.today)), eq(reviewCase.decision, "delete")),
      ),
    )
    .orderBy(list.id);
  return rows.map(({ kind, openedAt, ...row }) => ({
    ...row,
    reason: kind,
    which: kind === "no-source" ? "no-source" : "all",
    // Whoever came after it was asked about has a reason of his own.
    before: kind === "no-purpose" ? FOR_EVER : openedAt,
  }));
}
