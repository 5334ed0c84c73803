/**
 * The bundle of many: everybody who answered a campaign, or every record of a purpose with an event between two moments. Each
 * record is whole, so that nothing that followed is left out. It holds no addresses and no circumstances: what proves the
 * conduct of an office need not name thousands, and for one of them there is the bundle of one person.
 *
 * A part holds up to 5,000 records and is sent as it is written: one page of records is in memory, with a line of the report
 * for each. More records make more parts, each a bundle of its own; sorted by id, so that a part is the same every time.
 */
import { hex, utf8 } from "../../../../platform/encoding.ts";
import type { Both } from "../../../institution/rules.ts";
import { readEvent } from "../../../proof-log/rules/event.ts";
import type { SignedHead } from "../../../proof-log/views.ts";
import type { RecordPart } from "../../rules/bundle/parts.ts";
import { streamBundle } from "../../rules/bundle/write.ts";
import type { Statement } from "../../rules/dpv/statement.ts";
import { evidenceClass } from "../../rules/evidence.ts";
import type { ReportRow, ReportScope } from "../../rules/report/content.ts";
import { readRecordRows } from "../../views/chain.ts";
import { headFor, readIndices } from "../../views/inclusion.ts";
import { countRecords, type Many, readCampaignActs, readRecordIds } from "../../views/many.ts";
import { actParts } from "./acts.ts";
import { type BundleDeps, type BundleHouse, bundleHouse } from "./house.ts";
import { questionsIn } from "./person-acts.ts";
import { makeRecords } from "./records.ts";
import { partsBeside } from "./whole.ts";

/** Most records of one bundle. */
export const RECORDS_IN_PART = 5_000;
const PAGE = 100;

/** What it is called in its report. */
export type Named = { title: string } | { names: Both };

/** How many records there are, and how many bundles they make; none: nothing to prove. */
export async function partsOfMany(deps: BundleDeps, many: Many, most = RECORDS_IN_PART) {
  const records = await countRecords(deps.db, many);
  return { records, parts: Math.ceil(records / most) };
}

/**
 * One part, from 1, in pieces to send on; undefined before set-up, or where there is no such part. The caller has asked for
 * permission and writes the read log.
 */
export async function bundleOfMany(
  deps: BundleDeps,
  many: Many,
  named: Named,
  { part, most = RECORDS_IN_PART }: { part: number; most?: number },
): Promise<AsyncGenerator<Uint8Array> | undefined> {
  const [house, { parts }] = await Promise.all([bundleHouse(deps), partsOfMany(deps, many, most)]);
  if (!house || part < 1 || part > parts) return undefined;
  const ids = await readRecordIds(deps.db, many, (part - 1) * most, most);
  const gist = await gistOf(deps, house, ids);
  const done = many.kind === "campaign" ? await readCampaignActs(deps.db, many.mailingId) : [];
  const acts = await actParts(deps, house, [...house.openings, ...done]);
  const heads = [...gist.heads.values(), ...acts.map(({ head }) => head)];
  const beside = await partsBeside(deps, house, {
    scope: scopeOf(many, named),
    part: { n: part, of: parts },
    records: [],
    rows: gist.rows,
    acts: acts.map(({ part: one }) => one),
    campaignActs: acts.map(({ row, index }) => ({ typ: row.typ, at: row.at, ...(index !== undefined && { index }) })),
    texts: [...new Set([...gist.texts, ...acts.flatMap(({ row }) => questionsIn(row.body))])],
    heads,
  });
  return streamBundle(beside, recordsOf(deps, house, ids));
}

async function* recordsOf(deps: BundleDeps, house: BundleHouse, ids: readonly string[]): AsyncGenerator<RecordPart> {
  for (let at = 0; at < ids.length; at += PAGE) {
    const made = await makeRecords(deps, house, ids.slice(at, at + PAGE), { circumstances: false });
    yield* made.map(({ part }) => part);
  }
}

interface Gist {
  rows: ReportRow[];
  texts: Set<string>;
  /** Root (hex, or empty for "not sealed") → head. */
  heads: Map<string, SignedHead | undefined>;
}

/** What the report and the files beside the records need to know of them, page by page. */
async function gistOf(deps: BundleDeps, house: BundleHouse, ids: readonly string[]): Promise<Gist> {
  const gist: Gist = { rows: [], texts: new Set(), heads: new Map() };
  for (let at = 0; at < ids.length; at += PAGE) {
    const { events } = await readRecordRows(deps.db, ids.slice(at, at + PAGE));
    const indices = await readIndices(
      deps.db,
      events.map(({ leaf }) => leaf),
    );
    for (const id of ids.slice(at, at + PAGE)) {
      const own = events.filter(({ recordId }) => recordId === id);
      const said = own.map(({ body }) => readEvent(utf8(body)) as Statement | undefined);
      const last = said.at(-1);
      if (!last) continue;
      const all = [...new Set(said.flatMap((one) => (one ? [evidenceClass(one)] : [])))];
      const { rec, typ } = last;
      gist.rows.push({ rec, typ, at: Date.parse(last.at), evidence: evidenceClass(last), all, events: own.length });
      for (const one of said) for (const text of [one?.notice, one?.form]) if (text) gist.texts.add(text.sha256);
      for (const { leaf } of own) {
        const index = indices.get(leaf);
        const head = index === undefined || !house.heads ? undefined : headFor(house.heads, index);
        gist.heads.set(head ? hex(head.root) : "", head);
      }
    }
  }
  return gist;
}

function scopeOf(many: Many, named: Named): ReportScope {
  if (many.kind === "campaign") return { kind: "campaign", title: "title" in named ? named.title : "" };
  const names = "names" in named ? named.names : { lv: named.title, en: named.title };
  return { kind: "purpose", names, from: many.from, to: many.to };
}
