import { type InStatement, LibsqlError } from "@libsql/client";
import { expect, it } from "vitest";
import { betrays, CANARY, type Watch, watch } from "../../support/canary.ts";
import type { Browser } from "../../support/people.ts";
import { createWorld, type World } from "../../support/world.ts";
import { campaign, confirmation, imported, links, ONE_CLICK, signUp } from "./life.ts";

interface Scene {
  world: World;
  eyes: Watch;
  desk: Browser;
  r: string;
  u: string;
  c: string;
}

/** He is on a list, was asked, has a sign-up open, and a second campaign waits to be sent to him. */
async function scene(): Promise<Scene> {
  const world = await createWorld();
  const eyes = watch(world);
  const desk = await world.signIn("admin");
  await imported(world, desk);
  await campaign(world, desk);
  await world.work();
  const { r, u } = links(world, eyes);
  await signUp(world, { email: `x${CANARY.address}` });
  await world.work();
  return { world, eyes, desk, r, u, c: confirmation(world, eyes) };
}

/** Goes through every door that reads or writes him, and does the work that waits. Says what each door answered. */
async function everyDoor({ world, desk, r, u, c }: Scene): Promise<number[]> {
  const reader = world.browser();
  const notice = "a".repeat(64);
  const doors: (() => Promise<Response>)[] = [
    () => reader.get("/subscribe"),
    () => signUp(world),
    () => reader.get(r),
    () => reader.post(r, { answer: "yes", notice }),
    () => reader.get(u),
    () => reader.post(u, { scope: "everything" }),
    () => world.request(u, ONE_CLICK),
    () => reader.get(c),
    () => reader.post(c, { answer: "yes" }),
    () => reader.post("/return", { seal: "x".repeat(200) }),
    () => desk.get("/staff/"),
    () => desk.post("/staff/people", { address: CANARY.address, why: "asked" }),
    () =>
      desk.post("/staff/people/refusal", {
        address: CANARY.address,
        purpose: "everything",
        who: "person",
        how: "phone",
        day: "2026-11-20",
      }),
    () => reader.post("/staff/sign-in", { email: CANARY.address }),
    async () => {
      const file = new File([`E-pasts;Vārds\r\n${CANARY.address};${CANARY.name}\r\n`], "saraksts.csv");
      const claim = { source: "Saraksts", since: "2021-03-01", basis: "consent", origin: "themselves", proof: "" };
      return desk.post("/staff/imports", { ...claim, list: "x", file });
    },
  ];
  const statuses: number[] = [];
  for (const door of doors) statuses.push((await door().catch(() => new Response(null, { status: 599 }))).status);
  const jobs = [{ kind: "recover" }, { kind: "retain" }, { kind: "seal" }, { kind: "tell" }] as const;
  for (const job of jobs) await world.deps.queue.enqueue(job);
  await world.work().catch((fault: Error) => world.deps.log.fault("job", fault, { kind: "recover" }));
  return statuses;
}

/** An error as drivers make them: the statement and its values stand in its words, and in those of its cause. */
function faulty(code: string, say: (what: string) => string) {
  return (asked: InStatement | InStatement[]): never => {
    const words = say(`${CANARY.address} ${CANARY.name} ${JSON.stringify(asked)}`);
    const cause = Object.assign(new Error(words), { code, rawCode: 1 });
    throw new LibsqlError(words, code, undefined, 1, cause);
  };
}

const FAULTS: [string, ReturnType<typeof faulty>][] = [
  ["breaks a constraint", faulty("SQLITE_CONSTRAINT", (what) => `SQLITE_CONSTRAINT: CHECK constraint failed: ${what}`)],
  ["is a duplicate", faulty("SQLITE_CONSTRAINT_UNIQUE", (what) => `UNIQUE constraint failed: address.tag (${what})`)],
  [
    "cannot be reached",
    faulty("HRANA_WEBSOCKET_ERROR", (what) => `fetch failed: https://libsql.example/v2/pipeline ${what}`),
  ],
  ["says 500", faulty("SERVER_ERROR", (what) => `Server returned HTTP status 500: ${what}`)],
  ["is full", faulty("SQLITE_FULL", (what) => `database or disk is full: ${what}`)],
  ["may only be read", faulty("SQLITE_READONLY", (what) => `attempt to write a readonly database: ${what}`)],
  ["is locked", faulty("SQLITE_BUSY", (what) => `database is locked: ${what}`)],
  ["is broken", faulty("SQLITE_CORRUPT", (what) => `database disk image is malformed: ${what}`)],
  ["knows no such column", faulty("SQLITE_ERROR", (what) => `no such column in: ${what}`)],
  ["has blocked us", faulty("BLOCKED", (what) => `Operation was blocked: plan limit (${what})`)],
];

it.each(FAULTS)("a database that %s, in words that hold him, tells nobody of him", async (_, fault) => {
  const found = await scene();
  const { client } = found.world;
  const { execute, batch } = client;
  Object.assign(client, {
    execute: async (one: InStatement) => fault(one),
    batch: async (all: InStatement[]) => fault(all),
  });
  const answers = await everyDoor(found);
  Object.assign(client, { execute, batch });
  expect(answers.filter((status) => status >= 500).length).toBeGreaterThan(answers.length / 2);
  expect(found.world.lines.some((line) => line.includes('"fault"'))).toBe(true);
  await found.eyes.expectSilence();
});

it.each(FAULTS)("one whose writes fail, because it %s, neither", async (_, fault) => {
  const found = await scene();
  const { client } = found.world;
  const { batch } = client;
  client.batch = async (all, mode) =>
    mode === "write" ? fault(all as InStatement[]) : Reflect.apply(batch, client, [all, mode]);
  await everyDoor(found);
  client.batch = batch;
  expect(found.world.lines.some((line) => line.includes('"fault"'))).toBe(true);
  await found.eyes.expectSilence();
});

/** The real thing: SQLite itself says no. */
const REAL: [string, string, string][] = [
  ["only reads", "PRAGMA query_only = ON", "PRAGMA query_only = OFF"],
  [
    "repeats what is to be written",
    "CREATE TRIGGER loud BEFORE INSERT ON commit_mark BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: kanarijputns zeltitis'); END",
    "DROP TRIGGER loud",
  ],
  [
    "has lost a column",
    "ALTER TABLE subscription RENAME COLUMN list_id TO kanarijputns",
    "ALTER TABLE subscription RENAME COLUMN kanarijputns TO list_id",
  ],
  ["has lost a table", "ALTER TABLE person RENAME TO zeltitis", "ALTER TABLE zeltitis RENAME TO person"],
];

it.each(REAL)("a real database that %s tells nobody of him", async (_, broken, mended) => {
  const found = await scene();
  const { world, eyes, u } = found;
  await world.client.execute(broken);
  await everyDoor(found);
  expect((await world.request(u, ONE_CLICK)).status).toBe(503);
  await world.client.execute(mended);
  const faults = world.lines.filter((line) => line.includes('"fault"')).map((line) => JSON.parse(line));
  expect(faults.length).toBeGreaterThan(0);
  // What helps is there: the door's pattern, and a code.
  expect(faults.map((f) => f.route ?? f.what)).toEqual(expect.arrayContaining(["/u/:token", "one-click"]));
  await eyes.expectSilence();
  expect((await world.request(u, ONE_CLICK)).status).toBe(200);
});

it("addresses and tokens that a careless line would hold are removed by the log itself", async () => {
  const world = await createWorld();
  const token = "Ab0_".repeat(18).slice(0, 71);
  world.deps.log.info("careless", { who: CANARY.address, where: `/u/${token}` });
  expect(betrays(world.lines.at(-1) ?? "", [token])).toBe(false);
});
