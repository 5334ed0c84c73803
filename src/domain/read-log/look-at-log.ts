/** The officer or the auditor reads the log itself: by colleague, day and act. On record, with the colleague it was about. */
import type { Deps } from "../../deps.ts";
import type { Refusal } from "../../refusal.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { mayRead, recordReading } from "./acts/record.ts";
import { type LineFilter, type LineKey, readLines, readOwnLines, type ShownLine } from "./views/lines.ts";

/** Lines of a page. */
export const LINES_A_PAGE = 25;

export interface LinesPage {
  lines: ShownLine[];
  /** There are older ones; the next page begins after this line. */
  next?: LineKey;
}

/** Reads a page. `actor` of the filter is a user id. */
export async function lookAtLog(
  deps: Deps,
  actor: Actor,
  filter: Omit<LineFilter, "actor"> & { colleague?: string | undefined },
): Promise<LinesPage | Refusal> {
  const { colleague, ...rest } = filter;
  const reading = { act: "reading.colleague", ...(colleague !== undefined && { subject: colleague }) } as const;
  const no = await mayRead(deps, actor, "reading.see", reading);
  if (no) return no;
  await recordReading(deps, actor, reading);
  const of = { ...rest, ...(colleague !== undefined && { actor: `staff:${colleague}` }) };
  return pageOf(await readLines(deps.db, of, LINES_A_PAGE + 1));
}

/** What is on record of oneself: for everybody of the desk. Not a look at anybody, so not put on record. */
export async function lookAtOwn(deps: Deps, actor: Actor, before?: LineKey): Promise<LinesPage | Refusal> {
  const no = may(actor, "desk.see");
  if (no) return no;
  return pageOf(await readOwnLines(deps.db, actorLabel(actor), before, LINES_A_PAGE + 1));
}

function pageOf(rows: ShownLine[]): LinesPage {
  const lines = rows.slice(0, LINES_A_PAGE);
  const last = lines.at(-1);
  return { lines, ...(rows.length > LINES_A_PAGE && last && { next: { at: last.at, id: last.id } }) };
}
