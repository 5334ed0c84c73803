/**
 * The only write. One act of one verb is one atomic libSQL batch: the change, and the evidence of it in the proof log.
 *
 * Promise: either everything of the act is in the database or nothing. `stale` means that a row was not as the verb had
 * read it (a guarded row count, a condition, or a second event of the same record): nothing was written, load again.
 * Each batch writes a random id into `commit_mark`, so that after a lost answer we ask whether it happened before we
 * try again; an act is never applied twice. Faults are thrown.
 */
import type { Deps } from "../deps.ts";
import { databaseNo, guarded, type Write } from "../platform/db.ts";
import type { Evidence } from "./proof-log/rules/event.ts";
import { appendWrites } from "./proof-log/store.ts";

export interface Act {
  change: Write[];
  /** What the act leaves in the proof log. Acts that are no evidence say `proof: []`. */
  proof: Evidence[];
}

const TRIES = 3;

/** Runs an act. Returns `stale` if it lost a race; the verb loads again and decides anew. */
export async function commit(deps: Pick<Deps, "db" | "ids" | "clock">, act: Act): Promise<"done" | "stale"> {
  const { client } = deps.db;
  const mark = deps.ids.uuid();
  const statements = guarded([
    { sql: "INSERT INTO commit_mark (id, at) VALUES (?, ?)", args: [mark, deps.clock.now()] },
    ...act.change,
    ...appendWrites(deps.db, act.proof),
  ]);
  for (let attempt = 1; ; attempt++) {
    try {
      await client.batch(statements, "write");
      return "done";
    } catch (error) {
      const no = databaseNo(error);
      if (no === "stale") return "stale";
      if (no === "constraint" && isRace(error)) return (await happened(deps, mark)) ? "done" : "stale";
      if (no !== "unreachable") throw error;
      if (await happened(deps, mark)) return "done";
      if (attempt === TRIES) throw error;
    }
  }
}

/** Keys whose conflict means that somebody else was first; any other broken constraint is a fault of ours. */
function isRace(error: unknown): boolean {
  const text = `${(error as Error).message} ${((error as Error).cause as Error | undefined)?.message ?? ""}`;
  return /UNIQUE constraint failed: (event\.record_id|commit_mark\.id|consent_record\.person_id|subscription\.(id|list_id)|address\.tag|checkpoint\.size)\b/.test(
    text,
  );
}

async function happened(deps: Pick<Deps, "db">, mark: string): Promise<boolean> {
  const found = await deps.db.client.execute({ sql: "SELECT 1 FROM commit_mark WHERE id = ?", args: [mark] });
  return found.rows.length > 0;
}
