/** The former system goes on for some weeks beside this one: whose word is the last, holds. */
import { expect, it } from "vitest";
import { type SignUpWorld, signUpWorld } from "../public/sign-up-desk.ts";

const [EARLIER, LATER, UNDATED] = ["agri@pasts.example", "velu@pasts.example", "kadreiz@pasts.example"] as const;

async function withOptOuts(file: string) {
  const house = await signUpWorld();
  for (const address of [EARLIER, LATER, UNDATED]) await house.press(await house.asked(address), "yes");
  house.world.clock.pass({ days: 20 });
  const bring = () => optOuts(house, file);
  return {
    house,
    bring,
    live: async () => (await house.world.rows("SELECT id FROM subscription WHERE state = 'active'")).length,
  };
}

async function optOuts({ world, lists }: SignUpWorld, text: string): Promise<string> {
  const desk = await world.signIn("editor");
  const file = new File([text], "unsubscribed.csv");
  const sent = await desk.post("/staff/imports", { kind: "opt-outs", list: lists[0], source: "Mailchimp", file });
  const own = sent.headers.get("location") ?? "";
  await desk.post(`${own}/run`, {});
  await world.work();
  return (await desk.get(own)).text();
}

it("an opt-out there ends a consent given here before it, with an event of its own; what he said here later stays", async () => {
  const { house, bring, live } = await withOptOuts(
    `Email Address,UNSUB_TIME,UNSUB_REASON\n${EARLIER},2024-03-01 10:00:00,NORMAL\n${LATER},2026-12-01 10:00:00,NORMAL\n${UNDATED},yes,\n`,
  );
  expect(await live()).toBe(3);
  const page = await bring();
  expect(await live()).toBe(2);
  expect(page).toContain("Ierakstījām 1 atteikumu");
  expect(page).toContain("Pie mums paši piekrituši 2 cilvēki");
  const { world } = house;
  const [event] = await world.rows("SELECT body FROM event WHERE typ = 'consent.withdrawn'");
  expect(JSON.parse(String(event?.body))).toMatchObject({
    method: "staff.former-system",
    channel: "staff",
    class: "staff",
  });
  expect(await house.suppressions()).toHaveLength(1);
  expect(await world.rows("SELECT count(*) AS n FROM address")).toEqual([{ n: 2 }]);
  await world.check();
  // The same file once more finds nothing new.
  await bring();
  expect(await live()).toBe(2);
  expect(await world.rows("SELECT count(*) AS n FROM event WHERE typ = 'consent.withdrawn'")).toEqual([{ n: 1 }]);
});

it("a complaint there counts as one here", async () => {
  const { house, bring } = await withOptOuts(
    `Email Address,UNSUB_TIME,UNSUB_REASON\n${LATER},2026-12-01 10:00:00,ABUSE\n`,
  );
  await bring();
  expect(await house.suppressions()).toEqual([`complained ${house.purposes[0]}`]);
});
