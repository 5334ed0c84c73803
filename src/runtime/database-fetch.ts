/**
 * The way to a database server, for everything that runs in one process or isolate: only so many requests are on it at
 * once, and "too many" (429) is asked again after a breath. A server allows a number of connections (sqld: 128) and writes
 * for one of them at a time; a burst of one-click answers that all asked at once would be refused, or would wait for each
 * other longer than anybody waits for an answer.
 *
 * Nothing is shared between requests but a list of moments: a Worker may end a request at any await, and a promise that
 * another request should have kept would then never come. So everybody waits by a timer of his own, and a place that was
 * not given back is free again after a while.
 */

export interface DatabaseWay {
  /** Requests at once. */
  width: number;
  /** Of these, batches that write: they wait for one lock, and a server under many that wait for it comes to nothing. */
  writes: number;
  /** A place not given back counts as free after this, ms. */
  placeMs: number;
  /** "Too many" is asked again for this long, ms; then the answer is handed on. */
  patienceMs: number;
}

export const DATABASE_WAY: DatabaseWay = { width: 24, writes: 3, placeMs: 60_000, patienceMs: 10_000 };

interface Outside {
  fetch(request: Request): Promise<Response>;
  now(): number;
  pause(ms: number): Promise<void>;
  /** 0 to 1: so that those who wait do not all come back together. */
  chance(): number;
}

const here: Outside = {
  fetch: (request) => fetch(request),
  now: () => Date.now(),
  pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  chance: () => Math.random(),
};

interface Place {
  since: number;
  writes: boolean;
}

/** How the client begins a batch that writes (Hrana over HTTP: JSON with the statements as they are). */
const BEGINS_TO_WRITE = "BEGIN IMMEDIATE";
const WAIT_MS = 10;
const FIRST_BREATH_MS = 100;

/** A `fetch` for the database client. One for each process or isolate: the places are counted in it. */
export function createDatabaseFetch(way: DatabaseWay = DATABASE_WAY, outside: Outside = here) {
  const taken = new Set<Place>();
  const isFree = (writes: boolean) => {
    for (const place of taken) if (outside.now() - place.since > way.placeMs) taken.delete(place);
    if (taken.size >= way.width) return false;
    return !writes || [...taken].filter((place) => place.writes).length < way.writes;
  };
  const once = async (request: Request, writes: boolean): Promise<Response> => {
    while (!isFree(writes)) await outside.pause(WAIT_MS * (0.5 + outside.chance()));
    const place = { since: outside.now(), writes };
    taken.add(place);
    try {
      return await outside.fetch(request);
    } finally {
      taken.delete(place);
    }
  };
  /** Answers as `fetch` does. A 429 was turned away before the server did anything, so it may be asked again. */
  return async function databaseFetch(asked: Request): Promise<Response> {
    const until = outside.now() + way.patienceMs;
    const { url, method, headers } = asked;
    const body = await asked.arrayBuffer();
    const writes = new TextDecoder().decode(body).includes(BEGINS_TO_WRITE);
    for (let breath = FIRST_BREATH_MS; ; breath *= 2) {
      const answer = await once(
        new Request(url, { method, headers, ...(body.byteLength > 0 ? { body } : {}) }),
        writes,
      );
      if (answer.status !== 429 || outside.now() + breath > until) return answer;
      await answer.body?.cancel();
      await outside.pause(breath * (0.5 + outside.chance()));
    }
  };
}
