/** Whoever left is not brought back by an import, whichever way his address is written and whatever happens meanwhile (P5). */
import { describe, expect, it } from "vitest";
import { checkImportPart } from "../../../src/domain/imports/check-part.ts";
import { recheckImport } from "../../../src/domain/imports/recheck.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { readImport } from "../../../src/domain/imports/views.ts";
import { writeImportPage } from "../../../src/domain/imports/write-page.ts";
import { normaliseAddress } from "../../../src/domain/people/rules.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { peopleList } from "../../support/people-list.ts";
import { brought, checked, members } from "./bring.ts";
import { claim, createOffice, editor, LISTS, type Office, PURPOSES } from "./office.ts";

const key = (typed: string) => {
  const address = normaliseAddress(typed);
  if (isRefusal(address)) throw new Error(address.code);
  return address.normalised;
};

describe("somebody who left", () => {
  it.each([
    ["the same", "liga@pasts.example", "liga@pasts.example"],
    ["in capitals", "liga@pasts.example", " LIGA@Pasts.EXAMPLE "],
    ["with a domain in letters", "liga@xn--prlis-iza.example", "Liga@Pērlis.example"],
    ["with a domain in its combined form", "liga@pērlis.example", "liga@pe\u0304rlis.example"],
    ["in a quoted cell", "liga@pasts.example", '"liga@pasts.example"'],
    ["with a no-break space", "liga@pasts.example", "\u00a0liga@pasts.example\u00a0"],
    ["with a tag of his own", "liga+jaunumi@pasts.example", "Liga+Jaunumi@pasts.example"],
  ])("is known again: %s", async (_, left, typed) => {
    const office = await createOffice({ keys: 2 });
    const [newest] = office.deps.vault.suppressionTags(key(left));
    await office.suppress(key(left), PURPOSES.news);
    // An old key's tag is enough.
    await office.client.execute({ sql: "DELETE FROM suppression WHERE tag = ?", args: [newest?.tag ?? null] });
    const done = await checked(office, `E-pasts\n${typed}\njauna@pasts.example\n`);
    expect(done.findings).toMatchObject({ add: 1, left: 1 });
  });

  it.each([
    ["a point at the end of the domain", "liga@pasts.example."],
    ["an invisible letter", "liga\u200b@pasts.example"],
    ["a look-alike", "lıga@pasts.example"],
    ["wide letters", "liga@ｐasts.example"],
  ])("does not come in under a disguise: %s", async (_, typed) => {
    const office = await createOffice();
    await office.suppress("liga@pasts.example", PURPOSES.news);
    expect((await checked(office, `E-pasts\n${typed}\n`)).findings).toMatchObject({ add: 0, refused: 1 });
  });

  it("between the dry run and the run, or between two pages, is not added", async () => {
    const office = await createOffice();
    const found = await checked(office, peopleList({ rows: 2500, faulty: 0, duplicates: 0 }));
    await checkImportPart(office.deps, found.id);
    const file = new TextDecoder().decode(peopleList({ rows: 2500, faulty: 0, duplicates: 0 })).split("\r\n");
    const at = (row: number) => (file[row] ?? "").split(",")[0] ?? "";
    await office.suppress(key(at(5)), PURPOSES.news);
    await runImport(office.deps, editor, { importId: found.id });
    await writeImportPage(office.deps, found.id, 1);
    await office.suppress(key(at(2400)), "*");
    await office.work();
    const { findings, state } = (await readImport(office.deps.db, found.id)) ?? found;
    expect([state, findings.written]).toEqual(["done", expect.objectContaining({ added: 2498, left: 2, already: 0 })]);
  });

  it("a sync of staff does not bring back, and does not take for missing", async () => {
    const office = await createOffice();
    await office.suppress("a@ministry.example", PURPOSES.task);
    const staff = { listId: LISTS.staff, kind: "sync" as const, claim: { ...claim, basis: "task" as const } };
    const { findings } = await checked(office, "E-pasts\nA@ministry.example\nb@ministry.example\n", staff);
    expect(findings).toMatchObject({ add: 1, left: 1, missing: { people: 0, of: 0 } });
  });

  it("is not added by reading the file again with other columns", async () => {
    const office = await createOffice();
    const found = await checked(office, "E-pasts;Statuss\na@b.example;Unsubscribed\nc@d.example;Active\n");
    await runImport(office.deps, editor, { importId: found.id });
    await office.work();
    const again = await checked(office, "E-pasts;Statuss\na@b.example;Unsubscribed\nc@d.example;Active\n");
    const mapping = { header: true, uses: ["email" as const, "skip" as const] };
    await recheckImport(office.deps, editor, { importId: again.id, mapping });
    expect((await readImport(office.deps.db, again.id))?.findings).toMatchObject({ add: 0, left: 1, already: 1 });
  });
});

describe("two imports at the same time", () => {
  const FILE = peopleList({ rows: 2200, faulty: 0, duplicates: 0 });
  const run = async (office: Office, ids: string[]) => {
    for (const importId of ids) await runImport(office.deps, editor, { importId });
    for (let turn = 0; turn < 12; turn++) await Promise.all(ids.map((id) => writeImportPage(office.deps, id, 1)));
    await office.work();
  };

  it("of the same people onto one list add each once, and their figures tell it", async () => {
    const office = await createOffice();
    const ids = [(await checked(office, FILE)).id, (await checked(office, FILE)).id];
    await run(office, ids);
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(2200);
    expect(await office.count("SELECT count(*) FROM person")).toBe(2200);
    const written = await Promise.all(ids.map(async (id) => (await readImport(office.deps.db, id))?.findings.written));
    expect(written.reduce((sum, w) => sum + (w?.added ?? 0), 0)).toBe(2200);
    expect(written.reduce((sum, w) => sum + (w?.already ?? 0), 0)).toBe(2200);
  });

  it("of the same people onto two lists make each person once", async () => {
    const office = await createOffice();
    const other = { listId: LISTS.other };
    await run(office, [(await checked(office, FILE)).id, (await checked(office, FILE, other)).id]);
    expect(await office.count("SELECT count(*) FROM person")).toBe(2200);
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(4400);
  });
});

describe("an opt-out below the person in a later part of the file", () => {
  it("takes him back from the figures in every part", async () => {
    const office = await createOffice();
    const rows = Array.from({ length: 9000 }, (_, i) => `p${i}@pasts.example;;${"x".repeat(40)};`);
    const file = `E-pasts;Piekrišanas laiks;Piezīme;Statuss\n${rows.join("\n")}\np3@pasts.example;;x;unsubscribed\n`;
    const proven = { claim: { ...claim, proof: "Lieta 4-12" } };
    const { findings } = await checked(office, file, proven);
    expect(findings).toMatchObject({ rows: 9001, add: 8999, unproven: 8999, stopped: 1, refused: 1 });
    const done = await brought(office, file, proven);
    expect(done.findings.written).toMatchObject({ added: 8999, stopped: 1 });
    expect((await members(office)).some(([address]) => address === "p3@pasts.example")).toBe(false);
  });
});
