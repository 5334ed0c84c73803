/**
 * Seals the log: tiles, root and signed checkpoint over the entries that acts have left. One sealer at a time (a lease),
 * at most once a second. Tiles and root are a pure function of the entries, Ed25519 is deterministic, and the key of
 * `checkpoint` is the size: two sealers could only ever sign the same bytes, and one of them is turned away. Killed at any
 * instant, it leaves a log that the next run goes on with.
 */
import type { Deps } from "../../deps.ts";
import { sameBytes } from "../../platform/encoding.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { checkpointText } from "./rules/checkpoint.ts";
import { type Edge, grow, rootOfEdge } from "./rules/edge.ts";
import { noteSigner, signNote } from "./rules/note.ts";
import { moveLease, sealWrites, takeLease } from "./store.ts";
import { countEntries, readCheckpoint, readEdge, readLeaves } from "./views.ts";

/** Entries per step: bounds memory, and the size of one commit (eight tiles). */
const PAGE = 2048;
const LEASE_MS = 30_000;
const PACE_MS = 1_000;

export type Sealed =
  | { outcome: "sealed" | "nothing"; size: number }
  /** Somebody else seals, or did less than a second ago; a job is enqueued for what remains. */
  | { outcome: "busy" };

type SealDeps = Pick<Deps, "db" | "ids" | "clock" | "config" | "queue">;

/** Brings the checkpoint up to the newest entry. Throws if the stored tiles do not give the root that was signed last. */
export async function sealLog(deps: SealDeps): Promise<Sealed> {
  const { db, ids, clock } = deps;
  const sealed = (await readCheckpoint(db))?.size ?? 0;
  if ((await countEntries(db)) === sealed) return { outcome: "nothing", size: sealed };

  const holder = ids.uuid();
  const now = clock.now();
  const lease = takeLease(db, { holder, now, until: now + LEASE_MS });
  if ((await commit(deps, { change: [lease], proof: [] })) === "stale") return later(deps);
  try {
    return await sealPages(deps, holder);
  } finally {
    await commit(deps, { change: [moveLease(db, { holder, until: now + PACE_MS })], proof: [] });
  }
}

async function sealPages(deps: SealDeps, holder: string): Promise<Sealed> {
  const { db, clock } = deps;
  const origin = await readLogOrigin(db);
  // Every key of the ring signs, so that readers who know the old key can follow while the new one is handed out.
  const signers = deps.config.rings.LOG_SIGNING_KEYS.all.map((key) => noteSigner(origin, key.bytes));
  let edge = await lastEdge(deps);
  const before = edge.size;
  for (;;) {
    const leaves = await readLeaves(db, edge.size, PAGE);
    if (leaves.length === 0) return { outcome: edge.size > before ? "sealed" : "nothing", size: edge.size };
    const grown = grow(edge, leaves);
    const { size } = grown.edge;
    const root = rootOfEdge(grown.edge);
    const note = signNote(checkpointText({ origin, size, root }), signers);
    const at = clock.now();
    const change = [
      moveLease(db, { holder, until: at + LEASE_MS }),
      ...sealWrites(db, { tiles: grown.tiles, head: { size, root, note }, at }),
    ];
    if ((await commit(deps, { change, proof: [] })) === "stale") return later(deps);
    edge = grown.edge;
  }
}

/** The edge to go on from. Whatever we sign next must contain what we signed last, so the stored tiles are checked first. */
async function lastEdge({ db }: SealDeps): Promise<Edge> {
  const last = await readCheckpoint(db);
  const edge = await readEdge(db, last?.size ?? 0);
  if (last && !sameBytes(rootOfEdge(edge), last.root))
    throw new Error(`the tiles do not give the root signed at size ${last.size}; nothing more is signed`);
  return edge;
}

async function later(deps: SealDeps): Promise<Sealed> {
  await deps.queue.enqueue({ kind: "seal" }, { delaySeconds: 1 });
  return { outcome: "busy" };
}
