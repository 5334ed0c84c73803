import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askedPeople, wordsOf } from "./asked.ts";

const ANNA = "anna@pasts.example";
const JANIS = "janis@pasts.example";

describe("the page of a re-consent link", () => {
  it("shows the frozen question byte for byte, its two buttons alike, and nothing of the address but its mask", async () => {
    const { world, path, notice } = await askedPeople([ANNA]);
    const link = path("r", ANNA);
    const page = await (await world.request(`${link}?lang=lv`)).text();
    const [question] = await world.rows("SELECT sha256, body FROM notice WHERE kind = 'question' AND language = 'lv'");
    const body = question?.body as string;
    const [head = "", rest = ""] = body.split("\n<!--facts-->\n");
    const [answer = "", after = ""] = rest.split(/\n<!--buttons [^>]*-->\n/);
    for (const part of [head, answer, after]) expect(page).toContain(part);
    expect(createHash("sha256").update(body).digest("hex")).toBe(question?.sha256);
    expect(notice(page)).toBe(question?.sha256);
    const buttons = [...page.matchAll(/<button([^>]*name="answer"[^>]*)>([^<]*)</g)].map(
      ([, attributes = "", label]) => [
        attributes
          .replace(/value="(yes|no)"/, "")
          .replace(/\s+/g, " ")
          .trim(),
        label,
      ],
    );
    expect(buttons.map(([, label]) => label)).toEqual(["Jā, piekrītu", "Nē, atsakos"]);
    expect(buttons[0]?.[0]).toBe(buttons[1]?.[0]);
    expect(page.indexOf("Nē, atsakos”")).toBeLessThan(page.indexOf('value="yes"'));
    expect(page).not.toContain(ANNA);
    expect(page).toContain("an••@pasts.example");
    expect(page).not.toMatch(/\sstyle=|<script(?![^>]*src=)/);
  });

  it("is kept by no cache and no search engine, and speaks the language asked for", async () => {
    const { world, path } = await askedPeople([ANNA]);
    for (const kind of ["r", "u"] as const) {
      const answer = await world.request(`${path(kind, ANNA)}?lang=en`);
      expect(answer.headers.get("Cache-Control")).toBe("no-store");
      expect(answer.headers.get("X-Robots-Tag")).toBe("noindex");
      expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
      expect(answer.headers.get("Content-Language")).toBe("en");
      expect(await answer.text()).toContain('<html lang="en"');
    }
  });

  it("changes nothing when it is only opened, by GET or HEAD, as often as anybody likes", async () => {
    const { world, path } = await askedPeople([ANNA]);
    const before = await world.rows("SELECT id, state, ended_at FROM subscription ORDER BY id");
    const events = await world.rows("SELECT count(*) AS n FROM log_entry");
    for (const kind of ["r", "u"] as const)
      for (const method of ["GET", "HEAD", "GET"])
        expect((await world.request(path(kind, ANNA), { method })).status).toBe(200);
    expect(await world.rows("SELECT id, state, ended_at FROM subscription ORDER BY id")).toEqual(before);
    expect(await world.rows("SELECT count(*) AS n FROM log_entry")).toEqual(events);
  });

  it("says what was recorded after a yes, and offers to withdraw as near as the yes was", async () => {
    const { world, path, notice } = await askedPeople([ANNA]);
    const link = path("r", ANNA);
    const browser = world.browser();
    const sha = notice(await (await browser.get(link)).text());
    const receipt = await browser.post(link, { answer: "yes", notice: sha, lang: "lv" });
    expect(receipt.status).toBe(200);
    const page = await receipt.text();
    expect(wordsOf(page)).toContain("Jūsu piekrišana ir ierakstīta");
    expect(page).toContain(sha);
    const again = wordsOf(await (await browser.get(`${link}?lang=lv`)).text());
    expect(again).toContain("Jūsu piekrišana jau ir ierakstīta");
    const left = wordsOf(await (await browser.post(link, { answer: "no", notice: sha, lang: "lv" })).text());
    expect(left).toContain("Piekrišana atsaukta");
    expect(left).toContain("adrese ir dzēsta");
    await world.check();
  });

  it("certifies after a no what ended and what is kept, and calls the kept things personal data", async () => {
    const { world, path, notice } = await askedPeople([ANNA]);
    const link = path("r", ANNA);
    const browser = world.browser();
    const sha = notice(await (await browser.get(link)).text());
    const page = await (await browser.post(link, { answer: "no", notice: sha, lang: "lv" })).text();
    const words = wordsOf(page);
    expect(words).toContain("Jūsu „nē” ir ierakstīts, un adrese ir dzēsta");
    expect(words.match(/personas dati/g)?.length).toBeGreaterThanOrEqual(2);
    expect(words).toMatch(/Rezerves kopijās adrese šifrētā veidā vēl var būt līdz \d{4}\. gada/);
    expect(page).toMatch(/action="\/return"[\s\S]*name="seal" value="[^"]+"/);
    expect(page).not.toContain(ANNA);
    await world.check();
    const seal = /name="seal" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const back = wordsOf(await (await browser.post("/return", { seal, lang: "lv" })).text());
    expect(back).toContain("Jūsu piekrišana ir ierakstīta");
    await world.check();
  });

  it.each(["'$.ageFrom', 16", `'$.special', json('["health"]')`])(
    "leads the way back to the form where a yes alone would not do (%s)",
    async (asks) => {
      const { world, path, notice } = await askedPeople([ANNA]);
      const browser = world.browser();
      const sha = notice(await (await browser.get(path("r", ANNA))).text());
      const page = await (await browser.post(path("r", ANNA), { answer: "no", notice: sha, lang: "lv" })).text();
      const seal = /name="seal" value="([^"]+)"/.exec(page)?.[1] ?? "";
      await world.client.execute(`UPDATE purpose SET sheet = json_set(sheet, ${asks})`);
      const back = await browser.post("/return", { seal, lang: "lv" });
      expect([back.status, back.headers.get("Location")]).toEqual([303, expect.stringMatching(/^\/subscribe\?list=/)]);
      expect(await world.rows("SELECT 1 FROM subscription WHERE state <> 'ended'")).toHaveLength(0);
    },
  );

  it("keeps the way back for ten minutes only", async () => {
    const { world, path, notice } = await askedPeople([ANNA]);
    const link = path("r", ANNA);
    const browser = world.browser();
    const sha = notice(await (await browser.get(link)).text());
    const page = await (await browser.post(link, { answer: "no", notice: sha, lang: "lv" })).text();
    const seal = /name="seal" value="([^"]+)"/.exec(page)?.[1] ?? "";
    world.clock.reach(world.clock.now() + 11 * 60_000);
    const late = await browser.post("/return", { seal, lang: "lv" });
    expect(late.status).toBe(422);
    expect(wordsOf(await late.text())).toContain("Desmit minūtes ir pagājušas");
  });

  it("asks again, marked as an error, when a form comes without an answer", async () => {
    const { world, path } = await askedPeople([ANNA]);
    const answer = await world.browser().post(path("r", ANNA), { lang: "lv" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("<title>Kļūda: ");
    expect(wordsOf(page)).toContain("Atbilde nav saņemta");
  });

  it("says after the no that the link changes nothing more, also when yes is pressed on it", async () => {
    const { world, path, notice } = await askedPeople([ANNA]);
    const link = path("r", ANNA);
    const browser = world.browser();
    const sha = notice(await (await browser.get(link)).text());
    await browser.post(link, { answer: "no", notice: sha, lang: "lv" });
    const page = wordsOf(await (await browser.post(link, { answer: "yes", notice: sha, lang: "lv" })).text());
    expect(page).toContain("Jūs jau atteicāties no saraksta");
    expect(await world.rows("SELECT count(*) AS n FROM subscription WHERE state <> 'ended'")).toEqual([{ n: 0 }]);
  });

  it("tells a link that is not ours from one that is, and keeps the public's data out of it", async () => {
    const { world, path } = await askedPeople([ANNA]);
    const link = path("r", ANNA);
    for (const wrong of [`${link.slice(0, -4)}AAAA`, "/r/short", link.replace("/r/", "/u/")]) {
      const answer = await world.request(`${wrong}?lang=lv`);
      expect(answer.status).toBe(404);
      expect(wordsOf(await answer.text())).toContain("Šī saite neder");
    }
  });
});

describe("the page of an unsubscribe link", () => {
  it("names what ends and what stays, and ends only this purpose by its first button", async () => {
    const { world, path } = await askedPeople([ANNA, JANIS], [ANNA]);
    const link = path("u", ANNA);
    const browser = world.browser();
    const page = await (await browser.get(`${link}?lang=lv`)).text();
    expect(wordsOf(page)).toMatch(/Turpināsim sūtīt: „/);
    const buttons = [...page.matchAll(/<button([^>]*name="scope"[^>]*)>/g)].map(([, a = ""]) =>
      a.replace(/value="\w+"/, ""),
    );
    expect(buttons).toHaveLength(2);
    expect(buttons[0]).toBe(buttons[1]);
    const left = wordsOf(await (await browser.post(link, { scope: "list", lang: "lv" })).text());
    expect(left).toContain("Atteikums ir ierakstīts");
    expect(left).not.toContain("adrese ir dzēsta");
    expect(left).toContain("Tikai tam paturam Jūsu adresi");
    await world.check();
  });

  it("ends everything and deletes the address by its second button", async () => {
    const { world, path } = await askedPeople([ANNA], [ANNA]);
    const left = wordsOf(
      await (await world.browser().post(path("u", ANNA), { scope: "everything", lang: "lv" })).text(),
    );
    expect(left).toContain("Atteikums ir ierakstīts, un adrese ir dzēsta");
    expect(await world.rows("SELECT count(*) AS n FROM address")).toEqual([{ n: 0 }]);
    await world.check();
  });
});
