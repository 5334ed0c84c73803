/**
 * The lists of an office that has mailed for ten years from several systems: one of each encoding, with people who are on
 * two of them, rows that nobody can read, and people who said no to the old system. The same number gives the same bytes.
 */
import { encode, type ListOptions, peopleRows } from "../support/people-list.ts";

export interface OfficeFile {
  name: string;
  kind: "people" | "opt-outs";
  /** Where the office keeps the proof of those rows that claim one. */
  proof: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface OfficeLists {
  files: OfficeFile[];
  /** Addresses that a campaign may ask, in lower case. */
  asked: Set<string>;
  /** Addresses whose consent the export proves: they are left out. */
  proven: Set<string>;
  /** Addresses that left in the old system: never a recipient. */
  left: Set<string>;
}

const FAULTS = ["liga bez zīmes.example", "@pasts.example", "", "a@b@c.example", "janis@pasts..example"];

/** Lists of together about `people` rows. */
export function officeLists(people: number): OfficeLists {
  const rows = peopleRows({ rows: people, seed: 7, duplicates: 0, faulty: 0 }).map(([address = "", name = ""]) => ({
    address,
    name,
  }));
  const [a, b, c] = [Math.floor(people * 0.4), Math.floor(people * 0.7), people];
  const excel = rows.slice(0, a);
  const mailigen = rows.slice(a, b);
  const phplist = rows.slice(b, c);
  const known = (address: string) => address.toLowerCase();
  const gone = rows.filter((_, i) => i % 40 === 3);
  const withProof = (i: number) => i % 25 === 7;
  const unconfirmed = (i: number) => i % 50 === 9;
  const faults = (n: number) => Array.from({ length: Math.ceil(n / 50) }, (_, i) => FAULTS[i % FAULTS.length] ?? "");
  // Everybody of every twentieth row of the first list is on the second one too.
  const twice = excel.filter((_, i) => i % 20 === 1);

  const files: OfficeFile[] = [
    file("mailchimp-unsubscribed.csv", "opt-outs", "utf-8", ",", [
      ["Email Address", "First Name", "UNSUB_TIME", "UNSUB_REASON"],
      ...gone.map(({ address }) => [address, "", "2021-06-01 07:00:00", "NORMAL"]),
    ]),
    file("saraksts.txt", "people", "utf-16le", "\t", [
      ["E-pasts", "Vārds, uzvārds"],
      ...excel.map(({ address, name }) => [address, name]),
      ...faults(excel.length).map((fault) => [fault, "Kļūda"]),
    ]),
    file("mailigen.csv", "people", "windows-1257", ";", [
      ["EMAIL", "FNAME", "OPTIN_TIME", "OPTIN_IP", "CONFIRM_TIME", "STATUS"],
      ...mailigen.map(({ address, name }, i) =>
        withProof(i)
          ? [address, name, "2019-03-04 09:12:31", "192.0.2.7", "2019-03-04 09:14:00", "Active"]
          : [address, name, "", "", "", "Active"],
      ),
      ...twice.map(({ address, name }) => [address.toUpperCase(), name, "", "", "", "Active"]),
      ...faults(mailigen.length).map((fault) => [fault, "", "", "", "", "Active"]),
    ]),
    file("phplist.csv", "people", "utf-8", "\t", [
      ["id", "Email", "Is this subscriber confirmed", "Is this subscriber blacklisted", "Name"],
      ...phplist.map(({ address, name }, i) => [String(i), address, unconfirmed(i) ? "0" : "1", "0", name]),
      ...faults(phplist.length).map((fault, i) => [String(people + i), fault, "1", "0", ""]),
    ]),
  ];

  const left = new Set(gone.map(({ address }) => known(address)));
  const proven = new Set(mailigen.flatMap(({ address }, i) => (withProof(i) ? [known(address)] : [])));
  const asked = new Set(
    [...excel, ...mailigen.filter((_, i) => !withProof(i)), ...phplist.filter((_, i) => !unconfirmed(i))].map((row) =>
      known(row.address),
    ),
  );
  for (const address of left) {
    asked.delete(address);
    proven.delete(address);
  }
  return { files, asked, proven, left };
}

function file(
  name: string,
  kind: OfficeFile["kind"],
  encoding: NonNullable<ListOptions["encoding"]>,
  delimiter: string,
  rows: string[][],
): OfficeFile {
  const quote = (cell: string) =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = rows.map((cells) => cells.map(quote).join(delimiter)).join("\r\n");
  return {
    name,
    kind,
    proof: name === "mailigen.csv" ? "Mailigen, pieteikumu žurnāls" : "",
    bytes: encode(`${text}\r\n`, encoding) as Uint8Array<ArrayBuffer>,
  };
}
