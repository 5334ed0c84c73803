import { describe, expect, it } from "vitest";
import { commit } from "../../../src/domain/commit.ts";
import { newRequest } from "../../../src/domain/consent/acts/requests/new-request.ts";
import { REQUEST_LIFE_MS, type SignUp } from "../../../src/domain/consent/rules/sign-up.ts";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { readRefusedRows } from "../../../src/domain/imports/read-refused.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { lookUpPerson } from "../../../src/domain/people/look-up.ts";
import { readMembers } from "../../../src/domain/people/views.ts";
import { BY_THE_PROGRAM } from "../../../src/domain/read-log/acts/record.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { peopleList } from "../../support/people-list.ts";
import { auditor, bytes, claim, createOffice, editor, LISTS, type Office, PURPOSES } from "../imports/office.ts";

async function bring(office: Office, file: string | Uint8Array, listId = LISTS.newsletter) {
  const input = { listId, fileName: "x.csv", bytes: typeof file === "string" ? bytes(file) : file, claim };
  const done = await checkImport(office.deps, editor, input);
  if (isRefusal(done)) throw new Error(done.code);
  await runImport(office.deps, editor, done);
  await office.work();
  return done.importId;
}

const reads = async (office: Office) =>
  (await office.client.execute("SELECT actor, act, subject FROM read_log ORDER BY at, id")).rows.map((r) => ({ ...r }));

describe("looking a person up", () => {
  it("finds by the exact address in any spelling, shows lists, source and state, and leaves a line in the read log", async () => {
    const office = await createOffice();
    const importId = await bring(office, "E-pasts,Vārds,Valoda\nLiga@Pasts.Example,Līga Bērziņa,en\n");
    await bring(office, "liga@pasts.example\n", LISTS.other);
    const found = await lookUpPerson(office.deps, editor, { address: " LIGA@PASTS.EXAMPLE " });
    if (isRefusal(found)) throw new Error(found.code);
    expect(found).toMatchObject({
      left: [],
      card: { address: "Liga@pasts.example", name: "Līga Bērziņa", language: "en", messages: [], records: [] },
    });
    expect(found.card?.memberships.map((m) => [m.list.id, m.state, m.since])).toEqual([
      [LISTS.newsletter, "unproven", "2019-03-01"],
      [LISTS.other, "unproven", "2019-03-01"],
    ]);
    expect(found.card?.memberships[0]?.source).toEqual({ importId, source: claim.source });
    expect(await reads(office)).toEqual([
      { actor: "staff:ilze", act: "people.look-up", subject: found.card?.personId },
    ]);
    const again = await lookUpPerson(office.deps, editor, { personId: found.card?.personId ?? "" });
    expect(again).toEqual(found);
  });

  it("tells staff the day on which a deleted address left, and for what", async () => {
    const office = await createOffice();
    await office.suppress("liga@pasts.example", PURPOSES.news, "2026-05-01");
    await office.suppress("never@pasts.example", "*", "2026-06-01");
    expect(await lookUpPerson(office.deps, editor, { address: "liga@pasts.example" })).toEqual({
      left: [
        {
          purpose: { id: PURPOSES.news, names: { lv: PURPOSES.news, en: PURPOSES.news } },
          reason: "withdrawn",
          day: "2026-05-01",
          reviewDay: "2029-01-15",
        },
      ],
    });
    expect(await lookUpPerson(office.deps, editor, { address: "never@pasts.example" })).toEqual({
      left: [{ reason: "withdrawn", day: "2026-06-01", reviewDay: "2029-01-15" }],
    });
    expect(await lookUpPerson(office.deps, editor, { address: "nobody@pasts.example" })).toEqual({ left: [] });
    expect(await reads(office)).toHaveLength(3);
  });

  it("tells of a sign-up that waits for confirmation, until its time is over, and of nobody else's, nor of a wish for a link", async () => {
    const office = await createOffice();
    const { deps } = office;
    await bring(office, "liga@pasts.example\n");
    const list = { listId: LISTS.newsletter, noticeSha256: "0".repeat(64) };
    const wait = async (typed: string, asked: Partial<SignUp> = { lists: [list] }) => {
      const address = { address: typed, normalised: typed };
      const { change } = await newRequest(deps, address, { language: "lv", lists: [], ...asked });
      await commit(deps, { change, proof: [] });
    };
    const until = deps.clock.now() + REQUEST_LIFE_MS;
    for (const address of ["liga@pasts.example", "new@pasts.example"]) {
      await wait(address);
      await wait("nobody@pasts.example", { ownPage: true });
      await wait("nobody@pasts.example", { campaigns: ["c"] });
    }
    const found = await lookUpPerson(deps, editor, { address: "Liga@pasts.example" });
    if (isRefusal(found)) throw new Error(found.code);
    expect(found).toMatchObject({ card: { address: "liga@pasts.example" }, pendingSignUpUntil: until });
    expect(await lookUpPerson(deps, editor, { personId: found.card?.personId ?? "" })).toEqual(found);
    const stranger = { address: "new@pasts.example" };
    expect(await lookUpPerson(deps, editor, stranger)).toEqual({ left: [], pendingSignUpUntil: until });
    expect(await lookUpPerson(deps, editor, { address: "nobody@pasts.example" })).toEqual({ left: [] });
    office.clock.set(office.clock.now() + 1000);
    await wait("new@pasts.example");
    expect(await lookUpPerson(deps, editor, stranger)).toEqual({ left: [], pendingSignUpUntil: until + 1000 });
    office.clock.set(until + 1000);
    expect(await lookUpPerson(deps, editor, stranger)).toEqual({ left: [] });
  });

  it("is refused for a faulty address and forbidden without permission, and then nothing is read", async () => {
    const office = await createOffice();
    expect(await lookUpPerson(office.deps, editor, { address: "liga" })).toMatchObject({
      fields: [{ field: "address", code: "address.no_at" }],
    });
    expect(await lookUpPerson(office.deps, editor, { personId: "nobody" })).toMatchObject({ code: "people.unknown" });
    expect(await lookUpPerson(office.deps, auditor, { address: "liga@pasts.example" })).toMatchObject({
      code: "staff.forbidden",
    });
    // Both are on record, and nothing of what was typed.
    const { rows } = await office.client.execute("SELECT actor, act, subject, outcome, reason FROM read_log");
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { actor: "staff:ilze", act: "people.open", subject: null, outcome: "none", reason: null },
      { actor: "staff:anna", act: "people.look-up", subject: null, outcome: "refused", reason: "staff.forbidden" },
    ]);
  });

  it("keeps the read log free of addresses", async () => {
    const office = await createOffice();
    await lookUpPerson(office.deps, editor, { address: "liga@pasts.example" });
    expect(JSON.stringify((await office.client.execute("SELECT * FROM read_log")).rows)).not.toContain("@");
  });
});

describe("the members of a list", () => {
  it("come page by page, newest first, each once, forwards and back, masked", async () => {
    const office = await createOffice();
    await bring(office, peopleList({ rows: 60, faulty: 0, duplicates: 0 }));
    office.clock.set(office.clock.now() + 60_000);
    await bring(office, peopleList({ rows: 5, seed: 2, faulty: 0, duplicates: 0 }));
    await office.client.execute("UPDATE subscription SET state='active' WHERE rowid % 3 = 0");
    const all: string[] = [];
    let page = await readMembers(office.deps, BY_THE_PROGRAM, { listId: LISTS.newsletter, limit: 25 });
    expect(page.prev).toBeUndefined();
    expect(page.rows.slice(0, 5).every((r) => r.addedAt === office.clock.now())).toBe(true);
    const first = page;
    for (;;) {
      all.push(...page.rows.map((r) => r.subscriptionId));
      expect(page.rows.every((r) => /^.{0,2}••@/.test(r.masked))).toBe(true);
      if (!page.next) break;
      page = await readMembers(office.deps, BY_THE_PROGRAM, { listId: LISTS.newsletter, after: page.next, limit: 25 });
    }
    expect(all).toHaveLength(65);
    expect(new Set(all).size).toBe(65);
    while (page.prev)
      page = await readMembers(office.deps, BY_THE_PROGRAM, { listId: LISTS.newsletter, before: page.prev, limit: 25 });
    expect(page.rows).toEqual(first.rows);
    const rising: string[] = [];
    let turn = await readMembers(office.deps, BY_THE_PROGRAM, { listId: LISTS.newsletter, order: "oldest", limit: 25 });
    for (;;) {
      rising.push(...turn.rows.map((r) => r.subscriptionId));
      if (!turn.next) break;
      turn = await readMembers(office.deps, BY_THE_PROGRAM, {
        listId: LISTS.newsletter,
        order: "oldest",
        after: turn.next,
        limit: 25,
      });
    }
    expect(rising).toEqual(all.toReversed());
    expect(turn.prev).toBeDefined();
    const proven = await readMembers(office.deps, BY_THE_PROGRAM, {
      listId: LISTS.newsletter,
      state: "active",
      limit: 100,
    });
    expect(proven.rows).toHaveLength(await office.count("SELECT count(*) FROM subscription WHERE state='active'"));
  });

  it("are read by seeking in the index, whatever the size of the list", async () => {
    const office = await createOffice();
    const seen: string[] = [];
    const batch = office.client.batch.bind(office.client);
    office.client.batch = (async (statements: { sql: string; args: never[] }[], mode: "read") => {
      for (const s of statements) {
        const plan = await office.client.execute({ sql: `EXPLAIN QUERY PLAN ${s.sql}`, args: s.args });
        seen.push(plan.rows.map((r) => r.detail).join(" | "));
      }
      return batch(statements, mode);
    }) as never;
    const key = { addedAt: 5, id: "x" };
    for (const more of [{}, { after: key }, { before: key }])
      await readMembers(office.deps, BY_THE_PROGRAM, { listId: LISTS.newsletter, limit: 25, ...more });
    expect(seen).toHaveLength(6);
    for (const plan of seen) {
      expect(plan).toMatch(/SEARCH subscription USING INDEX subscription_list \(list_id=\? AND state=\?/);
      expect(plan).not.toMatch(/TEMP B-TREE|SCAN/);
    }
    expect(seen.at(-1)).toMatch(/created_at,id\)>\(\?,\?\)/);
  });
});

describe("the report of refused rows", () => {
  it("holds each refused row with its reason, and the day for whoever left, until the import is run", async () => {
    const office = await createOffice();
    await office.suppress("gone@pasts.example", "*", "2026-05-01");
    const input = {
      listId: LISTS.newsletter,
      fileName: "x.csv",
      claim,
      bytes: bytes("E-pasts;Vārds\na@b.example;A\ngone@pasts.example;G\nfaulty;F\n"),
    };
    const done = await checkImport(office.deps, editor, input);
    if (isRefusal(done)) throw new Error(done.code);
    const refused = await readRefusedRows(office.deps, editor, done);
    if (isRefusal(refused)) throw new Error(refused.code);
    expect(refused.titles).toEqual(["E-pasts", "Vārds"]);
    const rows = [];
    for await (const row of refused.rows) rows.push(row);
    expect(rows).toEqual([
      { row: 3, code: "row.left", day: "2026-05-01", cells: ["gone@pasts.example", "G"] },
      { row: 4, code: "address.no_at", cells: ["faulty", "F"] },
    ]);
    expect(await reads(office)).toEqual([{ actor: "staff:ilze", act: "imports.refused-rows", subject: done.importId }]);
    expect(await readRefusedRows(office.deps, auditor, done)).toMatchObject({ code: "staff.forbidden" });
    await runImport(office.deps, editor, done);
    expect(await readRefusedRows(office.deps, editor, done)).toMatchObject({ code: "imports.file_gone" });
  });
});
