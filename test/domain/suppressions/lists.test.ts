/** Somebody else's list becomes tags at once; nobody on it is mailed again, and nothing of the file stays. */
import { sha256 } from "@noble/hashes/sha2.js";
import { expect, it } from "vitest";
import { recoverAll } from "../../../src/delivery/recover.ts";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { addSuppression } from "../../../src/domain/suppressions/add.ts";
import { dropList } from "../../../src/domain/suppressions/lists/drop.ts";
import { runList } from "../../../src/domain/suppressions/lists/run.ts";
import { takeList } from "../../../src/domain/suppressions/lists/take.ts";
import { writeListPage } from "../../../src/domain/suppressions/lists/write-page.ts";
import { lookUpSuppression } from "../../../src/domain/suppressions/look-up.ts";
import { EVERYTHING } from "../../../src/domain/suppressions/rules.ts";
import { readListJob } from "../../../src/domain/suppressions/views/lists.ts";
import { hex, utf8 } from "../../../src/platform/encoding.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { auditor, editor, LISTS, PURPOSES } from "../imports/office.ts";

const ANNA = "anna@pasts.example";
const BERTA = "berta@pasts.example";
const CIPA = "cipa@pasts.example";
const DAY_MS = 24 * 3_600_000;

const given = { scope: EVERYTHING, source: "Vecā sistēma", reason: "withdrawn", endsProven: false };

async function take(scene: Scene, text: string, change: Partial<typeof given> = {}) {
  const { id } = must(await takeList(scene.deps, editor, { ...given, ...change, bytes: utf8(text) }));
  const job = await readListJob(scene.deps.db, id);
  if (!job) throw new Error("no list");
  return job;
}

async function run(scene: Scene, id: string) {
  must(await runList(scene.deps, editor, { id }));
  await scene.run();
  return (await readListJob(scene.deps.db, id))?.written;
}

const live = (scene: Scene) => scene.count("SELECT count(*) FROM subscription WHERE state <> 'ended'");
const looks = async (scene: Scene) =>
  (
    await scene.client.execute(
      "SELECT outcome, count, subject FROM read_log WHERE act = 'suppression.look-up' ORDER BY rowid",
    )
  ).rows.map((r) => [r.outcome, r.count, r.subject]);
const tags = (scene: Scene) => scene.count("SELECT count(*) FROM suppression");

it("says before anything is written who is new, who has a tag, and whom it takes off a list", async () => {
  const scene = await openScene();
  await scene.importList([ANNA, BERTA]);
  await scene.suppress("left@pasts.example", EVERYTHING);
  const { findings, state } = await take(scene, `${ANNA}\nnew@pasts.example\nleft@pasts.example\nnobody\n${ANNA}\n`);
  expect(findings).toMatchObject({ rows: 5, addresses: 3, fresh: 2, known: 1, ending: 1, kept: 0, duplicates: 1 });
  expect(findings.refused).toEqual([{ code: "address.no_at", rows: 1, first: [4] }]);
  expect([state, await tags(scene), await live(scene)]).toEqual(["checked", 1, 2]);
});

it("keeps no address: from the first moment the list is tags", async () => {
  const scene = await openScene();
  const { id } = await take(scene, `${ANNA}\n${BERTA}\n`);
  const dump = async () => {
    const tables = await scene.client.execute("SELECT name FROM sqlite_master WHERE type='table'");
    const all: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await scene.client.execute(`SELECT * FROM "${name}"`);
      for (const row of rows.rows)
        for (const value of Object.values(row))
          all.push(value instanceof ArrayBuffer ? Buffer.from(value).toString("latin1") : String(value));
    }
    return all.join("\n");
  };
  for (const text of [await dump(), await run(scene, id).then(dump)])
    expect([text.includes("pasts.example"), text.includes(Buffer.from(ANNA).toString("base64"))]).toEqual([
      false,
      false,
    ]);
  expect(await scene.count("SELECT count(*) FROM suppression_import_tag")).toBe(0);
});

it("keeps no hash of the file that could be guessed: of one pasted address it would be the address", async () => {
  const scene = await openScene();
  const guesses = [ANNA, `${ANNA}\n`, `${ANNA}\r\n`].map((text) => hex(sha256(utf8(text))));
  for (const text of [ANNA, `${ANNA}\n`]) {
    const { id, fileSha256 } = await take(scene, text, { reason: text === ANNA ? "withdrawn" : "complained" });
    expect(fileSha256).toMatch(/^[0-9a-f]{64}$/);
    await run(scene, id);
  }
  const events = await scene.client.execute("SELECT body FROM event WHERE typ = 'suppression.added'");
  const lists = await scene.client.execute("SELECT * FROM suppression_import");
  expect([events.rows.length, lists.rows.length]).toEqual([2, 2]);
  const held = JSON.stringify([events.rows, lists.rows]);
  expect(guesses.filter((guess) => held.includes(guess))).toEqual([]);
  expect(events.rows.map((row) => "file" in JSON.parse(String(row.body)))).toEqual([false, false]);
});

it("its numbers answer who has a tag and who is on a list: they stand together with their line in the read log", async () => {
  const scene = await openScene();
  await scene.importList([ANNA]);
  await take(scene, ANNA);
  await take(scene, `${BERTA}\n${CIPA}\n`);
  await scene.suppress(BERTA, EVERYTHING);
  const known = await take(scene, `${BERTA}\n`);
  must(await dropList(scene.deps, editor, known));
  expect(await looks(scene)).toEqual([
    ["found", 1, null],
    ["none", 2, null],
    ["found", 1, null],
  ]);
  await scene.client.execute("ALTER TABLE read_log RENAME TO elsewhere");
  await expect(take(scene, ANNA)).rejects.toThrow();
  const states = await scene.client.execute(
    "SELECT state, findings FROM suppression_import ORDER BY rowid DESC LIMIT 1",
  );
  expect(states.rows.map((row) => [row.state, row.findings])).toEqual([["dropped", "{}"]]);
});

it("run, it writes the tags, ends who is on a list, deletes whom nothing else holds, and leaves one event a page", async () => {
  const scene = await openScene();
  await scene.importList([ANNA, BERTA]);
  await scene.importList([BERTA], LISTS.other);
  const { id } = await take(scene, `${ANNA}\n${BERTA}\n${CIPA}\n`, { scope: PURPOSES.news });
  expect(await run(scene, id)).toEqual({ added: 3, ended: 2 });
  expect(await scene.count("SELECT count(*) FROM address")).toBe(1);
  expect(await live(scene)).toBe(1);
  const event = await scene.client.execute("SELECT body FROM event WHERE typ = 'suppression.added'");
  expect(JSON.parse(String(event.rows[0]?.body))).toMatchObject({
    scope: PURPOSES.news,
    rows: 3,
    reasons: { withdrawn: 3 },
    source: "Vecā sistēma",
    people: { count: 2 },
  });
  await scene.importList([ANNA, CIPA]);
  expect(await live(scene)).toBe(1);
});

it("whoever consented here and later is kept, unless the list is said to be newer; his own word becomes his own event", async () => {
  const scene = await openScene();
  await scene.importList([ANNA, BERTA]);
  await scene.campaign();
  for (const who of [ANNA, BERTA])
    must(
      await answerReconsent(scene.deps, {
        token: scene.token("r", who),
        answer: "yes",
        noticeSha256: await scene.question(),
      }),
    );
  scene.clock.set(scene.clock.now() + 3 * DAY_MS);
  const older = await take(scene, `email,unsubscribed_at\n${ANNA},2026-01-01\n${BERTA},2026-11-23\n`, {});
  expect(older.findings).toMatchObject({ kept: 1, ending: 1, fresh: 1 });
  const newer = await take(scene, `${ANNA}\n`, { endsProven: true });
  expect(newer.findings).toMatchObject({ kept: 0, ending: 1, fresh: 1 });
  expect(await run(scene, newer.id)).toEqual({ added: 1, ended: 1 });
  const own = await scene.client.execute("SELECT body FROM event WHERE typ = 'consent.withdrawn'");
  expect(own.rows.length).toBe(1);
  expect(await scene.count("SELECT count(*) FROM address")).toBe(1);
});

it("a complaint outweighs the tag that stands; a weaker reason changes nothing", async () => {
  const scene = await openScene();
  await scene.suppress(ANNA, EVERYTHING);
  const weak = await take(scene, `${ANNA}\n`, { reason: "bounced" });
  expect(weak.findings).toMatchObject({ known: 1, fresh: 0 });
  await run(scene, weak.id);
  const strong = await take(scene, `${ANNA}\n`, { reason: "complained" });
  expect(strong.findings).toMatchObject({ known: 0, fresh: 1 });
  await run(scene, strong.id);
  expect((await scene.client.execute("SELECT reason FROM suppression")).rows.map((r) => r.reason)).toEqual([
    "complained",
  ]);
});

it("a page runs once, however often its job comes, and a killed one is found by the sweep", async () => {
  const scene = await openScene();
  const addresses = Array.from({ length: 700 }, (_, i) => `p${i}@pasts.example`);
  const { id } = await take(scene, addresses.join("\n"));
  must(await runList(scene.deps, editor, { id }));
  scene.jobs.length = 0;
  await recoverAll(scene.deps);
  expect(scene.jobs).toContainEqual({ kind: "suppress-page", listId: id });
  scene.jobs.length = 0;
  await Promise.all([writeListPage(scene.deps, id), writeListPage(scene.deps, id)]);
  await writeListPage(scene.deps, id);
  expect((await readListJob(scene.deps.db, id))?.written).toEqual({ added: 700 });
  expect(await scene.count("SELECT sum(json_extract(body, '$.rows')) FROM event WHERE typ='suppression.added'")).toBe(
    700,
  );
  expect((await readListJob(scene.deps.db, id))?.state).toBe("done");
});

it("a list that nobody runs is gone after a day, and one that was dropped or run is not run again", async () => {
  const scene = await openScene();
  const dropped = await take(scene, `${ANNA}\n`);
  must(await dropList(scene.deps, editor, dropped));
  expect(await runList(scene.deps, editor, dropped)).toMatchObject({ code: "suppressions.list_over" });
  const old = await take(scene, `${ANNA}\n`);
  scene.clock.set(scene.clock.now() + DAY_MS + 1);
  await recoverAll(scene.deps);
  expect((await readListJob(scene.deps.db, old.id))?.state).toBe("dropped");
  expect([await scene.count("SELECT count(*) FROM suppression_import_tag"), await tags(scene)]).toEqual([0, 0]);
});

it("refuses what is no list, words with an address in them, and whoever may not", async () => {
  const scene = await openScene();
  const bring = (change: object) => takeList(scene.deps, editor, { ...given, bytes: utf8(`${ANNA}\n`), ...change });
  const codes = async (change: object) => {
    const no = await bring(change);
    return isRefusal(no) ? no.fields?.map((f) => `${f.field} ${f.code}`) : undefined;
  };
  expect(await codes({ bytes: utf8("name,city\nAnna,Rīga\n") })).toEqual(["file suppressions.no_addresses"]);
  expect(await codes({ bytes: utf8('{"data":[') })).toEqual(["file suppressions.not_a_list"]);
  expect(await codes({ bytes: utf8("") })).toEqual(["file imports.empty_file"]);
  expect(await codes({ scope: "nothing", reason: "deceased", source: `from ${ANNA}` })).toEqual([
    "scope form.choose",
    "source suppressions.address_in_words",
    "reason form.choose",
  ]);
  expect(await takeList(scene.deps, auditor, { ...given, bytes: utf8(ANNA) })).toMatchObject({
    code: "staff.forbidden",
  });
  expect(
    await addSuppression(scene.deps, auditor, { address: ANNA, scope: EVERYTHING, reason: "never", source: "x" }),
  ).toMatchObject({
    code: "staff.forbidden",
  });
});

it("staff add one address: its subscriptions end in the same act, and the look-up answers and is on record", async () => {
  const scene = await openScene();
  await scene.importList([ANNA]);
  const input = { address: ` ${ANNA.toUpperCase()} `, scope: PURPOSES.news, reason: "never", source: "Tiesas lēmums" };
  expect(await addSuppression(scene.deps, editor, input)).toEqual({ added: 1, known: 0, ended: 1, kept: 0 });
  expect(await addSuppression(scene.deps, editor, input)).toEqual({ added: 0, known: 1, ended: 0, kept: 0 });
  expect([await live(scene), await scene.count("SELECT count(*) FROM address")]).toEqual([0, 0]);
  expect(await looks(scene)).toEqual([["found", null, null]]);
  await scene.client.execute("DELETE FROM read_log");
  const found = must(await lookUpSuppression(scene.deps, editor, { address: ANNA }));
  expect(found.marks.map((m) => [m.reason, m.purpose?.id])).toEqual([["never", PURPOSES.news]]);
  expect(must(await lookUpSuppression(scene.deps, editor, { address: BERTA })).marks).toEqual([]);
  const log = await scene.client.execute(
    "SELECT act, outcome, subject FROM read_log WHERE act = 'suppression.look-up' ORDER BY outcome",
  );
  expect(log.rows.map((r) => [r.outcome, r.subject])).toEqual([
    ["found", null],
    ["none", null],
  ]);
});
