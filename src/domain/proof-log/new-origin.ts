/**
 * A person ends this log and opens another, because signed entries of it are lost, or may be. Always safe: nothing that was
 * signed under the old origin is ever contradicted, and its proofs keep their checkpoints.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { heldBy } from "./acts/held.ts";
import { openOrigin } from "./acts/origin.ts";
import { LEASE_MS, moveLease, takeLease } from "./store.ts";

/** Opens it. Refuses while somebody seals. */
export async function newOrigin(deps: Deps, actor: Actor): Promise<Refusal | undefined> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const { db, ids, clock } = deps;
  const holder = ids.uuid();
  const now = clock.now();
  const lease = takeLease(db, { holder, now, until: now + LEASE_MS });
  if ((await commit(deps, { change: [lease], proof: [] })) === "stale") return refuse("proof-log.busy");
  const done = await openOrigin(
    deps,
    heldBy(deps, holder, (act) => commit(deps, act)),
    actorLabel(actor),
  );
  await commit(deps, { change: [moveLease(db, { holder, until: now })], proof: [] });
  return done === "done" ? undefined : refuse("proof-log.busy");
}
