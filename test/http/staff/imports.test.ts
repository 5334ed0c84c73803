import { describe, expect, it } from "vitest";
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
