/**
 * What the proof log keeps of an import: one event per page, `consent.imported`, with the office's claim and the keyed
 * tag of the file (before: its SHA-256 as `file`, from which a file of one address could be guessed), and one salted commitment per person.
 *
 *     facts of the page    {"basis":"consent","by":"staff:u1","fileTag":"c07e…","import":"…","list":"news","origin":"themselves","page":0,
 *                           "proof":"…","purpose":"…","rows":1000,"since":"2019-03-01","source":"…","unproven":400}
 *     facts of a person    {"email":"liga@pasts.example","person":"…","since":"2019-03-01","subscription":"…"}
 *
 * A person's facts can be made again from his row and its salt while he is on the list; when the row ends, salt and
 * address go, and the commitment tells nothing. `since` of a person is the day of his own opt-in where the file has it.
 * `import.opted-out` and `list.synced` commit to those who were taken off the list.
 */
import type { Json } from "../../proof-log/rules/canonical.ts";
import type { Claim } from "./claim.ts";

export const IMPORTED = "consent.imported";
export const OPTED_OUT = "import.opted-out";
export const SYNCED = "list.synced";

export interface PageOf {
  importId: string;
  n: number;
  rows: number;
  /** Of those, people who came without proof of their consent. */
  unproven?: number;
  listSlug: string;
  purposeSlug: string;
  claim: Claim;
  file: FileMark;
  /** Who confirmed the import; imports from before that was kept have nobody. */
  startedBy: string | null;
}

/** Facts of the event of one page. */
export function pageFacts(page: PageOf): Record<string, Json> {
  const { claim } = page;
  return {
    import: page.importId,
    page: page.n,
    rows: page.rows,
    ...(page.unproven === undefined ? {} : { unproven: page.unproven }),
    list: page.listSlug,
    purpose: page.purposeSlug,
    source: claim.source.normalize("NFC"),
    ...asked(claim),
    ...("tag" in page.file ? { fileTag: page.file.tag } : { file: page.file.sha256 }),
    ...(page.startedBy === null ? {} : { by: page.startedBy }),
  };
}

/** A file of opt-outs adds nobody, so nothing more than its source was asked, and nothing more is stated. */
function asked(claim: Claim): Record<string, Json> {
  const { since, basis, origin, proof } = claim;
  if (!since && !basis) return {};
  return { since, basis, origin, proof: proof === "" ? "none" : proof.normalize("NFC") };
}

/** Facts of one person's part in it. */
export function personFacts(one: {
  normalised: string;
  personId: string;
  subscriptionId: string;
  since: string;
}): Record<string, Json> {
  return { email: one.normalised, person: one.personId, subscription: one.subscriptionId, since: one.since };
}

/**
 * How an import names the file that it came from: by a keyed tag (`keyed:` and 64 hex digits in its row), so that a file with one
 * address cannot be guessed from it. Rows and events of older versions have the bare SHA-256.
 */
export type FileMark = { tag: string } | { sha256: string };

const KEYED = "keyed:";

/** As it stands in the row. */
export const markText = (tag: string): string => `${KEYED}${tag}`;

/** What a row says; the empty mark is that of a file which has not arrived whole. */
export const readMark = (text: string): FileMark =>
  text.startsWith(KEYED) ? { tag: text.slice(KEYED.length) } : { sha256: text };
