/**
 * Takes somebody else's list in: read whole, made into tags part by part, and forgotten. From then on the list is tags and
 * counts; the file is kept nowhere. Nothing is suppressed yet: a person looks at the numbers first, within a day. The numbers
 * say of a short list who is on one of ours and who has a tag: they come with their line in the read log, in one commit.
 */
import type { Deps } from "../../../deps.ts";
import { hex, unhex } from "../../../platform/encoding.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { Arrival, decodePart } from "../../imports/file/arrival.ts";
import { guessDelimiter, readRecords, sepLine } from "../../imports/file/records.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import { readingWrites } from "../../read-log/acts/record.ts";
import { type Actor, actorLabel, may } from "../../staff/rules.ts";
import { readScope } from "../acts/scope.ts";
import { keptOf, silenced } from "../acts/silence.ts";
import { jsonRecords, looksLikeJson } from "../rules/json-list.ts";
import { type ReadList, readList } from "../rules/read-list.ts";
import { isGivenReason, LIST_BYTES, outweighs, WORDS_MAX } from "../rules.ts";
import { arrivingWrite, checkedWrite, finishWrites, stageWrite } from "../store/lists.ts";
import type { Findings } from "../views/lists.ts";
import { readStanding } from "../views/live.ts";

export interface TakeInput {
  /** Purpose id, or `*`. */
  scope: string;
  source: string;
  /** Of rows that name none. */
  reason: string;
  endsProven: boolean;
  /** The file as it arrives, or what was typed in. */
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

/** Addresses of one part. */
const PART = 500;

/** Takes it. The file's own faults are refusals; faults of rows are counted. */
export async function takeList(deps: Deps, actor: Actor, input: TakeInput): Promise<{ id: string } | Refusal> {
  const no = may(actor, "suppression.add");
  if (no) return no;
  const office = await readInstitutionRow(deps.db);
  if (!office) return refuse("institution.missing");
  const { reason } = input;
  const source = input.source.trim();
  const scope = await readScope(deps.db, input.scope);
  const arrived = await arrive(input.bytes);
  const problems = [
    ...(scope ? [] : [{ field: "scope", code: "form.choose" as const }]),
    ...(source === "" ? [{ field: "source", code: "form.required" as const }] : []),
    ...(source.length > WORDS_MAX
      ? [{ field: "source", code: "form.too_long" as const, values: { max: WORDS_MAX } }]
      : []),
    ...(source.includes("@") ? [{ field: "source", code: "suppressions.address_in_words" as const }] : []),
    ...(isGivenReason(reason) ? [] : [{ field: "reason", code: "form.choose" as const }]),
    ...(isRefusal(arrived)
      ? [{ field: "file", code: arrived.code, ...(arrived.values && { values: arrived.values }) }]
      : []),
  ];
  if (problems.length > 0 || isRefusal(arrived) || !scope || !isGivenReason(reason)) return refuseForm(problems);
  const records = recordsOf(arrived.text);
  const read = isRefusal(records)
    ? records
    : readList(records, reason, dayOf(deps.clock.now(), office.profile.timeZone));
  if (isRefusal(read))
    return refuseForm([{ field: "file", code: read.code, ...(read.values && { values: read.values }) }]);
  if (!read || read.rows === 0) return refuseForm([{ field: "file", code: "suppressions.no_addresses" }]);

  const id = deps.ids.uuid();
  const { endsProven } = input;
  const fileSha256 = hex(deps.vault.suppressionListTag(unhex(arrived.sha256)));
  const list = { id, scope, source, reason, endsProven, fileSha256 };
  const at = deps.clock.now();
  await commit(deps, {
    change: [arrivingWrite(deps.db, { ...list, createdBy: actorLabel(actor), createdAt: at })],
    proof: [],
  });
  try {
    const findings = await stage(deps, read, { ...list, office });
    const outcome = findings.known + findings.kept + findings.ending > 0 ? "found" : "none";
    const look = { act: "suppression.look-up", outcome, count: findings.addresses } as const;
    const change = [checkedWrite(id, findings), ...readingWrites(deps, actor, [look])];
    await commit(deps, { change, proof: [] });
  } catch (fault) {
    await commit(deps, { change: finishWrites(id, ["arriving"], "dropped", deps.clock.now()), proof: [] });
    throw fault;
  }
  return { id };
}

/** Makes the tags of every part, and counts how they stand. */
async function stage(
  deps: Deps,
  read: ReadList,
  list: { id: string; scope: string; endsProven: boolean; office: Parameters<typeof keptOf>[2]["office"] },
): Promise<Findings> {
  const found: Findings = {
    rows: read.rows,
    addresses: read.entries.length,
    fresh: 0,
    known: 0,
    ending: 0,
    kept: 0,
    duplicates: read.duplicates,
    stillIn: read.stillIn,
    refused: read.refused,
    reasons: {},
  };
  const ground = { ...list, facts: {}, by: "" };
  for (let i = 0; i < read.entries.length; i += PART) {
    const rows = read.entries.slice(i, i + PART).map((entry) => silenced(deps, entry));
    const { live, known } = await readStanding(deps.db, list.scope, {
      looks: rows.map((r) => r.look),
      tags: rows.map((r) => r.tags.map((t) => t.tag)),
    });
    const kept = keptOf(rows, live, ground);
    found.kept += kept.size;
    found.ending += new Set(live.filter((l) => !kept.has(l.i)).map((l) => l.personId)).size;
    // Whoever is on a list has no tag that covers it, so nobody is counted twice.
    const wanted = rows.filter((row, n) => {
      const before = known.get(n);
      return kept.has(n) || before === undefined || outweighs(row.reason, before);
    });
    found.known += rows.length - wanted.length;
    found.fresh += wanted.length - kept.size;
    for (const { reason } of rows) found.reasons[reason] = (found.reasons[reason] ?? 0) + 1;
    await commit(deps, { change: [stageWrite(list.id, wanted)], proof: [] });
  }
  return found;
}

/** The text of the file, and the SHA-256 of its bytes, which is kept nowhere as it is. */
async function arrive(bytes: TakeInput["bytes"]): Promise<{ text: string; sha256: string } | Refusal> {
  const arrival = new Arrival(LIST_BYTES);
  const parts: Uint8Array[] = [];
  for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
    const more = arrival.push(chunk.slice());
    if (isRefusal(more)) return more;
    parts.push(...more);
  }
  const end = arrival.finish();
  if (isRefusal(end)) return end;
  const text = [...parts, ...end.parts].map((part, i) => decodePart(part, end.encoding, i === 0)).join("");
  return { text, sha256: end.sha256 };
}

function recordsOf(text: string): string[][] | Refusal {
  if (looksLikeJson(text)) return jsonRecords(text) ?? refuse("suppressions.not_a_list");
  const records: string[][] = [];
  const read = readRecords(
    text.slice(sepLine(text).length),
    { delimiter: guessDelimiter(text), last: true },
    (cells) => void records.push(cells),
  );
  return isRefusal(read) ? read : records;
}
