/**
 * Staff say of an address that several people read it, or that it is one person's again. Whoever opens a person may do it; his look
 * at the person stands in the read log, in the same batch.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { loadStanding } from "../consent/views/standing.ts";
import { commitReading, mayRead } from "../read-log/acts/record.ts";
import type { Actor } from "../staff/rules.ts";
import { shareWrite } from "./acts/share.ts";

/** Marks it; the name goes with the mark. Refuses somebody who is not held. */
export async function markShared(
  deps: Deps,
  actor: Actor,
  { personId, shared }: { personId: string; shared: boolean },
): Promise<"done" | Refusal> {
  const act = "people.open";
  const no = await mayRead(deps, actor, "people.look-up", { act });
  if (no) return no;
  const standing = await loadStanding(deps, { personId });
  if (!standing) return refuse("people.unknown");
  // How an address is written to: the law asks no proof of it.
  const change = [shareWrite(deps, standing, shared)];
  const done = await commitReading(deps, actor, [{ act, subject: personId }], { change, proof: [] });
  return done === "stale" ? refuse("people.unknown") : "done";
}
