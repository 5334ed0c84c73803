/** The proof of work at the public forms: what counts as one, once, and that the form works without. */
import { describe, expect, it } from "vitest";
import { CHALLENGE_LIFE_MS } from "../../../../src/domain/sign-up-guard/rules/work.ts";
import { cheapWork, solved } from "../../../support/work.ts";
import { crowd } from "./crowd.ts";

const challengeOf = async (house: Awaited<ReturnType<typeof crowd>>) => {
  const answer = await house.world.request("/subscribe/challenge");
  expect([
    answer.status,
    answer.headers.get("Cache-Control"),
    answer.headers.get("Access-Control-Allow-Origin"),
  ]).toEqual([200, "no-store", "*"]);
  return answer.json();
};

describe("the proof of work", () => {
  it("is asked for without a trace, solved by the library's own solver, and then the mail counts as proven", async () => {
    const house = await crowd();
    const before = await house.world.rows("SELECT * FROM sqlite_sequence");
    const work = await solved(await challengeOf(house));
    expect(await house.world.rows("SELECT * FROM sqlite_sequence")).toEqual(before);
    await house.send({ address: "anna@pasts.example", work });
    await house.world.work();
    expect(house.mailsTo("anna@pasts.example")).toBe(1);
    expect(await house.counted()).toEqual({ asked: 1, mailed: 1 });
  });

  it("is not needed: without JavaScript the form works, and the mail counts as plain", async () => {
    const house = await crowd();
    await house.send({ address: "anna@pasts.example" });
    await house.world.work();
    expect(house.mailsTo("anna@pasts.example")).toBe(1);
    expect(await house.counted()).toEqual({ asked: 1, mailed: 1, plain: 1 });
  });

  it("counts once: the second request that brings it is plain, also when the first led to no mail", async () => {
    const house = await crowd();
    const { world } = house;
    const work = await cheapWork(world.deps);
    for (const who of ["a", "b"]) await house.send({ address: `${who}@pasts.example`, work });
    await world.work();
    expect(await house.counted()).toEqual({ asked: 2, mailed: 2, plain: 1 });

    const spent = await cheapWork(world.deps);
    await house.send({ address: "a@pasts.example", work: spent });
    await world.work();
    await house.send({ address: "c@pasts.example", work: spent });
    await world.work();
    expect(await house.counted()).toEqual({ asked: 4, mailed: 3, plain: 2, mailbox: 1 });
  });

  it("counts once when two requests race with it", async () => {
    const house = await crowd();
    const { takeIn } = await import("../../../../src/domain/consent/take-in.ts");
    const work = await cheapWork(house.world.deps);
    for (const who of ["a", "b", "c"]) await house.send({ address: `${who}@pasts.example`, work });
    const ids = house.world.jobs.flatMap((job) => (job.kind === "intake" ? [job.intakeId] : []));
    await Promise.all(ids.map((id) => takeIn(house.world.deps, id)));
    expect(await house.counted()).toEqual({ asked: 3, mailed: 3, plain: 2 });
  });

  it("is worth nothing when it is over, changed, unsigned, another's or no such thing; and the answer is the same", async () => {
    const house = await crowd();
    const { deps } = house.world;
    const good = JSON.parse(atob(await cheapWork(deps)));
    const change = (edit: (payload: typeof good) => void) => {
      const copy = structuredClone(good);
      edit(copy);
      return btoa(JSON.stringify(copy));
    };
    const bad = [
      await cheapWork(deps, deps.clock.now() - 1),
      change((p) => {
        p.challenge.parameters.cost = 2;
      }),
      change((p) => {
        p.challenge.parameters.data.until += CHALLENGE_LIFE_MS;
      }),
      change((p) => {
        p.challenge.signature = "0".repeat(64);
      }),
      change((p) => {
        p.challenge.signature = undefined;
      }),
      change((p) => {
        p.solution.counter += 1;
      }),
      change((p) => {
        p.solution.derivedKey = "00".repeat(32);
      }),
      change((p) => {
        p.solution = null;
      }),
      "x",
      btoa("{}"),
      btoa("null"),
      "A".repeat(5000),
    ];
    const seen = new Set<string>();
    for (const [i, work] of bad.entries()) {
      const answer = await house.send({ address: `a${i}@pasts.example`, work });
      seen.add(`${answer.status} ${await answer.text()}`);
    }
    await house.world.work();
    expect(seen.size).toBe(1);
    expect(await house.counted()).toEqual({ asked: bad.length, mailed: bad.length, plain: bad.length });
  });

  it("stands in every public form that asks for an address, hidden from everybody, beside a script that blocks nothing", async () => {
    const { world } = await crowd();
    for (const path of ["/subscribe", "/me"]) {
      const page = await (await world.request(path)).text();
      expect(page).toMatch(
        /<div hidden[^>]*>.*name="website"[^>]*autocomplete="off".*data-challenge="\/subscribe\/challenge"/s,
      );
      expect(page).toMatch(/<script src="\/assets\/work-[A-Z0-9]+\.js" defer/);
    }
  });
});

describe("the hidden field", () => {
  it("filled in leads to no mail, the same page, and a count", async () => {
    const house = await crowd();
    const honest = await (await house.send({ address: "anna@pasts.example", work: true })).text();
    const answer = await house.send({ address: "robots@pasts.example", trap: "http://spam.example", work: true });
    expect(await answer.text()).toBe(honest);
    await house.world.work();
    expect(house.world.mailbox.mails).toHaveLength(1);
    expect(await house.counted()).toEqual({ asked: 2, mailed: 1, trap: 1 });
    expect(await house.world.rows("SELECT 1 FROM intake")).toHaveLength(1);
  });
});
