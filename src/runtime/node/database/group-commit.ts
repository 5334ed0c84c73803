/**
 * Acts that come together are put on the disk together. Each commit of an embedded file waits for the disk, some
 * milliseconds in which the program does nothing else; a burst of answers would wait one after another. So the batches that
 * are asked for in the same moment run in one transaction, each in a savepoint of its own, and nobody is answered before
 * all of it is on the disk.
 *
 * What must stay true: for every batch it is as if it had run alone, in the order of asking. One that fails leaves nothing
 * and spoils no other; if the transaction itself fails, none has happened, and each is told so.
 */
import { setImmediate } from "node:timers/promises";
import type { Client, InStatement, ResultSet } from "@libsql/client";

/** So many at once: it bounds how long nobody else gets a word in. */
const MOST = 32;

interface Asked {
  statements: InStatement[];
  done(results: ResultSet[]): void;
  failed(error: unknown): void;
}

/** How an act ended inside the transaction, before that is on the disk. */
type Ended = { results: ResultSet[] } | { error: unknown };

/** A `batch(…, "write")` over this client. `alone` runs one batch as the client itself does. */
export function createGroupCommit(
  client: Pick<Client, "transaction">,
  alone: (statements: InStatement[]) => Promise<ResultSet[]>,
): (statements: InStatement[]) => Promise<ResultSet[]> {
  const waiting: Asked[] = [];
  let running = false;

  /** Waits as long as others are still coming in, turn by turn of the event loop. */
  const gather = async () => {
    for (let n = -1; n < waiting.length && waiting.length < MOST; ) {
      n = waiting.length;
      await setImmediate();
    }
  };
  const run = async () => {
    running = true;
    while (waiting.length > 0) {
      await gather();
      const group = waiting.splice(0, MOST);
      const [only] = group;
      if (group.length === 1 && only) await alone(only.statements).then(only.done, only.failed);
      else await together(client, group);
    }
    running = false;
  };
  return (statements) =>
    new Promise((done, failed) => {
      waiting.push({ statements, done, failed });
      if (!running) void run();
    });
}

async function together(client: Pick<Client, "transaction">, group: Asked[]): Promise<void> {
  try {
    const ended = await inOne(client, group);
    for (const [i, one] of group.entries()) {
      const end = ended[i];
      if (end && "results" in end) one.done(end.results);
      else one.failed(end?.error);
    }
  } catch (error) {
    for (const one of group) one.failed(error);
  }
}

/** Throws if the transaction did not begin, was ended by the database, or is not on the disk. */
async function inOne(client: Pick<Client, "transaction">, group: Asked[]): Promise<Ended[]> {
  const transaction = await client.transaction("write");
  try {
    const ended: Ended[] = [];
    for (const { statements } of group) {
      await transaction.execute("SAVEPOINT act");
      try {
        ended.push({ results: await transaction.batch(statements) });
      } catch (error) {
        // A full disk ends the whole transaction, and then none of it has happened.
        if (transaction.closed) throw error;
        ended.push({ error });
        await transaction.execute("ROLLBACK TO act");
      }
      await transaction.execute("RELEASE act");
    }
    await transaction.commit();
    return ended;
  } finally {
    transaction.close();
  }
}
