/**
 * A person whose address, name and links are canaries goes through everything that can go wrong. What the log says then
 * is useful, and never him.
 */
import { expect, it } from "vitest";
import { submit } from "../support/forms.ts";
import { mailerOf } from "../support/mailer.ts";
import { createWorld, type World } from "../support/world.ts";

const CANARY = { address: "kanarijputns.zeltitis@novads.test", name: "Zeltītis Kanārijputns" };
const WORDS = /kanarijputns|zeltitis|zeltītis|novads\.test/i;

async function imported(world: World): Promise<void> {
  const desk = await world.signIn("admin");
  const list = String((await world.rows("SELECT id FROM list WHERE slug = 'nedelas-apskats'"))[0]?.id);
  const rows = `E-pasts;Vārds;Valoda\r\n${CANARY.address};${CANARY.name};lv\r\nnav adrese ${CANARY.name};;lv\r\n`;
  const claim = { list, source: "Vecais saraksts", since: "2021-03-01", basis: "consent", proof: "" };
  const checked = await submit(
    desk,
    "/staff/imports/new",
    { ...claim, file: new File([rows], "saraksts.csv") },
    /imports$/,
  );
  await submit(desk, checked.headers.get("Location") as string, {}, /\/run$/);
  await world.work();
  const created = await submit(desk, "/staff/mailings/new", { listId: list, title: "Vai turpināt?" }, /new/);
  const campaign = `/staff/mailings/${created.headers.get("Location")?.match(/[0-9a-f-]{36}/)?.[0]}`;
  await submit(desk, `${campaign}/edit`, {
    deadlineDay: "2026-12-15",
    reasonToAsk: "Cilvēki paši pieteicās vietnē 2021. gadā.",
  });
  await submit(desk, `${campaign}/send`, {}, /send/);
}

const linkOf = (world: World) => /\/r\/[A-Za-z0-9_-]{71}/.exec(world.mailbox.mails[0]?.mail.text ?? "")?.[0] as string;

function expectSilence(world: World): void {
  expect(world.lines.filter((line) => WORDS.test(line))).toEqual([]);
  const token = world.mailbox.mails.length > 0 ? linkOf(world).slice(3) : "none";
  expect(world.lines.filter((line) => line.includes(token.slice(0, 24)))).toEqual([]);
}

it("database faults at every door are logged by route and code, without the statement's values", async () => {
  const world = await createWorld();
  await imported(world);
  await world.work();
  await world.client.execute("ALTER TABLE subscription RENAME COLUMN list_id TO lost");
  const link = linkOf(world);
  expect((await world.request(link)).status).toBe(500);
  const oneClick = await world.request(link.replace("/r/", "/u/"), {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  expect([200, 503]).toContain(oneClick.status);
  const desk = await world.signIn("editor");
  const looked = await desk.post("/staff/people", { address: CANARY.address });
  expect(looked.status).toBeGreaterThanOrEqual(400);
  const faults = world.lines.filter((line) => line.includes('"fault"')).map((line) => JSON.parse(line));
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.map((f) => f.route)).toContain("/r/:token");
  expectSilence(world);
});

it("a mail service that refuses everything, in words that name the person, leaves a code only", async () => {
  const spiteful = mailerOf(async (mails) => ({
    outcome: "refused",
    code: "provider.rejected",
    index: mails.length - 1,
  }));
  const world = await createWorld({ mailer: spiteful });
  await imported(world);
  await world.work();
  expectSilence(world);
});

it("a mail service whose library throws with the whole mail in its message", async () => {
  const throwing = mailerOf(async (mails) => {
    throw Object.assign(new Error(`could not send ${JSON.stringify(mails)}`), { code: "EBOOM" });
  });
  const world = await createWorld({ mailer: throwing });
  await imported(world);
  await world.work().catch((error: Error) => world.deps.log.fault("job", error, { kind: "deliver" }));
  expect(world.lines.some((line) => line.includes("EBOOM"))).toBe(true);
  expectSilence(world);
});

it("addresses, names and tokens that a careless line would hold are removed by the log itself", async () => {
  const world = await createWorld();
  const token = "A".repeat(71);
  world.deps.log.info("careless", { who: CANARY.address, where: `/u/${token}` });
  expect(world.lines.at(-1)).not.toMatch(WORDS);
  expect(world.lines.at(-1)).not.toContain(token);
});
