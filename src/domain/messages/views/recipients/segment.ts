/**
 * Reads of whom an issue goes to: the people of a list who get its mail, and of these the part that the issue names. The
 * rule is domain/issues/rules/segment.ts; planning asks it of every row of a page, the count says it as SQL.
 */
import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "../../../../platform/db.ts";
import { person, subscription } from "../../../../platform/schema.ts";
import { dayOf } from "../../../consent/rules/days.ts";
import { inSegment, type Segment } from "../../../issues/rules/segment.ts";

/** Whom an issue is for. `timeZone`: whose calendar tells the day on which somebody has joined. */
export interface Recipients {
  listId: string;
  segment: Segment | undefined;
  timeZone: string;
}

/** One of a page. */
export interface RecipientRow {
  subscriptionId: string;
  personId: string;
  language: string;
}

/**
 * The next so many of the list, of whom those are given who belong to the segment; the cursor is `createdAt/id` of the last
 * one looked at. A page is bounded by what it looks at, so that a narrow segment of a long list is no long statement.
 * Undefined: nobody is left.
 */
export async function readRecipientsPage(
  db: Database,
  { listId, segment, timeZone }: Recipients,
  cursor: string | null,
  limit: number,
): Promise<{ rows: RecipientRow[]; cursor: string } | undefined> {
  const [at = "-1", id = ""] = cursor?.split("/") ?? [];
  const page = await db.read
    .select({
      subscriptionId: subscription.id,
      personId: person.id,
      language: person.language,
      since: subscription.since,
      createdAt: subscription.createdAt,
    })
    .from(subscription)
    .innerJoin(person, eq(person.id, subscription.personId))
    .where(
      and(
        eq(subscription.listId, listId),
        eq(subscription.state, "active"),
        sql`(${subscription.createdAt}, ${subscription.id}) > (${Number(at)}, ${id})`,
      ),
    )
    .orderBy(asc(subscription.createdAt), asc(subscription.id))
    .limit(limit);
  const last = page.at(-1);
  if (!last) return undefined;
  const lists = await readListsOf(db, segment, page);
  const none: ReadonlySet<string> = new Set();
  const rows = page.flatMap(({ since, createdAt, ...row }) => {
    const joined = since ?? dayOf(createdAt, timeZone);
    return inSegment(segment, { language: row.language, joined, lists: lists.get(row.personId) ?? none }) ? [row] : [];
  });
  return { rows, cursor: `${last.createdAt}/${last.subscriptionId}` };
}

/** Of the lists that the segment names, those that each of these people is on. */
async function readListsOf(
  db: Database,
  segment: Segment | undefined,
  people: readonly { personId: string }[],
): Promise<Map<string, Set<string>>> {
  const named = [...(segment?.alsoOn ?? []), ...(segment?.notOn ?? [])];
  const found = new Map<string, Set<string>>();
  if (named.length === 0) return found;
  const ids = JSON.stringify(people.map((p) => p.personId));
  const rows = await db.read
    .select({ personId: subscription.personId, listId: subscription.listId })
    .from(subscription)
    .where(
      and(
        sql`${subscription.personId} in (select value from json_each(${ids}))`,
        // By the people of the page, not by the whole of the lists.
        inArray(sql`+${subscription.listId}`, named),
        eq(sql`+${subscription.state}`, "active"),
      ),
    );
  for (const { personId, listId } of rows) {
    if (personId === null) continue;
    found.set(personId, (found.get(personId) ?? new Set()).add(listId));
  }
  return found;
}

/** How many people of the list would get the mail, as far as the segment goes. Without a segment it is one count of the index. */
export async function countRecipients(db: Database, of: Recipients): Promise<number> {
  const [row] = await db.read
    .select({ n: count() })
    .from(subscription)
    .where(and(onList(of.listId), ...segmentSql(of, "many")));
  return row?.n ?? 0;
}

/** Live subscriptions of a list that get its mail. */
export const onList = (listId: string): SQL =>
  and(eq(subscription.listId, listId), eq(subscription.state, "active")) as SQL;

/**
 * The segment of a row of `subscription` as conditions; none for the whole list. Where many rows are asked, people are looked for in
 * a set that is made once; of few rows each is looked up.
 */
export function segmentSql(
  { segment, timeZone }: Pick<Recipients, "segment" | "timeZone">,
  rows: "many" | "few",
): SQL[] {
  const { languages = [], joinedFrom, joinedTo, alsoOn = [], notOn = [] } = segment ?? {};
  const isOn = (listId: string) =>
    rows === "many"
      ? sql`subscription.person_id in (select o.person_id from subscription o
          where o.list_id = ${listId} and o.state = 'active')`
      : sql`exists (select 1 from subscription o where o.person_id = subscription.person_id
          and +o.list_id = ${listId} and +o.state = 'active')`;
  const reads = sql`(select value from json_each(${JSON.stringify(languages)}))`;
  return [
    ...(languages.length > 0
      ? [
          rows === "many"
            ? sql`subscription.person_id in (select p.id from person p where p.language in ${reads})`
            : sql`(select p.language from person p where p.id = subscription.person_id) in ${reads}`,
        ]
      : []),
    ...(joinedFrom
      ? [
          sql`iif(subscription.since is null, subscription.created_at >= ${startOf(joinedFrom, timeZone)},
            subscription.since >= ${joinedFrom})`,
        ]
      : []),
    ...(joinedTo
      ? [
          sql`iif(subscription.since is null, subscription.created_at < ${startOf(dayAfter(joinedTo), timeZone)},
            subscription.since <= ${joinedTo})`,
        ]
      : []),
    ...alsoOn.map(isOn),
    ...notOn.map((listId) => sql`not ${isOn(listId)}`),
  ];
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
const startOf = (day: string, timeZone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).toInstant().epochMilliseconds;
