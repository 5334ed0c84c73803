import { describe, expect, it } from "vitest";
import { randomIds } from "../../../src/platform/ids.ts";
import { newRingText, RING_NAMES, readRing } from "../../../src/platform/keys.ts";
import { NO_MAILING } from "../../../src/platform/tokens.ts";
import { createVault } from "../../../src/platform/vault.ts";
import { type SignUpWorld, signUpWorld } from "./sign-up-desk.ts";

const ANNA = "anna@pasts.example";
const ONE_CLICK = {
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  body: "List-Unsubscribe=One-Click",
};

/** Signs up and confirms; gives the unsubscribe links of the mails that he would get from now on, one for each list. */
async function joined(house: SignUpWorld, lists = [house.lists[0]]): Promise<string[]> {
  expect((await house.press(await house.asked(ANNA, lists), "yes")).status).toBe(200);
  const { world } = house;
  const rows = await Promise.all(
    lists.map(
      async (list) =>
        (
          await world.rows("SELECT id FROM subscription WHERE list_id=? AND state='active' ORDER BY rowid DESC", list)
        )[0],
    ),
  );
  const token = (row?: { id?: unknown }) =>
    world.deps.tokens.make("u", { subscriptionId: String(row?.id), mailingId: NO_MAILING });
  return rows.map((row) => `/u/${token(row)}`);
}
const oneClick = async (house: SignUpWorld, path = "") => {
  expect((await house.world.request(path, ONE_CLICK)).status).toBe(200);
  await house.world.work();
};
const live = async (house: SignUpWorld) =>
  (await house.world.rows("SELECT list_id FROM subscription WHERE state <> 'ended' ORDER BY list_id")).map(
    (r) => r.list_id,
  );
const count = async (house: SignUpWorld, table: string) =>
  Number((await house.world.rows(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

describe("a link in an old mail reaches whoever left and signed up anew", () => {
  it("by one-click, by the page, and as often as he comes and goes", async () => {
    const house = await signUpWorld();
    const [first] = await joined(house);
    for (let i = 0; i < 3; i++) {
      await oneClick(house, first);
      expect([await live(house), await count(house, "address")]).toEqual([[], 0]);
      house.world.clock.pass({ days: 8 });
      expect(await joined(house)).toEqual([first]);
      expect(await live(house)).toEqual([house.lists[0]]);
    }
    expect(await (await house.world.request(first ?? "")).text()).toContain('name="scope" value="list"');
    expect((await house.world.browser().post(first ?? "", { scope: "list" })).status).toBe(200);
    expect([await live(house), await count(house, "address"), await count(house, "subscription")]).toEqual([[], 0, 1]);
    await house.world.check();
  });

  it("each with an event of its own, and the new consent has a record of its own", async () => {
    const house = await signUpWorld();
    const [link] = await joined(house);
    await oneClick(house, link);
    house.world.clock.pass({ days: 8 });
    await joined(house);
    await oneClick(house, link);
    await oneClick(house, link);
    const events = await house.world.rows("SELECT typ FROM event WHERE record_id IS NOT NULL ORDER BY at");
    expect(events.map((e) => e.typ)).toEqual([
      "consent.given",
      "consent.withdrawn",
      "consent.given",
      "consent.withdrawn",
    ]);
    expect(await count(house, "consent_record")).toBe(2);
    await house.world.check();
  });

  it("list by list, also where another list has held him meanwhile", async () => {
    const house = await signUpWorld();
    const [first, second] = await joined(house, house.lists);
    await oneClick(house, first);
    house.world.clock.pass({ days: 8 });
    expect(await joined(house)).toEqual([first]);
    await oneClick(house, second);
    expect(await live(house)).toEqual([house.lists[0]]);
    await oneClick(house, first);
    expect(await live(house)).toEqual([]);
    await house.world.check();
  });

  it("also when the keys were changed between", async () => {
    const house = await signUpWorld();
    const [link] = await joined(house);
    await oneClick(house, link);
    const { config } = house.world.deps;
    for (const name of RING_NAMES) {
      if (name === "LOG_SIGNING_KEYS" || name === "TOKEN_KEYS") continue;
      const all = [readRing(name, newRingText(randomIds)).newest, ...config.rings[name].all];
      config.rings[name] = { newest: all[0] as (typeof all)[number], all, get: (id) => all.find((k) => k.id === id) };
    }
    house.world.deps.vault = createVault(config.rings, randomIds);
    house.world.clock.pass({ days: 8 });
    expect(await joined(house)).toEqual([link]);
  });

  it("says since when he is on the list: from the day he came back", async () => {
    const house = await signUpWorld();
    const [link] = await joined(house);
    await oneClick(house, link);
    house.world.clock.pass({ days: 8 });
    await joined(house);
    expect(await house.world.rows("SELECT since FROM subscription")).toEqual([{ since: "2026-11-30" }]);
  });

  it("and never somebody else", async () => {
    const house = await signUpWorld();
    const [link] = await joined(house);
    await oneClick(house, link);
    const other = await house.asked("janis@pasts.example");
    expect((await house.press(other, "yes")).status).toBe(200);
    await oneClick(house, link);
    expect(await live(house)).toEqual([house.lists[0]]);
    expect(await count(house, "subscription")).toBe(2);
  });
});
