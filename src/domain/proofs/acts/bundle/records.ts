/** Records as a bundle holds them: the exact bytes of their events, each with its proof, what is still kept, and the DPV view. */
import { utf8 } from "../../../../platform/encoding.ts";
import { emailDisclosure, eventSalt } from "../../../proof-log/rules/commitment.ts";
import { readEvent, recordKeyPlace } from "../../../proof-log/rules/event.ts";
import type { SignedHead } from "../../../proof-log/views.ts";
import type { EventPart, RecordPart } from "../../rules/bundle/parts.ts";
import { viewText } from "../../rules/dpv/context.ts";
import { recordView } from "../../rules/dpv/record.ts";
import type { Statement } from "../../rules/dpv/statement.ts";
import { readRecordRows } from "../../views/chain.ts";
import { headFor, readIndices } from "../../views/inclusion.ts";
import { type BundleDeps, type BundleHouse, catalogueOf } from "./house.ts";

/** A record with what the report says of it. */
export interface MadeRecord {
  part: RecordPart;
  events: MadeEvent[];
}

export interface MadeEvent {
  said: Statement;
  /** Index of its entry in the log, from 0, and the head it is proved against; absent while it is not sealed. */
  place?: { index: number; head: SignedHead };
  /** Which of the record's disclosures belong to it. */
  digests: ReadonlySet<string>;
}

/** What of people goes into a bundle. */
export interface Personal {
  /** The normalised address that somebody brought, or of the person as he is held: it is disclosed. */
  email?: string | undefined;
  /** Network, program and mail of a "yes", as far as they are kept. */
  circumstances: boolean;
}

/** Makes the records of these ids, sorted by id; one that is not there (any more) is absent. */
export async function makeRecords(
  deps: BundleDeps,
  house: BundleHouse,
  ids: readonly string[],
  personal: Personal,
): Promise<MadeRecord[]> {
  if (ids.length === 0) return [];
  const rows = await readRecordRows(deps.db, ids);
  const indices = await readIndices(
    deps.db,
    rows.events.map(({ leaf }) => leaf),
  );
  const made: MadeRecord[] = [];
  for (const { record } of [...rows.records].sort((a, b) => (a.record.id < b.record.id ? -1 : 1))) {
    const key = deps.vault.openProofKey(recordKeyPlace(record.id), record.sealedKey);
    const parts: EventPart[] = [];
    const events: MadeEvent[] = [];
    const disclosures: string[] = [];
    for (const row of rows.events.filter(({ recordId }) => recordId === record.id)) {
      const said = readEvent(utf8(row.body)) as Statement | undefined;
      if (!said || row.version === null) throw new Error("an event does not read");
      const index = indices.get(row.leaf);
      const head = index !== undefined && house.heads ? headFor(house.heads, index) : undefined;
      const place = index !== undefined && head ? { index, head } : undefined;
      const proof = place && (await house.prover?.proofFile(place.index, place.head, eventSalt(key, row.eid)));
      const own = [
        ...addressOf(said, key, personal.email),
        ...(personal.circumstances
          ? rows.disclosures.filter(({ eid }) => eid === row.eid).map(({ body }) => body)
          : []),
      ];
      parts.push({ n: row.version, body: row.body, ...(proof && { proof }) });
      events.push({ said, ...(place && { place }), digests: new Set(own) });
      disclosures.push(...own);
    }
    if (parts.length === 0) continue;
    const statements = events.map(({ said }) => said);
    const slugs = statements.flatMap(({ purposes }) => purposes.map(({ id }) => id));
    const view = viewText(recordView(statements, catalogueOf(house, slugs)));
    made.push({ part: { rec: record.id, events: parts, disclosures: disclosures.sort(), view }, events });
  }
  return made;
}

/** The disclosure of the address, where the event hides this very one: a person may have had another one before. */
function addressOf(said: Statement, key: Uint8Array, email: string | undefined): string[] {
  if (email === undefined) return [];
  const { body, digest } = emailDisclosure(key, said.eid, email);
  return said._sd?.includes(digest) ? [body] : [];
}

/** Hashes of the texts that these records name. */
export const textsOf = (records: readonly MadeRecord[]): string[] => [
  ...new Set(
    records.flatMap(({ events }) =>
      events.flatMap(({ said: { notice, form } }) => [notice, form].flatMap((text) => text?.sha256 ?? [])),
    ),
  ),
];

/** The heads that these records are proved against; undefined for what is not sealed yet. */
export const headsOf = (records: readonly MadeRecord[]): (SignedHead | undefined)[] =>
  records.flatMap(({ events }) => events.map(({ place }) => place?.head));
