import { describe, expect, it } from "vitest";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { dropImport, dropStaleImports } from "../../../src/domain/imports/drop.ts";
import { recheckImport } from "../../../src/domain/imports/recheck.ts";
import { personFacts } from "../../../src/domain/imports/rules/evidence.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { readImport } from "../../../src/domain/imports/views.ts";
import { writeImportPage } from "../../../src/domain/imports/write-page.ts";
import { personCommitment, readEvent } from "../../../src/domain/proof-log/rules/event.ts";
import { hex, utf8 } from "../../../src/platform/encoding.ts";
import { suppression } from "../../../src/platform/schema.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { encode, peopleList, peopleRows } from "../../support/people-list.ts";
import { auditor, bytes, claim, createOffice, editor, LISTS, NOW, type Office, PURPOSES } from "./office.ts";

async function check(office: Office, file: string | Uint8Array, listId = LISTS.newsletter, more = {}) {
  const input = {
    listId,
    fileName: "saraksts.csv",
    bytes: typeof file === "string" ? bytes(file) : file,
    claim,
    ...more,
  };
  const done = await checkImport(office.deps, editor, input);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  const found = await readImport(office.deps.db, done.importId);
  if (!found) throw new Error("no import");
  return found;
}

async function importAll(office: Office, file: string | Uint8Array, listId = LISTS.newsletter, more = {}) {
  const { id } = await check(office, file, listId, more);
  await runImport(office.deps, editor, { importId: id });
  await office.work();
  const done = await readImport(office.deps.db, id);
  if (!done) throw new Error("no import");
  return done;
}

const refusedField = async (office: Office, file: Uint8Array | string, more = {}) => {
  const input = {
    listId: LISTS.newsletter,
    fileName: "x.csv",
    bytes: typeof file === "string" ? bytes(file) : file,
    claim,
    ...more,
  };
  const no = await checkImport(office.deps, editor, input);
  return isRefusal(no) ? no.fields?.[0]?.code : "accepted";
};

describe("a dry run", () => {
  it("puts nobody on a list, keeps no cell in clear, and its parts add up to the rows of the file", async () => {
    const office = await createOffice();
    const rows = peopleRows({ rows: 2500 });
    const found = await check(office, peopleList({ rows: 2500 }));
    const { add, already, left, refused, reasons } = found.findings;
    expect(found.findings.rows).toBe(2500);
    expect(add + already + left + refused).toBe(2500);
    expect(reasons.reduce((sum, reason) => sum + reason.rows, 0)).toBe(refused);
    expect(reasons.map((r) => r.code).sort()).toEqual(
      [
        "address.no_at",
        "address.non_ascii_local",
        "address.several",
        "row.duplicate",
        "row.empty",
        "row.formula",
      ].sort(),
    );
    expect(await office.count("SELECT count(*) FROM person")).toBe(0);
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(0);
    expect(await office.count("SELECT sum(rows) FROM import_page WHERE n >= 0")).toBe(add);
    const stored = JSON.stringify((await office.client.execute("SELECT * FROM import")).rows);
    for (const [address] of rows.slice(0, 200)) if (address?.includes("@")) expect(stored).not.toContain(address);
  });

  it("counts who is on the list, who is known from another, and who left, by purpose and for everything", async () => {
    const office = await createOffice();
    await importAll(office, "e-mail\nanna@pasts.example\n");
    await importAll(office, "e-mail\njanis@pasts.example\n", LISTS.other);
    await office.suppress("gone@pasts.example", PURPOSES.news);
    await office.suppress("never@pasts.example", "*");
    await office.suppress("elsewhere@pasts.example", PURPOSES.other);
    const file =
      "e-mail\nANNA@pasts.example\njanis@pasts.example\ngone@pasts.example\nnever@pasts.example\nelsewhere@pasts.example\nliga@pasts.example\n";
    const { findings } = await check(office, file);
    expect(findings).toMatchObject({ rows: 6, add: 3, known: 1, already: 1, left: 2, refused: 0 });
  });

  it.each([
    ["utf-8", ","],
    ["utf-8-bom", ";"],
    ["windows-1257", ";"],
    ["windows-1257", "\t"],
  ] as const)("reads %s with %j alike, and diacritics survive", async (encoding, delimiter) => {
    const office = await createOffice();
    const done = await importAll(office, peopleList({ rows: 300, encoding, delimiter, faulty: 0 }));
    expect(done.findings.encoding).toBe(encoding === "windows-1257" ? "windows-1257" : "utf-8");
    const names = (await office.client.execute("SELECT id, sealed FROM address")).rows.map(
      (row) =>
        JSON.parse(
          office.deps.vault.open(
            { table: "address", column: "sealed", row: String(row.id) },
            new Uint8Array(row.sealed as ArrayBuffer),
          ),
        ).name,
    );
    const expected = new Set(peopleRows({ rows: 300, faulty: 0 }).map((r) => r[1]));
    expect(names.filter((name) => !expected.has(name))).toEqual([]);
    expect(names.some((name) => /[ĀŽŠČĶĢĻŅŪĒ]/.test(name))).toBe(true);
  });

  it("guesses the columns with Latvian titles, English titles and without any, and joins name and surname", async () => {
    const office = await createOffice();
    const uses = async (text: string) => (await check(office, text)).findings.mapping;
    expect(await uses("Vārds;Uzvārds;E-pasts;Tālrunis;Valoda\nAnna;Bērziņa;a@b.example;2;lv\n")).toEqual({
      header: true,
      uses: ["name", "name", "email", "skip", "language"],
    });
    expect(await uses("name,EMAIL,notes\nAnna,a@b.example,x\n")).toEqual({
      header: true,
      uses: ["name", "email", "skip"],
    });
    expect(await uses("a@b.example,Anna Bērziņa,lv\nc@d.example,Jānis,en\n")).toEqual({
      header: false,
      uses: ["email", "name", "language"],
    });
    expect(await uses("a@b.example\n")).toEqual({ header: false, uses: ["email"] });
    expect(await uses("Nr.,Kontakti\n1,a@b.example\n")).toMatchObject({ uses: ["skip", "email"] });
  });

  it("refuses files that are no list, each with its reason", async () => {
    const office = await createOffice();
    expect(await refusedField(office, "")).toBe("imports.empty_file");
    expect(await refusedField(office, "\n\n")).toBe("imports.no_rows");
    expect(await refusedField(office, "E-pasts;Vārds\n")).toBe("imports.no_rows");
    expect(await refusedField(office, "Vārds\nAnna\n")).toBe("imports.no_addresses");
    expect(await refusedField(office, Uint8Array.of(0x50, 0x4b, 3, 4))).toBe("imports.spreadsheet");
    expect(await refusedField(office, Uint8Array.of(0xff, 0xfe, 0x61))).toBe("imports.not_text");
    expect(await refusedField(office, Uint8Array.of(0x61, 0, 0x62))).toBe("imports.not_text");
    expect(await refusedField(office, Uint8Array.of(0x61, 0xa1, 0x62, 0xff))).toBe("imports.not_text");
    expect(await refusedField(office, `e-mail\n"anna@pasts.example\n${"x\n".repeat(100_000)}`)).toBe("imports.quotes");
    expect(await refusedField(office, new Uint8Array(2 * 1024 * 1024).fill(97), { limit: 1_000_000 })).toBe(
      "imports.too_large",
    );
  });

  it("refuses a claim that says nothing, or lies in the future", async () => {
    const office = await createOffice();
    const say = (more: object) => refusedField(office, "a@b.example\n", { claim: { ...claim, ...more } });
    expect(await say({ source: "" })).toBe("form.required");
    expect(await say({ since: "" })).toBe("form.required");
    expect(await say({ since: "1.3.2019" })).toBe("imports.not_a_day");
    expect(await say({ since: "2026-11-23" })).toBe("imports.since_future");
    expect(await say({ since: "2026-11-22" })).toBe("accepted");
    expect(await say({ basis: "habit" })).toBe("form.choose");
    expect(await say({ basis: "task", proof: "Mape 12" })).toBe("imports.proof_of_what");
    expect(await refusedField(office, "a@b.example\n", { listId: "nowhere" })).toBe("imports.list_unknown");
  });

  it("is forbidden without permission", async () => {
    const office = await createOffice();
    const input = { listId: LISTS.newsletter, fileName: "x.csv", bytes: bytes("a@b.example"), claim };
    const gone = { importId: "x", mapping: { header: true, uses: [] } };
    for (const no of [
      await checkImport(office.deps, auditor, input),
      await runImport(office.deps, auditor, gone),
      await dropImport(office.deps, auditor, gone),
      await recheckImport(office.deps, auditor, gone),
    ])
      expect(no).toMatchObject({ code: "staff.forbidden" });
    expect(await office.count("SELECT count(*) FROM import")).toBe(0);
  });

  it("can be read again with other columns", async () => {
    const office = await createOffice();
    const found = await check(office, "private,work,who\na@b.example,c@d.example,Anna\ne@f.example,,Jānis\n");
    expect(found.findings).toMatchObject({ add: 2, mapping: { uses: ["email", "skip", "skip"] } });
    const again = { importId: found.id, mapping: { header: true, uses: ["skip", "email", "name"] as const } };
    await recheckImport(office.deps, editor, { ...again, mapping: { header: true, uses: [...again.mapping.uses] } });
    const after = await readImport(office.deps.db, found.id);
    expect(after).toMatchObject({
      state: "checked",
      findings: { add: 1, refused: 1, reasons: [{ code: "address.empty", first: [3] }] },
    });
    const two = { importId: found.id, mapping: { header: true, uses: ["email" as const, "email" as const] } };
    expect(await recheckImport(office.deps, editor, two)).toMatchObject({ code: "imports.one_address_column" });
    expect(await readImport(office.deps.db, found.id)).toEqual(after);
  });

  it("keeps no person in clear as the titles of columns, though somebody says that the first row holds titles", async () => {
    const office = await createOffice();
    const found = await check(office, "anna@pasts.example,Anna Bērziņa\njanis@pasts.example,Jānis\n");
    const mapping = { header: true, uses: ["email" as const, "name" as const] };
    await recheckImport(office.deps, editor, { importId: found.id, mapping });
    const stored = JSON.stringify((await office.client.execute("SELECT * FROM import")).rows);
    expect(stored).not.toMatch(/anna@|Bērziņa/);
    expect(await readImport(office.deps.db, found.id)).toMatchObject({ findings: { titles: [], rows: 1 } });
  });

  it("that nobody runs is dropped with everything it holds a day later", async () => {
    const office = await createOffice();
    const old = await check(office, "a@b.example\n");
    office.clock.set(NOW + 23 * 60 * 60 * 1000);
    expect(await dropStaleImports(office.deps)).toBe(0);
    office.clock.set(NOW + 25 * 60 * 60 * 1000);
    expect(await dropStaleImports(office.deps)).toBe(1);
    expect(await dropStaleImports(office.deps)).toBe(0);
    const fresh = await check(office, "c@d.example\n");
    expect((await readImport(office.deps.db, old.id))?.state).toBe("dropped");
    expect(await office.count("SELECT count(*) FROM import_page WHERE import_id = ?", [old.id])).toBe(0);
    expect(await office.count("SELECT count(*) FROM import_page WHERE import_id = ?", [fresh.id])).toBe(3);
  });
});

describe("a run", () => {
  it("adds each person once, sealed, as unproven on a newsletter list, and leaves no page", async () => {
    const office = await createOffice();
    const done = await importAll(office, peopleList({ rows: 2500 }));
    const { add } = done.findings;
    expect(done).toMatchObject({ state: "done", findings: { written: { added: add, already: 0, left: 0 } } });
    expect(await office.count("SELECT count(*) FROM subscription WHERE state='unproven' AND since='2019-03-01'")).toBe(
      add,
    );
    expect(await office.count("SELECT count(*) FROM address WHERE kind='unknown'")).toBe(add);
    expect(await office.count("SELECT count(*) FROM person")).toBe(add);
    expect(await office.count("SELECT count(*) FROM import_page")).toBe(0);
    expect(await office.count("SELECT count(*) FROM log_entry")).toBe(Math.ceil(add / 1000));
  });

  it("changes nothing when the same file comes again", async () => {
    const office = await createOffice();
    const file = peopleList({ rows: 1200 });
    const first = await importAll(office, file);
    const second = await check(office, file);
    expect(second.findings).toMatchObject({ add: 0, already: first.findings.add });
    expect(await runImport(office.deps, editor, { importId: second.id })).toMatchObject({
      code: "imports.nobody_to_add",
    });
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(first.findings.add);
  });

  it("enters each kind of list by its own rule", async () => {
    const office = await createOffice();
    const state = async (listId: string, file: string, more = {}) => {
      await importAll(office, file, listId, more);
      const rows = await office.client.execute({
        sql: "SELECT s.state, a.kind FROM subscription s JOIN address a ON a.id = s.address_id WHERE list_id = ?",
        args: [listId],
      });
      return rows.rows.map((row) => `${row.state} ${row.kind}`);
    };
    expect(await state(LISTS.service, "a@b.example\n")).toEqual(["active unknown"]);
    expect(await state(LISTS.press, "c@b.example\n")).toEqual(["unproven unknown"]);
    expect(await state(LISTS.other, "d@b.example\n", { claim: { ...claim, proof: "Mape 12-3, veidlapas" } })).toEqual([
      "active unknown",
    ]);
    expect(await state(LISTS.staff, "e@ministry.example\nf@private.example\ng@sub.ministry.example\n")).toEqual([
      "active official",
    ]);
  });

  it("never brings back who left, though he leaves after the dry run or while the page is written (P5)", async () => {
    const office = await createOffice();
    const { id } = await check(office, "a@b.example\nc@d.example\ne@f.example\n");
    await office.suppress("c@d.example", PURPOSES.news);
    await runImport(office.deps, editor, { importId: id });
    // The race: a suppression lands between the reads of the job and its commit.
    const { client } = office;
    const batch = client.batch.bind(client);
    let raced = false;
    client.batch = (async (statements: never, mode: "write") => {
      if (mode === "write" && !raced) {
        raced = true;
        await office.suppress("e@f.example", "*");
      }
      return batch(statements, mode);
    }) as typeof client.batch;
    await office.work();
    expect(await readImport(office.deps.db, id)).toMatchObject({
      state: "done",
      findings: { written: { added: 1, left: 2 } },
    });
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(1);
    expect(await office.count("SELECT count(*) FROM person")).toBe(1);
    const again = await check(office, "a@b.example\nC@D.example\ne@f.example\n");
    expect(again.findings).toMatchObject({ add: 0, already: 1, left: 2 });
  });

  it("knows people and those who left by the tags of every key, also in the statement that would add them", async () => {
    const office = await createOffice({ keys: 3 });
    const { vault, db } = office.deps;
    const old = (address: string) => vault.suppressionTags(address).at(-1) as { tag: Uint8Array; keyId: string };
    const leave = (address: string) =>
      db.read.insert(suppression).values({
        ...old(address),
        scope: PURPOSES.news,
        reason: "withdrawn",
        day: "2024-01-01",
        reviewDay: "2030-01-01",
      });
    await importAll(office, "b@b.example\n");
    await office.client.execute({
      sql: "UPDATE address SET tag = ?",
      args: [vault.tags("b@b.example").at(-1)?.tag ?? new Uint8Array()],
    });
    await leave("c@c.example");
    const { id, findings } = await check(office, "a@a.example\nb@b.example\nc@c.example\nd@d.example\nA@a.example\n");
    expect(findings).toMatchObject({ add: 2, already: 1, left: 1, refused: 1 });
    await runImport(office.deps, editor, { importId: id });
    const batch = office.client.batch.bind(office.client);
    let raced = false;
    office.client.batch = (async (statements: never, mode: "write") => {
      if (mode === "write" && !raced) {
        raced = true;
        await leave("d@d.example");
      }
      return batch(statements, mode);
    }) as typeof office.client.batch;
    await office.work();
    expect((await readImport(office.deps.db, id))?.findings.written).toMatchObject({ added: 1, left: 1 });
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(2);
  });

  it("loses nobody and doubles nobody when jobs run at the same time, again, or are lost", async () => {
    const office = await createOffice();
    const { id, findings } = await check(office, peopleList({ rows: 3200 }));
    await runImport(office.deps, editor, { importId: id });
    await runImport(office.deps, editor, { importId: id });
    office.jobs.length = 0;
    for (let round = 0; round < 12; round++)
      await Promise.all([1, 2, 3].map((most) => writeImportPage(office.deps, id, most)));
    expect(await readImport(office.deps.db, id)).toMatchObject({
      state: "done",
      findings: { written: { added: findings.add } },
    });
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(findings.add);
    expect(await office.count("SELECT count(DISTINCT address_id) FROM subscription")).toBe(findings.add);
    expect(await office.count("SELECT count(*) FROM log_entry")).toBe(Math.ceil(findings.add / 1000));
    expect(await writeImportPage(office.deps, id)).toBe("idle");
  });

  it("resumes after a commit whose answer was lost, without writing the page twice", async () => {
    const office = await createOffice();
    const { id } = await check(office, peopleList({ rows: 1500, faulty: 0, duplicates: 0 }));
    await runImport(office.deps, editor, { importId: id });
    const { client } = office;
    const batch = client.batch.bind(client);
    let lost = 0;
    client.batch = (async (statements: never, mode: "write") => {
      const answer = await batch(statements, mode);
      if (mode === "write" && lost++ === 0) throw Object.assign(new Error("fetch failed"), { code: "SERVER_ERROR" });
      return answer;
    }) as typeof client.batch;
    await office.work();
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(1500);
    expect(await office.count("SELECT count(*) FROM event")).toBe(2);
  });

  it("dropped half-way keeps what is on the list and deletes the rest of the file", async () => {
    const office = await createOffice();
    const { id } = await check(office, peopleList({ rows: 2500, faulty: 0, duplicates: 0 }));
    await runImport(office.deps, editor, { importId: id });
    expect(await writeImportPage(office.deps, id, 1)).toBe("written");
    expect(await dropImport(office.deps, editor, { importId: id })).toEqual({ added: 1000 });
    await office.work();
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(1000);
    expect(await office.count("SELECT count(*) FROM import_page")).toBe(0);
    expect(await runImport(office.deps, editor, { importId: id })).toMatchObject({ code: "imports.dropped" });
  });

  it("adds a known person to the second list without a second address", async () => {
    const office = await createOffice();
    await importAll(office, "a@b.example\n");
    await importAll(office, "A@B.example\n", LISTS.other);
    expect(await office.count("SELECT count(*) FROM address")).toBe(1);
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(2);
  });

  it("leaves evidence: the claim and the file's hash per page, and a commitment for each person that his row opens", async () => {
    const office = await createOffice();
    const done = await importAll(office, "a@b.example\nc@d.example\n");
    const rows = await office.client.execute("SELECT typ, body, commitments FROM event");
    const event = readEvent(utf8(String(rows.rows[0]?.body)));
    expect(event).toMatchObject({
      typ: "consent.imported",
      import: done.id,
      list: LISTS.newsletter,
      purpose: PURPOSES.news,
      source: claim.source,
      since: claim.since,
      basis: "consent",
      proof: "none",
      fileTag: "tag" in done.file ? done.file.tag : "",
      rows: 2,
      unproven: 2,
      people: { count: 2 },
    });
    expect(JSON.stringify(event)).not.toContain("@b.example");
    const commitments = hex(new Uint8Array(rows.rows[0]?.commitments as ArrayBuffer));
    const people = await office.client.execute(
      "SELECT s.id, s.person_id, s.since, s.bulk_salt, a.id AS address_id, a.sealed FROM subscription s JOIN address a ON a.id = s.address_id",
    );
    for (const row of people.rows) {
      const place = { table: "address", column: "sealed", row: String(row.address_id) };
      const { address } = JSON.parse(office.deps.vault.open(place, new Uint8Array(row.sealed as ArrayBuffer)));
      const facts = personFacts({
        normalised: address,
        personId: String(row.person_id),
        subscriptionId: String(row.id),
        since: String(row.since),
      });
      expect(commitments).toContain(hex(personCommitment(new Uint8Array(row.bulk_salt as ArrayBuffer), facts)));
    }
  });

  it("adds nobody to a list that was closed meanwhile", async () => {
    const office = await createOffice();
    const { id } = await check(office, "a@b.example\n");
    await runImport(office.deps, editor, { importId: id });
    await office.client.execute({ sql: "UPDATE list SET state='ended' WHERE id=?", args: [LISTS.newsletter] });
    await office.work();
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(0);
    expect(await readImport(office.deps.db, id)).toMatchObject({ state: "dropped" });
  });
});

describe("Windows-1257", () => {
  it("has every Latvian letter", () => {
    const letters = "ĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽž–„”€";
    expect(new TextDecoder("windows-1257").decode(encode(letters, "windows-1257"))).toBe(letters);
  });
});
