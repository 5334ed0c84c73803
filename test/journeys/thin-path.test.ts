/**
 * The main job, from a file to proven answers, through the doors only: an office imports a list, asks everybody on it
 * again, people answer by button, the desk shows who said what, and a "no" deletes the address.
 */
import { readFileSync, statSync } from "node:fs";
import { expect, it } from "vitest";
import { submit } from "../support/forms.ts";
import { peopleList, peopleRows } from "../support/people-list.ts";
import { agreedAtDesk, GROUND } from "../support/ready.ts";
import { createWorld, type World } from "../support/world.ts";

const PEOPLE = { rows: 120, duplicates: 0, faulty: 0 };

/** Imports the list of the newsletter and sends a re-consent campaign to it. Gives the campaign's path. */
async function ask(world: World): Promise<{ desk: Awaited<ReturnType<World["signIn"]>>; campaign: string }> {
  const desk = await world.signIn("admin");
  const list = String((await world.rows("SELECT id FROM list WHERE slug = 'nedelas-apskats'"))[0]?.id);
  const file = new File([peopleList(PEOPLE) as Uint8Array<ArrayBuffer>], "saraksts.csv", { type: "text/csv" });
  const claim = {
    list,
    source: "Iepriekšējā sistēma",
    since: "2021-03-01",
    basis: "consent",
    origin: "themselves",
    proof: "",
  };
  const checked = await submit(desk, "/staff/imports/new", { ...claim, file }, /imports$/);
  expect(checked.status).toBe(303);
  const ran = await submit(desk, checked.headers.get("Location") as string, {}, /\/run$/);
  expect(ran.status).toBe(303);
  await world.work();

  const created = await submit(desk, "/staff/mailings/new", { listId: list, title: "Vai rakstīt arī turpmāk?" }, /new/);
  expect(created.status).toBe(303);
  const campaign = `/staff/mailings/${created.headers.get("Location")?.match(/mailings\/([0-9a-f-]{36})/)?.[1]}`;
  expect(
    (await submit(desk, `${campaign}/edit`, { deadlineDay: "2026-12-15", ...GROUND, "pilot.size": "0" })).status,
  ).toBe(303);
  await agreedAtDesk(world, campaign);
  expect((await submit(desk, `${campaign}/send`, {}, /send/)).status).toBe(303);
  await world.work();
  return { desk, campaign };
}

/** The link of this kind in the n-th mail. */
function linkIn(world: World, n: number, kind: "r" | "u"): string {
  const mail = world.mailbox.mails[n]?.mail;
  const where = kind === "u" ? mail?.headers["List-Unsubscribe"] : mail?.text;
  const found = new RegExp(`/${kind}/[A-Za-z0-9_-]{71}`).exec(where ?? "");
  if (!found) throw new Error(`mail ${n} has no link ${kind}`);
  return found[0];
}

const addressOf = (world: World, n: number) => world.mailbox.mails[n]?.mail.to as string;

/** Every byte of the database, its log included. */
function bytesOf(world: World): string {
  const wal = `${world.file}-wal`;
  const log = statSync(wal, { throwIfNoEntry: false }) ? readFileSync(wal, "latin1") : "";
  return readFileSync(world.file, "latin1") + log;
}

it("everybody on the list is asked once, alone, and the numbers balance", async () => {
  const world = await createWorld();
  await ask(world);
  expect(world.mailbox.mails.length).toBe(PEOPLE.rows);
  const asked = new Set(world.mailbox.mails.map(({ mail }) => mail.to));
  expect(asked).toEqual(new Set(peopleRows(PEOPLE).map(([address]) => address)));
  await world.check();
});

it("a yes makes the consent proven, a no deletes the address, silence changes nothing, each with its proof", async () => {
  const world = await createWorld();
  const { desk, campaign } = await ask(world);
  const reader = world.browser();
  const yes = await submit(reader, linkIn(world, 0, "r"), { answer: "yes" });
  expect(yes.status).toBe(200);
  const no = await submit(reader, linkIn(world, 1, "r"), { answer: "no" });
  expect(no.status).toBe(200);
  await world.work();

  const states = await world.rows("SELECT state, count(*) AS n FROM subscription GROUP BY state ORDER BY state");
  expect(states).toEqual([
    { state: "active", n: 1 },
    { state: "ended", n: 1 },
    { state: "unproven", n: PEOPLE.rows - 2 },
  ]);
  const events = await world.rows("SELECT typ FROM event WHERE record_id IS NOT NULL ORDER BY at");
  expect(events.map((e) => e.typ)).toEqual(["consent.given", "consent.refused"]);
  const numbers = await (await desk.get(campaign)).text();
  expect(numbers).toContain(String(PEOPLE.rows));
  await world.check();
});

it("whoever left is in no table and not in the bytes of the database file", async () => {
  const world = await createWorld();
  await ask(world);
  const address = addressOf(world, 1);
  const row = await world.rows(
    "SELECT hex(tag) AS tag, hex(sealed) AS sealed FROM address WHERE id IN (SELECT address_id FROM subscription)",
  );
  expect(row.length).toBe(PEOPLE.rows);
  const before = new Map(row.map((r) => [r.tag, r.sealed]));
  const whole = bytesOf(world);
  for (const value of [...before].flat())
    expect(whole.includes(Buffer.from(value as string, "hex").toString("latin1"))).toBe(true);
  await submit(world.browser(), linkIn(world, 1, "r"), { answer: "no" });
  await world.work();
  const left = await world.rows("SELECT hex(tag) AS tag FROM address");
  for (const { tag } of left) before.delete(tag as string);
  const [gone] = [...before.entries()];
  expect(before.size).toBe(1);
  const bytes = bytesOf(world);
  expect(bytes.includes(Buffer.from(gone?.[0] as string, "hex").toString("latin1"))).toBe(false);
  expect(bytes.includes(Buffer.from(gone?.[1] as string, "hex").toString("latin1"))).toBe(false);
  expect(bytes.includes(address)).toBe(false);
  await world.check();
});

it("one click in the mail program ends it, without cookie, Origin or question, and a second click changes nothing", async () => {
  const world = await createWorld();
  await ask(world);
  const press = () =>
    world.request(linkIn(world, 2, "u"), {
      method: "POST",
      body: "List-Unsubscribe=One-Click",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
  const first = await press();
  expect([first.status, await first.text(), first.headers.get("Location")]).toEqual([200, "", null]);
  const events = await world.rows("SELECT count(*) AS n FROM event");
  expect((await press()).status).toBe(200);
  expect(await world.rows("SELECT count(*) AS n FROM event")).toEqual(events);
  expect(await world.rows("SELECT count(*) AS n FROM suppression")).toEqual([{ n: 1 }]);
  await world.check();
});

it("a storm of GET and HEAD on every link of every mail changes nothing", async () => {
  const world = await createWorld();
  await ask(world);
  const state = async () => ({
    marks: await world.rows("SELECT count(*) AS n FROM commit_mark"),
    subscriptions: await world.rows("SELECT state, count(*) AS n FROM subscription GROUP BY state"),
    log: await world.rows("SELECT count(*) AS n FROM log_entry"),
  });
  const before = await state();
  for (let n = 0; n < 30; n++)
    for (const kind of ["r", "u"] as const)
      for (const method of ["GET", "HEAD"]) {
        const answer = await world.request(linkIn(world, n, kind), { method });
        expect(answer.status).toBe(200);
      }
  expect(await state()).toEqual(before);
  await world.check();
});

it("whoever left is not brought back by the same file", async () => {
  const world = await createWorld();
  await ask(world);
  await submit(world.browser(), linkIn(world, 1, "r"), { answer: "no" });
  await world.work();
  const desk = await world.signIn("editor");
  const list = String((await world.rows("SELECT id FROM list WHERE slug = 'nedelas-apskats'"))[0]?.id);
  const file = new File([peopleList(PEOPLE) as Uint8Array<ArrayBuffer>], "saraksts.csv", { type: "text/csv" });
  const claim = {
    list,
    source: "Rezerves kopija",
    since: "2021-03-01",
    basis: "consent",
    origin: "themselves",
    proof: "",
  };
  const checked = await submit(desk, "/staff/imports/new", { ...claim, file }, /imports$/);
  expect(checked.status).toBe(303);
  const findings = JSON.parse(
    String((await world.rows("SELECT findings FROM import ORDER BY created_at DESC LIMIT 1"))[0]?.findings),
  );
  expect([findings.add, findings.already, findings.left]).toEqual([0, PEOPLE.rows - 1, 1]);
  await world.check();
});
