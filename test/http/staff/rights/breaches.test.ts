/** A breach over the pages: reported by whoever sees it, clocks on every page, the officer told, the record never overwritten. */
import { describe, expect, it } from "vitest";
import { createWorld, type World } from "../../../support/world.ts";
import { inputsOf } from "../campaigns/desk.ts";

const REPORT = "/staff/breaches/report";
const ROLES = ["admin", "head", "editor", "press", "dpo", "auditor"] as const;
const told = (w: World) => w.mailbox.mails.filter(({ mail }) => mail.tags?.kind === "alert").map(({ mail }) => mail);
const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0]+/g, " ");
/** Where a redirect leads, without what it says was done. */
const placeOf = (response: Response) => (response.headers.get("location") ?? "").replace(/\?.*/, "");
const text = async (response: Promise<Response>) => words(await (await response).text());

async function reported(w: World, fields: Record<string, string> = {}, role: (typeof ROLES)[number] = "press") {
  const browser = await w.signIn(role);
  const form = inputsOf(await (await browser.get(REPORT)).text());
  const done = await browser.post(REPORT, { day: form.day ?? "", time: form.time ?? "", kind: "breach", ...fields });
  expect(done.status).toBe(303);
  await w.work();
  return { browser, path: placeOf(done), location: done.headers.get("location") ?? "" };
}

describe("reporting", () => {
  it("is on every page of the desk, for every role, and the form works with nothing filled in", async () => {
    const w = await createWorld();
    for (const role of ROLES) {
      const browser = await w.signIn(role);
      for (const page of ["/staff/", "/staff/lists", "/staff/mailings", "/staff/nowhere"])
        expect([role, page, (await (await browser.get(page)).text()).includes(`href="${REPORT}"`)]).toEqual([
          role,
          page,
          true,
        ]);
      expect((await browser.get(REPORT)).status).toBe(200);
    }
    const browser = await w.signIn("auditor");
    const done = await browser.post(REPORT, {});
    expect(done.status).toBe(303);
    expect(await w.rows("SELECT kind, aware_at, own_hours, version FROM breach")).toEqual([
      { kind: "breach", aware_at: expect.any(Number), own_hours: 12, version: 1 },
    ]);
    const [row] = await w.rows("SELECT aware_at, reported_at FROM breach");
    expect(row?.aware_at).toBe(row?.reported_at);
    await w.work();
    await w.check();
  });

  it("starts both clocks at the moment of awareness, tells the officer by mail, and leaves an entry in the log", async () => {
    const w = await createWorld();
    await w.signIn("dpo");
    // 22 November 10.00 in Riga; known since the evening before.
    const { browser, path } = await reported(w, {
      what: "Vēstule aizgāja ar visām adresēm.",
      day: "2026-11-21",
      time: "18:30",
    });
    const mails = told(w);
    expect(mails.map(({ to }) => to).sort()).toEqual(["dati@ministrija.example", expect.stringMatching(/^dpo-/)]);
    expect(mails[0]?.subject).toBe("Ziņots par personas datu aizsardzības pārkāpumu");
    expect(mails[0]?.text).toContain(path);
    expect(words(mails[0]?.text ?? "")).toContain("iestādē atbildat par datu aizsardzību");
    expect(mails.some(({ text, html }) => /adresēm/.test(text + html))).toBe(false);

    const page = await text(browser.get("/staff/lists"));
    expect(page).toContain("Pārkāpums Nr. 1");
    expect(page).toContain("Datu valsts inspekcijai līdz 24.11.2026. 18.30: atlikušas 56 h 29 min");
    // The institution's own twelve hours were over at 6.30 this morning.
    expect(page).toContain("bija informēt cilvēkus līdz 22.11.2026. 6.30: pirms 3 h 30 min");
    const [event] = await w.rows("SELECT body FROM event WHERE typ='breach.reported'");
    expect(JSON.parse(String(event?.body))).toMatchObject({
      kind: "breach",
      section: "report",
      ver: "1",
      aware: "2026-11-21T16:30:00.000Z",
      content: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(String(event?.body)).not.toContain("adresēm");
    await w.check();
  });

  it("a moment that has not come starts the clock with the report, and the page says so", async () => {
    const w = await createWorld();
    const { browser, location } = await reported(w, { day: "2026-11-23", time: "08:00", what: "Zudis dators" });
    const [row] = await w.rows("SELECT aware_at, reported_at FROM breach");
    expect(row?.aware_at).toBe(row?.reported_at);
    const page = await text(browser.get(location));
    expect(page).toContain("pulkstenis skaita no ziņojuma brīža");
    expect(page).toContain("Zudis dators");
  });

  it("an address that was typed into it is left out, and the page says so", async () => {
    const w = await createWorld();
    const { browser, location } = await reported(w, { what: "Aizgāja uz anna@pasts.example pa kļūdai" });
    expect(await text(browser.get(location))).toContain("No teksta izņēmām e-pasta adresi");
    expect(JSON.stringify(await w.rows("SELECT body FROM breach_version"))).not.toContain("anna@");
    expect(w.lines.some((line) => line.includes("anna"))).toBe(false);
    await w.check();
  });

  it("an exercise is marked as one in the mail and on every page", async () => {
    const w = await createWorld();
    const { browser, path } = await reported(w, { kind: "exercise", what: "Mācību gadījums" });
    expect(told(w)[0]?.subject).toBe("Mācības: ziņots par izdomātu pārkāpumu");
    expect(await text(browser.get("/staff/"))).toContain("Mācības Nr. 1");
    expect(await text(browser.get(path))).toContain("nevienam ārpus iestādes neziņojiet");
  });

  it("whoever reported sees his own report and no other; the record is for officer, head and administrator", async () => {
    const w = await createWorld();
    const { browser, path } = await reported(w, { what: "Redzamas svešas adreses" });
    const own = await text(browser.get(path));
    expect(own).toContain("Redzamas svešas adreses");
    expect(own).not.toContain("Datu valsts inspekcija, pasts");
    expect((await browser.get(`${path}/facts`)).status).toBe(403);
    const other = await w.signIn("editor");
    expect((await other.get(path)).status).toBe(404);
    expect(await text(other.get("/staff/"))).toContain("Pārkāpums Nr. 1");
    expect(await text(other.get("/staff/breaches"))).toContain("Nav ierakstīts neviens pārkāpums");
    for (const role of ["dpo", "head", "admin"] as const) {
      const reader = await w.signIn(role);
      expect([role, (await reader.get(`${path}/facts`)).status]).toEqual([role, 200]);
      expect(await text(reader.get("/staff/"))).toContain("Pārkāpums Nr. 1 gaida lēmumu");
    }
  });
});

describe("the record", () => {
  const facts = {
    people: "40",
    records: "40",
    categories: "E-pasta adreses",
    consequences: "Pikšķerēšana",
    measures: "Nomainīts",
  };
  const post = async (w: World, path: string, section: string, fields: Record<string, string>) => {
    const officer = await w.signIn("dpo");
    const [row] = await w.rows("SELECT version FROM breach");
    const form = inputsOf(await (await officer.get(`${path}/${section}`)).text());
    const done = await officer.post(`${path}/${section}`, { ...form, version: String(row?.version), ...fields });
    await w.work();
    return done;
  };

  it("from report to closing: decisions stop their clocks, each version is kept, every step is in the log", async () => {
    const w = await createWorld();
    const { browser, path } = await reported(w, { what: "Vēstule ar visām adresēm" });
    expect((await post(w, path, "facts", facts)).status).toBe(303);
    w.clock.pass({ hours: 5 });
    const authority = { risk: "risk", decision: "notified", day: "2026-11-22", time: "14:30", reference: "P-1" };
    expect((await post(w, path, "authority", authority)).status).toBe(303);
    const strip = await text(browser.get("/staff/lists"));
    expect(strip).not.toContain("Datu valsts inspekcijai līdz");
    expect(strip).toContain("mērķis informēt cilvēkus līdz");
    const persons = { decision: "told", day: "2026-11-22", time: "14:45", how: "Pa e-pastu, 40 cilvēki" };
    expect((await post(w, path, "persons", persons)).status).toBe(303);
    expect(await text(browser.get("/staff/lists"))).toContain("Ieraksts vēl nav slēgts");
    // A correction adds a version; the first text stays.
    expect((await post(w, path, "facts", { ...facts, people: "42" })).status).toBe(303);
    expect((await post(w, path, "closing", { lesson: "Otra persona pirms nosūtīšanas" })).status).toBe(303);

    expect(await w.rows("SELECT n, section FROM breach_version ORDER BY n")).toEqual(
      ["report", "facts", "authority", "persons", "facts", "closing"].map((section, i) => ({ n: i + 1, section })),
    );
    const officer = await w.signIn("dpo");
    const page = await text(officer.get(path));
    for (const said of [
      "42",
      "1 iepriekšējā versija",
      "P-1",
      "Pa e-pastu, 40 cilvēki",
      "Otra persona pirms nosūtīšanas",
      "Slēgts",
    ])
      expect(page).toContain(said);
    expect(page.match(/Pikšķerēšana/g)).toHaveLength(2);
    expect(await text(officer.get("/staff/lists"))).not.toContain("Pārkāpums Nr. 1");
    expect(
      await w.rows("SELECT typ, count(*) AS n FROM event WHERE typ LIKE 'breach.%' GROUP BY typ ORDER BY typ"),
    ).toEqual([
      { typ: "breach.closed", n: 1 },
      { typ: "breach.recorded", n: 4 },
      { typ: "breach.reported", n: 1 },
    ]);
    expect(await w.rows("SELECT count(*) AS n FROM alert WHERE closed_at IS NULL")).toEqual([{ n: 0 }]);
    await w.check();
  });

  it("cannot be closed with a decision missing; a late notification says why; what was typed stays", async () => {
    const w = await createWorld();
    const { path } = await reported(w);
    expect((await post(w, path, "closing", {})).status).toBe(422);
    w.clock.pass({ hours: 80 });
    const late = { risk: "high", decision: "notified", day: "2026-11-25", time: "17:00", reference: "P-2" };
    const refused = await post(w, path, "authority", late);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(words(page)).toContain("Ierakstiet kavēšanās iemeslus");
    expect(inputsOf(page).reference).toBe("P-2");
    expect((await post(w, path, "authority", { ...late, late: "Vietne nedarbojās" })).status).toBe(303);
    const silent = await post(w, path, "persons", { decision: "not", why: "not-high", reason: "Nav" });
    expect(words(await silent.text())).toContain("Risks ir novērtēts kā augsts");
    await w.check();
  });

  it("two authors at once: the second keeps what he typed and sees that something is new", async () => {
    const w = await createWorld();
    const { path } = await reported(w);
    const officer = await w.signIn("dpo");
    expect((await officer.post(`${path}/facts`, { version: "1", ...facts })).status).toBe(303);
    const second = await officer.post(`${path}/facts`, { version: "1", ...facts, people: "7" });
    expect(second.status).toBe(422);
    const page = await second.text();
    expect(words(page)).toContain("tikmēr kāds papildināja");
    expect(inputsOf(page)).toMatchObject({ people: "7", version: "2" });
    expect(await w.rows("SELECT count(*) AS n FROM breach_version")).toEqual([{ n: 2 }]);
  });

  it("the moment of awareness is corrected with a reason, and the clocks follow", async () => {
    const w = await createWorld();
    const { browser, path } = await reported(w);
    const done = await post(w, path, "report", { day: "2026-11-21", time: "10:00", why: "Pirmais zvans bija vakar." });
    expect(done.status).toBe(303);
    expect(await text(browser.get("/staff/lists"))).toContain(
      "inspekcijai līdz 24.11.2026. 10.00: atlikušas 47 h 59 min",
    );
    expect(await w.rows("SELECT count(*) AS n FROM breach_version WHERE section='report'")).toEqual([{ n: 2 }]);
  });

  it("the officer is told again when a clock runs out, each time once; nobody after the decision", async () => {
    const w = await createWorld();
    const { path } = await reported(w);
    const watch = async () => {
      await w.deps.queue.enqueue({ kind: "readings" });
      await w.work();
    };
    await watch();
    expect(told(w)).toHaveLength(1);
    w.clock.pass({ hours: 10 });
    await watch();
    await watch();
    expect(told(w).map(({ subject }) => subject)).toContain("Pārkāpums: drīz beigsies iestādes pašas termiņš");
    expect(told(w)).toHaveLength(2);
    w.clock.pass({ hours: 63 });
    await watch();
    expect(told(w)).toHaveLength(4);
    expect(told(w).at(-1)?.subject).toMatch(/72 stund/);
    const decided = { risk: "unlikely", decision: "not", reason: "Fails bija šifrēts" };
    expect((await post(w, path, "authority", decided)).status).toBe(303);
    await watch();
    expect(told(w)).toHaveLength(4);
    await w.check();
  });

  it("the strip asks for itself, and nothing a reader does changes anything", async () => {
    const w = await createWorld();
    const { browser, path } = await reported(w, { what: "x" });
    const before = JSON.stringify(await w.rows("SELECT * FROM breach, breach_version"));
    const strip = await browser.get("/staff/breaches/clocks");
    expect(await strip.text()).toMatch(
      /^<section class="desk-clocks no-print" id="breach-clocks".*hx-get="\/staff\/breaches\/clocks"/,
    );
    for (const page of [path, "/staff/breaches", REPORT]) await browser.get(page);
    expect(JSON.stringify(await w.rows("SELECT * FROM breach, breach_version"))).toBe(before);
    const quiet = await createWorld();
    expect(await (await (await quiet.signIn("editor")).get("/staff/breaches/clocks")).text()).toBe("");
  });
});
