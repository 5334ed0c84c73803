import { describe, expect, it } from "vitest";
import { utf8 } from "../../../src/platform/encoding.ts";
import type { Browser } from "../../support/people.ts";
import { encode, peopleList } from "../../support/people-list.ts";
import { createWorld, type World } from "../../support/world.ts";

const newsletter = async (world: World) =>
  String((await world.rows("SELECT id FROM list WHERE kind='newsletter'"))[0]?.id);
const csv = (text: string | Uint8Array) => new File([text as BlobPart], "saraksts.csv", { type: "text/csv" });

async function upload(world: World, desk: Browser, file: File, more: Record<string, string> = {}) {
  const fields = {
    list: await newsletter(world),
    source: "Vecā sistēma",
    since: "2019-03-01",
    basis: "consent",
    origin: "themselves",
    proof: "",
    ...more,
  };
  return desk.post("/staff/imports", { ...fields, file });
}

describe("importing at the desk", () => {
  it("goes from the file through the dry run to the list, and each page says what is so", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    expect(await (await desk.get("/staff/imports")).text()).toContain("Neviens saraksts vēl nav importēts");
    expect((await desk.get("/staff/imports/new")).status).toBe(200);
    const sent = await upload(world, desk, csv(peopleList({ rows: 1200, encoding: "windows-1257", delimiter: ";" })));
    expect(sent.status).toBe(303);
    const own = sent.headers.get("location") ?? "";
    const page = await (await desk.get(own)).text();
    expect(page).toMatch(/ir 1200 rindu/);
    expect(page).toContain("Windows-1257");
    expect(page).toContain("karantīnā");
    expect(page).not.toMatch(/[a-z]+\.[a-z]+\.1-\d+@/);
    expect((await world.rows("SELECT count(*) AS n FROM subscription"))[0]?.n).toBe(0);

    expect((await desk.post(`${own}/run`, {})).headers.get("location")).toBe(own);
    const running = await (await desk.get(own)).text();
    expect(running).toContain("<progress");
    await world.work();
    const done = await (await desk.get(own)).text();
    const added = Number((await world.rows("SELECT count(*) AS n FROM subscription"))[0]?.n);
    expect(added).toBeGreaterThan(1100);
    expect(done).toContain("Imports pabeigts");
    expect((await desk.get(own, { "HX-Request": "true" })).headers.get("HX-Refresh")).toBe("true");
    expect(await (await desk.get("/staff/imports")).text()).toContain("saraksts.csv");
    expect(world.lines.join("\n")).not.toMatch(/@pasts|@epasts/);
    await world.check();
  });

  it("keeps what was typed and names each field that is wrong", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const no = await upload(world, desk, csv("nothing"), { source: "", since: "2099-01-01", basis: "" });
    expect(no.status).toBe(422);
    const page = await no.text();
    expect(page).toContain("Kļūda: ");
    for (const name of ["source", "since", "basis"]) expect(page).toContain(`href="#f-${name}"`);
    expect(page).toContain('value="2099-01-01"');
    const none = await desk.post("/staff/imports", { list: "", source: "", since: "", basis: "" });
    expect(none.status).toBe(422);
  });

  it("reads again by other columns, and refuses columns without an address on the same page", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const sent = await upload(world, desk, csv("private,work\na@b.example,c@d.example\n"));
    const own = sent.headers.get("location") ?? "";
    expect((await desk.post(`${own}/columns`, { use: ["skip", "email"], header: "yes" })).status).toBe(303);
    expect(await (await desk.get(own)).text()).toContain("••@d.example");
    const no = await desk.post(`${own}/columns`, { use: ["skip", "skip"], header: "yes" });
    expect(no.status).toBe(422);
    expect(await no.text()).toContain("Adresei jābūt tieši vienai kolonnai");
  });

  it("says which column speaks of leaving and is not read, and what such an export does not tell", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const shown = async (text: string, name = "saraksts.csv") => {
      const file = new File([text], name, { type: "text/csv" });
      const own = (await upload(world, desk, file)).headers.get("location") ?? "";
      return (await desk.get(own)).text();
    };
    const unread = await shown("E-pasts;Piezīmes\na@b.example;Unsubscribed\nc@d.example;VIP\n");
    expect(unread).toContain("Kolonna „Piezīmes”. Tādu rindu skaits: 1.");
    expect(await shown("uuid,email,name,attributes,status\nx,a@b.example,A,{},enabled\n")).toContain(
      "nav redzams, kurš no saraksta ir atteicies",
    );
    expect(await shown("email\na@b.example\n", "nonsubscribed_members_export_1.csv")).toContain(
      "nekad nav pieteikušies",
    );
  });

  it("reads again below a heading, by titles that do not stand in the first row", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const file = csv("Saņēmēji 2019;;\nE-pasts;Vārds;Piezīme\na@b.example;Anna;x\nc@d.example;Jānis;y\n");
    const own = (await upload(world, desk, file)).headers.get("location") ?? "";
    const page = await (await desk.get(own)).text();
    expect(page).toContain("Kolonnu nosaukumi ir 2. rindā");
    const above = /name="above" value="(\d)"/.exec(page)?.[1] ?? "";
    await desk.post(`${own}/columns`, { use: ["email", "skip", "name"], header: "yes", above });
    const [row] = await world.rows("SELECT findings FROM import");
    expect(JSON.parse(String(row?.findings))).toMatchObject({
      ...{ rows: 2, add: 2, refused: 0 },
      titles: ["E-pasts", "Vārds", "Piezīme"],
    });
  });

  it("gives the refused rows as a file that runs no formula, by POST only and on record", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const sent = await upload(world, desk, csv('E-pasts,Vārds\na@b.example,"=cmd()"\nbad,Ēriks\n'));
    const own = sent.headers.get("location") ?? "";
    const file = await desk.post(`${own}/refused`, {});
    expect(file.headers.get("content-disposition")).toContain("attachment");
    const text = await file.text();
    expect(text).toContain('"\'=cmd()"');
    expect(text).toContain('"Ēriks"');
    expect([404, 405]).toContain((await desk.get(`${own}/refused`)).status);
    expect(await world.rows("SELECT act FROM read_log")).toEqual([{ act: "imports.refused-rows" }]);
  });

  it("keeps who confirmed it, also where somebody else had brought the file", async () => {
    const world = await createWorld();
    const own = (await upload(world, await world.signIn("editor"), csv("a@b.example\n"))).headers.get("location") ?? "";
    await (await world.signIn("editor")).post(`${own}/run`, {});
    await world.work();
    const [row] = await world.rows("SELECT created_by, started_by FROM import");
    expect(row?.started_by).not.toBe(row?.created_by);
    const [event] = await world.rows("SELECT body FROM event WHERE typ = 'consent.imported'");
    expect(JSON.parse(String(event?.body)).by).toBe(row?.started_by);
    await world.check();
  });

  it("drops an import with its file", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const own = (await upload(world, desk, csv("a@b.example\n"))).headers.get("location") ?? "";
    await desk.post(`${own}/drop`, {});
    expect(await (await desk.get(own)).text()).toContain("Imports atmests");
    expect(await world.rows("SELECT * FROM import_page")).toEqual([]);
  });

  it("is closed to whoever may not import", async () => {
    const world = await createWorld();
    const desk = await world.signIn("auditor");
    for (const path of ["/staff/imports", "/staff/imports/new", "/staff/imports/x"])
      expect((await desk.get(path)).status).toBe(403);
    expect((await upload(world, desk, csv("a@b.example"))).status).toBe(403);
  });

  it("leaves no uploaded address in the bytes of the database file", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const own =
      (await upload(world, desk, csv(encode("Ē;kanarijs.putns@pasts.example\n", "windows-1257")))).headers.get(
        "location",
      ) ?? "";
    await desk.post(`${own}/run`, {});
    await world.work();
    const { readFileSync } = await import("node:fs");
    expect(readFileSync(world.file).includes("kanarijs.putns")).toBe(false);
  });
});

/** A form as it goes over the line, byte by byte; `cut`: the connection ends there. */
function form(fields: Record<string, string>, file: Uint8Array | undefined, { cut = 0, piece = 1000 } = {}) {
  const line = "----pieteka-line";
  const head = Object.entries(fields).map(
    ([name, value]) => `--${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const before = utf8(
    `${head.join("")}--${line}\r\nContent-Disposition: form-data; name="file"; filename="liels.csv"\r\nContent-Type: text/csv\r\n\r\n`,
  );
  const whole = new Uint8Array([...before, ...(file ?? []), ...utf8(`\r\n--${line}--\r\n`)]);
  const sent = whole.subarray(0, whole.length - cut);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(to) {
      if (at >= sent.length) return to.close();
      to.enqueue(sent.slice(at, at + piece));
      at += piece;
    },
  });
  return { body, type: `multipart/form-data; boundary=${line}`, unread: () => Math.max(0, sent.length - at) };
}

describe("an upload", () => {
  const claim = { source: "Vecā sistēma", since: "2019-03-01", basis: "consent", origin: "themselves", proof: "" };
  const count = async (world: World, table: string) => (await world.rows(`SELECT count(*) AS n FROM ${table}`))[0]?.n;

  async function send(world: World, made: ReturnType<typeof form>, headers: Record<string, string> = {}) {
    const desk = await world.signIn("editor");
    return desk.send("/staff/imports", {
      method: "POST",
      body: made.body,
      duplex: "half",
      headers: { Origin: world.deps.config.publicUrl, "Content-Type": made.type, ...headers },
    } as RequestInit);
  }

  it("is read as it comes, in pieces of any size, fields with line ends and quotes in the file included", async () => {
    const world = await createWorld();
    const list = await newsletter(world);
    const text = 'E-pasts,Vārds\r\nanna@pasts.example,"Anna\r\n--Bērziņa"\r\njanis@pasts.example,Jānis\r\n';
    for (const piece of [1, 7, 10_000]) {
      const answer = await send(world, form({ ...claim, list }, utf8(text), { piece }));
      expect(answer.status).toBe(303);
      const page = await world.rows("SELECT findings ->> 'add' AS n FROM import ORDER BY rowid DESC LIMIT 1");
      expect(page[0]?.n).toBe(2);
    }
  });

  it("that is cut off anywhere leaves nothing, and says so to whoever is still there", async () => {
    const world = await createWorld();
    const list = await newsletter(world);
    const file = peopleList({ rows: 3000 });
    for (const cut of [3, 5, 20, 30_000, file.length + 10, file.length + 200]) {
      const answer = await send(world, form({ ...claim, list }, file, { cut, piece: 4096 }));
      expect([cut, answer.status]).toEqual([cut, 422]);
      expect(await answer.text()).toContain("nav saņemta līdz galam");
      for (const table of ["import", "import_page", "import_tag"]) expect(await count(world, table)).toBe(0);
    }
  });

  it("that is refused is read to its end all the same, or the browser would show no answer", async () => {
    const world = await createWorld();
    const list = await newsletter(world);
    const binary = form({ ...claim, list }, new Uint8Array(300_000), { piece: 4096 });
    const wrong = form({ ...claim, list: "x" }, peopleList({ rows: 3000 }), { piece: 4096 });
    for (const made of [binary, wrong]) {
      expect((await send(world, made)).status).toBe(422);
      expect(made.unread()).toBe(0);
    }
    expect(await count(world, "import")).toBe(0);
  });

  it("over the limit is read all the same, as far as anybody would send: who is cut off at the door sees no answer", async () => {
    const world = await createWorld();
    const list = await newsletter(world);
    const made = form({ ...claim, list }, peopleList({ rows: 50 }));
    const answer = await send(world, made, { "Content-Length": String(400 * 1024 * 1024) });
    expect(answer.status).toBe(303);
  });

  it("of a large file is checked by jobs, with a page that asks for itself and works without scripts", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const file = peopleList({ rows: 45_000, faulty: 0, duplicates: 0 });
    const sent = await upload(world, desk, csv(file));
    const own = sent.headers.get("location") ?? "";
    const checking = await (await desk.get(own)).text();
    expect(checking).toContain("<progress");
    expect(checking).toContain('hx-trigger="every 2s"');
    expect(checking).toContain(`<a href="${own}">`);
    await world.work();
    const done = await desk.get(own, { "HX-Request": "true" });
    expect(done.headers.get("HX-Refresh")).toBe("true");
    expect(await (await desk.get(own)).text()).toMatch(/Datnē <strong>saraksts.csv<\/strong> ir 45.000 rindu/);
  });

  it("over the limit of the runtime is refused with the limit on the page, and leaves nothing", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    world.deps.uploadLimit = 1024 * 1024;
    expect(await (await desk.get("/staff/imports/new")).text()).toContain("līdz 1 MB");
    const no = await upload(world, desk, csv(peopleList({ rows: 45_000 })));
    expect(no.status).toBe(422);
    expect(await no.text()).toContain("līdz 1 MB");
    expect(await count(world, "import")).toBe(0);
  });
});

describe("opt-outs and syncs at the desk", () => {
  it("are asked for first, warned about, and their file adds nobody", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const list = await newsletter(world);
    expect(await (await desk.get(`/staff/imports/new?list=${list}`)).text()).toContain(
      `kind=opt-outs&amp;list=${list}`,
    );
    const own = (await upload(world, desk, csv("a@b.example\n"))).headers.get("location") ?? "";
    expect(await (await desk.get(own)).text()).toContain("atteikumi no iepriekšējās sistēmas nav ienesti");

    const page = await (await desk.get(`/staff/imports/new?kind=opt-outs&list=${list}`)).text();
    expect(page).not.toContain('name="basis"');
    const file = csv("Email Address,UNSUB_TIME\nzane@pasts.example,2022-01-01 07:00:00\n");
    const sent = await desk.post("/staff/imports", { kind: "opt-outs", list, source: "Mailchimp", file });
    const stop = sent.headers.get("location") ?? "";
    const dry = await (await desk.get(stop)).text();
    expect(dry).toContain("za••@pasts.example");
    await desk.post(`${stop}/run`, {});
    await world.work();
    expect(await (await desk.get(stop)).text()).toContain("Ierakstījām 1 atteikumu");
    expect(await world.rows("SELECT reason FROM suppression")).toEqual([{ reason: "withdrawn" }]);
    expect(await (await desk.get(`/staff/imports/new?list=${list}`)).text()).not.toContain("kind=opt-outs");
    await world.check();
  });
});
