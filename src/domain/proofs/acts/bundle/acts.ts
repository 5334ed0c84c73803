/**
 * Acts of the institution in a bundle: the import that brought a person to a list, with his part in it opened where that can be,
 * and what was done in a campaign. Each with its own key's salt, so that the log entry opens.
 */
import { sameBytes, utf8 } from "../../../../platform/encoding.ts";
import { personFacts } from "../../../imports/rules/evidence.ts";
import { eventSalt } from "../../../proof-log/rules/commitment.ts";
import { actKeyPlace, personCommitment, readEvent } from "../../../proof-log/rules/event.ts";
import { inclusionProof } from "../../../proof-log/rules/proofs.ts";
import { hashesOf } from "../../../proof-log/rules/tile.ts";
import { leafHash, rootOf } from "../../../proof-log/rules/tree.ts";
import type { SignedHead } from "../../../proof-log/views.ts";
import type { ActPart } from "../../rules/bundle/parts.ts";
import type { PersonInAct } from "../../rules/bundle/people.ts";
import type { ReportImport } from "../../rules/report/content.ts";
import { type ImportedRow, readImported } from "../../views/imported.ts";
import { headFor, readIndices } from "../../views/inclusion.ts";
import type { BundleDeps, BundleHouse } from "./house.ts";

interface ActRow {
  eid: string;
  body: string;
  leaf: string;
  sealedKey: Uint8Array | null;
}

/** An act with where it is proved. */
export interface PlacedAct<Row> {
  part: ActPart;
  row: Row;
  index: number | undefined;
  head: SignedHead | undefined;
}

/** The acts in the order of the log; those that are not sealed yet stand last, by their id. */
export async function actParts<Row extends ActRow>(
  deps: BundleDeps,
  house: BundleHouse,
  rows: readonly Row[],
): Promise<PlacedAct<Row>[]> {
  const indices = await readIndices(
    deps.db,
    rows.map(({ leaf }) => leaf),
  );
  const placed = rows
    .map((row) => ({ row, index: indices.get(row.leaf) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.index - b.index || (a.row.eid < b.row.eid ? -1 : 1));
  const parts: PlacedAct<Row>[] = [];
  for (const [i, { row, index }] of placed.entries()) {
    const head = house.heads && headFor(house.heads, index);
    const key = row.sealedKey && deps.vault.openProofKey(actKeyPlace(row.eid), row.sealedKey);
    const proof = head && key ? await house.prover?.proofFile(index, head, eventSalt(key, row.eid)) : undefined;
    parts.push({
      part: { n: i + 1, body: row.body, ...(proof && { proof }) },
      row,
      index: head ? index : undefined,
      head,
    });
  }
  return parts;
}

/** The imports that brought the person, or the owner of these records; `email`: opens his part in them. */
export async function importParts(
  deps: BundleDeps,
  house: BundleHouse,
  of: { personId?: string | undefined; records: readonly string[]; email?: string | undefined },
): Promise<{ acts: ActPart[]; told: ReportImport[]; heads: (SignedHead | undefined)[] }> {
  const found = await readImported(deps.db, { personId: of.personId, records: of.records });
  // One page of an import may have brought him to several lists; its event stands once.
  const events = [...new Map(found.map(({ event }) => [event.eid, event])).values()];
  const acts: ActPart[] = [];
  const told: ReportImport[] = [];
  const placed = await actParts(deps, house, events);
  for (const { part, row, index } of placed) {
    const rows = found.filter(({ event }) => event.eid === row.eid);
    const people = of.email === undefined ? [] : rows.flatMap((one) => partOf(one, of.email as string) ?? []);
    acts.push({ ...part, ...(people.length > 0 && { people }) });
    told.push(...rows.map((one) => toldOf(one, index)));
  }
  return { acts, told, heads: placed.map(({ head }) => head) };
}

/** The person's part, opened by the salt on his row; undefined where that is gone, or the address is another one. */
function partOf({ event, salt, personId, subscriptionId, since }: ImportedRow, email: string): PersonInAct | undefined {
  if (!salt || personId === null || since === null || !event.commitments) return undefined;
  const facts = personFacts({ normalised: email, personId, subscriptionId, since });
  const mine = personCommitment(salt, facts);
  const all = hashesOf(event.commitments);
  const index = all.findIndex((one) => sameBytes(one, mine));
  if (index < 0) return undefined;
  const leaves = all.map(leafHash);
  const proof = inclusionProof(index, leaves.length, ({ level, index: at }) =>
    rootOf(leaves.slice(at * 2 ** level, (at + 1) * 2 ** level)),
  );
  return { index, facts, salt, proof };
}

function toldOf({ event, list }: ImportedRow, index: number | undefined): ReportImport {
  const said = readEvent(utf8(event.body));
  const text = (name: string) => (typeof said?.[name] === "string" ? (said[name] as string) : "");
  return {
    eid: event.eid,
    at: event.at,
    ...(index !== undefined && { index }),
    list: list.names,
    source: text("source"),
    since: text("since"),
    proof: text("proof") === "none" ? "" : text("proof"),
    rows: typeof said?.rows === "number" ? said.rows : 0,
  };
}
