/** The drill's own look into the database: the program's side of the books. It reads and changes nothing. */
import type { Client } from "@libsql/client";
import { addressPlace } from "../../src/domain/people/rules.ts";
import type { Vault } from "../../src/platform/vault.ts";

/** One person of the audience, as he was before the mailing. */
export interface Person {
  personId: string;
  subscriptionId: string;
  address: string;
}

export interface MessageRow {
  personId: string;
  state: string;
  reason: string | null;
  batchId: string | null;
  providerId: string | null;
  /** The person's subscription, and whether it has ended. */
  ended: string | null;
}

export interface Look {
  state: string;
  heldReason: string | null;
  /** Rows by their state. */
  counts: Record<string, number>;
  planned: number;
}

export interface Books {
  people(listSlug: string): Promise<Person[]>;
  look(mailingId: string): Promise<Look>;
  messages(mailingId: string): Promise<MessageRow[]>;
  /** Batches whose outcome is not known now, each with its attempt. */
  inDoubt(): Promise<Map<string, number>>;
  /** People whose mail has begun by itself (SMTP) and of whom nothing is written yet. */
  begun(): Promise<string[]>;
  /** How a person's message stands: its state, its batch, and that batch's state and attempt. */
  standing(mailingId: string, personId: string): Promise<Standing | undefined>;
  attemptOf(batchId: string): Promise<number>;
  count(sql: string): Promise<number>;
}

export interface Standing {
  state: string;
  batchId: string | null;
  batchState: string | null;
  attempt: number;
}

export function booksOf(client: Client, vault: Vault): Books {
  const rows = async (sql: string, ...args: string[]) => (await client.execute({ sql, args })).rows;
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return {
    async people(listSlug) {
      const found = await rows(
        `SELECT s.person_id AS person, s.id, a.id AS address, a.sealed FROM subscription s
         JOIN address a ON a.id = s.address_id JOIN list l ON l.id = s.list_id WHERE l.slug = ? ORDER BY s.id`,
        listSlug,
      );
      return found.map((row) => {
        const sealed = new Uint8Array(row.sealed as ArrayBuffer);
        const { address } = JSON.parse(vault.open(addressPlace(String(row.address)), sealed));
        return { personId: String(row.person), subscriptionId: String(row.id), address };
      });
    },
    async look(mailingId) {
      const [mailing] = await rows("SELECT state, held_reason FROM mailing WHERE id = ?", mailingId);
      const found = await rows("SELECT state, count(*) AS n FROM message WHERE mailing_id = ? GROUP BY 1", mailingId);
      const counts = Object.fromEntries(found.map((row) => [String(row.state), Number(row.n)]));
      const planned = Object.values(counts).reduce((sum, n) => sum + n, 0);
      return { state: String(mailing?.state), heldReason: text(mailing?.held_reason), counts, planned };
    },
    async messages(mailingId) {
      const found = await rows(
        `SELECT m.person_id, m.state, m.reason, m.batch_id, m.provider_id, s.ended_reason FROM message m
         LEFT JOIN subscription s ON s.id = m.subscription_id WHERE m.mailing_id = ?`,
        mailingId,
      );
      return found.map((row) => ({
        personId: String(row.person_id),
        state: String(row.state),
        reason: text(row.reason),
        batchId: text(row.batch_id),
        providerId: text(row.provider_id),
        ended: text(row.ended_reason),
      }));
    },
    async inDoubt() {
      const found = await rows("SELECT id, attempt FROM batch WHERE state = 'attempted'");
      return new Map(found.map((row) => [String(row.id), Number(row.attempt)]));
    },
    async begun() {
      const found = await rows(
        `SELECT g.person_id FROM batch b JOIN message g ON g.batch_id = b.id
         WHERE b.state = 'attempted' AND b.one_by_one AND g.state = 'claimed' AND g.begun_at IS NOT NULL`,
      );
      return found.map((row) => String(row.person_id));
    },
    async standing(mailingId, personId) {
      const [row] = await rows(
        `SELECT m.state, m.batch_id, b.state AS batch_state, coalesce(b.attempt, 0) AS attempt FROM message m
         LEFT JOIN batch b ON b.id = m.batch_id WHERE m.mailing_id = ? AND m.person_id = ?`,
        mailingId,
        personId,
      );
      if (!row) return undefined;
      return {
        state: String(row.state),
        batchId: text(row.batch_id),
        batchState: text(row.batch_state),
        attempt: Number(row.attempt),
      };
    },
    async attemptOf(batchId) {
      const [row] = await rows("SELECT attempt FROM batch WHERE id = ?", batchId);
      return Number(row?.attempt ?? 0);
    },
    count: async (sql) => Number((await rows(sql))[0]?.[0]),
  };
}
