import { describe, expect, it } from "vitest";
import { createDatabaseFetch } from "../../src/runtime/database-fetch.ts";

/** A server and a clock in one: an answer comes when the clock has come to it. */
function outside(answer: (n: number) => { status: number; afterMs: number } | "never") {
  let now = 0;
  let asked = 0;
  let at = 0;
  let most = 0;
  const alarms: { at: number; ring: () => void }[] = [];
  const pause = (ms: number) => new Promise<void>((ring) => alarms.push({ at: now + ms, ring }));
  const bodies: string[] = [];
  return {
    bodies,
    most: () => most,
    asked: () => asked,
    now: () => now,
    chance: () => 0.5,
    pause,
    async fetch(request: Request) {
      const what = answer(asked++);
      bodies.push(`${request.method} ${request.headers.get("authorization")} ${await request.text()}`);
      most = Math.max(most, ++at);
      if (what === "never") return new Promise<Response>(() => {});
      await pause(what.afterMs);
      at--;
      return new Response(`${what.status}`, { status: what.status });
    },
    /** Lets time pass until nothing waits any more, or until `end`. */
    async run(end: number) {
      for (;;) {
        for (let i = 0; i < 50; i++) await Promise.resolve();
        await new Promise(setImmediate);
        alarms.sort((a, b) => a.at - b.at);
        const [next] = alarms;
        if (!next || next.at > end) return;
        alarms.shift();
        now = next.at;
        next.ring();
      }
    },
  };
}

const WAY = { width: 3, writes: 1, placeMs: 1_000, patienceMs: 5_000 };
const question = (n: number) =>
  new Request("http://db.example/v2/pipeline", {
    method: "POST",
    headers: { authorization: "Bearer x" },
    body: `${n}`,
  });

describe("the way to a database server", () => {
  it("never holds more requests than it is wide, and answers all of them", async () => {
    const world = outside(() => ({ status: 200, afterMs: 20 }));
    const ask = createDatabaseFetch(WAY, world);
    const all = Array.from({ length: 40 }, (_, n) => ask(question(n)));
    await world.run(100_000);
    expect((await Promise.all(all)).map((one) => one.status)).toEqual(Array(40).fill(200));
    expect(world.most()).toBe(3);
  });

  it("lets batches that write go one after another, and others past them", async () => {
    const world = outside(() => ({ status: 200, afterMs: 20 }));
    const ask = createDatabaseFetch(WAY, world);
    const write = (n: number) =>
      new Request("http://db.example/v2/pipeline", { method: "POST", body: `{"sql":"BEGIN IMMEDIATE"} ${n}` });
    const writes = Array.from({ length: 5 }, (_, n) => ask(write(n)));
    const reads = [ask(question(1)), ask(question(2))];
    await world.run(25);
    expect((await Promise.all(reads)).map((one) => one.status)).toEqual([200, 200]);
    expect(world.most()).toBe(3);
    await world.run(100_000);
    expect((await Promise.all(writes)).map((one) => one.status)).toEqual(Array(5).fill(200));
  });

  it("asks again what was turned away as too many, with the same method, headers and body", async () => {
    const world = outside((n) => ({ status: n < 3 ? 429 : 200, afterMs: 1 }));
    const answer = createDatabaseFetch(WAY, world)(question(7));
    await world.run(100_000);
    expect((await answer).status).toBe(200);
    expect(world.bodies).toEqual(Array(4).fill("POST Bearer x 7"));
  });

  it("hands 'too many' on when its patience ends", async () => {
    const world = outside(() => ({ status: 429, afterMs: 1 }));
    const answer = createDatabaseFetch(WAY, world)(question(1));
    await world.run(100_000);
    expect((await answer).status).toBe(429);
    expect(world.now()).toBeLessThanOrEqual(WAY.patienceMs);
  });

  it.each([500, 502, 503, 400, 401])("asks once when the server says %i: it may have acted", async (status) => {
    const world = outside(() => ({ status, afterMs: 1 }));
    const answer = createDatabaseFetch(WAY, world)(question(1));
    await world.run(100_000);
    expect([(await answer).status, world.asked()]).toEqual([status, 1]);
  });

  it("goes on when requests were ended with their place in hand", async () => {
    const world = outside((n) => (n < 3 ? "never" : { status: 200, afterMs: 1 }));
    const ask = createDatabaseFetch(WAY, world);
    for (let n = 0; n < 3; n++) void ask(question(n));
    const answer = ask(question(3));
    await world.run(100_000);
    expect((await answer).status).toBe(200);
    expect(world.now()).toBeGreaterThan(WAY.placeMs);
  });

  it("gives the place back when the server cannot be reached", async () => {
    const world = outside(() => ({ status: 200, afterMs: 1 }));
    let fails = 3;
    const ask = createDatabaseFetch(WAY, {
      ...world,
      fetch: (request) => (fails-- > 0 ? Promise.reject(new TypeError("fetch failed")) : world.fetch(request)),
    });
    for (let n = 0; n < 3; n++) await expect(ask(question(n))).rejects.toThrow("fetch failed");
    const answer = ask(question(3));
    await world.run(WAY.placeMs);
    expect((await answer).status).toBe(200);
  });
});
