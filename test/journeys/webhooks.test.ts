/**
 * The life of a mailing after it left, through the doors only: the provider tells in any order and more than once, people
 * complain and leave, addresses are dead, a domain refuses. At the end every promise holds, and nothing of a payload is
 * anywhere.
 */
import { readFileSync, statSync } from "node:fs";
import { expect, it } from "vitest";
import {
  BOUNCES,
  fakeWebhooks,
  type KnownMail,
  SECRET,
  type SignedEvent,
  type Webhooks,
} from "../fakes/resend-webhooks.ts";
import { submit } from "../support/forms.ts";
import { agreedAtDesk, GROUND } from "../support/ready.ts";
import { createWorld, type World } from "../support/world.ts";

const LETTERS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const people = LETTERS.flatMap((a) => LETTERS.map((b) => `${a}${b}@pasts${LETTERS.indexOf(b)}.example`));

async function mailed(addresses: readonly string[]): Promise<{ world: World; hooks: Webhooks; mailings: string }> {
  const world = await createWorld({ config: { resendWebhookSecret: SECRET } });
  const desk = await world.signIn("admin");
  const list = String((await world.rows("SELECT id FROM list WHERE slug = 'nedelas-apskats'"))[0]?.id);
  const rows = `E-pasts;Vārds;Valoda\r\n${addresses.map((a) => `${a};Zeltītis Kanārijputns;lv`).join("\r\n")}\r\n`;
  const claim = {
    list,
    source: "Vecais saraksts",
    since: "2021-03-01",
    basis: "consent",
    origin: "themselves",
    proof: "",
  };
  const file = new File([rows], "saraksts.csv");
  const checked = await submit(desk, "/staff/imports/new", { ...claim, file }, /imports$/);
  await submit(desk, checked.headers.get("Location") as string, {}, /\/run$/);
  await world.work();
  const created = await submit(desk, "/staff/mailings/new", { listId: list, title: "Vai turpināt?" }, /new/);
  const campaign = `/staff/mailings/${created.headers.get("Location")?.match(/[0-9a-f-]{36}/)?.[0]}`;
  await submit(desk, `${campaign}/edit`, { deadlineDay: "2026-12-15", ...GROUND });
  await agreedAtDesk(world, campaign);
  await submit(desk, `${campaign}/send`, {}, /send/);
  await world.work();
  const to = async (request: Request) => {
    const body = await request.text();
    return world.request(new URL(request.url).pathname, { method: "POST", headers: request.headers, body });
  };
  return { world, hooks: fakeWebhooks({ now: world.clock.now, to }), mailings: campaign };
}

/** The mail to this address as the provider knows it: by our own tag. */
function known(world: World, address: string): KnownMail {
  const found = world.mailbox.mails.find(({ mail }) => mail.to === address);
  const tag = found?.mail.tags?.message;
  if (!found || !tag) throw new Error(`no mail to ${address}`);
  return { id: tag.slice(37), to: address, tag, at: found.at };
}

/** Somebody types the address into the form of the list; returns the form's answer. */
async function typed(world: World, email: string, list: string): Promise<string> {
  const visitor = world.browser();
  const page = await (await visitor.get(`/subscribe?list=${list}`)).text();
  const form = /name="form" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
  const answer = await visitor.post(`/subscribe?list=${list}`, { email, list, form, language: "lv" });
  expect(answer.status).toBe(200);
  await world.work();
  return answer.text();
}

it("told in a wild order and twice, every message has its end, whoever said no is gone, and every promise holds", async () => {
  const { world, hooks, mailings } = await mailed(people);
  const all: SignedEvent[] = [];
  for (const [i, address] of people.entries()) {
    const mail = known(world, address);
    const at = mail.at + 60_000 + i;
    all.push(hooks.event("email.sent", mail, {}, at));
    if (i === 7) all.push(hooks.event("email.complained", mail, {}, at + 5));
    if (i < 3) all.push(hooks.event("email.bounced", mail, { bounce: BOUNCES.gone }, at + 2));
    else if (i === 3) all.push(hooks.event("email.bounced", mail, { bounce: BOUNCES.policy }, at + 2));
    else all.push(hooks.event("email.delivered", mail, {}, at + 2));
  }
  world.clock.pass({ minutes: 5 });
  const wild = [...all, ...all].map((event, i) => ({ event, key: (i * 7_919) % 401 }));
  for (const { event } of wild.sort((a, b) => a.key - b.key)) expect((await hooks.send(event)).status).toBe(204);
  await world.work();
  expect(
    await world.rows("SELECT state, reason, count(*) AS n FROM message GROUP BY state, reason ORDER BY state, reason"),
  ).toEqual([
    { state: "bounced", reason: "bounce.address", n: 3 },
    { state: "bounced", reason: "bounce.policy", n: 1 },
    { state: "complained", reason: null, n: 1 },
    { state: "delivered", reason: null, n: 95 },
  ]);
  expect(
    await world.rows("SELECT ended_reason AS why, count(*) AS n FROM subscription WHERE state='ended' GROUP BY why"),
  ).toEqual([
    { why: "bounced", n: 3 },
    { why: "complained", n: 1 },
  ]);
  expect(await world.rows("SELECT count(*) AS n FROM provider_event")).toEqual([{ n: all.length }]);
  expect((await (await world.signIn("editor")).get(mailings)).status).toBe(200);
  await world.check();
});

it("a complaint suppresses for ever: the next sign-up of that address gets no mail; a dead address may return", async () => {
  const { world, hooks } = await mailed(["zane@pasts.example", "vilnis@pasts.example"]);
  world.clock.pass({ minutes: 5 });
  await hooks.send(hooks.event("email.complained", known(world, "zane@pasts.example")));
  await hooks.send(hooks.event("email.bounced", known(world, "vilnis@pasts.example"), { bounce: BOUNCES.gone }));
  await world.work();
  const before = world.mailbox.mails.length;
  world.clock.pass({ days: 2 });
  const list = String((await world.rows("SELECT id FROM list WHERE slug = 'nedelas-apskats'"))[0]?.id);
  for (const email of ["zane@pasts.example", "vilnis@pasts.example"]) await typed(world, email, list);
  expect(world.mailbox.mails.slice(before).map(({ mail }) => mail.to)).toEqual(["vilnis@pasts.example"]);
  await world.check();
});

it("whoever calls the confirmation mail spam gets no other one, its link is dead, and his address is nowhere", async () => {
  const VICTIM = "kanarijputns.zeltitis@novads.test";
  const { world, hooks } = await mailed(["zane@pasts.example"]);
  const list = String((await world.rows("SELECT id FROM list WHERE slug = 'nedelas-apskats'"))[0]?.id);
  const first = await typed(world, VICTIM, list);
  const { mail, at } = world.mailbox.mails.at(-1) ?? {};
  expect(mail).toMatchObject({ to: VICTIM, tags: { kind: "confirm" } });
  const link = /\/c\/[\w-]{43}/.exec(mail?.text ?? "")?.[0] ?? "";
  expect((await world.request(link)).status).toBe(200);
  world.clock.pass({ minutes: 5 });
  const known = { id: "9f000000-0000-4000-8000-000000000001", to: VICTIM, at: at ?? 0 };
  const complaint = hooks.event("email.complained", known, { tags: mail?.tags });
  for (const event of [complaint, complaint]) expect((await hooks.send(event)).status).toBe(204);
  expect((await world.request(link)).status).not.toBe(200);
  const before = world.mailbox.mails.length;
  world.clock.pass({ days: 8 });
  // The form says the same to everybody, whatever is known of the address.
  expect((await typed(world, VICTIM, list)).replaceAll(/\d/g, "")).toBe(first.replaceAll(/\d/g, ""));
  expect(world.mailbox.mails).toHaveLength(before);
  expect(world.lines.filter((line) => /kanarijputns|novads/i.test(line))).toEqual([]);
  expect(
    await world.rows("SELECT (SELECT count(*) FROM intake) AS open, (SELECT sum(known) FROM provider_event) AS n"),
  ).toEqual([{ open: 0, n: 1 }]);
  await world.check();
});

it("an unusual address in every field of a payload is afterwards nowhere but in its sealed row", async () => {
  const CANARY = "kanarijputns.zeltitis@novads.test";
  const WORDS = /kanarijputns|zeltitis|zeltītis|novads/i;
  const { world, hooks } = await mailed([CANARY, "zane@pasts.example"]);
  const mail = known(world, CANARY);
  world.clock.pass({ minutes: 5 });
  const everywhere = { from: CANARY, subject: CANARY, message_id: CANARY, broadcast_id: CANARY, template_id: CANARY };
  const bounce = { type: CANARY, subType: CANARY, message: `smtp; 550 5.2.2 <${CANARY}> is full` };
  const told = [
    hooks.event("email.bounced", mail, { ...everywhere, bounce }),
    hooks.event("email.delivered", mail, { ...everywhere, [CANARY]: CANARY }),
    hooks.event("email.sent", { ...mail, id: CANARY }, { tags: { message: CANARY, [CANARY]: CANARY } }),
    hooks.event("email.failed", { ...mail, id: CANARY, tag: CANARY }, { failed: { reason: CANARY } }),
    hooks.event("email.suppressed", mail, { suppressed: { type: CANARY, reason: CANARY, message: CANARY } }),
    hooks.event("email.opened", mail, { open: { ipAddress: CANARY } }),
    hooks.event("email.clicked", mail, { click: { link: `https://novads.test/${CANARY}` } }),
    hooks.event(`email.${CANARY}`, mail),
    hooks.event("contact.created", mail, { email: CANARY, first_name: "Zeltītis" }),
    hooks.event("suppression.added", mail, { email: CANARY, origin: "bounce" }),
  ];
  for (const event of told) expect((await hooks.send(event)).status).toBe(204);
  expect((await hooks.send({ id: CANARY, type: "email.sent", body: '{"type":"email.sent"}' })).status).toBe(400);
  expect(
    (await hooks.send(told[0] as SignedEvent, (r) => r.headers.set("svix-signature", `v1,${CANARY}`))).status,
  ).toBe(401);
  const { batch } = world.client;
  world.client.batch = async () => {
    throw Object.assign(new Error(`no ${CANARY}`), { code: "SQLITE_IOERR" });
  };
  expect((await hooks.send(hooks.event("email.complained", mail, everywhere))).status).toBe(503);
  world.client.batch = batch;
  await world.work();
  expect(world.lines.filter((line) => WORDS.test(line))).toEqual([]);
  expect(world.lines.some((line) => line.includes("SQLITE_IOERR"))).toBe(true);
  expect(JSON.stringify(world.jobs)).not.toMatch(WORDS);
  const wal = `${world.file}-wal`;
  const bytes =
    readFileSync(world.file, "latin1") + (statSync(wal, { throwIfNoEntry: false }) ? readFileSync(wal, "latin1") : "");
  expect(bytes).not.toMatch(/kanarijputns|zeltitis|novads\.test/i);
  expect((await world.rows("SELECT type FROM provider_event ORDER BY type")).map((r) => r.type)).toContain("other");
  await world.check();
});
