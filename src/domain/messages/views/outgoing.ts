/** Reads a mailing as the engine sends it: campaigns and issues of newsletters differ in what was frozen of them. */
import type { Database } from "../../../platform/db.ts";
import type { FrozenMailing, MailingKind } from "../../campaigns/rules.ts";
import { type Mailing, readMailing } from "../../campaigns/views.ts";
import type { FrozenIssue } from "../../issues/rules/issue.ts";

/** A mailing of any kind; `kind` says what its `frozen` is. */
export type Outgoing = Omit<Mailing, "kind" | "frozen"> &
  (
    | { kind: Exclude<MailingKind, "newsletter">; frozen: FrozenMailing | null }
    | { kind: "newsletter"; frozen: FrozenIssue | null }
  );

/** The mailing with this id. */
export async function readOutgoing(db: Database, id: string): Promise<Outgoing | undefined> {
  // What the column holds is told by the kind alone.
  return (await readMailing(db, id)) as Outgoing | undefined;
}
