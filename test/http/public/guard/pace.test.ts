/** How many mails go out for typed addresses: for one network, and for the house while the volume is unusual. */
import { describe, expect, it } from "vitest";
import { recoverAll } from "../../../../src/delivery/recover.ts";
import { GUARD } from "../../../../src/domain/sign-up-guard/rules/caps.ts";
import { type Crowd, crowd } from "./crowd.ts";

const confirmations = ({ world }: Crowd) => world.mailbox.mails.filter(({ mail }) => mail.text.includes("/c/")).length;
/** So many programs, each from a network of its own and for an address of its own. */
const attack = async (house: Crowd, n: number, from = 0) => {
  for (let i = from; i < from + n; i++) {
    await house.send({ address: `upuris${i}@pasts.example`, ip: `198.${18 + (i >> 8)}.${i & 255}.9` });
    await house.world.work();
  }
};
const settings = (house: Crowd, guard: Partial<typeof GUARD>) =>
  house.world.client.execute({
    sql: "UPDATE institution SET profile = json_set(profile, '$.signUpGuard', json(?))",
    args: [JSON.stringify({ ...GUARD, ...guard })],
  });

describe("one network", () => {
  it("gets its mails a day, a fifth of them without a proof of work, and begins anew the next day", async () => {
    const house = await crowd();
    await settings(house, { networkDay: 10 });
    const from = (i: number) => `203.0.113.${i}`;
    for (let i = 0; i < 6; i++) await house.send({ address: `plain${i}@pasts.example`, ip: from(i) });
    await house.world.work();
    expect(confirmations(house)).toBe(2);
    for (let i = 0; i < 14; i++) await house.send({ address: `work${i}@pasts.example`, ip: from(i), work: true });
    await house.world.work();
    expect(confirmations(house)).toBe(12);
    await house.send({ address: "cits@pasts.example", ip: "203.0.114.1" });
    await house.world.work();
    expect(confirmations(house)).toBe(13);
    expect(await house.counted()).toMatchObject({ network: 8, mailed: 13 });
    expect(await house.world.rows("SELECT 1 FROM intake WHERE state = 'new'")).toHaveLength(0);

    house.world.clock.pass({ days: 1 });
    await house.send({ address: "rit@pasts.example", ip: from(1) });
    await house.world.work();
    expect(confirmations(house)).toBe(14);
  });

  it("is kept within its cap also when many requests race", async () => {
    const house = await crowd();
    await settings(house, { networkDay: 10 });
    const { takeIn } = await import("../../../../src/domain/consent/take-in.ts");
    for (let i = 0; i < 12; i++) await house.send({ address: `a${i}@pasts.example`, ip: "203.0.113.1" });
    const ids = house.world.jobs.flatMap((job) => (job.kind === "intake" ? [job.intakeId] : []));
    await Promise.all([...ids, ...ids].map((id) => takeIn(house.world.deps, id)));
    await house.world.work();
    expect(confirmations(house)).toBe(2);
  });

  it("stands in the database only as a tag of its day, which says nothing of the next, and goes after three", async () => {
    const house = await crowd();
    for (const days of [0, 1]) {
      house.world.clock.pass({ days });
      await house.send({ address: `a${days}@pasts.example`, ip: "203.0.113.1" });
      await house.world.work();
    }
    const marks = await house.world.rows("SELECT hex(tag) AS tag FROM sign_up_mark");
    expect(new Set(marks.map((m) => m.tag)).size).toBe(2);
    expect(JSON.stringify(await house.world.rows("SELECT * FROM intake"))).not.toContain("203.0.113");
    house.world.clock.pass({ days: 5 });
    house.world.jobs.length = 0;
    const { retain } = await import("../../../../src/domain/retention/run.ts");
    while (await retain(house.world.deps));
    expect(await house.world.rows("SELECT 1 FROM sign_up_mark")).toHaveLength(0);
  });
});

describe("unusual volume", () => {
  it("lets mails go at the pace of the limit, browsers that did their work first; nobody is lost, and the desk is told once", async () => {
    const house = await crowd();
    const { world } = house;
    await settings(house, { hourAtLeast: 10 });
    await attack(house, 30);
    // Ten are usual; then it is unusual, and of the ten of this hour two are for those without work: they are used up.
    expect(confirmations(house)).toBe(10);
    await house.send({ address: "anna@pasts.example", ip: "203.0.113.9", work: true });
    await world.work();
    expect(await house.counted()).toMatchObject({ asked: 31, mailed: 10, waited: 21 });
    expect((await world.rows("SELECT 1 FROM intake WHERE state = 'new'")).length).toBe(21);

    await world.deps.queue.enqueue({ kind: "readings" });
    await world.deps.queue.enqueue({ kind: "readings" });
    await world.work();
    const alerts = await world.rows("SELECT code, detail FROM alert WHERE closed_at IS NULL");
    expect(alerts).toEqual([{ code: "sign-up.unusual", detail: '{"n":31}' }]);

    world.clock.pass({ hours: 1 });
    await recoverAll(world.deps);
    await world.work();
    // Of ten of the new hour, two without work, and she who did hers.
    expect(house.mailsTo("anna@pasts.example")).toBe(1);
    expect(confirmations(house)).toBe(13);

    // The hour before was unusual as well; after a quiet one everything goes.
    world.clock.pass({ hours: 2 });
    await recoverAll(world.deps);
    await world.work();
    expect(confirmations(house)).toBe(31);
    expect(await world.rows("SELECT 1 FROM intake WHERE state = 'new'")).toHaveLength(0);
    await world.check();
  });

  it("is shown on the desk by the hour, without an address, and whoever may lets the mails go for a day", async () => {
    const house = await crowd();
    const { world } = house;
    await settings(house, { hourAtLeast: 10 });
    await attack(house, 30);
    await world.deps.queue.enqueue({ kind: "readings" });
    await world.work();
    const desk = await world.signIn("editor");
    const home = await (await desk.get("/staff/")).text();
    expect(home).toContain("Publiskajās veidlapās adreses ieraksta neparasti bieži");
    expect(home).toContain('href="/staff/sign-ups"');
    const page = await (await desk.get("/staff/sign-ups")).text();
    expect(page).toContain("Adreses ieraksta neparasti bieži");
    expect(page).toContain("Gaida 20 vēstuļu.");
    expect(page).toMatch(/<svg[\s\S]*<\/svg>/);
    expect(page).not.toContain("pasts.example");

    const auditor = await world.signIn("auditor");
    const looked = await (await auditor.get("/staff/sign-ups")).text();
    expect(looked).not.toContain('name="pace"');
    expect((await auditor.post("/staff/sign-ups", { pace: "go" })).status).toBe(403);

    expect((await desk.post("/staff/sign-ups", { pace: "go" })).headers.get("Location")).toBe(
      "/staff/sign-ups?done=go",
    );
    await world.work();
    expect(confirmations(house)).toBe(30);
    expect(await world.rows("SELECT 1 FROM alert WHERE closed_at IS NULL")).toHaveLength(0);
    await attack(house, 5, 100);
    expect(confirmations(house)).toBe(35);
    await world.deps.queue.enqueue({ kind: "readings" });
    await world.work();
    expect(await world.rows("SELECT 1 FROM alert WHERE closed_at IS NULL")).toHaveLength(0);
    expect(await (await desk.get("/staff/sign-ups")).text()).toContain("pilnā ātrumā");

    await desk.post("/staff/sign-ups", { pace: "slow" });
    await attack(house, 5, 200);
    expect(confirmations(house)).toBe(35);
    await world.check();
  });

  it("keeps nobody from his own data, and a sign-up that waited a day is given up without a trace of who", async () => {
    const house = await crowd();
    const { world } = house;
    const link = await house.asked("anna@pasts.example");
    await house.press(link, "yes");
    await settings(house, { hourAtLeast: 10 });
    await attack(house, 40);
    await world.browser().post("/me", { email: "anna@pasts.example", lang: "lv" });
    await world.work();
    expect(world.mailbox.mails.some(({ mail }) => mail.to === "anna@pasts.example" && mail.text.includes("/me/"))).toBe(
      true,
    );
    // Nobody swept for a day.
    world.clock.pass({ hours: 25 });
    await recoverAll(world.deps);
    await world.work();
    expect(await house.counted()).toMatchObject({ late: 31 });
    expect(await world.rows("SELECT 1 FROM intake WHERE state = 'new'")).toHaveLength(0);
  });
});
