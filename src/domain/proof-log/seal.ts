/**
 * Seals the log: tiles, root and signed checkpoint over the entries that acts have left. No size is ever signed with two
 * roots, whatever crashes, whoever else seals, and whatever older copy of the database is put back. Why:
 *
 * 1. Before a head is signed it is claimed in the copy outside the database (acts/copy.ts), with every entry under it, by
 *    compare-and-swap against the head that this one begins with. Claims are one line of growing logs; only what is under a
 *    claim is signed; so any two signed heads lie on that line, and one begins with the other.
 * 2. Crash before the claim: entries wait, nothing was signed. While bundles are written: they are full bundles of the
 *    claim before, the next sealer writes the same bytes. After the claim, before signing or before the commit: the next
 *    sealer finds the copy ahead, has the same entries, and signs the same root (Ed25519 is deterministic; after a change
 *    of keys the same root under other keys). The witness is told between claim and signature: it may know of a head that
 *    nobody signed, never of less than was signed.
 * 3. An older database: it meets the copy first (acts/meet-copy.ts), gets the missing entries back, and only then goes on.
 *    Two databases over one copy append in turn to one line. A sealer that slept through all that loses the swap.
 * 4. On one database the lease keeps sealers apart, at most one a second; who lost it cannot commit, because every commit
 *    moves the lease; and the key of `checkpoint` is the size.
 *
 * What is left: where there is no copy (a Worker without a bucket), an older database can sign a size again; and where copy
 * and database are both older, only the witness can know. Whatever a person may conclude, he opens a new origin.
 */
import type { Deps, LogHead } from "../../deps.ts";
import { sameBytes, utf8 } from "../../platform/encoding.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { keepJournal } from "../erasure-journal/acts/keep.ts";
import { journalIsKept } from "../erasure-journal/acts/standing.ts";
import { readLogOrigin } from "../institution/views.ts";
import { claim, type OpenCopy, openCopy } from "./acts/copy.ts";
import { type Held, heldBy } from "./acts/held.ts";
import { meetCopy } from "./acts/meet-copy.ts";
import { changedKeys, noteKeys, signersOf } from "./acts/note-keys.ts";
import { checkpointText } from "./rules/checkpoint.ts";
import { notePath } from "./rules/copy.ts";
import { type Edge, grow, rootOfEdge } from "./rules/edge.ts";
import { signNote } from "./rules/note.ts";
import { LOG_STOPS, LOG_SUBJECT, type LogStop } from "./rules/stops.ts";
import { metCopyWrite } from "./store/copy.ts";
import { LEASE_MS, moveLease, sealWrites, takeLease } from "./store.ts";
import { readEntries, readKnownCopy, readStops } from "./views/copy.ts";
import { countEntries, isSetUp, readCheckpoint } from "./views.ts";

/** Entries per step: bounds memory, and the size of one commit (eight tiles). */
const PAGE = 2048;
const PACE_MS = 1_000;

export type Sealed =
  | { outcome: "sealed" | "nothing"; size: number }
  /** Somebody else seals, or did less than a second ago; a job is enqueued for what remains. */
  | { outcome: "busy" }
  /** Nothing may be signed until a person has decided; the desk says why. */
  | { outcome: "stopped"; code: LogStop };

type SealDeps = Pick<
  Deps,
  "db" | "ids" | "clock" | "config" | "queue" | "vault" | "log" | "logCopy" | "logWitness" | "journal"
>;

/** Brings the checkpoint up to the newest entry. Throws if tiles, entries or copy are not what was signed, or out of reach. */
export async function sealLog(deps: SealDeps): Promise<Sealed> {
  const { db, ids, clock } = deps;
  const rest = await atRest(deps);
  if (rest !== undefined) return { outcome: "nothing", size: rest };

  const holder = ids.uuid();
  const now = clock.now();
  const lease = takeLease(db, { holder, now, until: now + LEASE_MS });
  if ((await commit(deps, { change: [lease], proof: [] })) === "stale") return later(deps);
  try {
    return await sealHeld(
      deps,
      heldBy(deps, holder, (act) => commit(deps, act)),
    );
  } finally {
    await commit(deps, { change: [moveLease(db, { holder, until: now + PACE_MS })], proof: [] });
  }
}

/** The size of the log if there is nothing to do: all is signed, by the keys of today, and the copy says the same. */
async function atRest(deps: SealDeps): Promise<number | undefined> {
  const { db } = deps;
  if (!(await isSetUp(db))) return 0;
  if (!(await journalIsKept(deps))) return undefined;
  const head = await readCheckpoint(db);
  const size = head?.size ?? 0;
  if ((await countEntries(db)) !== size) return undefined;
  const origin = await readLogOrigin(db);
  const { added, retired } = size > 0 ? await changedKeys(deps, origin) : { added: [], retired: [] };
  if (added.length + retired.length > 0) return undefined;
  const known = await readKnownCopy(db);
  const copy = deps.logCopy && (await openCopy(deps.logCopy));
  if (!copy) return known === undefined && (size === 0 || !deps.logCopy) ? size : undefined;
  // The witness may know of more than both; where it knows of less it is told.
  const seen = await deps.logWitness?.read(origin);
  if (deps.logWitness && head && !(seen?.size === size && sameBytes(seen.root, head.root))) return undefined;
  const same = copy.head.log === origin && copy.head.copy === known && copy.head.size === size;
  return same && head && sameBytes(copy.head.root, head.root) ? size : undefined;
}

async function sealHeld(deps: SealDeps, held: Held): Promise<Sealed> {
  // An older copy of the database gets back nothing, and signs nothing, before the journal was applied to it.
  if ((await journalled(deps, held)) === undefined) return later(deps);
  const met = await meetCopy(deps, held);
  if (met.met === "stopped") return { outcome: "stopped", code: met.code };
  if (met.met === "later") return later(deps);
  if ((await readStops(deps.db)).length > 0)
    await held.commit({ change: [overWrite(LOG_STOPS, LOG_SUBJECT, deps.clock.now())], proof: [] });
  const origin = await readLogOrigin(deps.db);
  if ((await countEntries(deps.db)) > 0 && (await noteKeys(deps, held, origin)) === "stale") return later(deps);
  return sealPages(deps, held, { origin, edge: met.edge, copy: met.copy });
}

async function sealPages(
  deps: SealDeps,
  held: Held,
  from: { origin: string; edge: Edge; copy: OpenCopy | undefined },
): Promise<Sealed> {
  const { db, clock } = deps;
  const { origin } = from;
  const signers = signersOf(deps.config, origin);
  let { edge, copy } = from;
  const begun = copy?.version === undefined;
  for (;;) {
    // First up to what was claimed: a page never steps over the edge of what the copy permits.
    const permitted = copy && copy.head.size > edge.size ? copy.head.size - edge.size : PAGE;
    const known = await journalled(deps, held);
    if (known === undefined) return later(deps);
    const limit = Math.min(PAGE, permitted, known - edge.size);
    const { entries, leaves } = limit > 0 ? await readEntries(db, edge.size, limit) : { entries: [], leaves: [] };
    if (leaves.length === 0) {
      const nothing = edge.size === from.edge.size;
      if (copy && nothing && edge.size > 0) await remember(deps, origin, { size: edge.size, root: rootOfEdge(edge) });
      return { outcome: nothing ? "nothing" : "sealed", size: edge.size };
    }
    const grown = grow(edge, leaves);
    const { size } = grown.edge;
    const root = rootOfEdge(grown.edge);
    if (copy && size > copy.head.size) {
      copy = await claim(copy, entries, root);
      if (!copy) return later(deps);
    }
    if (copy) await remember(deps, origin, { size, root });
    const note = signNote(checkpointText({ origin, size, root }), signers);
    if (copy) await copy.store.put(notePath(copy.head.copy), utf8(note));
    const at = clock.now();
    const change = [
      ...sealWrites(db, { tiles: grown.tiles, head: { size, root, note }, at }),
      ...(copy && begun ? [metCopyWrite(db, copy.head.copy, at)] : []),
    ];
    if ((await held.commit({ change, proof: [] })) === "stale") return later(deps);
    edge = grown.edge;
  }
}

/**
 * How many entries the journal knows the erasures of, so that nothing signed says "erased" of which it does not know. What
 * comes after the counting is signed in the next round. Undefined: not now.
 */
async function journalled(deps: SealDeps, held: Held): Promise<number | undefined> {
  const entries = await countEntries(deps.db);
  const kept = await keepJournal(deps, held);
  if (kept === "shut") await deps.queue.enqueue({ kind: "reapply" });
  return kept === "kept" ? entries : undefined;
}

/** A witness that is behind says nothing, and one that cannot be written holds nothing up. */
async function remember(deps: SealDeps, origin: string, head: LogHead): Promise<void> {
  await deps.logWitness?.write(origin, head).catch((error) => deps.log.fault("log witness", error));
}

async function later(deps: SealDeps): Promise<Sealed> {
  await deps.queue.enqueue({ kind: "seal" }, { delaySeconds: 1 });
  return { outcome: "busy" };
}
