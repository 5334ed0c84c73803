/** Nothing of a person is shown to staff except past the read log: held to the code itself, so that a new page cannot forget it. */

import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { READ_ACTS } from "../../../src/domain/read-log/rules/acts.ts";

const RECORD = "src/domain/read-log/acts/record.ts";
const sources = new Map(globSync("src/**/*.{ts,tsx}").map((file) => [file, readFileSync(file, "utf8")]));
const withText = (pattern: RegExp) =>
  [...sources]
    .filter(([file, text]) => file !== RECORD && pattern.test(text))
    .map(([file]) => file)
    .sort();

describe("a look", () => {
  it("is put on record by one file alone: only it makes the mark that a look is on record", () => {
    expect(withText(/as Recorded\b/)).toEqual([]);
    expect(withText(/INTO read_log|insert\(readLog\)/)).toEqual(["src/domain/read-log/store.ts"]);
    expect(withText(/\blineWrite\(/)).toEqual(["src/domain/read-log/store.ts"]);
  });

  it("that no colleague makes is one of these", () => {
    expect(withText(/\bBY_THE_PERSON\b/)).toEqual(["src/domain/me/held/dossier.ts", "src/domain/proofs/acts/own.ts"]);
    expect(withText(/\bBY_THE_PROGRAM\b/)).toEqual(["src/domain/imports/acts/check-step.ts"]);
  });

  it("is of a kind that is named, and every kind is used", () => {
    const acts = new Set(
      [...sources.values()].flatMap((t) => [...t.matchAll(/"([a-z]+(?:-[a-z]+)*\.[a-z-]+)"/g)].map((m) => m[1])),
    );
    expect(Object.keys(READ_ACTS).filter((act) => !acts.has(act))).toEqual([]);
  });
});

/** Permissions whose whole point is to see people. */
const TO_SEE =
  "people.look-up|people.export|proof.look-up|proof.open|proof.export|suppression.look-up|consent.record-refusal";

/** Nothing of a person comes of these. */
const ONLY_ASKED = [
  // Counts what an export would hold; the export itself asks again.
  "src/domain/proofs/export-many.ts",
  // Lets an export go, and notes that its recipient was told: numbers of rows.
  "src/domain/exports/drop.ts",
  "src/domain/exports/tell.ts",
];

it("whoever may not look and tries is on record: verbs that show people ask through the read log", () => {
  const plain = new RegExp(`\\bmay\\(actor, "(${TO_SEE})"\\)`);
  expect(withText(plain).filter((file) => file.startsWith("src/domain/") && !ONLY_ASKED.includes(file))).toEqual([]);
  expect(withText(/\bmayRead\(/).length).toBeGreaterThan(8);
});

/** What opens an address or a name. */
const OPENS = /vault\.(open|openPiece)\(|\bopenAddress\(|\breadAddress\((deps\.)?vault,|\bopenSignUp\(/;
const RECORDS = /\b(recordReading|commitReading|readingWrites)\(/;

/**
 * Reached from the desk or the command line without a line in the read log, and why nobody is shown.
 */
const SHOWS_NOBODY: Record<string, string> = {
  "src/domain/imports/acts/source.ts": "reads a file that the colleague has just brought",
  "src/domain/messages/views/held.ts": "domains of mail providers, with how many",
  "src/domain/consent/views/standing.ts": "for the domains of the view above; and inside acts that end mail",
  "src/domain/consent/acts/sign-up-seal.ts": "for a view that asks for the mark",
  "src/domain/campaigns/acts/expire.ts": "deletes people, shows numbers",
  "src/domain/consent/views/reachable.ts": "sends a held mail again, shows numbers",
  "src/domain/rights-requests/acts/contents.ts": "inside acts that answer a request; read.ts alone shows who asks",
  "src/domain/last-mails/acts/owe.ts": "seals the mail of somebody who leaves",
  "src/domain/consent/acts/return-seal.ts": "reads back what the person's own browser brings",
  "src/domain/consent/views/link.ts":
    "how the sealed proof of somebody who leaves is found; and for the views and acts of this table",
  "src/domain/suppressions/acts/silence.ts": "ends mail to marked addresses, shows numbers",
};

it("what opens an address is reached from the desk and the command line past the read log, or shows nobody", () => {
  const valueImports = (file: string) =>
    [...(sources.get(file) ?? "").matchAll(/^(?:import|export) (?!type )[\s\S]*?from "(\.[^"]+)";/gm)]
      .filter(([line]) => {
        const names = /\{([\s\S]*)\}/
          .exec(line ?? "")?.[1]
          ?.split(",")
          .map((name) => name.trim());
        return !names?.filter(Boolean).every((name) => name.startsWith("type "));
      })
      .map(([, path = ""]) => normalize(join(dirname(file), path)));
  // What the command line opens to run jobs leads everywhere; jobs show nothing to anybody.
  const machinery = /^src\/runtime\/cli\/(house|replay\/.*)\.ts$/;
  const roots = [...sources.keys()].filter((f) => /^src\/(http\/staff|runtime\/cli)\//.test(f) && !machinery.test(f));
  const reached = new Set(roots);
  for (const file of reached)
    for (const next of valueImports(file)) {
      if (!/^src\/(domain|delivery|http\/staff)\//.test(next) || RECORDS.test(sources.get(next) ?? "")) continue;
      if (sources.has(next)) reached.add(next);
    }
  expect(reached.size).toBeGreaterThan(300);
  const open = [...reached].filter((file) => OPENS.test(sources.get(file) ?? ""));
  expect(open.length).toBeGreaterThan(5);
  const unmarked = open.filter((file) => !/: Recorded\b/.test(sources.get(file) ?? ""));
  expect(unmarked.filter((file) => !(file in SHOWS_NOBODY)).sort()).toEqual([]);
});
