/** Files as they really come: in an encoding that nobody named, broken, or not a list at all. Each is read right or refused in words that help. */
import { describe, expect, it } from "vitest";
import { utf8 } from "../../../src/platform/encoding.ts";
import { encode } from "../../support/people-list.ts";
import { checked, members, refusedFor } from "./bring.ts";
import { createOffice } from "./office.ts";

const TEXT = "E-pasts;Vārds\r\nanna@pasts.example;Ārija Āboliņa\r\nzane@pasts.example;Žanna Šķēle\r\n";
const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

describe("an encoding", () => {
  it.each(["utf-16le", "utf-16be"] as const)(
    "%s without its mark is known, letters with a zero in them included",
    async (encoding) => {
      const office = await createOffice();
      const found = await checked(office, encode(TEXT, encoding).subarray(2));
      expect(found.findings).toMatchObject({ encoding, add: 2, titles: ["E-pasts", "Vārds"] });
    },
  );

  it("mixed with another is refused, before names come out wrong", async () => {
    const office = await createOffice();
    const more = encode("liga@pasts.example;Līga Bērziņa\r\nguna@pasts.example;Guna Ūdre\r\n", "windows-1257");
    expect(await refusedFor(office, joined(utf8(TEXT), more))).toBe("imports.mixed_encoding");
    expect(await refusedFor(office, joined(utf8("\ufeffE-pasts;Vārds\n"), more))).toBe("imports.mixed_encoding");
    // Without letters that Windows-1257 lacks, nothing but the pairs tells it.
    const pairs = utf8("E-pasts;V\na@b.example;Rēzekne ģimene ņēma\n");
    expect(await refusedFor(office, joined(pairs, more))).toBe("imports.mixed_encoding");
  });

  it("Windows-1257 with capitals before closing quotes stays what it is", async () => {
    const office = await createOffice();
    const file = encode("E-pasts;Vārds\na@b.example;Biedrība „ZVANĪ”\nc@d.example;„MĀJĀ” – Ēvele\n", "windows-1257");
    expect((await checked(office, file)).findings).toMatchObject({ encoding: "windows-1257", add: 2 });
  });

  it("that ends in the middle of a letter tells of a file that was cut off", async () => {
    const office = await createOffice();
    const whole = utf8("E-pasts;Vārds\na@b.example;Šķēlē");
    expect(await refusedFor(office, whole.subarray(0, whole.length - 1))).toBe("imports.cut_off");
    // One letter of Windows-1257 at the end is no half letter of UTF-8.
    const short = encode("E-pasts;Vards\na@b.example;Marš", "windows-1257");
    expect((await checked(office, short)).findings.encoding).toBe("windows-1257");
  });
});

describe("a file that is no list", () => {
  const zip = (...names: string[]) =>
    joined(
      Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0),
      ...names.map((name) => utf8(`${name}\u0001PK\u0003\u0004`)),
    );
  it.each([
    ["an Excel workbook", zip("[Content_Types].xml", "xl/workbook.xml"), "imports.spreadsheet"],
    ["a LibreOffice table", zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "imports.spreadsheet"],
    ["an old Excel workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), "imports.spreadsheet"],
    ["Mailchimp's archive", zip("subscribed_email_audience_export_1a2b.csv"), "imports.archive"],
    ["gzip", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0), "imports.archive"],
    ["7z", joined(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), new Uint8Array(9)), "imports.archive"],
    ["RAR", joined(utf8("Rar!"), Uint8Array.of(0x1a, 7, 0)), "imports.archive"],
    ["a table of a web page", utf8("\r\n<table><tr><td>a@b.example</td></tr></table>"), "imports.not_csv"],
    ["a web page", utf8("<!DOCTYPE html><html><body>a@b.example</body></html>"), "imports.not_csv"],
    ["XML", utf8('<?xml version="1.0"?><list><mail>a@b.example</mail></list>'), "imports.not_csv"],
    ["JSON", utf8('[{"email":"a@b.example","name":"Anna"}]'), "imports.not_csv"],
    ["address cards", utf8("BEGIN:VCARD\r\nVERSION:3.0\r\nEMAIL:a@b.example\r\nEND:VCARD\r\n"), "imports.not_csv"],
    ["rich text", utf8("{\\rtf1\\ansi a@b.example}"), "imports.not_csv"],
    ["a PDF", joined(utf8("%PDF-1.7\n%"), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3)), "imports.not_csv"],
    ["only titles", utf8("E-pasts;Vārds\r\n"), "imports.no_rows"],
    [
      "ten thousand columns",
      utf8(`${"x;".repeat(10_000)}E-pasts\n${"1;".repeat(10_000)}a@b.example\n`),
      "imports.too_many_columns",
    ],
    ["one line without an end", new Uint8Array(3_000_000).fill(120), "imports.long_line 1"],
    [
      "a quotation mark that never closes",
      joined(utf8('E-pasts\n"a@b.example\n'), new Uint8Array(3_000_000).fill(10)),
      "imports.quotes 2",
    ],
  ])("is refused in its own words: %s", async (_, file, code) => {
    const office = await createOffice();
    expect(await refusedFor(office, file)).toBe(code);
    for (const table of ["import", "import_page", "import_tag"])
      expect(await office.count(`SELECT count(*) FROM ${table}`)).toBe(0);
  });
});

it("lines that end as on an old Macintosh are lines, in every encoding", async () => {
  const office = await createOffice();
  for (const encoding of ["utf-8", "windows-1257", "utf-16le"] as const) {
    const { findings } = await checked(office, encode(TEXT.replaceAll("\r\n", "\r"), encoding));
    expect(findings).toMatchObject({ rows: 2, add: 2 });
  }
  expect(await members(office)).toEqual([]);
});
