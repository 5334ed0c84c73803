/** Totals of messages whose rows are gone (domain/retention): whoever counts messages adds these. */
import { eq } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { mailingTotal, type message } from "../../../platform/schema.ts";

/** The totals of a mailing; none while its messages are there. */
export const readFolded = ({ read }: Pick<Database, "read">, mailingId: string) =>
  read
    .select({
      state: mailingTotal.state,
      reason: mailingTotal.reason,
      answer: mailingTotal.answer,
      way: mailingTotal.way,
      pilot: mailingTotal.pilot,
      n: mailingTotal.n,
    })
    .from(mailingTotal)
    .where(eq(mailingTotal.mailingId, mailingId));

type Row = typeof message.$inferSelect;
type Folded = Awaited<ReturnType<typeof readFolded>>[number];

/** As a count of messages reads. */
export const asCounted = ({ state, answer, pilot, n }: Folded) => ({
  state: state as Row["state"],
  answer: (answer || null) as Row["answer"],
  pilot,
  n,
});
