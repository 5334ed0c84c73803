/** Who can do what, as the page of access and the look at it show it. */
import { desc } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import type { Database } from "../../../platform/db.ts";
import { accessReview } from "../../../platform/schema.ts";
import { type Key, readLiveKeys } from "../../api-keys/views.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { type AccessReview, dueDay, keysToEnd, type Reviewed, stillToDo } from "../rules/review.ts";
import { readStaff, type StaffMember } from "../views.ts";

const MOST = 40;

/** Every look, newest first: four a year. */
export async function readReviews(db: Database): Promise<AccessReview[]> {
  const rows = await db.read.select().from(accessReview).orderBy(desc(accessReview.at)).limit(MOST);
  return rows.map((row) => ({ ...row, people: row.people as unknown as Reviewed[] }));
}

export interface Access {
  /** Everybody, those without access last. */
  everybody: StaffMember[];
  /** Member → when he last came in. */
  lastIn: Map<string, number>;
  reviews: AccessReview[];
  /** By when the next look is due. */
  due: string;
  /** Asked for by the last look and not done. */
  toDo: Reviewed[];
  /** Keys of programs that hold. */
  keys: Key[];
  /** Ids of those that the last look ended. */
  keysToEnd: string[];
}

export async function readAccess(deps: Pick<Deps, "db" | "auth">, zone: string): Promise<Access> {
  const [everybody, lastIn, reviews, keys] = await Promise.all([
    readStaff(deps),
    deps.auth.lastSignIns(),
    readReviews(deps.db),
    readLiveKeys(deps.db),
  ]);
  const first = Math.min(...everybody.map(({ invitedAt }) => invitedAt));
  const due = dueDay(reviews[0], dayOf(Number.isFinite(first) ? first : 0, zone));
  const toDo = stillToDo(reviews[0], everybody);
  return { everybody, lastIn, reviews, due, toDo, keys, keysToEnd: keysToEnd(reviews[0], keys) };
}
