/**
 * Brings the copy forward to what the database has signed, or the database back to what the copy permits. Both go page by
 * page and may be broken off after any: what is done stays done, and the next sealer goes on.
 */
import type { Deps } from "../../../deps.ts";
import { raiseWrite } from "../../alerts/store.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { grow, rootOfEdge } from "../rules/edge.ts";
import { LOG_SUBJECT } from "../rules/stops.ts";
import { bringBackWrites } from "../store/copy.ts";
import { countKnown, readEntries } from "../views/copy.ts";
import { readEdge } from "../views.ts";
import { actEvidence } from "./act-evidence.ts";
import { claim, copiedEntries, type OpenCopy } from "./copy.ts";
import type { Held } from "./held.ts";

type BringDeps = Pick<Deps, "db" | "ids" | "clock" | "config" | "vault">;

/** Entries per claim. */
const PAGE = 2048;
/** Pages of one run: a new copy of a large log is made over many. */
const MOST = 32;

/** The copy, as long as the newest checkpoint at least. Undefined: not yet, or somebody else is at it. Signs nothing. */
export async function bringForward(
  deps: BringDeps,
  held: Held,
  copy: OpenCopy,
  size: number,
): Promise<OpenCopy | undefined> {
  let at = copy;
  if (at.head.size >= size) return at;
  let edge = await readEdge(deps.db, at.head.size);
  for (let n = 0; n < MOST && at.head.size < size; n++) {
    const { entries, leaves } = await readEntries(deps.db, at.head.size, Math.min(PAGE, size - at.head.size));
    edge = grow(edge, leaves).edge;
    const next = await claim(at, entries, rootOfEdge(edge));
    if (!next || (await held.commit({ change: [], proof: [] })) === "stale") return undefined;
    at = next;
  }
  return at.head.size >= size ? at : undefined;
}

/**
 * Puts the entries of the copy that the database lacks to their places. Their events are gone with what was lost: each page
 * leaves an event that says so, and the desk counts them.
 */
export async function bringBack(deps: BringDeps, held: Held, copy: OpenCopy, from: number): Promise<"done" | "stale"> {
  const { db } = deps;
  let at = from;
  for await (const entries of copiedEntries(copy, from, copy.head.size)) {
    const here = (await readEntries(db, at, entries.length)).entries;
    const same = entries.findIndex((entry, i) => entry !== here[i]);
    if (same >= 0) {
      const now = deps.clock.now();
      const missing = entries.slice(same);
      const lost = { from: at + same, count: missing.length - (await countKnown(db, missing)) };
      const alert = { id: deps.ids.uuid(), code: "log.restored", subject: LOG_SUBJECT, at: now, detail: { n: 0 } };
      const evidence = actEvidence(deps, {
        log: await readLogOrigin(db),
        at: now,
        typ: "log.restored",
        facts: { ...lost, by: "system:seal" },
      });
      const done = await held.commit({
        change: [
          ...bringBackWrites(db, at + same, missing),
          raiseWrite(alert),
          {
            sql: `UPDATE alert SET detail = json_set(detail, '$.n', json_extract(detail, '$.n') + ?)
                  WHERE code = 'log.restored' AND subject = ? AND closed_at IS NULL`,
            args: [lost.count, LOG_SUBJECT],
          },
        ],
        proof: [evidence],
      });
      if (done === "stale") return "stale";
    }
    at += entries.length;
  }
  return "done";
}
