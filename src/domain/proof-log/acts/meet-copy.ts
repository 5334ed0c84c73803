/**
 * Database and copy meet before anything is signed; what they say together is what was ever permitted to be signed.
 *
 * | the copy | the database | then |
 * |---|---|---|
 * | none, none was ever met | any | a copy is begun from the database |
 * | none, one was met | the witness has seen nothing newer | it is begun anew |
 * | none, one was met | the witness has seen more | entries are lost: a new origin |
 * | none, one was met | no witness | nobody can know: nothing is signed until a person decides |
 * | behind | its beginning is the copy | the copy is brought forward, unsigned |
 * | ahead | is its beginning (crash after the claim) | it is signed now |
 * | ahead | lacks entries (restored) | they are brought back; what came since moves behind them |
 * | other history | | nothing is signed, ever, until a person finds out |
 * | of the next origin | still of the last (restored) | the next origin is taken over |
 *
 * A copy never shrinks and is asked under its version, so between here and the claim nothing can come that is not noticed.
 */
import type { Deps, LogHead } from "../../../deps.ts";
import { base64url, sameBytes, utf8 } from "../../../platform/encoding.ts";
import { raiseWrite } from "../../alerts/store.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { emptyHead, type PastLog } from "../rules/copy.ts";
import { type Edge, grow, rootOfEdge } from "../rules/edge.ts";
import { LOG_SUBJECT, type LogStop } from "../rules/stops.ts";
import { leafHash } from "../rules/tree.ts";
import { metCopyWrite } from "../store/copy.ts";
import { readEntries, readKnownCopy, readPastLogs, readStops } from "../views/copy.ts";
import { readCheckpoint, readEdge } from "../views.ts";
import { bringBack, bringForward } from "./bring.ts";
import { copiedEntries, type OpenCopy, openCopy } from "./copy.ts";
import type { Held } from "./held.ts";
import { openOrigin, takeOverOrigin } from "./origin.ts";

export type MeetDeps = Pick<Deps, "db" | "ids" | "clock" | "config" | "queue" | "vault" | "logCopy" | "logWitness">;

export type Met =
  /** `edge` is that of the newest checkpoint here; `copy` is absent where there is no place for one. */
  { met: "agreed"; edge: Edge; copy: OpenCopy | undefined } | { met: "later" } | { met: "stopped"; code: LogStop };

const LATER = { met: "later" } as const;

/** Brings both to one history. Called by whoever holds the sealer's lease. Throws if the copy cannot be reached. */
export async function meetCopy(deps: MeetDeps, held: Held): Promise<Met> {
  const { db } = deps;
  const edge = await lastEdge(deps);
  const known = await readKnownCopy(db);
  if (!deps.logCopy)
    return known === undefined ? { met: "agreed", edge, copy: undefined } : stop(deps, held, "log.copy_missing");

  const origin = await readLogOrigin(db);
  const past = await readPastLogs(db);
  const seen = await deps.logWitness?.read(origin);
  const before: PastLog[] = past.map((p) => ({ log: p.origin, size: p.size, root: base64url(p.root) }));
  const found = await openCopy(deps.logCopy);
  let copy: OpenCopy;
  if (found && found.head.log === origin) {
    if (known !== undefined && known !== found.head.copy && !found.head.replaced.includes(known))
      return stop(deps, held, "log.copy_other");
    copy = found;
  } else if (found?.head.before.some(({ log }) => log === origin)) {
    return (await takeOverOrigin(deps, held, found.head)) === "done" ? meetCopy(deps, held) : LATER;
  } else if (!found || past.some((p) => p.origin === found.head.log)) {
    if (!found && known !== undefined && !seen) return stop(deps, held, "log.copy_lost");
    const replaced = [...(found?.head.replaced ?? []), ...(found ? [found.head.copy] : []), ...(known ? [known] : [])];
    const head = emptyHead(origin, deps.ids.uuid(), before, [...new Set(replaced)]);
    copy = { store: deps.logCopy, head, version: found?.version };
  } else return stop(deps, held, "log.copy_other");

  const ours = copy.head.size < edge.size ? await readEdge(db, copy.head.size) : edge;
  if (!sameBytes(await rootWith(ours, copy, copy.head.size), copy.head.root)) return stop(deps, held, "log.fork");
  // The last thing that was signed here, if the witness knows it: when neither of the two contains it, both are older.
  if (seen && !(await contains(deps, edge, copy, seen)))
    return (await openOrigin(deps, held)) === "done" ? meetCopy(deps, held) : LATER;

  const forward = await bringForward(deps, held, copy, edge.size);
  if (!forward) return LATER;
  if ((await bringBack(deps, held, forward, edge.size)) === "stale") return LATER;
  if (forward.version !== undefined && known !== forward.head.copy)
    await held.commit({ change: [metCopyWrite(db, forward.head.copy, deps.clock.now())], proof: [] });
  return { met: "agreed", edge, copy: forward };
}

/** Whether the two hold what was signed last, as far as the witness knows: else both are older. */
async function contains(deps: MeetDeps, edge: Edge, copy: OpenCopy, seen: LogHead): Promise<boolean> {
  const { db } = deps;
  if (seen.size <= edge.size) return sameBytes(rootOfEdge(await readEdge(db, seen.size)), seen.root);
  if (seen.size <= copy.head.size) return sameBytes(await rootWith(edge, copy, seen.size), seen.root);
  // Claimed in a copy that is lost since, and not committed: the entries still wait here.
  let at = edge;
  for (let left = seen.size - at.size; left > 0; left = seen.size - at.size) {
    const { leaves } = await readEntries(db, at.size, Math.min(left, 2048));
    if (leaves.length === 0) return false;
    at = grow(at, leaves).edge;
  }
  return sameBytes(rootOfEdge(at), seen.root);
}

/** Root at `size` of the log that begins with the entries of `edge` and goes on with those of the copy. */
async function rootWith(edge: Edge, copy: OpenCopy, size: number): Promise<Uint8Array> {
  let at = edge;
  for await (const entries of copiedEntries(copy, edge.size, size))
    at = grow(
      at,
      entries.map((entry) => leafHash(utf8(entry))),
    ).edge;
  return rootOfEdge(at);
}

/** The edge to go on from. Whatever we sign next must contain what we signed last, so the stored tiles are checked first. */
async function lastEdge({ db }: Pick<Deps, "db">): Promise<Edge> {
  const last = await readCheckpoint(db);
  const edge = await readEdge(db, last?.size ?? 0);
  if (last && !sameBytes(rootOfEdge(edge), last.root))
    throw new Error(`the tiles do not give the root signed at size ${last.size}; nothing more is signed`);
  return edge;
}

/** Says on the desk, once, why nothing is signed. */
async function stop(deps: MeetDeps, held: Held, code: LogStop): Promise<Met> {
  if (!(await readStops(deps.db)).includes(code)) {
    const alert = { id: deps.ids.uuid(), code, subject: LOG_SUBJECT, at: deps.clock.now() };
    await held.commit({ change: [raiseWrite(alert)], proof: [] });
    await deps.queue.enqueue({ kind: "tell" });
  }
  return { met: "stopped", code };
}
