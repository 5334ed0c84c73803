/** What a sign-up form said is kept, and the consent names it: on our page, in another site, by a call. */
import { describe, expect, it } from "vitest";
import { readEvent } from "../../../src/domain/proof-log/rules/event.ts";
import { readForms } from "../../../src/domain/sign-up-forms/views.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { wordsOf } from "./asked.ts";
import { type SignUpWorld, signUpWorld } from "./sign-up-desk.ts";

const ANNA = "Anna@pasts.example";
const SCHOOL = "https://skola.example";

const one = async ({ world }: SignUpWorld, sql: string) => (await world.rows(sql))[0] ?? {};
const count = async (house: SignUpWorld, from: string) =>
  Number((await one(house, `SELECT count(*) AS n FROM ${from}`)).n);
const given = async ({ world }: SignUpWorld) =>
  (await world.rows("SELECT body FROM event WHERE record_id IS NOT NULL ORDER BY at, version")).map((r) =>
    readEvent(utf8(r.body as string)),
  );
/** The text that the consent names. */
const kept = async (house: SignUpWorld) => {
  const [event] = await given(house);
  const form = event?.form as { id: string; sha256: string };
  const row = await one(house, `SELECT body, kind FROM notice WHERE sha256 = '${form.sha256}'`);
  expect(row.kind).toBe("form");
  return { form, body: row.body as string };
};
/** The words of a page; a link inside a sentence leaves no gap before its full stop. */
const flat = (html: string) => wordsOf(html).replace(/ (?=[.,;:])/g, "");
/** Its pieces of text, as a reader sees them. */
const pieces = (body: string) =>
  body
    .split(/<[^>]+>/)
    .map((text) =>
      text
        .replaceAll("&quot;", '"')
        .replace(/^[☐[]\s*|\]$/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((text) => text !== "")
    .flatMap((text) => text.split(/(?<=[^:]): (?=\p{Lu})|(?<=\?) | \/ /u));
const sheet = (house: SignUpWorld, purpose: string, set: string) =>
  house.world.client.execute({
    sql: `UPDATE purpose SET sheet = json_set(sheet, ${set}) WHERE id = ?`,
    args: [purpose],
  });
const allow = (house: SignUpWorld, ...sites: string[]) =>
  house.world.client.execute({
    sql: "UPDATE institution SET profile = json_set(profile, '$.signUpSites', json(?))",
    args: [JSON.stringify(sites)],
  });

/** Makes a form at the desk and takes the code from its page. */
async function snippet(house: SignUpWorld, lists: string[] = house.lists, language = "lv") {
  const desk = await house.world.signIn("editor");
  const made = await desk.post("/staff/sign-up-forms", { list: lists, language });
  expect(made.status).toBe(303);
  const page = await (await desk.get(made.headers.get("Location") ?? "")).text();
  const code = /<textarea[^>]*readonly[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? "";
  return code
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
/** A browser on another site sends what the snippet says. */
const sendFrom = (
  { world }: SignUpWorld,
  origin: string | undefined,
  html: string,
  more: Record<string, string | string[]> = {},
) => {
  const body = new URLSearchParams();
  const all = {
    email: ANNA,
    lang: field(html, "lang"),
    form: field(html, "form"),
    language: "lv",
    website: "",
    ...more,
  };
  for (const [name, value] of Object.entries(all)) for (const v of [value].flat()) body.append(name, v);
  return world.request("/subscribe", {
    method: "POST",
    body,
    headers: { ...(origin !== undefined && { Origin: origin }), "Sec-Fetch-Site": "cross-site" },
  });
};
const call = ({ world }: SignUpWorld, body: unknown, headers: Record<string, string> = {}, query = "") =>
  world.request(`/subscribe.json${query}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { Origin: SCHOOL, "Content-Type": "application/json", ...headers },
  });

describe("the words of our own page", () => {
  it.each(["lv", "en"])(
    "are kept whole and named by the consent, with the page of the mailed link (%s)",
    async (lang) => {
      const house = await signUpWorld();
      await sheet(house, house.purposes[1], `'$.ageFrom', 13, '$.special', json('["health"]')`);
      const html = await (await house.world.request(`/subscribe?lang=${lang}`)).text();
      const link = await house.asked(ANNA, house.lists, { form: field(html, "form"), lang, language: lang, age: "13" });
      const page = flat(html);
      const asking = flat(await (await house.world.request(`${link}?lang=${lang}`)).text());
      await house.world.browser().post(link, { answer: "yes", lang });
      const { form, body } = await kept(house);
      expect(form).toMatchObject({ id: "sign-up/page", ver: "1" });
      const second = body.lastIndexOf("</article>\n<p>");
      const [shown, pressed] = [body.slice(body.indexOf("<h1>"), second), body.slice(second)];
      for (const text of pieces(shown)) expect(page).toContain(text);
      expect(pieces(shown).length).toBeGreaterThan(30);
      const fixed = pieces(pressed).filter((text) => !text.includes("{"));
      // Beside the line that says which page it is and which button was pressed, nothing that the page did not say.
      expect(fixed.slice(1).filter((text) => !asking.includes(text))).toEqual([]);
      expect(fixed.length).toBeGreaterThan(15);
      await house.world.work();
      await house.world.check();
    },
  );

  it("are refused once they have changed, in whatever part, and nothing is kept", async () => {
    const house = await signUpWorld();
    const before = field(await (await house.world.request("/subscribe")).text(), "form");
    await house.world.client.execute(
      "UPDATE list SET promise = json_set(promise, '$.lv', 'Katru dienu') WHERE kind='newsletter'",
    );
    const late = await house.signUp(ANNA, undefined, { form: before });
    expect(late.status).toBe(422);
    expect(await count(house, "intake")).toBe(0);
    expect((await house.signUp(ANNA)).status).toBe(200);
  });

  it("of a list's own page are another form than those of all lists", async () => {
    const house = await signUpWorld();
    const all = field(await (await house.world.request("/subscribe")).text(), "form");
    const html = await (await house.world.request(`/subscribe?list=${house.lists[0]}`)).text();
    expect(field(html, "form")).not.toBe(all);
    const browser = house.world.browser();
    const own = { email: ANNA, list: house.lists[0], form: field(html, "form"), language: "lv", lang: "lv" };
    expect((await browser.post(`/subscribe?list=${house.lists[0]}`, own)).status).toBe(200);
    // A list that was not on that page cannot be chosen by it.
    const more = { ...own, list: house.lists };
    expect((await browser.post(`/subscribe?list=${house.lists[0]}`, more)).status).toBe(422);
  });
});

describe("an age that a purpose asks for since the form was sent", () => {
  it.each([undefined, "13"])(
    'ends the yes of the mailed link and leads to the form; "not me" still counts (%s)',
    async (age) => {
      const house = await signUpWorld();
      if (age) await sheet(house, house.purposes[0], "'$.ageFrom', 13");
      const link = await house.asked(ANNA, undefined, age ? { age } : {});
      await sheet(house, house.purposes[0], "'$.ageFrom', 16");
      for (const answer of [await house.world.request(`${link}?lang=lv`), await house.press(link, "yes")]) {
        expect(answer.status).toBe(404);
        const page = await answer.text();
        expect(wordsOf(page)).toContain("jānorāda vecums");
        expect(page).toContain('href="/subscribe"');
      }
      expect(await count(house, "consent_record")).toBe(0);
      expect((await house.world.browser().post(`${link}/never`, { lang: "lv" })).status).toBe(200);
      expect(await house.suppressions()).toEqual(["never *"]);
      await house.world.check();
    },
  );

  it("does not end a link whose age is enough", async () => {
    const house = await signUpWorld();
    await sheet(house, house.purposes[0], "'$.ageFrom', 16");
    const link = await house.asked(ANNA, undefined, { age: "16" });
    await sheet(house, house.purposes[0], "'$.ageFrom', 13");
    expect((await house.press(link, "yes")).status).toBe(200);
    expect(await count(house, "consent_record")).toBe(1);
  });
});

describe("a form in another site", () => {
  it("is made at the desk with the words that are kept, stands in the log, and has no ticked box and no script", async () => {
    const house = await signUpWorld();
    const html = await snippet(house);
    const [made] = await readForms(house.world.deps.db);
    expect(made).toMatchObject({ language: "lv", lists: house.lists, endedAt: null });
    expect(field(html, "form")).toBe(made?.sha256);
    const body = (await one(house, `SELECT body FROM notice WHERE sha256 = '${made?.sha256}'`)).body as string;
    for (const text of pieces(body)) expect(wordsOf(html)).toContain(text);
    expect(html).not.toMatch(/<script|\schecked|style=|src=/);
    const acts = await house.world.rows("SELECT body FROM event WHERE typ = 'notice.published' ORDER BY at");
    expect(acts.at(-1)?.body).toContain(made?.sha256);
    await snippet(house, [...house.lists].reverse());
    expect(await readForms(house.world.deps.db)).toHaveLength(1);
  });

  it("is taken from a named site, and the consent names form and site", async () => {
    const house = await signUpWorld();
    await allow(house, "https://cits.example", SCHOOL);
    const html = await snippet(house);
    const answer = await sendFrom(house, SCHOOL, html, { list: house.lists });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    expect(wordsOf(await answer.text())).toContain("Pārbaudiet savu pastkastīti");
    await house.world.work();
    const link = house.link(ANNA);
    expect(wordsOf(await (await house.world.request(link)).text())).toContain(SCHOOL);
    await house.press(link, "yes");
    const { form, body } = await kept(house);
    expect(form.id).toBe("sign-up/snippet");
    expect(body).toContain(SCHOOL);
    const made = (await readForms(house.world.deps.db))[0]?.sha256;
    expect(body).toContain((await one(house, `SELECT body FROM notice WHERE sha256='${made}'`)).body as string);
    await house.world.work();
    await house.world.check();
  });

  it.each([["https://cits.example"], ["null"], [undefined], ["http://skola.example"], ["https://skola.example:8443"]])(
    "from %s leads to our own form, which is empty, and nothing is kept",
    async (origin) => {
      const house = await signUpWorld();
      await allow(house, SCHOOL);
      const html = await snippet(house);
      const answer = await sendFrom(house, origin, html, { list: [house.lists[1]], language: "en" });
      expect(answer.status).toBe(403);
      const page = await answer.text();
      // Whatever another page sent, ticked or not, is no choice of his: "no box is ever ticked by us".
      expect(page).not.toContain(ANNA);
      expect(page).toContain(`value="${house.lists[1]}"`);
      expect(page).not.toMatch(/\bchecked\b/);
      expect(field(page, "form")).not.toBe(field(html, "form"));
      expect(await count(house, "intake")).toBe(0);
    },
  );

  it("is no longer taken when it has ended or its statement has changed; another word alone does no harm", async () => {
    const house = await signUpWorld();
    await allow(house, SCHOOL);
    const html = await snippet(house);
    await house.world.client.execute("UPDATE list SET promise = json_set(promise, '$.lv', 'Katru dienu')");
    expect((await sendFrom(house, SCHOOL, html, { list: house.lists })).status).toBe(200);

    await house.world.client.execute({
      sql: `INSERT INTO notice (sha256, kind, purpose_id, version, language, body, created_at)
            SELECT printf('%064d', rowid), kind, purpose_id, version + 1, language, body || ' ', created_at FROM notice
            WHERE kind='consent' AND purpose_id = ?`,
      args: [house.purposes[0]],
    });
    const old = await sendFrom(house, SCHOOL, html, { list: house.lists });
    expect(old.status).toBe(422);
    expect(wordsOf(await old.text())).toContain("Kopš veidlapa ielikta otrā vietnē");

    const fresh = await snippet(house, [house.lists[1]]);
    const desk = await house.world.signIn("editor");
    expect((await desk.post(`/staff/sign-up-forms/${field(fresh, "form")}/end`, {})).status).toBe(303);
    expect((await sendFrom(house, SCHOOL, fresh, { list: [house.lists[1]] })).status).toBe(422);
    expect(await count(house, "intake")).toBe(1);
  });

  it("opens no other form of ours to the site", async () => {
    const house = await signUpWorld();
    await allow(house, SCHOOL);
    const link = await house.asked(ANNA);
    for (const path of [link, "/me", "/u/x", "/campaigns", "/staff/lists", "/subscribe/challenge"]) {
      const answer = await house.world.request(path, {
        method: "POST",
        body: new URLSearchParams({ answer: "yes", email: ANNA }),
        headers: { Origin: SCHOOL },
      });
      expect([path, answer.status >= 400 || path === "/u/x"]).toEqual([path, true]);
    }
    expect(await count(house, "event WHERE record_id IS NOT NULL")).toBe(0);
  });
});

describe("the call of another site", () => {
  it("gives the words and their hash, takes what was chosen, and the consent says who showed them", async () => {
    const house = await signUpWorld();
    await allow(house, SCHOOL);
    const answer = await house.world.request("/subscribe.json?language=en", { headers: { Origin: SCHOOL } });
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(SCHOOL);
    expect(answer.headers.get("Vary")).toContain("Origin");
    const form = (await answer.json()) as { form: string; groups: { lists: { id: string }[] }[] };
    const lists = form.groups.flatMap((group) => group.lists.map((list) => list.id));
    expect(lists).toEqual(house.lists);
    const taken = await call(house, { email: ANNA, lists: [lists[0]], form: form.form, language: "en" });
    expect(taken.status).toBe(202);
    expect(taken.headers.get("Set-Cookie")).toBeNull();
    expect(taken.headers.get("Access-Control-Allow-Origin")).toBe(SCHOOL);
    expect(taken.headers.get("Access-Control-Allow-Credentials")).toBeNull();
    await house.world.work();
    await house.press(house.link(ANNA), "yes");
    const { form: named, body } = await kept(house);
    expect(named.id).toBe("sign-up/call");
    expect(body).toContain(SCHOOL);
    await house.world.work();
    await house.world.check();
  });

  it("answers the same to every address", async () => {
    const house = await signUpWorld();
    await allow(house, SCHOOL);
    const { form } = (await (await house.world.request("/subscribe.json?language=lv")).json()) as { form: string };
    await house.press(await house.asked("esosais@pasts.example"), "yes");
    await house.press(await house.asked("nekad@pasts.example"), "not-me");
    await house.asked("gaida@pasts.example");
    const seen = new Set<string>();
    for (const who of ["jauns", "esosais", "nekad", "gaida"]) {
      const taken = await call(house, { email: `${who}@pasts.example`, lists: [house.lists[0]], form, language: "lv" });
      seen.add(JSON.stringify([taken.status, [...taken.headers].filter(([n]) => n !== "date"), await taken.text()]));
      await house.world.work();
    }
    expect(seen.size).toBe(1);
  });

  it("is let in by the browser for exactly the named site, two methods and one header", async () => {
    const house = await signUpWorld();
    await allow(house, SCHOOL);
    const ask = (origin: string, method = "POST", headers = "content-type") =>
      house.world.request("/subscribe.json", {
        method: "OPTIONS",
        headers: {
          Origin: origin,
          "Access-Control-Request-Method": method,
          "Access-Control-Request-Headers": headers,
        },
      });
    const yes = await ask(SCHOOL);
    expect(yes.status).toBe(204);
    expect(yes.headers.get("Access-Control-Allow-Origin")).toBe(SCHOOL);
    expect(yes.headers.get("Access-Control-Allow-Methods")).toBe("GET, POST");
    expect(yes.headers.get("Access-Control-Allow-Headers")).toBe("content-type");
    expect(yes.headers.get("Access-Control-Allow-Credentials")).toBeNull();
    for (const no of [
      await ask("https://cits.example"),
      await ask("null"),
      await ask(`${SCHOOL}.cits.example`),
      await ask(SCHOOL, "DELETE"),
      await ask(SCHOOL, "POST", "content-type, authorization"),
    ]) {
      expect(no.status).toBe(403);
      expect(no.headers.get("Access-Control-Allow-Origin")).toBeNull();
    }
  });

  it("says what is wrong as problem details in the caller's language, and keeps nothing", async () => {
    const house = await signUpWorld();
    await allow(house, SCHOOL);
    const { form } = (await (await house.world.request("/subscribe.json?language=lv")).json()) as { form: string };
    const good = { email: ANNA, lists: [house.lists[0]], form, language: "lv" };
    const wrong: [Response, string][] = [
      [await call(house, { ...good, email: "anna@" }), "form.invalid"],
      [await call(house, { ...good, lists: [] }), "form.invalid"],
      [await call(house, { ...good, form: "0".repeat(64) }), "form.invalid"],
      [await call(house, "{"), "consent.not_json"],
      [await call(house, good, { "Content-Type": "text/plain" }), "consent.not_json"],
      [await call(house, { ...good, lists: "all" }), "consent.not_json"],
      [await call(house, good, { Origin: "https://cits.example" }), "consent.site_forbidden"],
    ];
    for (const [answer, code] of wrong) {
      expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.json()).toMatchObject({ code, status: answer.status });
    }
    const english = await call(house, { ...good, lists: [], language: "en" });
    expect(await english.json()).toMatchObject({
      fields: [{ field: "list", code: "consent.no_list", detail: "Choose at least one list." }],
    });
    expect(await count(house, "intake")).toBe(0);
    expect(await count(house, "notice WHERE kind = 'form'")).toBe(0);
  });
});

describe("age and topics that reveal something", () => {
  it("asks for the age where a list needs it, and keeps nothing of whoever is younger", async () => {
    const house = await signUpWorld();
    await sheet(house, house.purposes[1], "'$.ageFrom', 13");
    const page = await (await house.world.request("/subscribe?lang=lv")).text();
    expect([...page.matchAll(/<input[^>]*type="radio"[^>]*name="age"[^>]*>/g)]).toHaveLength(2);
    expect(page).not.toMatch(/\schecked/);
    const missing = await house.signUp(ANNA, [house.lists[1]]);
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('href="#f-age"');
    const young = await house.signUp(ANNA, house.lists, { age: "0" });
    expect(young.status).toBe(422);
    const words = wordsOf(await young.text());
    expect(words).toContain("Šos jaunumus sūtām no 13 gadu vecuma");
    expect(words).toContain("Sabiedriskās apspriešanas");
    expect(words).not.toContain("Nedēļas apskats");
    expect(await count(house, "intake")).toBe(0);
    expect(await count(house, "notice WHERE kind = 'form'")).toBe(0);
    // The other list asks nothing.
    expect((await house.signUp(ANNA, [house.lists[0]])).status).toBe(200);
  });

  it("puts the stated age into the evidence of the purpose that asked, and shows it before the yes", async () => {
    const house = await signUpWorld();
    await sheet(house, house.purposes[0], "'$.ageFrom', 13");
    await sheet(house, house.purposes[1], "'$.ageFrom', 18");
    expect((await house.signUp(ANNA, house.lists, { age: "13" })).status).toBe(422);
    const link = await house.asked(ANNA, house.lists, { age: "18" });
    expect(wordsOf(await (await house.world.request(link)).text())).toContain("Man ir 18 gadu vai vairāk");
    await house.press(link, "yes");
    expect((await given(house)).map((e) => e?.age)).toEqual([18, 18]);
  });

  it("of a list that asks for none leaves no age in the evidence", async () => {
    const house = await signUpWorld();
    await sheet(house, house.purposes[1], "'$.ageFrom', 13");
    await house.press(await house.asked(ANNA, [house.lists[0]], { age: "13" }), "yes");
    expect((await given(house))[0]).not.toHaveProperty("age");
  });

  it("says what a flagged topic reveals on form and confirmation page, and the consent is explicit", async () => {
    const house = await signUpWorld();
    await sheet(house, house.purposes[0], `'$.special', json('["health","union"]')`);
    const words = wordsOf(await (await house.world.request("/subscribe?lang=lv")).text());
    expect(words).toContain("var par Jums atklāt šo: veselība; dalība arodbiedrībā");
    const link = await house.asked(ANNA, house.lists);
    expect(wordsOf(await (await house.world.request(link)).text())).toContain("var par Jums atklāt šo: veselība");
    await house.press(link, "yes");
    expect((await given(house)).map((e) => e?.type)).toEqual([
      "dpv:ExplicitlyExpressedConsent",
      "dpv:ExpressedConsent",
    ]);
    await house.world.work();
    await house.world.check();
  });
});
