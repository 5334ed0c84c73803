/**
 * To how many an issue goes, and who of its list gets none, with the reason: for the page before it is sent. The whole is
 * counted by the index of the list; those who are left out are few, and found by small indexes of their own.
 */
import { sql } from "drizzle-orm";
import type { Database } from "../../../../platform/db.ts";
import type { ListKind } from "../../../lists/rules.ts";
import { readListCounts } from "../../../lists/views.ts";
import type { SkipReason } from "../../rules/permission.ts";
import { countRecipients, type Recipients, segmentSql } from "./segment.ts";

/** `onList = unproven + outside + audience`; `audience = mailed + the sum of skipped`. */
export interface IssueAudience {
  /** Live subscriptions of the list. */
  onList: number;
  /** Nothing proves their consent: only a re-consent campaign may mail them. */
  unproven: number;
  /** They get the list's mail, and are no part of the segment. */
  outside: number;
  /** Whom the issue accounts for. */
  audience: number;
  /** Of these, those who get no mail as things stand, by reason. */
  skipped: Partial<Record<SkipReason, number>>;
  mailed: number;
}

/** Counts it. `today`: of the institution's calendar, for pauses. */
export async function countIssueAudience(
  db: Database,
  of: Recipients & { listKind: ListKind; today: string },
): Promise<IssueAudience> {
  const [counts, audience, reasons] = await Promise.all([
    readListCounts(db, of.listId),
    of.segment ? countRecipients(db, of) : undefined,
    readSkipped(db, of),
  ]);
  const { active = 0, unproven = 0 } = counts.get(of.listId) ?? {};
  const inSegment = audience ?? active;
  const skipped: IssueAudience["skipped"] = {};
  let left = 0;
  for (const { reason, n } of reasons) {
    skipped[reason as SkipReason] = n;
    left += n;
  }
  return {
    onList: active + unproven,
    unproven,
    outside: active - inSegment,
    audience: inSegment,
    skipped,
    mailed: inSegment - left,
  };
}

/** In the order of `skipReason` (rules/permission.ts): the first reason that holds. */
async function readSkipped(db: Database, of: Recipients & { listKind: ListKind; today: string }) {
  const { listId, listKind, today } = of;
  // A list of work addresses or of media is short; there every address is looked at.
  const byAddress = listKind === "staff" || listKind === "press";
  const wrong =
    listKind === "staff" ? sql`a.kind = 'private'` : listKind === "press" ? sql`a.kind = 'unknown'` : sql`false`;
  const few = byAddress
    ? sql`select id from subscription where list_id = ${listId} and state = 'active'`
    : sql`select id from subscription indexed by subscription_paused
            where list_id = ${listId} and paused_until is not null and paused_until > ${today}
          union select id from subscription indexed by subscription_held where held_at is not null
          union select o.id from person p indexed by person_restricted
            join subscription o on o.person_id = p.id where p.restricted_at is not null`;
  const conditions = segmentSql(of, "few").map((one) => sql` and ${one}`);
  return db.read.all<{ reason: string; n: number }>(sql`
    select reason, count(*) as n from (
      select case
          when p.restricted_at is not null then iif(p.restricted_for = 'request', 'request', 'restricted')
          when subscription.paused_until > ${today} then 'paused'
          when subscription.held_at is not null then 'held'
          when ${wrong} then 'wrong_address' end as reason
      from (${few}) few cross join subscription on subscription.id = few.id
      join person p on p.id = subscription.person_id
      left join address a on a.id = subscription.address_id
      where subscription.list_id = ${listId} and subscription.state = 'active' ${sql.join(conditions)})
    where reason is not null group by reason`);
}
