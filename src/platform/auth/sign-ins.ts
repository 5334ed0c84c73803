/**
 * Who signed in, when and from where roughly; and who tried in vain. Only so much as shows that somebody else was at an account:
 * a network instead of an address, no browser, no page, nothing of an address that belongs to nobody. Failures of one kind
 * within an hour are one row with a count, so that a guesser does not fill the table. Rows live as long as retention says.
 */
import type { Clock } from "../clock.ts";
import type { Database } from "../db.ts";

/**
 * in: by mail alone. in-second, in-recovery: and by an authenticator or a recovery code. The others failed: a wrong mail code,
 * link or second code, an ended account, more tries than allowed.
 */
export const OUTCOMES = [
  "in",
  "in-second",
  "in-recovery",
  "code-wrong",
  "link-wrong",
  "second-wrong",
  "ended",
  "limited",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface SignInRow {
  /** Undefined where the typed address belongs to nobody. */
  userId: string | undefined;
  outcome: Outcome;
  network: string;
  n: number;
  /** Milliseconds since 1970; of several, the last. */
  at: number;
}

export interface SignInLog {
  note(one: { outcome: Outcome; userId?: string | undefined; client: string }): Promise<void>;
}

const HOUR = 3_600_000;

/** `203.0.113.7` → `203.0.113.0/24`; `2001:db8:1:2` → `2001:db8:1::/48`; empty where the client is not known. */
export function networkOf(client: string): string {
  const four = client.split(".");
  if (four.length === 4) return `${four.slice(0, 3).join(".")}.0/24`;
  const groups = client.split(":");
  return groups.length >= 3 ? `${groups.slice(0, 3).join(":")}::/48` : "";
}

const NOTE = `INSERT INTO sign_in (id, user_id, outcome, network, n, at) VALUES (?, ?, ?, ?, 1, ?)
ON CONFLICT (id) DO UPDATE SET n = n + 1, at = excluded.at`;

/** The log over `sign_in`. `hash` names an hour's failures of one kind without saying whose they are. */
export function createSignInLog(db: Database, clock: Clock, hash: (text: string) => string): SignInLog {
  return {
    async note({ outcome, userId, client }) {
      const at = clock.now();
      const network = networkOf(client);
      const hour = Math.floor(at / HOUR);
      const id = outcome.startsWith("in")
        ? crypto.randomUUID()
        : hash(`sign-in\0${hour}\0${outcome}\0${userId ?? ""}\0${network}`);
      await db.client.execute({ sql: NOTE, args: [id, userId ?? null, outcome, network, at] });
    },
  };
}

/** The newest lines, of one member or of everybody. */
export async function readSignIns(db: Database, ask: { userId?: string; limit: number }): Promise<SignInRow[]> {
  const found = await db.client.execute(
    ask.userId === undefined
      ? { sql: "SELECT user_id, outcome, network, n, at FROM sign_in ORDER BY at DESC, id LIMIT ?", args: [ask.limit] }
      : {
          sql: "SELECT user_id, outcome, network, n, at FROM sign_in WHERE user_id = ? ORDER BY at DESC, id LIMIT ?",
          args: [ask.userId, ask.limit],
        },
  );
  return found.rows.map((row) => ({
    userId: row.user_id === null ? undefined : String(row.user_id),
    outcome: row.outcome as Outcome,
    network: String(row.network),
    n: Number(row.n),
    at: Number(row.at),
  }));
}

/** Member → when he last came in, ms. */
export async function readLastSignIns(db: Database): Promise<Map<string, number>> {
  const found = await db.client.execute(
    `SELECT user_id, max(at) AS at FROM sign_in WHERE user_id IS NOT NULL AND outcome IN ('in', 'in-second', 'in-recovery')
     GROUP BY user_id`,
  );
  return new Map(found.rows.map((row) => [String(row.user_id), Number(row.at)]));
}
