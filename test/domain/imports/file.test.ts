import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Arrival, decodePart } from "../../../src/domain/imports/file/arrival.ts";
import { guessDelimiter, readRecords } from "../../../src/domain/imports/file/records.ts";
import { csvLine } from "../../../src/domain/imports/file/write-csv.ts";
import { askable, CLAIMED_BASES, checkClaim, entersAs, ORIGINS } from "../../../src/domain/imports/rules/claim.ts";
import { checkMapping, guessMapping } from "../../../src/domain/imports/rules/columns.ts";
import { readLanguage } from "../../../src/domain/imports/rules/language.ts";
import { readRow } from "../../../src/domain/imports/rules/row.ts";
import { COLUMN_USES } from "../../../src/domain/imports/rules/uses.ts";
import { LIST_KINDS } from "../../../src/domain/lists/rules.ts";
import { isRefusal, refuse } from "../../../src/refusal.ts";
import { importsRefusals } from "../../../src/texts/refusals/imports.ts";
import { encode } from "../../support/people-list.ts";

const settings = { accepts: () => undefined, defaultLanguage: "lv" as const, today: "2026-11-22" };
const cells = (text: string, delimiter: ";" | "," | "\t" = ",") => {
  const found: string[][] = [];
  const read = readRecords(text, { delimiter, last: true }, (record) => found.push(record));
  if (isRefusal(read)) throw new Error(read.code);
  return found;
};

/** A file in pieces of this size, to its text. */
function arrive(bytes: Uint8Array, size = 1000) {
  const arrival = new Arrival(10_000_000);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const some = arrival.push(bytes.subarray(at, at + size));
    if (isRefusal(some)) return some;
    parts.push(...some);
  }
  const end = arrival.finish();
  if (isRefusal(end)) return end;
  const text = [...parts, ...end.parts].map((part, n) => decodePart(part, end.encoding, n === 0)).join("");
  return { text, encoding: end.encoding, sha256: end.sha256, parts: parts.length + end.parts.length };
}

describe("bytes", () => {
  it("of every kind, in pieces of any size, become text or a refusal that has a sentence, never a fault", () => {
    const wild = fc.uint8Array({ maxLength: 400 });
    const wide = fc.string({ maxLength: 60 }).map((text) => encode(text, "utf-16le"));
    fc.assert(
      fc.property(fc.oneof(wild, wide), fc.integer({ min: 1, max: 50 }), (bytes, size) => {
        const file = arrive(bytes, size);
        if (isRefusal(file)) expect(file.code in importsRefusals.lv).toBe(true);
        else expect(file.text.includes("\0")).toBe(false);
        expect(file).toEqual(arrive(bytes, 1000));
      }),
      { numRuns: 300 },
    );
  });

  it("of Latvian text come back the same from each encoding", () => {
    const text = fc.stringMatching(/^[A-Za-zĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽž ;,@.]{1,60}$/);
    const encodings = fc.constantFrom("utf-8", "utf-8-bom", "windows-1257", "utf-16le", "utf-16be" as const);
    fc.assert(
      fc.property(text, encodings, fc.integer({ min: 1, max: 30 }), (written, encoding, size) => {
        const file = arrive(encode(`${written}Šā`, encoding as "utf-8"), size);
        expect(isRefusal(file) ? file.code : file.text).toBe(`${written}Šā`);
      }),
    );
  });

  it("are told apart by their BOM, their zeros, and what is no UTF-8", () => {
    const told = (encoding: "utf-8", text = "E-pasts\tVārds\r\nanna@pasts.example\tĒvalda\r\n") => {
      const file = arrive(encode(text, encoding));
      return isRefusal(file) ? file.code : file.encoding;
    };
    expect(told("utf-8")).toBe("utf-8");
    expect(told("windows-1257" as "utf-8")).toBe("windows-1257");
    expect(told("utf-16le" as "utf-8")).toBe("utf-16le");
    expect(told("utf-16be" as "utf-8")).toBe("utf-16be");
    const without = encode("e-mail,name\na@b.example,Anna\n", "utf-16le").subarray(2);
    expect(isRefusal(arrive(without)) ? "" : arrive(without)).toMatchObject({ encoding: "utf-16le" });
  });

  it("are cut into parts that read back whole, between lines where there are lines", () => {
    for (const [line, ends] of [
      ["Ēvalda,anna@pasts.example\r\n", true],
      ["ēžšāņ", false],
    ] as const)
      for (const encoding of ["utf-8", "windows-1257", "utf-16le"] as const) {
        const text = line.repeat(30_000);
        const file = arrive(encode(text, encoding), 70_001);
        if (isRefusal(file)) throw new Error(file.code);
        expect(file.parts).toBeGreaterThan(encoding === "windows-1257" && !ends ? 0 : 1);
        expect(file.text === text).toBe(true);
      }
  });
});

describe("records", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 12 }).filter((s) => !s.includes("\ufeff"));
  const record = fc.array(cell, { minLength: 2, maxLength: 4 });
  const quoted = (records: string[][], delimiter: string, end = "\r\n") =>
    records.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(delimiter)).join(end);

  it("are what was written, whatever the delimiter and the cells", () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(";", ",", "\t"),
        (records, delimiter) => {
          expect(cells(quoted(records, delimiter), delimiter as ";")).toEqual(records);
        },
      ),
    );
  });

  it("are the same when the text is cut anywhere, quotation marks and line ends included", () => {
    const text = fc.oneof(
      fc.array(record, { minLength: 1, maxLength: 6 }).map((r) => quoted(r, ",")),
      fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "ē"), maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, fc.nat(60), (whole, cut) => {
        const at = Math.min(cut, whole.length);
        const once: string[][] = [];
        const all = readRecords(whole, { delimiter: ",", last: true }, (r) => once.push(r));
        const twice: string[][] = [];
        const first = readRecords(whole.slice(0, at), { delimiter: ",", last: false }, (r) => twice.push(r));
        if (isRefusal(first)) throw new Error("a short text is never too long");
        const rest = readRecords(whole.slice(first.at), { delimiter: ",", last: true, row: first.row }, (r) =>
          twice.push(r),
        );
        expect(isRefusal(rest)).toBe(isRefusal(all));
        if (!isRefusal(rest) && !isRefusal(all)) expect([twice, rest.row]).toEqual([once, all.row]);
      }),
      { numRuns: 500 },
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

  it("end at any line end, and a mark in the middle of a cell is a mark", () => {
    expect(cells('a,b\rc,d\n"e\nf",g\r\nh "i" j,k')).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e\nf", "g"],
      ['h "i" j', "k"],
    ]);
  });

  it("with a mark that never closes are refused, whether the text is short or long", () => {
    const open = (text: string) => {
      const read = readRecords(text, { delimiter: ",", last: true }, () => {});
      return isRefusal(read) ? [read.code, read.values?.row] : "read";
    };
    expect(open('a,b\n"c,d\n')).toEqual(["imports.quotes", 2]);
    expect(open(`a\n"b${"c\n".repeat(100_000)}`)).toEqual(["imports.quotes", 2]);
    expect(open(`${"x".repeat(200_000)}\n`)).toEqual(["imports.long_line", 1]);
    expect(open(`a,b\n${"x,".repeat(100_000)}\n`)).toEqual(["imports.long_line", 2]);
    expect(open(`a,b\n"x\ny",${"x,".repeat(100_000)}\n`)).toEqual(["imports.quotes", 2]);
  });
});

describe("a row", () => {
  const mapping = { header: false, uses: ["email" as const, "name" as const, "language" as const] };
  const read = (...row: string[]) => {
    const got = readRow(row, mapping, settings);
    return got.is === "person" ? got.row : got.is === "refused" ? got.code : got.is;
  };

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
    expect(readRow(["a@OWN.example"], mapping, own)).toMatchObject({ row: { address: "a@own.example" } });
    expect(readRow(["a@b.example"], mapping, own)).toEqual({ is: "refused", code: "lists.not_own_domain" });
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
        const count = (use: string) => uses.filter((u) => u === use).length;
        const good = count("email") === 1 && count("language") <= 1;
        expect(checkMapping({ header: true, uses }) === undefined).toBe(good);
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

  it("names no proof of consent for people who never gave their address", () => {
    for (const origin of ORIGINS) {
      const claim = { source: "s", since: "2020-01-01", basis: "consent" as const, origin, proof: "Mape 4" };
      const codes = checkClaim(claim, "newsletter", "2026-11-22").map((p) => p.code);
      expect(codes).toEqual(askable(claim) ? [] : ["imports.proof_of_whom"]);
      expect(checkClaim({ ...claim, proof: "" }, "newsletter", "2026-11-22")).toEqual([]);
    }
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
    const sly = csvLine(["\n=1", "＝1+1", " =1+1", "＠x", "a-b"]);
    expect(cells(sly, ";")).toEqual([["'\n=1", "'＝1+1", "' =1+1", "'＠x", "a-b"]]);
    const text = csvLine(["=1+1", "@x", "-", "\tx", 'say "hi"', 12]);
    expect(cells(text, ";")).toEqual([["'=1+1", "'@x", "'-", "'\tx", 'say "hi"', "12"]]);
  });
});
