/**
 * The byte hunt: looks for a person in bytes, in every form that programs give to a text (promise P4). What is hunted is a
 * `Prey`: clear words, sealed bytes, keyed tags. Where it is hunted is a `Place`: files, rows, lines, jobs.
 *
 *     const found = hunt([...clear("address", "anna@pasts.example"), sealed("address.sealed", bytes)], filesOf(folder));
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { World } from "./open-world.ts";

/** One spelling of what is hunted. */
export interface Form {
  /** For example `address, UTF-16LE`. */
  name: string;
  bytes: Buffer;
}

/** Where it is looked for. */
export interface Place {
  name: string;
  bytes: Buffer;
}

/** `file wal: address, UTF-16LE at 4096`. */
export type Found = string;

/** Shorter pieces would be found by chance. */
const LEAST = 8;
/** So much of sealed bytes is looked for: enough to be unlike anything else, short enough to fit beside a torn page. */
const PIECE = 24;

/** A clear text in every form: as typed, lower and upper case, with its escapes, in five encodings, Base64 at any offset, hexadecimal. */
export function clear(what: string, text: string): Form[] {
  const spelled = new Map<string, string>([
    ["as it is", text],
    ["lower case", text.toLowerCase()],
    ["upper case", text.toUpperCase()],
    ["NFD", text.normalize("NFD")],
    ["percent-encoded", encodeURIComponent(text)],
    ["percent-encoded, lower case", encodeURIComponent(text).toLowerCase()],
    ["as a form field", new URLSearchParams({ x: text }).toString().slice(2)],
    ["JSON", JSON.stringify(text).slice(1, -1)],
    ["JSON, ASCII", ascii(text)],
    ["HTML", text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&#39;").replaceAll('"', "&quot;")],
    ["quoted-printable", quotedPrintable(text)],
    ["reversed", [...text].reverse().join("")],
  ]);
  const forms: Form[] = [];
  for (const [spelling, spelt] of spelled) {
    forms.push({ name: `${what}, ${spelling}`, bytes: Buffer.from(spelt, "utf8") });
    forms.push({ name: `${what}, ${spelling}, UTF-16LE`, bytes: Buffer.from(spelt, "utf16le") });
    forms.push({ name: `${what}, ${spelling}, UTF-16BE`, bytes: Buffer.from(spelt, "utf16le").swap16() });
  }
  for (const spelt of new Set([text, text.toLowerCase()])) {
    forms.push(...encoded(what, Buffer.from(spelt, "utf8")));
    forms.push(...encoded(`${what}, UTF-16LE`, Buffer.from(spelt, "utf16le")));
  }
  return distinct(forms);
}

/** Bytes that must not be anywhere: a sealed value, a look-up tag, the hash of a link. Raw, hexadecimal, Base64; whole and in pieces. */
export function bytes(what: string, value: Uint8Array): Form[] {
  const all = Buffer.from(value);
  const pieces: Buffer[] = [];
  for (let at = 0; at < Math.max(1, all.length - PIECE + 1); at += PIECE) pieces.push(all.subarray(at, at + PIECE));
  return distinct(
    pieces.flatMap((piece, i) => [
      { name: `${what}, piece ${i + 1}`, bytes: piece },
      ...encoded(`${what}, piece ${i + 1}`, piece),
    ]),
  );
}

/** Sealed values are hunted by what follows the key's id: that alone is the same for all rows. */
export const sealed = (what: string, value: Uint8Array): Form[] => bytes(what, value.subarray(4));

/** Every form in every place where it is found, once for each pair. */
export function hunt(prey: readonly Form[], places: readonly Place[]): Found[] {
  const found: Found[] = [];
  for (const place of places)
    for (const form of prey) {
      const at = place.bytes.indexOf(form.bytes);
      if (at >= 0) found.push(`${place.name}: ${form.name} at ${at}`);
    }
  return found;
}

/** Every file below a folder. */
export function filesOf(folder: string, under = ""): Place[] {
  return readdirSync(join(folder, under)).flatMap((name) => {
    const path = join(under, name);
    if (statSync(join(folder, path)).isDirectory()) return filesOf(folder, path);
    return [{ name: `file ${path}`, bytes: readFileSync(join(folder, path)) }];
  });
}

/** A text as a place, for example all lines of a log. */
export const textPlace = (name: string, text: string): Place => ({ name, bytes: Buffer.from(text, "utf8") });

/**
 * Every cell of every table: what the file's pages may tear apart is whole here, and a find has the name of its column.
 * `but`: tables that are kept on purpose.
 */
export async function rowsOf(client: World["client"], but: readonly string[] = []): Promise<Place[]> {
  const tables = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' AND name <> 'sqlite_sequence'",
  );
  const places: Place[] = [];
  for (const { name } of tables.rows) {
    const table = String(name);
    if (but.includes(table)) continue;
    const cells = new Map<string, Buffer[]>();
    const { columns, rows } = await client.execute(`SELECT * FROM "${table}"`);
    for (const row of rows)
      for (const column of columns) {
        const value = row[column];
        if (value === null || value === undefined) continue;
        const cell = value instanceof ArrayBuffer ? Buffer.from(value) : Buffer.from(String(value), "utf8");
        cells.set(column, [...(cells.get(column) ?? []), cell, Buffer.from([0])]);
      }
    for (const [column, all] of cells) places.push({ name: `row ${table}.${column}`, bytes: Buffer.concat(all) });
  }
  return places;
}

/** Base64 at each of the three offsets at which a text may stand in what was encoded, and hexadecimal. */
function encoded(what: string, value: Buffer): Form[] {
  const forms: Form[] = [];
  for (const offset of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(offset), value]);
    // The first and the last characters mix with what stands beside it.
    const text = whole.toString("base64").replace(/=+$/, "");
    const sure = text.slice(offset === 0 ? 0 : offset + 1, (whole.length % 3 === 0 ? 0 : -1) || undefined);
    forms.push({ name: `${what}, Base64 at ${offset}`, bytes: Buffer.from(sure) });
    const forUrls = sure.replaceAll("+", "-").replaceAll("/", "_");
    forms.push({ name: `${what}, base64url at ${offset}`, bytes: Buffer.from(forUrls) });
  }
  forms.push({ name: `${what}, hexadecimal`, bytes: Buffer.from(value.toString("hex")) });
  forms.push({ name: `${what}, HEXADECIMAL`, bytes: Buffer.from(value.toString("hex").toUpperCase()) });
  return forms;
}

const ascii = (text: string) =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);

const quotedPrintable = (text: string) =>
  [...Buffer.from(text, "utf8")]
    .map((byte) =>
      byte > 0x7e || byte < 0x20 || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
        : String.fromCharCode(byte),
    )
    .join("");

/** Each spelling once; what is too short to mean anything is left out. */
function distinct(forms: readonly Form[]): Form[] {
  const seen = new Set<string>();
  return forms.filter(({ bytes: one }) => {
    const key = one.toString("latin1");
    if (one.length < LEAST || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
