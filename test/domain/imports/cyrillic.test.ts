/** Windows-1251 told from Windows-1257 by letters: lists with Russian names come in it, and a wrong guess spoils every name. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Arrival, decodePart } from "../../../src/domain/imports/file/arrival.ts";
import { Letters } from "../../../src/domain/imports/file/letters.ts";
import { recheckImport } from "../../../src/domain/imports/recheck.ts";
import { readBothWays } from "../../../src/domain/imports/views/both-ways.ts";
import { readImport } from "../../../src/domain/imports/views.ts";
import { BY_THE_PROGRAM } from "../../../src/domain/read-log/acts/record.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { encode, encodeOneByte } from "../../support/people-list.ts";
import { must } from "../consent/scene.ts";
import { brought, checked, refusedFor } from "./bring.ts";
import { createOffice, editor } from "./office.ts";

const RUSSIAN = ["Иван Петров", "Анна Ёлкина", "Юлия Щербакова", "Нонна Попова", "Пётр Цой", "ОЛЬГА ЖУКОВА"];
const LATVIAN = ["Ārija Āboliņa", "Žanna Šķēle", "Ēriks Bērziņš", "ŅINA ĶĒNIŅA", "Ūdre Īva", "Ļena Čače"];
const BALTIC = ["Žydrūnas Ąžuolas", "Müller Jörg", "Õie Põld", "Łukasz Żak", "Saša Önnela"];
const list = (names: readonly string[], titles = "E-pasts;Vārds") =>
  [titles, ...names.map((name, i) => `cilveks${i}@pasts.example;${name}`), ""].join("\r\n");

function told(bytes: Uint8Array, size = 7): { encoding: string; text: string } | string {
  const arrival = new Arrival(10_000_000);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const some = arrival.push(bytes.subarray(at, at + size));
    if (isRefusal(some)) return some.code;
    parts.push(...some);
  }
  const end = arrival.finish();
  if (isRefusal(end)) return end.code;
  const text = [...parts, ...end.parts].map((part, n) => decodePart(part, end.encoding, n === 0)).join("");
  return { encoding: end.encoding, text };
}

describe("a guess by letters", () => {
  it("knows a list of Russian names, whichever of them, and gives them back letter by letter", () => {
    const some = fc.array(fc.constantFrom(...RUSSIAN), { minLength: 1, maxLength: 8 });
    const titles = fc.constantFrom("E-pasts;Vards", "Эл. почта;Имя", "email;name");
    fc.assert(
      fc.property(some, titles, fc.integer({ min: 1, max: 40 }), (names, head, size) => {
        const text = list(names, head);
        expect(told(encode(text, "windows-1251"), size)).toEqual({ encoding: "windows-1251", text });
      }),
    );
  });

  it("leaves Latvian, Lithuanian, Estonian, Polish and German names what they were", () => {
    const some = fc.array(fc.constantFrom(...LATVIAN, ...BALTIC), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(some, (names) => {
        const text = list(names);
        expect(told(encode(text, "windows-1257"))).toEqual({ encoding: "windows-1257", text });
      }),
    );
  });

  it("takes neither KOI8-R nor the Cyrillic of DOS for it: the names would come out wrong", () => {
    const text = list(RUSSIAN, "email;name");
    for (const encoding of ["koi8-r", "ibm866"]) expect(told(encodeOneByte(text, encoding))).toBe("imports.not_text");
  });

  it("never fails, whatever the bytes, and does not depend on the pieces that they come in", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 60 }), (bytes, size) => {
        const [whole, pieces] = [new Letters(), new Letters()];
        whole.see(bytes);
        for (let at = 0; at < bytes.length; at += size) pieces.see(bytes.subarray(at, at + size));
        expect(["latin", "cyrillic", "strange"]).toContain(whole.look);
        expect(pieces.look).toBe(whole.look);
        expect(told(bytes, size)).toEqual(told(bytes, 1000));
      }),
      { numRuns: 500 },
    );
  });
});

describe("an import of such a list", () => {
  it("finds the columns by Russian titles, and writes the names as they are", async () => {
    const office = await createOffice();
    const file = encode(list(RUSSIAN, "Эл. почта;Имя и фамилия"), "windows-1251");
    const job = await brought(office, file);
    expect(job.findings).toMatchObject({
      encoding: "windows-1251",
      titles: ["Эл. почта", "Имя и фамилия"],
      mapping: { header: true, uses: ["email", "name"] },
      add: RUSSIAN.length,
    });
    const rows = await office.client.execute("SELECT id, sealed FROM address");
    const names = rows.rows.map((row) => {
      const place = { table: "address", column: "sealed", row: String(row.id) };
      return JSON.parse(office.deps.vault.open(place, new Uint8Array(row.sealed as ArrayBuffer))).name;
    });
    expect(names.sort()).toEqual([...RUSSIAN].sort());
  });

  it("shows the same names in both encodings, masked, and is read again in the one that a person chose", async () => {
    const office = await createOffice();
    // One initial tells nothing: the guess is the encoding of Latvian offices.
    const file = encode("E-pasts;Vards\r\nanna@pasts.example;Ц Coi\r\n", "windows-1251");
    const job = await checked(office, file);
    expect(job.findings.encoding).toBe("windows-1257");
    expect(await readBothWays(office.deps, BY_THE_PROGRAM, job)).toEqual([
      { encoding: "windows-1257", names: ["•• C••"] },
      { encoding: "windows-1251", names: ["•• C••"] },
    ]);
    must(await recheckImport(office.deps, editor, { importId: job.id, encoding: "windows-1251" }));
    const again = await readImport(office.deps.db, job.id);
    expect(again?.findings).toMatchObject({ encoding: "windows-1251", add: 1 });
    const long = await checked(office, encode(list(["Иван Петров"], "email;name"), "windows-1251"));
    expect(await readBothWays(office.deps, BY_THE_PROGRAM, long)).toEqual([
      { encoding: "windows-1257", names: ["Čā•• Ļåņ••"] },
      { encoding: "windows-1251", names: ["Ив•• Пет••"] },
    ]);
  });

  it("whose encoding is no guess shows none, and keeps it", async () => {
    const office = await createOffice();
    const job = await checked(office, list(RUSSIAN));
    expect(job.findings.encoding).toBe("utf-8");
    expect(await readBothWays(office.deps, BY_THE_PROGRAM, job)).toEqual([]);
    expect(await recheckImport(office.deps, editor, { importId: job.id, encoding: "windows-1251" })).toMatchObject({
      code: "imports.encoding_known",
    });
    expect(await refusedFor(office, encodeOneByte(list(RUSSIAN, "email;name"), "koi8-r"))).toBe("imports.not_text");
  });
});
