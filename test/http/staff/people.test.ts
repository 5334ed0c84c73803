import { describe, expect, it } from "vitest";
import { newRequest } from "../../../src/domain/consent/acts/requests/new-request.ts";
import { intake } from "../../../src/platform/schema.ts";
import { createWorld, type World } from "../../support/world.ts";

async function withPeople(
  text: string,
): Promise<{ world: World; desk: Awaited<ReturnType<World["signIn"]>>; list: string }> {
  const world = await createWorld();
  const desk = await world.signIn("editor");
  const list = String((await world.rows("SELECT id FROM list WHERE kind='newsletter'"))[0]?.id);
  const fields = {
    list,
    source: "Vecā sistēma",
    since: "2019-03-01",
    basis: "consent",
    origin: "themselves",
    proof: "",
  };
  const sent = await desk.post("/staff/imports", { ...fields, file: new File([text], "x.csv") });
  await desk.post(`${sent.headers.get("location")}/run`, {});
  await world.work();
  return { world, desk, list };
}

describe("people at the desk", () => {
  it("are found by POST with the whole address, and the address stands in no URL", async () => {
    const { world, desk } = await withPeople("E-pasts,Vārds\nliga@pasts.example,Līga Bērziņa\n");
    expect((await desk.get("/staff/people")).status).toBe(200);
    const found = await desk.post("/staff/people", { address: " Liga@Pasts.example", why: "asked" });
    const page = await found.text();
    expect(page).toContain("Līga Bērziņa");
    expect(page).toContain("Vecā sistēma");
    expect(page).not.toMatch(/(href|action)="[^"]*@/);
    expect(await (await desk.post("/staff/people", { address: "cits@pasts.example", why: "asked" })).text()).toContain(
      "Šīs adreses nav nevienā sarakstā",
    );
    const wrong = await desk.post("/staff/people", { address: "liga", why: "data" });
    expect(wrong.status).toBe(422);
    const unsaid = await desk.post("/staff/people", { address: "liga@pasts.example" });
    expect([unsaid.status, (await unsaid.text()).includes('href="#f-why"')]).toEqual([422, true]);
    expect(await wrong.text()).toContain('value="liga"');
    expect(await world.rows("SELECT act, outcome, reason, role, surface FROM read_log ORDER BY rowid")).toEqual(
      ["found", "none"].map((outcome) => ({
        act: "people.look-up",
        outcome,
        reason: "asked",
        role: "editor",
        surface: "desk",
      })),
    );
  });

  it("are listed masked, page by page, and opened by POST on record", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `persona${i}@pasts.example`).join("\n");
    const { world, desk, list } = await withPeople(`${rows}\n`);
    const first = await (await desk.get(`/staff/lists/${list}/people`)).text();
    expect(first).toContain("pe••@pasts.example");
    expect(first).not.toMatch(/persona\d/);
    const next = /href="([^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(await (await desk.get(next)).text()).toContain("before=");
    // Each page of a list is on record too, with how many were on it.
    const listed = { act: "list.members", subject: list, count: 25 };
    expect(await world.rows("SELECT act, subject, count FROM read_log")).toEqual([listed, listed]);
    const person = /name="person" value="([^"]+)"/.exec(first)?.[1] ?? "";
    expect(await (await desk.post("/staff/people/open", { person, why: "asked" })).text()).toMatch(
      /persona\d+@pasts\.example/,
    );
    expect((await desk.post("/staff/people/open", { person })).status).toBe(422);
    expect(await world.rows("SELECT act, subject, reason FROM read_log WHERE act LIKE 'people.%'")).toEqual([
      { act: "people.open", subject: person, reason: "asked" },
    ]);
    const none = await (await desk.get(`/staff/lists/${list}/people?state=active`)).text();
    expect(none).toContain("Ar šo filtru neviena nav");
    expect((await desk.get("/staff/lists/nowhere/people")).status).toBe(404);
    for (const after of ["x", "1.2", "'--", `${"9".repeat(15)}.${"f".repeat(36)}`])
      expect((await desk.get(`/staff/lists/${list}/people?after=${encodeURIComponent(after)}`)).status).toBe(200);
  });

  it("who say no by telephone are written down and deleted, and the desk says on what day they left", async () => {
    const { world, desk } = await withPeople("liga@pasts.example\n");
    const form = await (await desk.post("/staff/people/refusal/of", { address: "liga@pasts.example" })).text();
    expect(form).toContain('value="liga@pasts.example"');
    const open = await desk.post("/staff/people/refusal", { address: "liga@pasts.example", day: "2026-11-22" });
    expect(open.status).toBe(422);
    for (const name of ["purpose", "who", "how"]) expect(await open.clone().text()).toContain(`href="#f-${name}"`);
    const empty = await (await desk.post("/staff/people/refusal", {})).text();
    for (const name of ["address", "purpose", "who", "how"]) expect(empty).toContain(`href="#f-${name}"`);
    expect(empty).toContain("Ievadiet e-pasta adresi");
    const said = {
      address: "liga@pasts.example",
      purpose: "everything",
      who: "person",
      how: "phone",
      day: "2026-11-22",
    };
    const done = await desk.post("/staff/people/refusal", said);
    expect(await done.text()).toContain("Adrese, vārds un saites ir izdzēstas.");
    expect(await world.rows("SELECT * FROM address")).toEqual([]);
    expect(await (await desk.post("/staff/people", { address: "liga@pasts.example", why: "asked" })).text()).toContain(
      "22.11.2026.",
    );
    const again = await desk.post("/staff/people/refusal", said);
    expect(again.status).toBe(200);
    expect(await again.text()).toContain("Šajā sarakstā adreses nebija.");
    await world.work();
    await world.check();
  });

  it("tell of a sign-up that waits, on the card and where nobody is found", async () => {
    const { world, desk, list } = await withPeople("liga@pasts.example\n");
    for (const address of ["liga@pasts.example", "jauns@pasts.example"]) {
      const sentence = "Pieteikums ar šo adresi gaida apstiprinājumu";
      expect(await (await desk.post("/staff/people", { address, why: "asked" })).text()).not.toContain(sentence);
      const lists = [{ listId: list, noticeSha256: "0".repeat(64) }];
      const asked = { language: "lv" as const, lists };
      const { row } = await newRequest(world.deps, { address, normalised: address }, asked);
      await world.deps.db.read.insert(intake).values({ ...row, state: "mailed" });
      expect(await (await desk.post("/staff/people", { address, why: "asked" })).text()).toContain(sentence);
    }
  });

  it("are closed to whoever may not look them up", async () => {
    const world = await createWorld();
    const desk = await world.signIn("auditor");
    expect((await desk.get("/staff/people")).status).toBe(403);
    expect((await desk.post("/staff/people", { address: "liga@pasts.example", why: "asked" })).status).toBe(403);
    expect((await desk.post("/staff/people/open", { person: "x" })).status).toBe(403);
    expect((await desk.get("/staff/people/refusal")).status).toBe(403);
    // Both tries are on record, without the address.
    const refused = { outcome: "refused", subject: null, role: "auditor", reason: "staff.forbidden" };
    expect(await world.rows("SELECT act, outcome, subject, role, reason FROM read_log ORDER BY rowid")).toEqual([
      { act: "people.look-up", ...refused },
      { act: "people.open", ...refused },
    ]);
  });
});
