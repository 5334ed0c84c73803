/**
 * What the cap of a network must not do: tell how an address stands with us, or keep anybody from what is his by right. And two
 * runs of one request, which a queue may cause at any time, do not undo each other.
 */
import { describe, expect, it } from "vitest";
import { takeIn } from "../../../../src/domain/consent/take-in.ts";
import { GUARD } from "../../../../src/domain/sign-up-guard/rules/caps.ts";
import { openDatabase } from "../../../../src/platform/db.ts";
import { ask, mailsTo } from "../me/visitor.ts";
import { type Crowd, crowd } from "./crowd.ts";

const ANNA = "anna@pasts.example";
const networkDay = (house: Crowd, n: number) =>
  house.world.client.execute({
    sql: "UPDATE institution SET profile = json_set(profile, '$.signUpGuard', json(?))",
    args: [JSON.stringify({ ...GUARD, networkDay: n })],
  });

describe("the cap of a network", () => {
  it.each([false, true])("is used up alike by every typed address, with proof of work: %s", async (work) => {
    const house = await crowd();
    const { world } = house;
    await networkDay(house, work ? 2 : 10);
    await house.press(await house.asked(ANNA), "yes");
    await world.browser().post(`${await house.asked("nekad@pasts.example")}/never`, { lang: "lv" });
    await house.asked("pilna@pasts.example");
    const mails = house.mailsTo("pilna@pasts.example");
    const left: [string, number][] = [];
    for (const [i, who] of [
      ANNA,
      "nekad@pasts.example",
      "pilna@pasts.example",
      "svesa@pasts.example",
      "robots",
    ].entries()) {
      const from = { ip: `203.0.${i}.7`, ...(work && { work: true as const }) };
      const trap = who === "robots" ? { trap: "x" } : {};
      await house.send({ address: who.includes("@") ? who : `${who}@pasts.example`, ...from, ...trap });
      await world.work();
      const own = [`a${i}@pasts.example`, `b${i}@pasts.example`];
      for (const address of own) {
        await house.send({ address, ...from });
        await world.work();
      }
      left.push([who, own.reduce((n, address) => n + house.mailsTo(address), 0)]);
    }
    expect(left.map(([, n]) => n)).toEqual([1, 1, 1, 1, 1]);
    expect(house.mailsTo("pilna@pasts.example")).toBe(mails);
    expect(await house.counted()).toMatchObject({ nothing: 2, mailbox: 1, trap: 1, network: 5 });
  });

  it("keeps nobody from his own page, also behind one address with many, and neither does the field for programs", async () => {
    const house = await crowd();
    const { world } = house;
    const people = Array.from({ length: 4 }, (_, i) => `cilveks${i}@pasts.example`);
    for (const who of people) await house.press(await house.asked(who), "yes");
    await networkDay(house, 1);
    for (const address of ["a@pasts.example", "b@pasts.example"]) await house.send({ address, ip: "203.0.113.5" });
    await world.work();
    expect(await house.counted()).toMatchObject({ network: 1 });
    for (const [i, email] of people.entries()) {
      const body = new URLSearchParams({ email, lang: "lv", website: i === 0 ? "mans.example" : "" });
      const headers = { Origin: world.deps.config.publicUrl, "cf-connecting-ip": "203.0.113.9" };
      await world.request("/me", { method: "POST", body, headers });
    }
    await world.work();
    expect(people.map((who) => mailsTo(world, who).length)).toEqual([1, 1, 1, 1]);
    await world.check();
  });
});

it("three sign-ups that somebody typed for a person do not keep him from his own page", async () => {
  const house = await crowd();
  const { world, lists } = house;
  await house.press(await house.asked(ANNA), "yes");
  const before = house.mailsTo(ANNA);
  for (let day = 0; day < 3; day++) {
    await house.signUp(ANNA, [lists[1]]);
    await world.work();
    world.clock.pass({ days: 1, minutes: 1 });
  }
  expect(house.mailsTo(ANNA) - before).toBe(3);
  await ask(world, ANNA);
  await world.work();
  expect(mailsTo(world, ANNA)).toHaveLength(1);
});

describe("two runs of one request", () => {
  /** A run that stands still before its n-th reading, while another one does the whole work. */
  async function overtaken({ world }: Crowd, id: string, n: number): Promise<boolean> {
    let reads = 0;
    const client = new Proxy(world.client, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (name !== "execute") return typeof value === "function" ? value.bind(target) : value;
        return async (...given: unknown[]) => {
          if (++reads === n) await takeIn(world.deps, id);
          return Reflect.apply(target.execute, target, given);
        };
      },
    });
    await takeIn({ ...world.deps, db: openDatabase(client) }, id);
    return reads >= n;
  }
  const taken = ({ world }: Crowd) => {
    const id = world.jobs.flatMap((job) => (job.kind === "intake" ? [job.intakeId] : [])).at(-1);
    if (id === undefined) throw new Error("no job");
    return id;
  };

  it("send one mail, whose link works: the slower one deletes nothing of it", async () => {
    const house = await crowd();
    let met = 0;
    for (let n = 1; n <= 12; n++) {
      const who = `anna${n}@pasts.example`;
      await house.signUp(who);
      if (await overtaken(house, taken(house), n)) met++;
      await house.world.work();
      expect([n, house.mailsTo(who)]).toEqual([n, 1]);
      expect([n, (await house.world.request(house.link(who))).status]).toEqual([n, 200]);
    }
    expect(met).toBeGreaterThan(5);
    expect((await house.counted()).mailbox).toBeUndefined();
  });

  it("count a request that leads to nothing once", async () => {
    const house = await crowd();
    for (let n = 1; n <= 6; n++) {
      await house.send({ address: `robots${n}@pasts.example`, trap: "x", ip: `203.0.${n}.1` });
      await overtaken(house, taken(house), n);
      await house.world.work();
    }
    expect((await house.counted()).trap).toBe(6);
    expect((await house.world.rows("SELECT n FROM sign_up_mark")).map((row) => row.n)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
