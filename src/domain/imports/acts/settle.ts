/** What becomes of the rows of one step: who can be added, who opted out, and everything else counted with its reason. */
import type { Deps } from "../../../deps.ts";
import type { List } from "../../lists/rules.ts";
import { maskAddress } from "../../people/rules.ts";
import { entersAs } from "../rules/claim.ts";
import { PAGE, type TagKind } from "../rules/cursor.ts";
import { countRefused, type Findings } from "../rules/findings.ts";
import type { ReadRow, Row, Stop } from "../rules/row.ts";
import { addSample, type SampleKind, type SampleRow, type Samples, wants } from "../rules/samples.ts";
import type { ReadTag } from "../store.ts";
import type { PageStanding } from "../views/standing.ts";
import type { Import } from "../views.ts";
import { standingOf, type Tagged, taggedOf } from "./target.ts";

/** A row as it was read, with its number in the file (the first row is 1). */
export type Numbered = { row: number; read: ReadRow };

/** A person who waits to be added, an address that must not be written to: with the number of the row. */
export type NumberedRow = Row & { row: number };
export type NumberedStop = Stop & { row: number };

export interface Settled {
  add: NumberedRow[];
  stop: NumberedStop[];
  tags: ReadTag[];
}

interface Seen {
  row: number;
  kind: TagKind;
}

/** Looks the rows up, page by page, and counts them into `found` and `samples`. */
export async function settle(
  deps: Pick<Deps, "db" | "vault">,
  job: Import,
  list: List,
  rows: readonly Numbered[],
  found: Findings,
  samples: Samples,
): Promise<Settled> {
  const settled: Settled = { add: [], stop: [], tags: [] };
  const seen = new Map<string, Seen & Pick<Tagged, "tags">>();
  const add = new Map<number, NumberedRow>();
  const sample = (kind: SampleKind, normalised: string, more: Omit<SampleRow, "address">) => {
    if (wants(samples, kind)) addSample(samples, kind, { address: maskAddress(normalised), ...more });
  };
  found.rows += rows.length;
  const named = rows.flatMap(({ row, read }) => {
    if (read.is === "refused") countRefused(found, read.code, row);
    const normalised =
      read.is === "person" ? read.row.normalised : read.is === "stop" ? read.stop.normalised : read.normalised;
    return normalised === undefined ? [] : [{ row, read, normalised }];
  });
  for (let i = 0; i < named.length; i += PAGE) {
    const page = named.slice(i, i + PAGE);
    const tagged = page.map((one) => taggedOf(deps, one));
    const at = await standingOf(deps, list, tagged, job.id);
    for (const [n, one] of page.entries())
      place(one, tagged[n] as Tagged, seen.get(one.normalised) ?? at.read.get(n), at, n);
  }
  settled.add = [...add.values()];
  for (const { row, kind, tags } of seen.values()) for (const { tag } of tags) settled.tags.push({ tag, row, kind });
  return settled;

  function place(
    { row, read, normalised }: (typeof named)[number],
    { tags }: Tagged,
    before: Seen | undefined,
    at: PageStanding,
    n: number,
  ): void {
    const know = (kind: Seen["kind"]) => seen.set(normalised, { row, kind, tags });
    const day = at.left.get(n);
    if (read.is === "refused") {
      // Somebody whose row is faulty is in the file all the same: a sync does not take him off the list.
      if (!before) know("named");
    } else if (read.is === "unconfirmed") {
      found.unconfirmed++;
      if (!before) know("named");
      sample("unconfirmed", normalised, { row });
    } else if (read.is === "stop") {
      if (before?.kind === "stop") countRefused(found, "row.duplicate", row);
      else {
        if (before?.kind === "add" || before?.kind === "ask") takeBack(before, at.known.get(n) !== undefined);
        know("stop");
        if (day !== undefined) hasLeft(row, normalised, day, at.leftWhy.get(n));
        else {
          found.stopped++;
          settled.stop.push({ row, ...read.stop });
          sample("stopped", normalised, { row, reason: read.stop.reason });
        }
      }
    } else if (before && before.kind !== "named") {
      countRefused(found, "row.duplicate", row);
      sample("duplicate", normalised, { row });
    } else if (day !== undefined) {
      know("seen");
      hasLeft(row, normalised, day, at.leftWhy.get(n));
    } else if (at.known.get(n)?.onList) {
      know("seen");
      found.already++;
      sample("already", normalised, { row });
    } else {
      const unproven = entersAs(list.kind, job.claim, read.row.proof) === "unproven";
      know(unproven ? "ask" : "add");
      found.add++;
      if (at.known.has(n)) found.known++;
      if (unproven) found.unproven++;
      add.set(row, { row, ...read.row });
      sample("add", normalised, { row });
    }
  }

  function hasLeft(row: number, normalised: string, day: string, why = "withdrawn"): void {
    found.left++;
    found.leftBy = { ...found.leftBy, [why]: (found.leftBy?.[why] ?? 0) + 1 };
    sample("left", normalised, { row, day });
  }

  /**
   * Added by an earlier row, opted out by this one: the opt-out holds, and the earlier row is a duplicate of it. Of a step
   * before, his page is sealed already; the run finds him suppressed and passes him over.
   */
  function takeBack(before: Seen, known: boolean): void {
    found.add--;
    if (known) found.known--;
    if (before.kind === "ask") found.unproven--;
    add.delete(before.row);
    countRefused(found, "row.duplicate", before.row);
  }
}
