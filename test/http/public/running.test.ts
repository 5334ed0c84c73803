import { describe, expect, it } from "vitest";
import type { Handover } from "../../../src/deps.ts";
import { postponeEnding } from "../../../src/domain/campaigns/ending/postpone.ts";
import { takeIn } from "../../../src/domain/consent/take-in.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import type { World } from "../../support/world.ts";
import { askedPeople, wordsOf } from "./asked.ts";

const ANNA = "anna@pasts.example";
const JANIS = "janis@pasts.example";

const ask = (world: World, email: string, more: Record<string, string> = {}) =>
  world.browser().post("/campaigns", { email, lang: "lv", website: "", ...more });
const links = (world: World, to = ANNA) =>
  world.mailbox.mails.filter((m) => m.mail.to === to && m.mail.tags?.kind === "answer-link").map((m) => m.mail);
const count = async (world: World, from: string) =>
  Number((await world.rows(`SELECT count(*) AS n FROM ${from}`))[0]?.n);

describe("the page of running campaigns", () => {
  it("names list, sender, subject and deadline of each from send until closing, and is linked from the front page", async () => {
    const { world } = await askedPeople([ANNA]);
    expect(await (await world.request("/?lang=lv")).text()).toContain('href="/campaigns"');
    const page = await (await world.request("/campaigns?lang=lv")).text();
    const words = wordsOf(page);
    const mail = world.mailbox.mails[0]?.mail;
    expect(words).toContain(mail?.from.address);
    expect(words).toContain(mail?.subject);
    expect(words).toContain("2026. gada 15. decembrim plkst. 23.59");
    expect(page).not.toMatch(/\sstyle=|<script(?![^>]*src=)/);
    for (const state of ["closed", "cancelled", "draft"]) {
      await world.client.execute({ sql: "UPDATE mailing SET state = ?", args: [state] });
      expect(wordsOf(await (await world.request("/campaigns?lang=lv")).text())).toContain(
        "Pašlaik nevienam nejautājam",
      );
    }
  });

  it("says the new day once the end was put off, and so do the page of the link, its mail and the desk", async () => {
    const { world, path } = await askedPeople([ANNA]);
    const [{ id } = { id: "" }] = (await world.rows("SELECT id FROM mailing")) as { id: string }[];
    const admin: StaffActor = { kind: "staff", id: "rita", role: "admin", via: "desk" };
    const put = await postponeEnding(world.deps, admin, { id, to: "2026-12-29", reason: "Vēstules pienāca vēlu." });
    expect(put).toEqual({ id });
    const later = "2026. gada 29. decembrim plkst. 23.59";
    const read = async (at: string) => wordsOf(await (await world.request(at)).text());
    const page = await read("/campaigns?lang=lv");
    expect(page).toContain(later);
    expect(page).toContain("Vēstulē var būt minēta agrākā diena: 2026. gada 15. decembris");
    const question = await read(`${path("r", ANNA)}?lang=lv`);
    expect(question).toContain(`Atbildiet līdz ${later}`);
    expect(question).toContain(`Termiņš ir pagarināts: atbildi gaidām līdz ${later}`);
    await ask(world, ANNA);
    await world.work();
    expect(links(world)[0]?.text.replaceAll("\u00a0", " ")).toContain(later);
    const desk = await world.signIn("editor");
    const list = wordsOf(await (await desk.get("/staff/mailings")).text());
    expect(list).toContain("29.12.2026.");
    world.clock.reach(Date.UTC(2026, 11, 20, 9));
    const shown = wordsOf(await (await (await world.signIn("editor")).get("/staff/mailings")).text());
    expect(shown).toContain("29.12.2026.");
    expect(shown).not.toContain("Termiņš beidzies");
  });

  it("is not changed by who looks: GET and HEAD write nothing", async () => {
    const { world } = await askedPeople([ANNA]);
    const before = await world.rows("SELECT total_changes() AS n");
    for (const method of ["GET", "HEAD", "GET"]) await world.request("/campaigns?email=a@b.example", { method });
    expect(await world.rows("SELECT total_changes() AS n")).toEqual(before);
  });
});

describe("answering without the mail", () => {
  it("mails the link to whoever waits for an answer, and the answer counts as any other", async () => {
    const house = await askedPeople([ANNA, JANIS]);
    const { world } = house;
    expect((await ask(world, ` ${ANNA.toUpperCase()} `)).status).toBe(200);
    await world.work();
    const [mail] = links(world);
    expect(Object.keys(mail?.headers ?? {})).toEqual(["Auto-Submitted"]);
    const link = /\/r\/[A-Za-z0-9_-]{71}/.exec(mail?.text ?? "")?.[0] ?? "";
    const page = await (await world.request(link)).text();
    await world.browser().post(link, { answer: "yes", notice: house.notice(page), lang: "lv" });
    expect(await world.rows("SELECT answer FROM message WHERE answer IS NOT NULL")).toEqual([{ answer: "yes" }]);
    await world.check();
  });

  it("gives everybody the same page, one row and one job, and mails nobody who does not wait", async () => {
    const house = await askedPeople([ANNA, JANIS], ["cita@pasts.example"]);
    const { world } = house;
    const link = house.path("r", JANIS);
    const page = await (await world.request(link)).text();
    await world.browser().post(link, { answer: "yes", notice: house.notice(page), lang: "lv" });
    await world.work();
    const seen = new Set<string>();
    for (const who of [ANNA, JANIS, "svesa@pasts.example", "cita@pasts.example"]) {
      const before = await count(world, "intake");
      const answer = await ask(world, who);
      const headers = [...answer.headers].filter(([name]) => name !== "date");
      seen.add(JSON.stringify([answer.status, headers, await answer.text()]));
      expect(await count(world, "intake")).toBe(before + 1);
      expect(world.jobs.map((j) => j.kind)).toEqual(["intake"]);
      await world.work();
    }
    expect(seen.size).toBe(1);
    expect([links(world).length, links(world, JANIS).length]).toEqual([1, 0]);
    expect(await count(world, "intake")).toBe(1);
    const robot = await ask(world, ANNA, { website: "http://spam.example" });
    expect(seen.has(JSON.stringify([200, [...robot.headers].filter(([n]) => n !== "date"), await robot.text()]))).toBe(
      true,
    );
    await world.work();
    expect(await count(world, "intake")).toBe(1);
    expect(world.mailbox.mails.some((m) => m.mail.to === "svesa@pasts.example")).toBe(false);
    await world.check();
  });

  it("is rare: once a day for a question, three times a week to a mailbox", async () => {
    const { world } = await askedPeople([ANNA, JANIS]);
    for (let i = 0; i < 4; i++) {
      await ask(world, ANNA);
      await world.work();
    }
    expect(links(world)).toHaveLength(1);
    for (let i = 0; i < 4; i++) {
      world.clock.pass({ days: 1, minutes: 1 });
      await ask(world, ANNA);
      await world.work();
    }
    expect(links(world)).toHaveLength(3);
  });

  it("says what is wrong with an address, and writes nothing", async () => {
    const { world } = await askedPeople([ANNA]);
    const answer = await ask(world, "anna@");
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('aria-invalid="true"');
    expect(await count(world, "intake")).toBe(0);
  });

  it("killed in the middle sends the same bytes under the same key; whoever has left meanwhile gets nothing", async () => {
    const house = await askedPeople([ANNA, JANIS]);
    const { world } = house;
    const handed: string[] = [];
    const says: Handover[] = [
      { outcome: "unknown", code: "provider.no_answer" },
      { outcome: "accepted", ids: ["1"] },
    ];
    const post: typeof world.deps.post = async (mail, key) => {
      handed.push(JSON.stringify([mail, key]));
      return (says.shift() ?? { outcome: "accepted", ids: ["x"] }) as never;
    };
    const deps = { ...world.deps, post, mailer: { ...world.deps.mailer, remembersKeys: true } };
    await ask(world, ANNA);
    const [row] = await world.rows("SELECT id FROM intake");
    await takeIn(deps, String(row?.id));
    world.clock.pass({ minutes: 6 });
    await takeIn(deps, String(row?.id));
    expect(handed).toHaveLength(2);
    expect(new Set(handed).size).toBe(1);
    expect(await world.rows("SELECT state FROM intake")).toEqual([{ state: "mailed" }]);

    await ask(world, JANIS);
    const link = house.path("r", JANIS);
    const page = await (await world.request(link)).text();
    await world.browser().post(link, { answer: "no", notice: house.notice(page), lang: "lv" });
    await world.work();
    expect(links(world, JANIS)).toHaveLength(0);
    await world.check();
  });
});
