/** The lists that anybody may sign up to. Nobody's data are read here. */
import type { Database } from "../../../platform/db.ts";
import type { Lang } from "../../institution/rules.ts";
import type { List } from "../../lists/rules.ts";
import { readLists } from "../../lists/views.ts";
import type { Notice } from "../../notices/rules.ts";
import { readNewest } from "../../notices/views.ts";
import type { Purpose } from "../../purposes/rules.ts";
import { readPurposes } from "../../purposes/views.ts";

/** A list that anybody may sign up to, with the statement of its purpose in each language. */
export interface Offered {
  list: List;
  purpose: Purpose;
  statement: Partial<Record<Lang, Notice>>;
}

/** Active newsletter lists of active purposes that rest on consent and have a statement, oldest first. */
export async function readOffer(db: Database): Promise<Offered[]> {
  const open = await readOpenLists(db);
  const statements = new Map<string, Offered["statement"]>();
  for (const purposeId of new Set(open.map((o) => o.purpose.id))) {
    const newest = await readNewest(db, { kind: "consent", purposeId });
    statements.set(purposeId, Object.fromEntries(newest.map((n) => [n.language, n])));
  }
  return open
    .map((o) => ({ ...o, statement: statements.get(o.purpose.id) ?? {} }))
    .filter((o) => Object.keys(o.statement).length > 0);
}

/** The same without the statements. */
export async function readOpenLists(db: Database): Promise<Omit<Offered, "statement">[]> {
  const [lists, purposes] = await Promise.all([readLists(db), readPurposes(db)]);
  const consented = new Map(purposes.filter((p) => p.state === "active" && p.basis === "a").map((p) => [p.id, p]));
  return lists.flatMap((l) => {
    const purpose = consented.get(l.purposeId);
    return purpose && l.kind === "newsletter" && l.state === "active" ? [{ list: l, purpose }] : [];
  });
}
