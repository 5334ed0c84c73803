/**
 * The chains of events of consent records as the desk shows them: what each event says, the text that was shown, its place
 * in the log, what personal is left of it, and the result of every check. Reads only; whoever calls writes the read log.
 */
import type { Deps } from "../../../deps.ts";
import { unbase64url } from "../../../platform/encoding.ts";
import type { Both } from "../../institution/rules.ts";
import { readLogOrigin } from "../../institution/views.ts";
import type { Notice } from "../../notices/rules.ts";
import { emailDisclosure, eventSalt } from "../../proof-log/rules/commitment.ts";
import { readDisclosure } from "../../proof-log/rules/disclosure.ts";
import { recordKeyPlace } from "../../proof-log/rules/event.ts";
import { type NoteKey, noteSigner, readVkey } from "../../proof-log/rules/note.ts";
import { readPastLogs } from "../../proof-log/views/copy.ts";
import { readKeys } from "../../proof-log/views/keys.ts";
import { readProof } from "../../proof-log/views.ts";
import { type Checked, type Checks, checkEvents, type LogNames } from "../rules/checks.ts";
import { type Said, said } from "../rules/said.ts";
import { type NamedMailing, type PlaceInLog, readNamed, readPlaces, readRecordRows } from "../views/chain.ts";

export type ChainDeps = Pick<Deps, "db" | "vault" | "config">;

/** An event with everything that the desk knows of it. */
export interface ChainEvent {
  eid: string;
  at: number;
  said: Said;
  place: PlaceInLog | undefined;
  /** Texts that were before the person, as they are kept. */
  notice: Notice | undefined;
  form: Notice | undefined;
  mailing: NamedMailing | undefined;
  /** Circumstances that are still kept, and how many were destroyed. */
  kept: { name: string; value: string }[];
  erased: number;
  checks: Checks;
}

export interface Chain {
  recordId: string;
  purpose: { id: string; slug: string; names: Both };
  state: string;
  /** Nobody is held any more whose record it is. */
  left: boolean;
  /** Day on which the proof itself is destroyed, where it is set. */
  shredDay: string | undefined;
  /** Slug → names, of the lists of the house. */
  lists: ReadonlyMap<string, Both>;
  events: ChainEvent[];
}

/**
 * The chains of these records, oldest record first. `email`: the normalised address that somebody brought, against which
 * each event is opened; without it that step stays unchecked.
 */
export async function readChains(deps: ChainDeps, recordIds: readonly string[], email?: string): Promise<Chain[]> {
  if (recordIds.length === 0) return [];
  const [rows, log] = await Promise.all([readRecordRows(deps.db, recordIds), readLogNames(deps)]);
  const says = new Map(rows.events.map((row) => [row.eid, said(row.body)]));
  const all = [...says.values()];
  const [named, places] = await Promise.all([
    readNamed(deps.db, {
      sha256: all.flatMap((one) => [one.noticeSha256, one.formSha256].filter((hash) => hash !== undefined)),
      mailings: all.flatMap((one) => one.mailing ?? []),
    }),
    readPlaces(
      deps.db,
      rows.events.map(({ leaf }) => leaf),
    ),
  ]);
  const lists = new Map(rows.lists.map((one) => [one.slug, one.names]));
  const chains: Chain[] = [];
  for (const { record, slug, sheet } of rows.records) {
    const key = openKey(deps, record.id, record.sealedKey);
    const own = rows.events.filter(({ recordId }) => recordId === record.id);
    const text = (hash: string | undefined) => (hash === undefined ? undefined : named.notices.get(hash));
    const asked: Checked[] = [];
    for (const { eid, body, leaf } of own) {
      const one = says.get(eid) as Said;
      const hashes = [one.noticeSha256, one.formSha256].filter((hash) => hash !== undefined);
      asked.push({
        eid,
        body,
        leaf,
        key,
        proof: await proofOf(deps, { eid, leaf }, key),
        address: key && email !== undefined ? emailDisclosure(key, eid, email) : undefined,
        texts: hashes.map((sha256) => ({ sha256, body: text(sha256)?.body })),
      });
    }
    const checks = checkEvents(asked, log, record.id);
    const events = own.map((row, i): ChainEvent => {
      const one = says.get(row.eid) as Said;
      const details = rows.disclosures.filter(({ eid }) => eid === row.eid).map(({ body }) => readDisclosure(body));
      return {
        eid: row.eid,
        at: row.at,
        said: one,
        place: places.get(row.leaf),
        notice: text(one.noticeSha256),
        form: text(one.formSha256),
        mailing: named.mailings.get(one.mailing ?? ""),
        kept: details.flatMap((detail) => (detail ? [{ name: detail.name, value: String(detail.value) }] : [])),
        // One digest is the address's, which is never kept.
        erased: Math.max(0, one.digests - 1 - details.length),
        checks: checks[i] as Checks,
      };
    });
    chains.push({
      recordId: record.id,
      purpose: { id: record.purposeId, slug, names: (sheet as { names: Both }).names },
      state: record.state,
      left: record.personId === null,
      shredDay: record.shredDay ?? undefined,
      lists,
      events,
    });
  }
  return chains;
}

/** The proof of an entry, by its row; undefined while it is not sealed. */
export async function proofOf(
  { db }: Pick<Deps, "db">,
  { eid, leaf }: { eid: string; leaf: string },
  key: Uint8Array | undefined,
): Promise<string | undefined> {
  const bytes = unbase64url(leaf);
  return bytes && readProof(db, bytes, key && eventSalt(key, eid));
}

/** Reads the names of this house. */
export async function readLogNames({ db, config }: ChainDeps): Promise<LogNames> {
  const [origin, past, rows] = await Promise.all([readLogOrigin(db), readPastLogs(db), readKeys(db)]);
  const own = config.rings.LOG_SIGNING_KEYS.all.map((key): NoteKey => noteSigner(origin, key.bytes));
  const earlier = rows.flatMap(({ vkey }) => readVkey(vkey) ?? []);
  const keys = [...own, ...earlier.filter(({ id }) => !own.some((key) => key.id === id))];
  return { origins: [origin, ...past.map((one) => one.origin)], keys };
}

/** The record's key; undefined where the ring has lost what opens it. */
function openKey({ vault }: ChainDeps, recordId: string, sealed: Uint8Array): Uint8Array | undefined {
  try {
    return vault.openProofKey(recordKeyPlace(recordId), sealed);
  } catch {
    return undefined;
  }
}
