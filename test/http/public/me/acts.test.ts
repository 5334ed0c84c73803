import { describe, expect, it } from "vitest";
import { lastMailTexts, lastMailWords } from "../../../../src/texts/last-mail.ts";
import type { Browser } from "../../../support/people.ts";
import type { World } from "../../../support/world.ts";
import { askedPeople, wordsOf } from "../asked.ts";
import { signUpWorld } from "../sign-up-desk.ts";
import { ask, enter, linkOf, mailsTo } from "./visitor.ts";

const ANNA = "anna@pasts.example";

/** Somebody with a confirmed sign-up to the first of two newsletters, on her own page. */
async function subscriber(lists?: string[]) {
  const house = await signUpWorld();
  expect((await house.press(await house.asked(ANNA, lists), "yes")).status).toBe(200);
  await house.world.work();
  const hers = await enter(house.world, ANNA);
  return { ...house, hers };
}

const text = async (from: Response | Promise<Response>) => wordsOf(await (await from).text());
const me = (hers: Browser) => text(hers.get("/me?lang=lv"));
const noticeOf = (page: string) => /name="notice" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
const events = (world: World, typ: string) =>
  world.rows("SELECT body, version FROM event WHERE typ = ? ORDER BY at", typ);
const body = (row: Record<string, unknown> | undefined) => JSON.parse(String(row?.body)) as Record<string, unknown>;

it("off of the last list says what becomes of the address: deleted, and where one is sent, after one last mail", async () => {
  const { world, hers } = await subscriber();
  const last = lastMailTexts.lv.before.replace(/\s+/g, " ");
  const before = await me(hers);
  expect(before).toContain("tāpēc to dzēsīsim");
  expect(before).not.toContain(last);
  await world.client.execute("UPDATE institution SET profile = json_set(profile, '$.lastMail', json('true'))");
  const after = await me(hers);
  expect(after).toContain(lastMailWords("lv")["list.deletes"]);
  expect(after).toContain(last);
});

it.each([
  ["stays", false],
  ["deletes", false],
  ["deletes", true],
] as const)(
  "the kept text of an off holds the words that stood there and no others (%s, last mail %s)",
  async (what, lastMail) => {
    const house = await signUpWorld();
    const { world, lists, purposes } = house;
    const set = `UPDATE institution SET profile = json_set(profile, '$.lastMail', json('${lastMail}'))`;
    await world.client.execute(set);
    await house.press(await house.asked(ANNA, what === "stays" ? lists : undefined), "yes");
    const hers = await enter(world, ANNA);
    const page = await me(hers);
    await hers.post("/me/off", { purpose: purposes[0], lang: "lv" });
    const [event] = (await events(world, "consent.withdrawn")).map(body);
    const { sha256 } = (event as { form: { sha256: string } }).form;
    const [kept] = await world.rows("SELECT body FROM notice WHERE sha256 = ?", sha256);
    const words = [...String(kept?.body).matchAll(/<li>(.*)<\/li>/g)].map(([, one]) => wordsOf(one ?? ""));
    for (const one of words) expect(page).toContain(one.split("{")[0]?.trim());
    expect(words.some((one) => one.startsWith("Turpināsim sūtīt"))).toBe(what === "stays");
    expect(words.some((one) => one.includes("tāpēc to dzēsīsim"))).toBe(what === "deletes");
    expect(words.includes(wordsOf(lastMailTexts.lv.before))).toBe(lastMail);
  },
);

describe("on", () => {
  it("is a consent of its own: to the text on the page, with the hash of the page's words and the time of the request", async () => {
    const { world, hers, lists } = await subscriber();
    const path = `/me/lists/${lists[1]}`;
    expect(await (await hers.get("/me")).text()).toContain(`href="${path}"`);
    const before = await world.rows("SELECT total_changes() AS n");
    const page = await (await hers.get(`${path}?lang=lv`)).text();
    expect(await world.rows("SELECT total_changes() AS n")).toEqual(before);
    expect(wordsOf(page)).toContain("lv: piekrītu apspriešanu vēstulēm.");
    const pressed = await hers.post(path, { notice: noticeOf(page), lang: "lv" });
    expect([pressed.status, pressed.headers.get("location")]).toEqual([303, "/me?done=on"]);
    const given = (await events(world, "consent.given")).map(body);
    expect(given).toHaveLength(2);
    expect(given[1]).toMatchObject({
      method: "own-page.post",
      channel: "page",
      class: "doi",
      form: { id: "own-page-on", ver: "1" },
      notice: { sha256: noticeOf(page) },
    });
    expect(Date.parse(String(given[1]?.requested))).toBeLessThanOrEqual(world.clock.now());
    const form = (given.at(-1) as { form: { sha256: string } }).form.sha256;
    expect(await world.rows("SELECT kind FROM notice WHERE sha256 = ?", form)).toEqual([{ kind: "form" }]);
    // A second press, or one of an old page, makes no second event.
    expect((await hers.post(path, { notice: noticeOf(page) })).headers.get("location")).toBe("/me?done=already");
    await world.work();
    expect(world.mailbox.mails.filter(({ mail }) => mail.tags?.kind === "receipt")).toHaveLength(2);
    await world.check();
  });

  it("is only for lists that are open, to a text that is the newest, and never against “never again”", async () => {
    const { world, hers, lists, purposes } = await subscriber();
    const path = `/me/lists/${lists[1]}`;
    const notice = noticeOf(await (await hers.get(path)).text());
    const wrong = await hers.post(path, { notice: "0".repeat(64), lang: "lv" });
    expect([wrong.status, await text(wrong)]).toEqual([422, expect.stringContaining("Teksts, kam jāpiekrīt")]);
    expect((await hers.get("/me/lists/nekas")).status).toBe(404);
    expect(await text(hers.post("/me/lists/nekas", { notice, lang: "lv" }))).toContain("pieteikties vairs nevar");
    // Its own form asks for an age: this page does not.
    await world.client.execute({
      sql: "UPDATE purpose SET sheet = json_set(sheet, '$.ageFrom', 13) WHERE id = ?",
      args: [purposes[1]],
    });
    expect(await (await hers.get("/me")).text()).toContain(`href="/subscribe?list=${lists[1]}"`);
    expect((await hers.get(path)).status).toBe(404);
    expect(await text(hers.post(path, { notice, lang: "lv" }))).toContain("pieteikties vairs nevar");
    await world.client.execute({
      sql: "UPDATE purpose SET sheet = json_remove(sheet, '$.ageFrom') WHERE id = ?",
      args: [purposes[1]],
    });
    const [tag] = world.deps.vault.suppressionTags(ANNA);
    await world.client.execute({
      sql: "INSERT INTO suppression VALUES (?, ?, ?, 'never', '2026-11-22', '2029-11-22')",
      args: [tag?.tag as Uint8Array, tag?.keyId ?? "", purposes[1]],
    });
    expect(await text(hers.post(path, { notice, lang: "lv" }))).toContain("lūdzāt mums vairs nerakstīt");
    expect(await events(world, "consent.given")).toHaveLength(1);
  });
});

describe("off", () => {
  it("is the withdrawal of one purpose by one press, with its certificate; the other list and the visit stay", async () => {
    const house = await signUpWorld();
    const { world, lists, purposes } = house;
    await house.press(await house.asked(ANNA, lists), "yes");
    const hers = await enter(world, ANNA);
    const left = await hers.post("/me/off", { purpose: purposes[1], lang: "lv" });
    expect([left.status, wordsOf(await left.text())]).toEqual([
      200,
      expect.stringContaining("Atteikuma apliecinājums"),
    ]);
    expect((await events(world, "consent.withdrawn")).map(body)).toMatchObject([
      { method: "own-page.post", form: { id: "own-page-off" }, scope: "purpose" },
    ]);
    expect(await me(hers)).toContain("Nesaņemat");
    // A second press of the same button finds nothing to end.
    expect((await hers.post("/me/off", { purpose: purposes[1] })).status).toBe(422);
    const last = await hers.post("/me/off", { purpose: purposes[0], lang: "lv" });
    expect(wordsOf(await last.text())).toContain("Dzēšanas apliecinājums");
    expect(await world.rows("SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM intake) AS n")).toEqual([
      { n: 0 },
    ]);
    expect(await (await hers.get("/me")).text()).toContain('name="email"');
    await world.check();
  });

  it("can be taken back for ten minutes, as after the link of a mail", async () => {
    const { world, hers, purposes } = await subscriber();
    const page = await (await hers.post("/me/off", { purpose: purposes[0], lang: "lv" })).text();
    const seal = /name="seal" value="([^"]+)"/.exec(page)?.[1] ?? "";
    expect((await world.browser().post("/return", { seal, lang: "lv" })).status).toBe(200);
    expect(await world.rows("SELECT state FROM subscription")).toEqual([{ state: "active" }]);
    await world.check();
  });

  it("of a list that rests on a task is an objection that takes effect at once, and the desk sees it answered, without who", async () => {
    const house = await askedPeople([ANNA], [ANNA]);
    const { world } = house;
    const hers = await enter(world, ANNA);
    const page = await (await hers.get("/me?lang=lv")).text();
    expect(wordsOf(page)).toContain("Jums ir tiesības iebilst pret šo izmantošanu.");
    const service = await world.rows("SELECT purpose_id AS id FROM list WHERE kind = 'service'");
    await hers.post("/me/off", { purpose: String(service[0]?.id), lang: "lv" });
    expect(await events(world, "dsr.objected")).toHaveLength(1);
    const [asked] = await world.rows("SELECT right, channel, outcome, closed_by, tag, sealed FROM rights_request");
    expect(asked).toEqual({
      right: "object",
      channel: "own-page",
      outcome: "met",
      closed_by: "person:own-page",
      tag: null,
      sealed: null,
    });
    const desk = await world.signIn("dpo");
    const list = await (await desk.get("/staff/requests?lang=lv")).text();
    const one = /href="(\/staff\/requests\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? "";
    expect(wordsOf(list)).toContain("Iebilst pret apstrādi");
    expect(await text(desk.get(`${one}?lang=lv`))).toContain("cilvēks pats lapā „Mani dati”");
    await world.check();
  });
});

describe("a pause", () => {
  it("lasts until a day within a year, is on the page, and ends by a press", async () => {
    const { world, hers, lists } = await subscriber();
    const today = new Date(world.clock.now()).toISOString().slice(0, 10);
    for (const until of ["2026-02-30", today, "2030-01-01", "nekas"])
      expect([until, (await hers.post("/me/pause", { list: lists[0], until })).status]).toEqual([until, 422]);
    const until = "2026-12-24";
    expect((await hers.post("/me/pause", { list: lists[0], until })).headers.get("location")).toBe("/me?done=pause");
    expect(await me(hers)).toMatch(/Pauze līdz 2026.*24.*decembrim/);
    expect((await hers.post("/me/pause", { list: lists[0], until: "" })).headers.get("location")).toBe(
      "/me?done=resume",
    );
    expect(await world.rows("SELECT paused_until FROM subscription")).toEqual([{ paused_until: null }]);
    expect((await hers.post("/me/pause", { list: lists[1], until })).status).toBe(422);
  });
});

describe("language and name", () => {
  it("are kept as chosen; a name that mails would not show is refused beside its field, an empty one is deleted", async () => {
    const { world, hers } = await subscriber();
    expect((await hers.post("/me/language", { language: "en" })).headers.get("location")).toBe("/me?done=language");
    expect(await world.rows("SELECT language FROM person")).toEqual([{ language: "en" }]);
    expect((await hers.post("/me/language", { language: "de" })).status).toBe(422);
    const wrong = await hers.post("/me/name", { name: "http://x.example", lang: "lv" });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('aria-invalid="true"')]);
    expect((await hers.post("/me/name", { name: "  Anna   Kļavkalne " })).headers.get("location")).toBe(
      "/me?done=name",
    );
    expect(await me(hers)).toContain("Anna Kļavkalne");
    expect((await hers.post("/me/name", { name: "" })).headers.get("location")).toBe("/me?done=unnamed");
    expect(await me(hers)).not.toContain("Anna Kļavkalne");
    expect(await world.rows("SELECT right, outcome, sealed FROM rights_request")).toEqual([
      { right: "rectify", outcome: "met", sealed: null },
      { right: "rectify", outcome: "met", sealed: null },
    ]);
    await world.work();
    await world.check();
  });
});

describe("what needs people", () => {
  it("pressed twice at once is one request", async () => {
    const { world, hers } = await subscriber();
    const { client } = world.deps.db;
    const batch = client.batch.bind(client);
    let armed = true;
    client.batch = async (statements, mode) => {
      const texts = statements.map((one) => (typeof one === "string" ? one : "sql" in one ? one.sql : one[0]));
      if (armed && texts.some((sql) => /INSERT INTO rights_request/.test(sql))) {
        armed = false;
        expect((await hers.post("/me/restrict", { words: "" })).status).toBe(303);
      }
      return batch(statements, mode);
    };
    expect((await hers.post("/me/restrict", { words: "" })).status).toBe(422);
    expect(armed).toBe(false);
    expect(await world.rows("SELECT right FROM rights_request")).toEqual([{ right: "restrict" }]);
  });

  it("a restriction stops all mail, waits for the officer as a request, and is asked for once", async () => {
    const { world, hers } = await subscriber();
    expect((await hers.post("/me/restrict", { words: "Apstrīdu avotu." })).headers.get("location")).toBe(
      "/me?done=restrict",
    );
    expect(await world.rows("SELECT restricted_for FROM person")).toEqual([{ restricted_for: "request" }]);
    expect((await hers.post("/me/restrict", { words: "" })).status).toBe(422);
    // The officer is told that there is a request, and nothing of who asks.
    expect(await world.rows("SELECT code, closed_at FROM alert WHERE code GLOB 'request.*'")).toEqual([
      { code: "request.own", closed_at: null },
    ]);
    const desk = await world.signIn("dpo");
    const list = await (await desk.get("/staff/requests?lang=lv")).text();
    const one = /href="(\/staff\/requests\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? "";
    const read = await text(desk.post(`${one}/read`, {}));
    expect(read).toContain(ANNA);
    expect(read).toContain("Apstrīdu avotu.");
    expect(await me(hers)).toContain("Nr. 1: Ierobežot apstrādi.");
    await world.check();
  });

  it("a correction wants words, and pauses mail until there is an answer", async () => {
    const { world, hers } = await subscriber();
    expect((await hers.post("/me/correct", { words: " " })).status).toBe(422);
    expect((await hers.post("/me/correct", { words: "Sarakstā esmu kopš 2021. gada." })).status).toBe(303);
    expect(await world.rows("SELECT right, outcome FROM rights_request")).toEqual([
      { right: "rectify", outcome: null },
    ]);
    expect(await world.rows("SELECT restricted_for FROM person")).toEqual([{ restricted_for: "request" }]);
    await world.check();
  });
});

describe("a shared address", () => {
  it("loses its name, and its page shows lists, not persons: no name, no network, no readers, no file of a proof", async () => {
    const { world, hers } = await subscriber();
    await world.work();
    await hers.post("/me/name", { name: "Anna Kļavkalne" });
    const [record] = await world.rows("SELECT id FROM consent_record");
    expect((await hers.get(`/me/proofs/${record?.id}`)).status).toBe(200);
    expect((await hers.post("/me/shared", { shared: "yes" })).headers.get("location")).toBe("/me?done=shared");
    const page = await (await hers.get("/me?lang=lv")).text();
    expect(wordsOf(page)).toContain("Šī adrese ir kopīga");
    for (const gone of ["Anna Kļavkalne", "own-readers", "No kurienes atbildējāt", "/me/proofs/", "/me/name"])
      expect([gone, page.includes(gone)]).toEqual([gone, false]);
    expect((await hers.get(`/me/proofs/${record?.id}`)).status).toBe(404);
    expect((await hers.get(`/me/proofs/${record?.id}/receipt`)).status).toBe(404);
    for (const file of ["/me/data.json", "/me/data.html"]) {
      const all = await (await hers.get(file)).text();
      expect([file, /Kļavkalne|203\.0\.113|Mozilla|lookedAt/.test(all)]).toEqual([file, false]);
    }
    // Whoever is asked to name himself there is refused, and the mark can be taken off; the name stays gone.
    expect((await hers.post("/me/name", { name: "Jānis" })).status).toBe(422);
    expect((await hers.post("/me/shared", { shared: "no" })).headers.get("location")).toBe("/me?done=own");
    expect(await me(hers)).not.toContain("Anna Kļavkalne");
    await world.check();
  });
});

describe("everything as a file", () => {
  it("holds what is held, as JSON and as a page without scripts or addresses to load", async () => {
    const { world, hers } = await subscriber();
    await world.work();
    const json = await hers.get("/me/data.json");
    expect([json.status, json.headers.get("cache-control"), json.headers.get("content-disposition")]).toEqual([
      200,
      "no-store",
      'attachment; filename="my-data.json"',
    ]);
    const data = (await json.json()) as Record<string, unknown>;
    expect(data).toMatchObject({
      format: "pieteka/my-data/1",
      address: ANNA,
      language: "lv",
      lists: [{ state: "active", legalBasis: "GDPR Art. 6(1)(a)", source: { by: "person" } }],
      answers: [{ state: "given", events: [{ type: "consent.given", method: "double-opt-in.post" }] }],
    });
    const page = await hers.get("/me/data.html?lang=lv");
    const html = await page.text();
    expect(page.headers.get("content-disposition")).toContain("my-data.html");
    expect(html).toMatch(/^<!doctype html><html lang="lv">/i);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(/);
    expect(wordsOf(html)).toContain(ANNA);
  });
});

describe("what cannot be undone", () => {
  const PAGES = ["/me/name", "/me/restrict", "/me/shared", "/me/erase"];

  it("wants a link that was opened at most ten minutes ago; a press sends a new one to the same address", async () => {
    const { world, hers, purposes } = await subscriber();
    for (const path of PAGES) expect([path, (await hers.get(path)).status]).toEqual([path, 200]);
    world.clock.pass({ minutes: 10, seconds: 1 });
    const changes = await world.rows("SELECT total_changes() AS n");
    for (const path of PAGES)
      for (const answer of [await hers.get(path), await hers.post(path, { name: "Anna", words: "x", shared: "yes" })])
        expect([path, answer.status, wordsOf(await answer.text()).includes("desmit minūtēm")]).toEqual([
          path,
          403,
          true,
        ]);
    expect(await world.rows("SELECT total_changes() AS n")).toEqual(changes);
    // Everything at once does not come in by the door of one purpose.
    expect((await hers.post("/me/off", { purpose: "everything" })).status).toBe(422);
    await hers.post("/me/fresh", { lang: "lv" });
    await world.work();
    expect(mailsTo(world, ANNA)).toHaveLength(2);
    expect((await hers.post(linkOf(world, ANNA), { lang: "lv" })).status).toBe(303);
    expect((await hers.get("/me/erase")).status).toBe(200);
    world.clock.pass({ minutes: 11 });
    // Leaving asks for no new link: it is as easy as joining.
    expect((await hers.post("/me/off", { purpose: purposes[0] })).status).toBe(200);
  });

  it("is out of reach for whoever was forwarded a mail: no link in a list mail, a receipt or a confirmation opens a visit", async () => {
    const { world, press, asked, lists } = await subscriber();
    await press(await asked("janis@pasts.example", [lists[1]]), "yes");
    await world.work();
    const links = world.mailbox.mails
      .filter(({ mail }) => mail.tags?.kind !== "own-page")
      .flatMap(({ mail }) => mail.text.match(/https?:\/\/\S+/g) ?? []);
    const tokens = [
      ...new Set(links.flatMap((url) => /\/([A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{71})(?:\/|$)/.exec(url)?.[1] ?? [])),
    ];
    expect(tokens.length).toBeGreaterThan(2);
    for (const token of tokens) {
      const stranger = world.browser();
      expect([token.length, (await stranger.post(`/me/${token}`, { lang: "lv" })).status]).toEqual([token.length, 404]);
      for (const path of PAGES) expect((await stranger.get(path)).headers.get("location")).toBe("/me");
    }
    expect(await world.rows("SELECT count(*) AS n FROM token WHERE kind = 'visit'")).toEqual([{ n: 1 }]);
  });

  it("erases everything by one press, with a certificate", async () => {
    const { world, hers, suppressions } = await subscriber();
    await world.work();
    const page = await text(hers.get("/me/erase?lang=lv"));
    expect(page).toContain("Vai dzēst visus Jūsu datus?");
    const done = await hers.post("/me/erase", { lang: "lv" });
    expect([done.status, wordsOf(await done.text())]).toEqual([200, expect.stringContaining("Dzēšanas apliecinājums")]);
    expect((await events(world, "consent.withdrawn")).map(body)).toMatchObject([
      { scope: "everything", form: { id: "own-page-erase" } },
    ]);
    expect(await suppressions()).toEqual(["withdrawn *"]);
    expect(await world.rows("SELECT count(*) AS n FROM address")).toEqual([{ n: 0 }]);
    await world.check();
  });
});

it("nobody acts without a visit, and nothing is changed by looking", async () => {
  const { world, hers, lists } = await subscriber();
  const changes = await world.rows("SELECT total_changes() AS n");
  const paths = [
    `/me/lists/${lists[1]}`,
    "/me/name",
    "/me/correct",
    "/me/restrict",
    "/me/shared",
    "/me/erase",
    "/me/data.json",
    "/me/data.html",
  ];
  for (const path of paths) {
    expect([path, (await world.request(path)).headers.get("location")]).toEqual([path, "/me"]);
    expect([path, (await hers.get(path)).status]).toEqual([path, 200]);
    expect((await hers.get(path)).headers.get("cache-control")).toBe("no-store");
  }
  const stranger = world.browser();
  for (const path of ["/me/off", "/me/pause", "/me/language", "/me/fresh", ...paths.slice(0, 6)])
    expect([path, (await stranger.post(path, {})).headers.get("location")]).toEqual([path, "/me"]);
  expect(await world.rows("SELECT total_changes() AS n")).toEqual(changes);
  await ask(world, ANNA);
});
