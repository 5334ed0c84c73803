/** Sign-ups and imports that a program brings: nobody is mailed who must not be, and nobody learns who is on our lists. */
import { describe, expect, it } from "vitest";
import { readIntake } from "../../../src/domain/consent/views/sign-up.ts";
import { type Program, programOf } from "../../support/api.ts";
import { createWorld, type World } from "../../support/world.ts";

interface Offer {
  list: { id: string };
  statements: { language: string; sha256: string }[];
}

/** What the form of the program shows: the first list on offer, with its statement. */
async function shown(program: Program) {
  const { body } = await program.json("GET", "/sign-ups/offer");
  const [first] = body.items as Offer[];
  const statement = first?.statements.find((one) => one.language === "lv");
  return { lists: [String(first?.list.id)], statements: [String(statement?.sha256)], language: "lv" };
}

const mailed = (world: World) => world.mailbox.mails.map(({ mail }) => mail.to);
const returns = (world: World) =>
  world.rows("SELECT door, reason, outcome, n FROM return_attempt ORDER BY reason, outcome");
const linkIn = (text: string) => /\/c\/[A-Za-z0-9_-]+/.exec(text)?.[0] ?? "";

async function confirmed(world: World): Promise<void> {
  const { mail } = world.mailbox.mails.at(-1) as (typeof world.mailbox.mails)[number];
  const page = world.browser();
  const link = linkIn(mail.text);
  await page.get(link);
  await page.post(link, { answer: "yes" });
  await world.work();
}

async function silenced(world: World, program: Program, email: string, reason: string): Promise<void> {
  const desk = await world.signIn("editor");
  const form = { scope: "*", source: "Vecā sistēma", reason, proven: "keep", text: `${email}\n` };
  const sent = await desk.post("/staff/suppression/lists", form);
  await desk.post(`${sent.headers.get("location")}/run`, {});
  await world.work();
  expect((await program.json("POST", "/suppressions/look-up", { email })).body.marks).toHaveLength(1);
}

describe("a sign-up that a program hands on", () => {
  it("counts for nothing before its owner confirms it by mail; the key changes nothing about that", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const answer = await program.json("POST", "/sign-ups", { email: "liga@post.example", ...(await shown(program)) });
    expect([answer.status, answer.body]).toEqual([202, { taken: true }]);
    expect(await world.rows("SELECT id FROM subscription")).toEqual([]);
    await world.work();
    expect(mailed(world)).toEqual(["liga@post.example"]);
    await confirmed(world);
    expect(await world.rows("SELECT state FROM subscription")).toEqual([{ state: "active" }]);
    await world.check();
  });

  it("keeps of a stated age only the limit that was asked for", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const form = { email: "liga@post.example", ...(await shown(program)) };
    await world.client.execute("UPDATE purpose SET sheet = json_set(sheet, '$.ageFrom', 13)");
    expect((await program.json("POST", "/sign-ups", { ...form, age: 47 })).status).toBe(202);
    const [row] = await world.rows("SELECT id FROM intake");
    expect((await readIntake(world.deps, String(row?.id)))?.signUp.age).toBe(13);
  });

  it("is found by a look-up while it waits, with the time until which it does", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    await program.json("POST", "/sign-ups", { email: "liga@post.example", ...(await shown(program)) });
    await world.work();
    const look = async () =>
      (await program.json("POST", "/people/look-up", { email: "liga@post.example", why: "asked" })).body;
    const waits = await look();
    expect(waits).toMatchObject({ person: null, left: [], lastMailUntil: null });
    expect(Date.parse(waits.pendingSignUpUntil)).toBeGreaterThan(world.clock.now());
    await confirmed(world);
    expect((await look()).pendingSignUpUntil).toBeNull();
    await world.client.execute("UPDATE institution SET profile = json_set(profile, '$.lastMail', json('true'))");
    const leaves = { purposeId: "everything", who: "person", how: "letter", day: "2026-11-21" };
    await program.json("POST", "/withdrawals", { email: "liga@post.example", ...leaves });
    expect(Date.parse((await look()).lastMailUntil)).toBeGreaterThan(world.clock.now());
  });

  it("is answered alike for new, waiting, subscribed, left and silenced addresses, to the last byte", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const form = await shown(program);
    await program.json("POST", "/sign-ups", { email: "subscribed@post.example", ...form });
    await world.work();
    await confirmed(world);
    await program.json("POST", "/sign-ups", { email: "waiting@post.example", ...form });
    const left = { purposeId: "everything", who: "person", how: "letter", day: "2026-11-21" };
    await program.json("POST", "/withdrawals", { email: "left@post.example", ...left });
    await silenced(world, program, "silent@post.example", "complained");
    const answers = [];
    for (const who of ["new", "waiting", "subscribed", "left", "silent"]) {
      world.clock.pass({ seconds: 5 });
      const response = await program.call("POST", "/sign-ups", { email: `${who}@post.example`, ...form });
      const headers = [...response.headers].filter(([name]) => name !== "date").sort();
      answers.push({ status: response.status, headers, body: await response.text() });
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(202);
  });

  it("never mails whoever complained or asked for silence, and counts the return at the door of programs", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    await silenced(world, program, "silent@post.example", "complained");
    const before = mailed(world).length;
    await program.json("POST", "/sign-ups", { email: "Silent@Post.example", ...(await shown(program)) });
    await world.work();
    expect(mailed(world).slice(before)).toEqual([]);
    expect(await returns(world)).toEqual([{ door: "api", reason: "complained", outcome: "refused", n: 1 }]);
    await world.check();
  });

  it("sends whoever left one mail that asks, under the caps of the form: a key makes no second one", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const left = { purposeId: "everything", who: "person", how: "letter", day: "2026-11-21" };
    await program.json("POST", "/withdrawals", { email: "left@post.example", ...left });
    await world.work();
    const before = mailed(world).length;
    const form = await shown(program);
    for (let n = 0; n < 5; n++) await program.json("POST", "/sign-ups", { email: "left@post.example", ...form });
    await world.work();
    expect(mailed(world).slice(before)).toEqual(["left@post.example"]);
    expect(await returns(world)).toContainEqual({ door: "api", reason: "refused", outcome: "asked", n: 1 });
    await world.check();
  });

  it("is refused for what stands in the call itself: an address that is none, another list, a text of before", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const form = { email: "liga@post.example", ...(await shown(program)) };
    const other = "3f2c8a9e-6b1d-4c57-9d0a-2f6f0c1b7e11";
    const fieldsOf = async (body: object) => {
      const { status, body: problem } = await program.json("POST", "/sign-ups", body);
      return [status, problem.fields?.map((one: { field: string }) => one.field)];
    };
    expect(await fieldsOf({ ...form, email: "liga" })).toEqual([422, ["email"]]);
    expect(await fieldsOf({ ...form, lists: [other] })).toEqual([422, ["lists"]]);
    expect(await fieldsOf({ ...form, lists: [...form.lists, other] })).toEqual([422, ["lists"]]);
    expect(await fieldsOf({ ...form, statements: ["0".repeat(64)] })).toEqual([422, ["statements"]]);
    expect(await fieldsOf({ ...form, language: "de" })).toEqual([422, ["language"]]);
    expect(await fieldsOf({ ...form, note: "x" })).toEqual([422, ["note"]]);
    expect(await world.rows("SELECT id FROM intake")).toEqual([]);
  });
});

describe("a file that a program brings", () => {
  it("adds nobody who left, and counts him at the door of imports", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    await silenced(world, program, "silent@post.example", "withdrawn");
    const { lists } = await shown(program);
    const form = new FormData();
    const claim = {
      list: lists[0] ?? "",
      source: "Vecā sistēma",
      since: "2020-01-01",
      basis: "consent",
      origin: "themselves",
    };
    for (const [name, value] of Object.entries(claim)) form.append(name, value);
    form.append("file", new File(["email\nsilent@post.example\nilze@post.example\n"], "people.csv"));
    const brought = await program.json("POST", "/imports", form);
    expect([brought.status, brought.body.add, brought.body.left]).toEqual([201, 1, 1]);
    await program.json("POST", `/imports/${brought.body.id}/run`, {});
    await world.work();
    const { body } = await program.json("GET", `/imports/${brought.body.id}`);
    expect([body.state, body.added]).toEqual(["done", 1]);
    expect(JSON.stringify(body)).not.toContain("@");
    expect(await returns(world)).toEqual([{ door: "import", reason: "withdrawn", outcome: "refused", n: 1 }]);
    await world.check();
  });

  it("that is cut off, or has a field that is none, leaves nothing", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const cut = await world.request("/api/v1/imports", {
      method: "POST",
      headers: { Authorization: `Bearer ${program.key}`, "Content-Type": "multipart/form-data; boundary=x" },
      body: '--x\r\nContent-Disposition: form-data; name="list"\r\n\r\nabc',
    });
    expect([cut.status, ((await cut.json()) as { code: string }).code]).toEqual([422, "imports.broken_upload"]);
    const form = new FormData();
    form.append("list", "x");
    form.append("file", new File(["email\nilze@post.example\n"], "people.csv"));
    const wrong = await program.json("POST", "/imports", form);
    expect([wrong.status, wrong.body.fields.map((one: { field: string }) => one.field)]).toEqual([
      422,
      ["list", "source"],
    ]);
    expect(await world.rows("SELECT id FROM import")).toEqual([]);
  });
});
