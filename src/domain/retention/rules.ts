/** How long rows live that nothing else ends. */
import { REQUEST_LIFE_MS } from "../consent/rules/sign-up.ts";
import { ROW_LIFE_MS } from "../last-mails/rules.ts";
import { LINK_LIFE_MS, VISIT_MS } from "../me/rules.ts";

const DAY_MS = 24 * 3_600_000;

/** A kind of rows that age: table, column of its time, and how long after that time the row still lives, ms. */
export interface Ageing {
  table:
    | "intake"
    | "token"
    | "commit_mark"
    | "provider_event"
    | "lease"
    | "refusal_count"
    | "dead_letter"
    | "alert"
    | "last_mail"
    | "session"
    | "verification";
  since: "created_at" | "expires_at" | "at" | "until" | "closed_at";
  lifeMs: number;
  /** Only rows of this kind; SQL over columns of the table. */
  only?: "state = 'used'";
}

export const AGEING: readonly Ageing[] = [
  { table: "intake", since: "created_at", lifeMs: REQUEST_LIFE_MS },
  // A request whose link was used is held for the visit alone.
  { table: "intake", since: "created_at", lifeMs: LINK_LIFE_MS + VISIT_MS, only: "state = 'used'" },
  // The sweep ends them minute by minute; here only where it has not come by.
  { table: "last_mail", since: "created_at", lifeMs: ROW_LIFE_MS },
  { table: "token", since: "expires_at", lifeMs: 0 },
  // Of staff: who was signed in where, and codes that nobody typed in.
  { table: "session", since: "expires_at", lifeMs: 0 },
  { table: "verification", since: "expires_at", lifeMs: 0 },
  { table: "commit_mark", since: "at", lifeMs: DAY_MS },
  // What rules look back at (a mailing's stop rule, repeated temporary faults) is younger; the message keeps the result.
  { table: "provider_event", since: "at", lifeMs: 90 * DAY_MS },
  { table: "lease", since: "until", lifeMs: DAY_MS },
  { table: "refusal_count", since: "until", lifeMs: DAY_MS },
  { table: "dead_letter", since: "at", lifeMs: 90 * DAY_MS },
  { table: "alert", since: "closed_at", lifeMs: 180 * DAY_MS },
];
