/**
 * Makes a list of people as an office would export it: Latvian names, addresses under reserved names, some without name
 * or language, some twice, some faulty. The same options give the same bytes. By hand: people-list-cli.ts.
 */
export interface ListOptions {
  rows: number;
  /** Another seed gives other people. */
  seed?: number;
  encoding?: "utf-8" | "utf-8-bom" | "windows-1257" | "windows-1251" | "utf-16le" | "utf-16be";
  delimiter?: "," | ";" | "\t";
  header?: "lv" | "en" | "none";
  /** mailchimp: the columns of its export (src/domain/imports/rules/titles.ts), about 200 bytes a row. */
  format?: "plain" | "mailchimp";
  /** Share of rows that repeat an earlier address; 0.02 by default. */
  duplicates?: number;
  /** Share of rows with a fault; 0.02 by default. */
  faulty?: number;
}

const FIRST =
  "Anna,Ilze,Līga,Kristīne,Zane,Inese,Dace,Ēvalda,Žanete,Ķērija,Jānis,Andris,Juris,Pēteris,Mārtiņš,Āris,Guntis,Ņina,Šarlote,Čārlzs".split(
    ",",
  );
const LAST =
  "Bērziņ,Kalniņ,Ozoliņ,Liepiņ,Krūmiņ,Balod,Eglīt,Zariņ,Pēterson,Vītol,Kļaviņ,Kārkliņ,Ābel,Šmit,Žagar,Ģibiet,Ņuk,Ūdr".split(
    ",",
  );
const DOMAINS = ["pasts.example", "epasts.test", "skola.example", "novads.test", "birojs.example", "brivpasts.test"];
const TITLES = { lv: ["E-pasts", "Vārds, uzvārds", "Valoda"], en: ["E-mail", "Name", "Language"] };
const PLAIN: Record<string, string> = {
  ā: "a",
  č: "c",
  ē: "e",
  ģ: "g",
  ī: "i",
  ķ: "k",
  ļ: "l",
  ņ: "n",
  š: "s",
  ū: "u",
  ž: "z",
};

const MAILCHIMP =
  "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS".split(
    ",",
  );

/** Two of three signed up by a form themselves. */
function asMailchimp([address = "", name = ""]: string[], i: number): string[] {
  const [first = "", last = ""] = name.split(" ");
  const own = i % 3 !== 0 ? ["2019-03-04 09:12:31", "192.0.2.7"] : ["", ""];
  const place = ["56.9496000", "24.1052000", "2", "3", "Europe/Riga", "lv", "RIX"];
  const ids = ["2024-01-02 10:00:00", String(100_000_000 + i), `e${String(i).padStart(9, "0")}`];
  const notes = ["Pievienots pasākumā, lūdz sūtīt tikai jaunumus", '"prese","jaunumi"'];
  return [address, first, last, "4", ...own, "2019-03-04 09:14:00", "192.0.2.7", ...place, ...ids, ...notes];
}

/** The bytes of a list. */
export function peopleList(options: ListOptions): Uint8Array {
  const { delimiter = ",", header = "lv", encoding = "utf-8", format = "plain" } = options;
  const quote = (cell: string) =>
    cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  const rows = format === "mailchimp" ? peopleRows(options).map(asMailchimp) : peopleRows(options);
  const lines = rows.map((cells) => cells.map(quote).join(delimiter));
  const titles = format === "mailchimp" ? MAILCHIMP : TITLES[header === "none" ? "lv" : header];
  if (header !== "none") lines.unshift(titles.map(quote).join(delimiter));
  return encode(`${lines.join("\r\n")}\r\n`, encoding);
}

/** The cells of its rows: address, name, language. */
export function peopleRows({ rows, seed = 1, duplicates = 0.02, faulty = 0.02 }: ListOptions): string[][] {
  const chance = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const made: string[][] = [];
  const good: string[][] = [];
  for (let i = 0; i < rows; i++) {
    const first = pick(FIRST);
    const stem = pick(LAST);
    const last = /[ae]$/.test(first) ? `${stem}a` : `${stem}${/[ķļņ]$/.test(stem) ? "š" : "s"}`;
    const address = `${plain(first)}.${plain(last)}.${seed}-${i}@${pick(DOMAINS)}`;
    const row = [address, chance() < 0.1 ? "" : `${first} ${last}`, pick(["lv", "lv", "lv", "en", ""])];
    const dice = chance();
    if (dice < duplicates && good.length > 0)
      made.push([(pick(good)[0] as string).toUpperCase(), row[1] as string, row[2] as string]);
    else if (dice < duplicates + faulty) made.push(spoil(row as [string, string, string], pick(FAULTS)));
    else {
      made.push(row);
      good.push(row);
    }
  }
  return made;
}

type Spoiler = (row: [string, string, string]) => string[];
const FAULTS: Spoiler[] = [
  ([address, ...rest]) => [address.replace("@", "."), ...rest],
  ([address, ...rest]) => [`${address}; ${address.replace("@", "2@")}`, ...rest],
  ([, ...rest]) => ["jānis@pasts.example", ...rest],
  ([address, , language]) => [address, '=HYPERLINK("http://bad.example")', language],
  () => ["", "", ""],
];
const spoil = (row: [string, string, string], how: Spoiler) => how(row);

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, (c) => PLAIN[c] ?? "");
}

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Text as bytes of an encoding; throws on a character that a one-byte encoding lacks. */
export function encode(text: string, encoding: NonNullable<ListOptions["encoding"]>): Uint8Array {
  if (encoding === "utf-16le" || encoding === "utf-16be") return wide(`\ufeff${text}`, encoding === "utf-16be");
  if (encoding === "utf-8" || encoding === "utf-8-bom")
    return new TextEncoder().encode(encoding === "utf-8-bom" ? `\ufeff${text}` : text);
  return encodeOneByte(text, encoding);
}

/** The same for any encoding of one byte that `TextDecoder` knows, `koi8-r` too. */
export function encodeOneByte(text: string, encoding: string): Uint8Array {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  return Uint8Array.from(text, (character) => {
    const byte = all.indexOf(character);
    if (byte < 0) throw new Error(`${encoding} has no ${character}`);
    return byte;
  });
}

function wide(text: string, bigEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return new Uint8Array(view.buffer);
}
