/**
 * Nobody learns from the doors how an address stands with us: what they answer, what they ask the database, what they write and
 * enqueue is the same for all. That the times are the same too is measured by `npm run drill:enumerate`.
 */
import { expect, it } from "vitest";
import { addressOf, doorsOf, populate, STATES } from "../../../drill/enumerate/states.ts";
import { type SignUpWorld, signUpWorld } from "../sign-up-desk.ts";

/** What the database is asked while `act` runs, without the values. */
async function statements({ world }: SignUpWorld, act: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const { execute, batch } = world.client;
  const sqlOf = (one: unknown) => (typeof one === "string" ? one : ((one as { sql?: string }).sql ?? String(one)));
  Object.assign(world.client, {
    execute: (one: never, args: never) => {
      seen.push(sqlOf(one));
      return Reflect.apply(execute, world.client, [one, args]);
    },
    batch: (all: never[], mode: never) => {
      seen.push(...all.map(sqlOf));
      return Reflect.apply(batch, world.client, [all, mode]);
    },
  });
  await act();
  Object.assign(world.client, { execute, batch });
  return seen;
}

/** How many rows each table has, and how many bytes the sealed request is. */
async function rows({ world }: SignUpWorld) {
  const tables = await world.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await world.rows(`SELECT count(*) AS n FROM "${name}"`);
    counts[String(name)] = Number(row?.n);
  }
  return counts;
}

it.each([0, 1, 2, 3])(
  "door %i answers every state alike: status, headers, bytes; statements, rows, job",
  async (which) => {
    const house = await signUpWorld();
    const { world } = house;
    await populate(house, 1);
    const door = (await doorsOf(house))[which];
    if (!door) throw new Error("there is no such door");
    expect((await house.suppressions()).map((s) => s.split(" ")[0]).sort()).toEqual([
      "complained",
      "never",
      "no_answer",
      "refused",
      "withdrawn",
    ]);
    await world.work();
    // The first request of a form keeps its words.
    await door.send("pirmais@pasts.example");
    await world.work();
    const seen = new Map<string, string[]>();
    for (const state of STATES) {
      const before = await rows(house);
      let answer = new Response();
      const asked = await statements(house, async () => {
        answer = await door.send(addressOf(state, 0));
      });
      const after = await rows(house);
      const more = Object.entries(after).filter(([name, n]) => n !== before[name] && name !== "sign_up_hour");
      const [request] = await world.rows(
        "SELECT length(sealed) AS n, state FROM intake ORDER BY created_at DESC LIMIT 1",
      );
      const headers = [...answer.headers].filter(([name]) => name !== "date");
      const jobs = world.jobs.map((job) => job.kind);
      const told = [
        answer.status,
        headers,
        await answer.text(),
        asked,
        more.map(([name, n]) => [name, n - (before[name] ?? 0)]),
        request,
        jobs,
      ];
      const key = JSON.stringify(told);
      seen.set(key, [...(seen.get(key) ?? []), state]);
      expect([door.name, answer.status < 300, jobs]).toEqual([door.name, true, ["intake"]]);
      await world.work();
    }
    expect([door.name, [...seen.values()]]).toEqual([door.name, [[...STATES]]]);
    await world.check();
  },
);
