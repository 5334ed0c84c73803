/** A key ends at once, by whoever answers for access. Leaves `api-key.revoked` in the proof log. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { revokeWrite } from "./store.ts";
import { readKey } from "./views.ts";

/** Revokes it. Revoked already is not a refusal. */
export async function revokeKey(deps: Deps, actor: Actor, input: { id: string }): Promise<{ id: string } | Refusal> {
  const no = may(actor, "access.review");
  if (no) return no;
  const key = await readKey(deps.db, input.id);
  if (!key) return refuse("api-keys.unknown");
  const { id } = key;
  if (key.revokedAt !== null) return { id };
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const facts = { key: id, by, ...viaOf(actor) };
  await commit(deps, {
    change: [revokeWrite({ id, by, at }), overWrite(["api-key.ends"], id, at)],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "api-key.revoked", facts })],
  });
  return { id };
}
