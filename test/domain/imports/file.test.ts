import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFile } from "../../../src/domain/imports/file/decode.ts";
import { guessDelimiter, readRecords } from "../../../src/domain/imports/file/records.ts";
import { readFileRows } from "../../../src/domain/imports/file/rows.ts";
import { writeCsv } from "../../../src/domain/imports/file/write-csv.ts";
import { askable, CLAIMED_BASES, checkClaim, entersAs, ORIGINS } from "../../../src/domain/imports/rules/claim.ts";
import { COLUMN_USES, checkMapping, guessMapping } from "../../../src/domain/imports/rules/columns.ts";
import { readLanguage } from "../../../src/domain/imports/rules/language.ts";
import { readRow } from "../../../src/domain/imports/rules/row.ts";
import { LIST_KINDS } from "../../../src/domain/lists/rules.ts";
import { isRefusal, refuse } from "../../../src/refusal.ts";
import { importsRefusals } from "../../../src/texts/refusals/imports.ts";
import { refusalTexts } from "../../../src/texts/refusals/index.ts";
import { encode } from "../../support/people-list.ts";

const settings = { accepts: () => undefined, defaultLanguage: "lv" as const };
const cells = (text: string, delimiter: ";" | "," | "\t" = ",") => {
  const found: string[][] = [];
  readRecords(text, delimiter, (record) => found.push(record));
  return found;
};

describe("bytes", () => {
  it("of every kind become text or a refusal that has a sentence, never a fault", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const file = decodeFile(bytes);
        if (isRefusal(file)) expect(file.code in importsRefusals.lv).toBe(true);
        else expect(file.text).not.toContain("\ufffd");
      }),
    );
  });

  it("of Latvian text come back the same from each encoding", () => {
    const text = fc.stringMatching(/^[A-Za-zĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽž ;,@.]{1,60}$/);
    fc.assert(
      fc.property(text, fc.constantFrom("utf-8", "utf-8-bom", "windows-1257"), (written, encoding) => {
        const file = decodeFile(encode(`${written}Šā`, encoding));
        expect(isRefusal(file) ? file.code : file.text).toBe(`${written}Šā`);
      }),
    );
  });
});

describe("records", () => {
  it("are what was written, whatever the delimiter and the cells", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 }).filter((s) => !s.includes("\ufeff"));
    const record = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(";", ",", "\t"),
        (records, delimiter) => {
          const text = records.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(delimiter)).join("\r\n");
          expect(cells(text, delimiter as ";")).toEqual(records);
        },
      ),
    );
  });

  it.each([
    ["a;b\n1;2\n", ";"],
    ["a,b\n1,2\n", ","],
    ["a\tb\n1\t2\n", "\t"],
    ['"x;y","b"\n"p;q","r"\n', ","],
    ["sep=;\na,b;c\n", ";"],
    ["a@b.example\nc@d.example\n", ","],
    ["E-pasts;Vārds, uzvārds\na@b.example;Bērziņa, Anna\n", ";"],
  ])("of %j are parted by %j", (text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter));

  it("keep the row numbers of the file, empty rows and line breaks in cells counted as a spreadsheet does", () => {
    const found = readFileRows('E-pasts,Vārds\n\n"a@b.example","Anna\nBērziņa"\nbad,x\n', settings);
    if (isRefusal(found)) throw new Error(found.code);
    expect(found.rows).toBe(3);
    expect(found.reasons.list()).toEqual([
      { code: "address.no_at", rows: 1, first: [4] },
      { code: "row.empty", rows: 1, first: [2] },
    ]);
    expect(JSON.parse(found.pages[0] ?? "")).toEqual([
      { row: 3, normalised: "a@b.example", address: "a@b.example", name: "Anna Bērziņa", language: "lv" },
    ]);
  });

  it("of any text add up: accepted and refused rows are all rows", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const found = readFileRows(`${text}\nlast@pasts.example\n`, settings);
        if (isRefusal(found)) expect(found.code in importsRefusals.lv).toBe(true);
        else {
          const accepted = found.pages.reduce((sum, page) => sum + JSON.parse(page).length, 0);
          expect(accepted + found.reasons.total).toBe(found.rows);
          for (const { code } of found.reasons.list()) expect(code in refusalTexts.lv, code).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a row", () => {
  const mapping = { header: false, uses: ["email" as const, "name" as const, "language" as const] };
  const read = (...row: string[]) => readRow(row, mapping, settings);

  it.each([
    [["", " ", ""], "row.empty"],
    [["", "Anna", ""], "address.empty"],
    [["a@b.example", "=cmd|' /C calc'!A0", ""], "row.formula"],
    [["a@b.example", "@SUM(A1)", ""], "row.formula"],
    [["a@b.example", "+371 20000000", ""], "row.formula"],
    [["a@b.example", "-2+3", ""], "row.formula"],
    [["a@b.example", "x".repeat(201), ""], "row.name_too_long"],
  ])("%j is refused with %s", (row, code) => expect(read(...row)).toBe(code));

  it("cleans a name without changing its letters, and a dash is no name", () => {
    expect(read("a@b.example", "  Ēriks\t\u200bBērziņš\r\n", "EN")).toMatchObject({
      name: "Ēriks Bērziņš",
      language: "en",
    });
    expect(read("a@b.example", "E\u0304riks", "")).toMatchObject({ name: "Ēriks", language: "lv" });
    expect(read("a@b.example", "-", "русский")).toMatchObject({ name: "", language: "lv" });
    expect(read("\ta@b.example ", "")).toMatchObject({ address: "a@b.example", name: "" });
  });

  it("is refused where the list does not take its domain", () => {
    const own = {
      ...settings,
      accepts: (domain: string) => (domain === "own.example" ? undefined : refuse("lists.not_own_domain")),
    };
    expect(readRow(["a@OWN.example"], mapping, own)).toMatchObject({ address: "a@own.example" });
    expect(readRow(["a@b.example"], mapping, own)).toBe("lists.not_own_domain");
  });

  it.each([
    ["lv", "lv"],
    [" LV ", "lv"],
    ["Latviešu", "lv"],
    ["latviešu valoda", "lv"],
    ["English", "en"],
    ["ru", undefined],
    ["", undefined],
  ])("language %j is %j", (cell, language) => expect(readLanguage(cell)).toBe(language));
});

describe("columns", () => {
  it("are guessed without a fault for any records, and a guess can always be read by", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom("E-pasts", "a@b.example", "lv", "Vārds"))), {
          maxLength: 6,
        }),
        (records) => {
          const guess = guessMapping(records);
          if (guess) expect(checkMapping(guess)).toBeUndefined();
        },
      ),
    );
  });

  it("chosen by a person need one address and at most one language", () => {
    const use = fc.constantFrom(...COLUMN_USES);
    fc.assert(
      fc.property(fc.array(use, { maxLength: 6 }), (uses) => {
        const emails = uses.filter((u) => u === "email").length;
        const languages = uses.filter((u) => u === "language").length;
        expect(checkMapping({ header: true, uses }) === undefined).toBe(emails === 1 && languages <= 1);
      }),
    );
  });
});

describe("a claim", () => {
  it("makes a newsletter or press subscription active only with consent and its proof; other lists rest on their own basis", () => {
    for (const kind of LIST_KINDS)
      for (const basis of CLAIMED_BASES)
        for (const proof of ["", "Mape 4"]) {
          const own = kind === "service" || kind === "staff";
          const entered = entersAs(kind, { source: "s", since: "2020-01-01", basis, origin: "contact", proof });
          expect(entered).toBe(own || (basis === "consent" && proof !== "") ? "active" : "unproven");
        }
  });

  it("lets people be asked only where they gave the address themselves, had contact, or another office handed it on", () => {
    const may = ORIGINS.filter((origin) => askable({ origin }));
    expect(may).toEqual(["themselves", "contact", "other_office"]);
    expect(askable({})).toBe(false);
  });

  it("has a sentence for everything that can be wrong with it", () => {
    const claim = {
      source: "x".repeat(301),
      since: "2020-02-30",
      basis: "task" as const,
      origin: "public" as const,
      proof: "y",
    };
    expect(checkClaim(claim, "newsletter", "2026-11-22").map((p) => [p.field, p.code])).toEqual([
      ["source", "form.too_long"],
      ["since", "imports.not_a_day"],
      ["proof", "imports.proof_of_what"],
    ]);
    expect(Object.keys(importsRefusals.en).sort()).toEqual(Object.keys(importsRefusals.lv).sort());
  });
});

describe("a written CSV", () => {
  it("runs no formula and reads back", () => {
    const text = writeCsv([["=1+1", "@x", "-", "\tx", 'say "hi"', 12]]);
    expect(cells(text.replace("\ufeff", ""), ";")).toEqual([["'=1+1", "'@x", "'-", "'\tx", 'say "hi"', "12"]]);
  });
});
