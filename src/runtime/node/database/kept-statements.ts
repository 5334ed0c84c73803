/**
 * The embedded client prepares each statement anew: half of what a small one costs, and an answer to a campaign is some
 * thirty of them. Here a connection keeps what it has prepared, the newest few hundred.
 *
 * What must stay true: nobody can tell. A statement that failed is prepared anew; so is everything after a statement that
 * is not of the kinds below, because a schema or a setting may be another one then. A kept statement has always run
 * to its end (the client reads every row), so none holds a lock.
 */
import Database from "libsql";

const KEPT = 300;
const KINDS = /^\s*(select|insert|update|delete|begin|commit|savepoint|release|rollback)\b/i;

/** What the client asks of a statement (@libsql/client, sqlite3: `executeStmt`). */
interface Asked {
  safeIntegers(on: boolean): unknown;
  /** Throws where a statement gives no rows: that is how the client finds out. */
  raw(on: boolean): unknown;
  columns(): unknown[];
  all(args: unknown): unknown[];
  run(args: unknown): unknown;
}
type Prepare = (this: object, sql: string) => Asked;

const kept = new WeakMap<object, Map<string, Asked>>();
let patched = false;

/** From now on every embedded connection of this process keeps its statements. Saying it twice does it once. */
export function keepStatements(): void {
  if (patched) return;
  patched = true;
  const of = Database.prototype as unknown as { prepare: Prepare };
  const prepare = of.prepare;
  of.prepare = function (this: object, sql: string): Asked {
    if (!KINDS.test(sql)) {
      kept.delete(this);
      return prepare.call(this, sql);
    }
    const mine = kept.get(this) ?? new Map<string, Asked>();
    kept.set(this, mine);
    const found = mine.get(sql) ?? keepable(prepare.call(this, sql), () => mine.delete(sql));
    // The newest are at the end.
    mine.delete(sql);
    mine.set(sql, found);
    for (const oldest of mine.keys()) {
      if (mine.size <= KEPT) break;
      mine.delete(oldest);
    }
    return found;
  };
}

/** Settled once as the client settles it for each use: whole integers, rows as lists. */
function keepable(statement: Asked, drop: () => void): Asked {
  statement.safeIntegers(true);
  const columns = columnsOf(statement);
  const orDrop =
    <R>(use: (args: unknown) => R) =>
    (args: unknown): R => {
      try {
        return use(args);
      } catch (error) {
        drop();
        throw error;
      }
    };
  const noRows = new Error("this statement gives no rows");
  const settled: Asked = {
    safeIntegers: () => settled,
    raw: () => {
      if (!columns) throw noRows;
      return settled;
    },
    columns: () => columns ?? [],
    all: orDrop((args) => statement.all(args)),
    run: orDrop((args) => statement.run(args)),
  };
  return settled;
}

function columnsOf(statement: Asked): unknown[] | undefined {
  try {
    statement.raw(true);
  } catch {
    return undefined;
  }
  return statement.columns();
}
