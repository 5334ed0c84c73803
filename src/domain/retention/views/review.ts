/** What is held without a purpose that is in force, without a source, or past the day on which its purpose was to be looked at. */
import { desc, eq, isNull } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { list, purpose, reviewCase } from "../../../platform/schema.ts";
import { dayOf, later } from "../../consent/rules/days.ts";
import type { Both } from "../../institution/rules.ts";
import type { PurposeSheet } from "../../purposes/rules.ts";
import type { CaseKind } from "../rules/kinds.ts";
import { REVIEW_MONTHS } from "../rules/purpose-term.ts";

export type Case = typeof reviewCase.$inferSelect;

export async function readCase({ read }: Database, id: string): Promise<Case | undefined> {
  return read.select().from(reviewCase).where(eq(reviewCase.id, id)).get();
}

export const readOpenCases = ({ read }: Database): Promise<Case[]> =>
  read.select().from(reviewCase).where(isNull(reviewCase.closedAt)).orderBy(reviewCase.answerDay).limit(500).all();

/** Cases with what they are about, open ones first. */
export async function readCases({ read }: Database, most: number): Promise<(Case & { of: Both | undefined })[]> {
  const rows = await read
    .select({ row: reviewCase, names: list.names, sheet: purpose.sheet })
    .from(reviewCase)
    .leftJoin(list, eq(list.id, reviewCase.subject))
    .leftJoin(purpose, eq(purpose.id, reviewCase.subject))
    .orderBy(desc(isNull(reviewCase.closedAt)), desc(reviewCase.openedAt))
    .limit(most);
  return rows.map(({ row, names, sheet }) => ({
    ...row,
    of: names ?? (sheet as unknown as PurposeSheet | null)?.names ?? undefined,
  }));
}

/** The day by which a purpose is to be looked at again. */
export const reviewDayOf = (sheet: Pick<PurposeSheet, "reviewDay">, updatedAt: number, zone: string): string =>
  sheet.reviewDay || later(dayOf(updatedAt, zone), { months: REVIEW_MONTHS });

/** Everything that is to be justified today: by the kind and the id of a list or a purpose that has people. */
export async function readFindings(
  db: Database,
  { today, zone }: { today: string; zone: string },
): Promise<{ kind: CaseKind; subject: string }[]> {
  const LIVE = (state: string) =>
    `EXISTS (SELECT 1 FROM subscription s WHERE s.list_id = l.id AND s.state = '${state}')`;
  const { rows } = await db.client.execute(`SELECT l.id, l.purpose_id AS purpose, p.state, p.updated_at AS at,
      p.sheet ->> '$.reviewDay' AS review, ${LIVE("active")} OR ${LIVE("unproven")} AS live,
      EXISTS (SELECT 1 FROM subscription s INDEXED BY subscription_sourceless WHERE s.list_id = l.id
        AND s.record_id IS NULL AND s.import_id IS NULL AND s.address_id IS NOT NULL) AS sourceless
    FROM list l JOIN purpose p ON p.id = l.purpose_id ORDER BY l.id`);
  const found = rows.flatMap((row): { kind: CaseKind; subject: string }[] => {
    if (row.live !== 1) return [];
    const day = reviewDayOf({ reviewDay: String(row.review ?? "") }, Number(row.at), zone);
    return [
      ...(row.state !== "active" ? [{ kind: "no-purpose" as const, subject: String(row.id) }] : []),
      ...(row.sourceless === 1 ? [{ kind: "no-source" as const, subject: String(row.id) }] : []),
      ...(row.state === "active" && day < today ? [{ kind: "overdue" as const, subject: String(row.purpose) }] : []),
    ];
  });
  return [...new Map(found.map((one) => [`${one.kind}/${one.subject}`, one])).values()];
}
