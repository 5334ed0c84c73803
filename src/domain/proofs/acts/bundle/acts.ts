/**
 * Acts of the institution in a bundle: what brought a person to a list and what asked him, with his part in it opened where that
 * can be, and what was done in a campaign. Each with its own key's salt, so that the log entry opens.
 */
import { sameBytes } from "../../../../platform/encoding.ts";
import { eventSalt } from "../../../proof-log/rules/commitment.ts";
import { actKeyPlace, personCommitment } from "../../../proof-log/rules/event.ts";
import { inclusionProof } from "../../../proof-log/rules/proofs.ts";
import { hashesOf } from "../../../proof-log/rules/tile.ts";
import { leafHash, rootOf } from "../../../proof-log/rules/tree.ts";
import type { SignedHead } from "../../../proof-log/views.ts";
import type { ActPart } from "../../rules/bundle/parts.ts";
import type { PersonInAct } from "../../rules/bundle/people.ts";
import { headFor, readIndices } from "../../views/inclusion.ts";
import type { BundleDeps, BundleHouse } from "./house.ts";

export interface ActRow {
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

/** One person's part in a bulk act, by the salt on his row; undefined where he is not in it, or these are not his facts. */
export function partIn(
  commitments: Uint8Array | null,
  salt: Uint8Array,
  facts: PersonInAct["facts"],
): PersonInAct | undefined {
  const mine = personCommitment(salt, facts);
  const all = hashesOf(commitments ?? new Uint8Array(0));
  const index = all.findIndex((one) => sameBytes(one, mine));
  if (index < 0) return undefined;
  const leaves = all.map(leafHash);
  const proof = inclusionProof(index, leaves.length, ({ level, index: at }) =>
    rootOf(leaves.slice(at * 2 ** level, (at + 1) * 2 ** level)),
  );
  return { index, facts, salt, proof };
}
