/** What else has happened since a backup: who came back, whose proof was destroyed, whose account was closed, who signed up. */
import { expect, it } from "vitest";
import { staleRequests } from "../../../src/domain/erasure-journal/acts/sign-ups.ts";
import { goOnWithoutJournal } from "../../../src/domain/erasure-journal/go-on.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { memoryJournal } from "../../fakes/log-copy.ts";
import { signUpWorld } from "../../http/public/sign-up-desk.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";
import { loseKeyOf, spoil } from "../../support/lost-key.ts";
import { createWorld } from "../../support/world.ts";
import { leave, liveIds, seal, settle } from "./house.ts";
import { backUp, restoreInto } from "./restored.ts";

it("whoever came back since is not taken off again, and no tag stands against him", async () => {
  const desk = await openDesk();
  await desk.people(3);
  await desk.sent();
  await desk.answer(1, "yes");
  await desk.work();
  const before = await liveIds(desk);
  const copy = await backUp(desk);
  // He leaves, and takes it back in the same minute by the form on the page.
  const mail = desk.mailbox.mails.find(({ mail }) => mail.to === "cilveks1@pasts.example")?.mail;
  const link = /\/u\/[\w-]{71}/.exec(mail?.headers["List-Unsubscribe"] ?? "")?.[0] ?? "";
  const browser = desk.browser();
  const page = await (await browser.post(link, { scope: "list" })).text();
  await seal(desk);
  expect(await liveIds(desk)).toHaveLength(2);
  const form = /name="seal" value="([^"]+)"/.exec(page)?.[1] ?? "";
  expect(form).not.toBe("");
  expect((await browser.post("/return", { seal: form })).status).toBe(200);
  await seal(desk);
  await desk.answer(2, "no");
  await seal(desk);
  expect(await liveIds(desk)).toHaveLength(2);

  const restored = await restoreInto(desk, copy);
  await settle(restored);
  expect(await liveIds(restored)).toEqual(await liveIds(desk));
  expect(before).toEqual(expect.arrayContaining(await liveIds(restored)));
  expect(await restored.rows("SELECT scope FROM suppression")).toHaveLength(1);
  await restored.check();
});

it("a proof that was destroyed is destroyed again, with what an old link showed and who had looked at it", async () => {
  const desk = await openDesk();
  await desk.people(3);
  await desk.sent();
  await desk.answer(1, "yes");
  await desk.answer(2, "no");
  await desk.work();
  const [sealed] = await desk.rows("SELECT id, shred_day FROM consent_record WHERE person_id IS NULL");
  // Two had looked: one while he was on the list, one at the sealed proof.
  await desk.client.execute({
    sql: `INSERT INTO read_log (id, actor, act, at, subject, reason, salt, record) VALUES
          ('one', 'cli', 'person', 1, NULL, NULL, NULL, :id), ('two', 'cli', 'person', 2, :id, 'asked by phone', x'01', NULL)`,
    args: { id: String(sealed?.id) },
  });
  const copy = await backUp(desk);
  desk.clock.reach(Date.parse(`${sealed?.shred_day}T23:00:00Z`));
  await desk.deps.queue.enqueue({ kind: "retain" });
  await desk.work();
  expect(await desk.rows("SELECT id FROM consent_record WHERE person_id IS NULL")).toEqual([]);
  await seal(desk);

  const restored = await restoreInto(desk, copy);
  await restored.deps.queue.enqueue({ kind: "reapply" });
  await restored.work();
  expect(await restored.rows("SELECT id FROM consent_record WHERE id = ?", String(sealed?.id))).toEqual([]);
  expect(await restored.rows("SELECT eid FROM event WHERE record_id = ?", String(sealed?.id))).toEqual([]);
  expect(await restored.rows("SELECT record_id FROM link_tag WHERE record_id = ?", String(sealed?.id))).toEqual([]);
  expect(
    await restored.rows(
      "SELECT id, subject, reason, salt, record FROM read_log WHERE id IN ('one', 'two') ORDER BY id",
    ),
  ).toEqual(["one", "two"].map((id) => ({ id, subject: null, reason: null, salt: null, record: null })));
  const [said] = await restored.rows("SELECT body FROM event WHERE typ = 'erasure.reapplied'");
  expect(JSON.parse(String(said?.body))).toMatchObject({ proofs: 1, by: "system:restore" });
  expect(String(said?.body)).not.toContain(String(sealed?.id));
});

it("a colleague whose account was closed since is not let in, and nobody is signed in any more", async () => {
  const desk = await openDesk();
  await desk.signIn("auditor");
  await seal(desk);
  const copy = await backUp(desk);
  const [auditor] = await desk.rows("SELECT id FROM user WHERE role = 'auditor'");
  const at = desk.clock.now();
  await desk.client.execute({ sql: "UPDATE user SET disabled_at = ? WHERE id = ?", args: [at, String(auditor?.id)] });
  await seal(desk);
  const restored = await restoreInto(desk, copy);
  await settle(restored);
  expect(await restored.rows("SELECT disabled_at FROM user WHERE id = ?", String(auditor?.id))).toEqual([
    { disabled_at: at },
  ]);
  expect(await restored.rows("SELECT count(*) AS n FROM session")).toEqual([{ n: 0 }]);
});

it("no sign-up of then is followed up, and who left since has none", async () => {
  const { world, asked, signUp, link, press, mailsTo } = await signUpWorld();
  await asked("anna@pasts.example");
  await asked("berta@pasts.example");
  await signUp("clara@pasts.example");
  const copy = await backUp(world);
  await world.work();
  for (const name of ["anna", "clara"]) expect((await press(link(`${name}@pasts.example`), "yes")).status).toBe(200);
  await world.work();
  for (const id of await liveIds(world)) await leave(world, id);
  await seal(world);

  const restored = await restoreInto(world, copy);
  await settle(restored);
  expect(mailsTo("clara@pasts.example")).toBeGreaterThan(0);
  expect(restored.mailbox.mails).toEqual([]);
  // Berta has not answered: her link still works.
  expect(await restored.rows("SELECT state FROM intake")).toEqual([{ state: "mailed" }]);
  const berta = await restored.browser().post(link("berta@pasts.example"), { answer: "yes" });
  expect(berta.status).toBe(200);
  expect(await liveIds(restored)).toHaveLength(1);
});

it("a sign-up whose key is lost goes, and the doors open; one that was changed is a fault", async () => {
  const { world, asked, link, press, mailsTo } = await signUpWorld();
  await asked("anna@pasts.example");
  await asked("berta@pasts.example");
  await asked("clara@pasts.example");
  expect((await press(link("clara@pasts.example"), "yes")).status).toBe(200);
  await world.work();
  await loseKeyOf(world.client, "intake", "id = (SELECT min(id) FROM intake)");
  const copy = await backUp(world);
  for (const id of await liveIds(world)) await leave(world, id);
  await seal(world);

  const restored = await restoreInto(world, copy);
  await settle(restored);
  expect([mailsTo("anna@pasts.example"), mailsTo("berta@pasts.example")]).toEqual([1, 1]);
  expect((await restored.request("/")).status).toBe(200);
  expect(await restored.rows("SELECT state FROM intake")).toEqual([{ state: "mailed" }]);
  await spoil(restored.client, "intake");
  await expect(staleRequests(restored.deps, "Europe/Riga")).rejects.toThrow();
});

it("where the journal is lost with the database, the doors stay shut until a person takes it upon himself", async () => {
  const desk = await openDesk();
  await desk.people(2);
  await seal(desk);
  await settle(desk);
  const copy = await backUp(desk);
  await leave(desk, (await liveIds(desk))[0] as string);
  await seal(desk);
  // Another machine: an address of its own for the database, and an empty folder.
  const journal = memoryJournal();
  const world = await createWorld({ databaseUrl: `file:${copy}`, journal, startAt: desk.clock.now() + 60_000 });
  await settle(world);
  expect((await world.request("/")).status).toBe(503);
  expect(await world.rows("SELECT code FROM alert WHERE code LIKE 'journal.%'")).toEqual([{ code: "journal.unknown" }]);
  expect(await goOnWithoutJournal(world.deps, OPERATOR)).toBeUndefined();
  await settle(world);
  expect((await world.request("/")).status).toBe(200);
  expect(await world.rows("SELECT closed_at IS NULL AS open FROM alert WHERE code = 'journal.unknown'")).toEqual([
    { open: 0 },
  ]);
  expect(await world.rows("SELECT typ FROM event WHERE typ = 'erasure.unknown'")).toHaveLength(1);
  // The new journal says of itself that it knows nothing of before.
  expect(journal.head).toBeDefined();
  expect(await goOnWithoutJournal(world.deps, OPERATOR)).toMatchObject({ code: "journal.nothing_to_decide" });
});
