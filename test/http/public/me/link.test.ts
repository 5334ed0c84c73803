import { describe, expect, it } from "vitest";
import { retain } from "../../../../src/domain/retention/run.ts";
import { askedPeople, wordsOf } from "../asked.ts";
import { signUpWorld } from "../sign-up-desk.ts";
import { ask, enter, linkOf, mailsTo } from "./visitor.ts";

const [ANNA, JANIS] = ["anna@pasts.example", "janis@pasts.example"];

type House = Awaited<ReturnType<typeof askedPeople>>;
const count = async ({ world }: House, from: string) =>
  Number((await world.rows(`SELECT count(*) AS n FROM ${from}`))[0]?.n);
const requests = (house: House) => count(house, "intake");
const changes = ({ world }: House) => world.rows("SELECT total_changes() AS n");

async function no(house: House, who: string) {
  const link = house.path("r", who);
  const page = await (await house.world.request(link)).text();
  await house.world.browser().post(link, { answer: "no", notice: house.notice(page), lang: "lv" });
  await house.world.work();
}

/** What the database is asked while `act` runs, without the values. */
async function asked({ world }: House, act: () => Promise<unknown>): Promise<string[]> {
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

describe("asking for the link of one's own page", () => {
  it("is answered the same for everybody: status, headers, bytes, one row, one job, the same statements", async () => {
    const known = ["aizgajusi@pasts.example", "nekad@pasts.example", ANNA];
    const house = await askedPeople(known);
    const { world } = house;
    await no(house, "aizgajusi@pasts.example");
    await no(house, "nekad@pasts.example");
    const tags = world.deps.vault.suppressionTags("nekad@pasts.example").map(({ tag }) => tag);
    for (const tag of tags)
      await world.client.execute({ sql: "UPDATE suppression SET reason = 'never' WHERE tag = ?", args: [tag] });
    const seen = new Set<string>();
    for (const who of [...known, "svesa@pasts.example"]) {
      const before = await requests(house);
      let answer = new Response();
      const statements = await asked(house, async () => {
        answer = await ask(world, who);
      });
      const headers = [...answer.headers].filter(([name]) => name !== "date");
      seen.add(JSON.stringify([answer.status, headers, await answer.text(), statements]));
      expect(await requests(house)).toBe(before + 1);
      expect(world.jobs.map((job) => job.kind)).toEqual(["intake"]);
      await world.work();
    }
    expect(seen.size).toBe(1);
    expect([...seen][0]).toContain("no-store");
    // Whoever is held gets it, and whoever left; whoever asked for silence does not, and of others there is nothing to show.
    expect(known.map((who) => mailsTo(world, who).length)).toEqual([1, 0, 1]);
    expect(world.mailbox.mails.some(({ mail }) => mail.to === "svesa@pasts.example")).toBe(false);
    expect(await requests(house)).toBe(2);
    const robot = await ask(world, ANNA, { website: "http://spam.example" });
    await world.work();
    expect([robot.status, await requests(house)]).toEqual([200, 2]);
    await world.check();
  });

  it("a malformed address is told so beside its field, in both languages, and nothing is written", async () => {
    const house = await askedPeople([ANNA]);
    for (const lang of ["lv", "en"]) {
      const answer = await ask(house.world, "anna@", { lang });
      const page = await answer.text();
      expect([answer.status, page.includes('aria-invalid="true"'), page.includes('value="anna@"')]).toEqual([
        422,
        true,
        true,
      ]);
    }
    expect(await requests(house)).toBe(0);
  });

  it("goes to the address as we mail it, in the language asked for, and no address stands in a link, a line or a job", async () => {
    const { world } = await askedPeople([ANNA]);
    await ask(world, ` ${ANNA.toUpperCase()} `, { lang: "en" });
    await world.work();
    const [mail] = mailsTo(world, ANNA);
    expect(mail?.subject).toBe("The link to your lists and proofs");
    expect(Object.keys(mail?.headers ?? {})).toEqual(["Auto-Submitted"]);
    const urls = mail?.text.match(/https?:\/\/\S+/g) ?? [];
    expect(urls.filter((url) => /%40|@|anna/i.test(url))).toEqual([]);
    await world.check();
  });

  it("is rare: none while a link works, three in a week that nobody used, and sign-ups do not count with them", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    for (let i = 0; i < 3; i++) await ask(world, ANNA);
    await world.work();
    expect(mailsTo(world, ANNA)).toHaveLength(1);
    for (let i = 0; i < 5; i++) {
      world.clock.pass({ hours: 1, minutes: 1 });
      await ask(world, ANNA);
      await world.work();
    }
    expect(mailsTo(world, ANNA)).toHaveLength(3);
    world.clock.pass({ days: 7, minutes: 1 });
    await ask(world, ANNA);
    await world.work();
    expect(mailsTo(world, ANNA)).toHaveLength(4);

    const signing = await signUpWorld();
    for (const list of signing.lists) await signing.asked(ANNA, [list]);
    expect((await signing.press(signing.link(ANNA), "yes")).status).toBe(200);
    for (let i = 0; i < 4; i++) {
      signing.world.clock.pass({ hours: 2 });
      await ask(signing.world, ANNA);
      await signing.world.work();
    }
    expect(mailsTo(signing.world, ANNA)).toHaveLength(3);
  });

  it("whoever uses his links may come as often as he likes", async () => {
    const { world } = await askedPeople([ANNA]);
    for (let i = 0; i < 5; i++) await enter(world, ANNA);
    expect(mailsTo(world, ANNA)).toHaveLength(5);
  });

  it("a mail that cannot be handed over in half an hour is given up, with its link", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    const later: typeof world.deps.post = async () => ({
      outcome: "later",
      code: "provider.busy",
      retryAfterMs: 60_000,
    });
    Object.assign(world.deps, { post: later });
    await ask(world, ANNA);
    await world.work();
    expect([await requests(house), await count(house, "token")]).toEqual([0, 0]);
  });

  it("a complaint about the mail is a complaint: nothing is mailed there again", async () => {
    const { world } = await askedPeople([ANNA]);
    await ask(world, ANNA);
    await world.work();
    const { recordEvent } = await import("../../../../src/domain/messages/record-event.ts");
    const at = world.clock.now();
    await recordEvent(world.deps, { id: "evt_1", type: "email.complained", at, to: ANNA, letter: "own-page" });
    await world.work();
    world.clock.pass({ hours: 2 });
    await ask(world, ANNA);
    await world.work();
    expect(mailsTo(world, ANNA)).toHaveLength(1);
    await world.check();
  });
});

describe("the link", () => {
  it("shows one button; whoever only opens it, with whatever method, changes nothing", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    await ask(world, ANNA);
    await world.work();
    const link = linkOf(world, ANNA);
    const before = await changes(house);
    for (const method of ["GET", "HEAD", "GET"]) {
      const answer = await world.request(link, { method });
      expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null]);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("referrer-policy")).toBe("same-origin");
    }
    const page = await (await world.request(link)).text();
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(page).toContain("an••@pasts.example");
    expect(page).not.toContain(ANNA);
    expect(page).not.toMatch(/\sstyle=|<script(?![^>]*src=)/);
    expect(await changes(house)).toEqual(before);
  });

  it("works once: its press sets a cookie for this host and half an hour and leads to the page", async () => {
    const { world } = await askedPeople([ANNA]);
    await ask(world, ANNA);
    await world.work();
    const link = linkOf(world, ANNA);
    const hers = world.browser();
    const entered = await hers.post(link, { lang: "lv" });
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/me"]);
    expect(entered.headers.get("set-cookie")).toMatch(
      /^__Host-me=[A-Za-z0-9_-]{43}; Max-Age=1800; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(await (await hers.get("/me")).text()).toContain(ANNA);
    const again = await world.browser().post(link, { lang: "lv" });
    expect([again.status, again.headers.get("set-cookie")]).toEqual([404, null]);
    expect(wordsOf(await again.text())).toContain("Saite jau ir izmantota");
    // Her own second press leads her on.
    expect(await (await hers.post(link, { lang: "lv" })).text()).toContain('<a href="/me">turpiniet tajā</a>');
    expect(await (await hers.get("/me")).text()).toContain(ANNA);
    await world.check();
  });

  it("of two presses at one moment one wins", async () => {
    const { world } = await askedPeople([ANNA]);
    await ask(world, ANNA);
    await world.work();
    const link = linkOf(world, ANNA);
    const both = await Promise.all([world.browser().post(link, {}), world.browser().post(link, {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await world.rows("SELECT count(*) AS n FROM token WHERE kind = 'visit'")).toEqual([{ n: 1 }]);
  });

  it("dies after an hour, and the page in its place offers a new one, which comes", async () => {
    const { world } = await askedPeople([ANNA]);
    await ask(world, ANNA);
    await world.work();
    const link = linkOf(world, ANNA);
    world.clock.pass({ minutes: 60 });
    for (const method of ["GET", "POST"] as const) {
      const gone = method === "GET" ? await world.request(`${link}?lang=lv`) : await world.browser().post(link, {});
      expect([gone.status, gone.headers.get("set-cookie")?.includes("__Host-me") ?? false]).toEqual([404, false]);
      expect(await gone.text()).toContain('href="/me"');
    }
    await enter(world, ANNA);
    expect(linkOf(world, ANNA)).not.toBe(link);
    for (const wrong of [`${link.slice(0, -1)}`, `${link}x`, "/me/nekas"])
      expect((await world.request(wrong)).status).toBe(404);
  });

  it("is pressed only from our own pages", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    await ask(world, ANNA);
    await world.work();
    const link = linkOf(world, ANNA);
    const hers = await enter(world, JANIS).catch(() => world.browser());
    const before = await changes(house);
    for (const path of [link, "/me", "/me/sign-out"]) {
      const answer = await hers.send(path, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: "https://mail.example" },
        body: `email=${encodeURIComponent(ANNA)}`,
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect(await changes(house)).toEqual(before);
    expect((await world.browser().post(link, {})).status).toBe(303);
  });
});

describe("a visit", () => {
  it("lasts half an hour; then the page asks who is there, and its files too", async () => {
    const { world } = await askedPeople([ANNA]);
    const hers = await enter(world, ANNA);
    world.clock.pass({ minutes: 29, seconds: 59 });
    expect(await (await hers.get("/me")).text()).toContain(ANNA);
    world.clock.pass({ seconds: 1 });
    const over = await (await hers.get("/me?lang=lv")).text();
    expect([over.includes(ANNA), wordsOf(over).includes("Apmeklējums ir beidzies")]).toEqual([false, true]);
    const file = await hers.get("/me/proofs/00000000-0000-4000-8000-000000000000");
    expect([file.status, file.headers.get("location")]).toEqual([303, "/me"]);
  });

  it("ends with “sign out” at once, and nothing of it stays", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    const hers = await enter(world, ANNA);
    const cookie = (await hers.get("/me")).status;
    const out = await hers.post("/me/sign-out", { lang: "lv" });
    expect([cookie, out.status]).toEqual([200, 200]);
    expect(out.headers.get("set-cookie")).toMatch(
      /^__Host-me=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect([await requests(house), await count(house, "token")]).toEqual([0, 0]);
    expect(await (await hers.get("/me")).text()).not.toContain(ANNA);
    expect((await hers.post("/me/sign-out", {})).status).toBe(200);
  });

  it("is stored as a hash beside a sealed request, and both are deleted when it is over; so are links nobody used", async () => {
    const house = await askedPeople([ANNA, JANIS]);
    const { world } = house;
    await enter(world, ANNA);
    await ask(world, JANIS);
    await world.work();
    expect(await count(house, "token")).toBe(3);
    world.clock.pass({ minutes: 91 });
    await retain(world.deps);
    expect(await count(house, "token")).toBe(0);
    // Janis's mail counts for a week.
    expect(await world.rows("SELECT state FROM intake")).toEqual([{ state: "mailed" }]);
    world.clock.pass({ days: 7 });
    await retain(world.deps);
    expect(await requests(house)).toBe(0);
  });

  it("of somebody who is held on goes on when he leaves one list, and ends when he leaves all", async () => {
    const house = await askedPeople([ANNA], [ANNA]);
    const { world } = house;
    const hers = await enter(world, ANNA);
    const leave = async (path: string) => {
      const purpose = /name="purpose" value="([^"]+)"/.exec(await (await hers.get("/me")).text())?.[1] ?? "";
      expect((await hers.post(path, { purpose, lang: "lv" })).status).toBe(200);
      return (await (await hers.get("/me")).text()).includes(ANNA);
    };
    expect([await leave("/me/off"), await leave("/me/erase")]).toEqual([true, false]);
    expect(await requests(house)).toBe(0);
    await world.check();
  });
});
