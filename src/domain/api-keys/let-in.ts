/**
 * A call comes with a key. Unknown, revoked, expired, of a maker whose account has ended: one answer for all, so that nothing
 * is learnt of keys by trying. Each call is counted against the pace of the key, before anything else is done for it.
 */
import type { Deps } from "../../deps.ts";
import { sameBytes } from "../../platform/encoding.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import type { KeyActor } from "../staff/rules.ts";
import { INTERVAL_MS, keyHash, readKeyText, waitOf } from "./rules.ts";
import { callWrite } from "./store.ts";
import { readKeyByHash } from "./views.ts";

/** Who calls, and the bytes of his key, which exist nowhere else; or a refusal: no such key, or too fast (`seconds` to wait). */
export async function letIn(
  deps: Deps,
  input: { key: string; timeZone: string },
): Promise<{ actor: KeyActor; secret: Uint8Array } | Refusal> {
  const secret = readKeyText(input.key);
  if (!secret) return refuse("api-keys.not_let_in");
  const hash = keyHash(secret);
  const now = deps.clock.now();
  const found = await readKeyByHash(deps.db, hash);
  const holds =
    found !== undefined &&
    sameBytes(found.hash, hash) &&
    found.revokedAt === null &&
    found.expiresAt > now &&
    found.makerDisabledAt === null;
  if (!holds) return refuse("api-keys.not_let_in");
  const { id, maker, role, permissions, tat } = found;
  const call = callWrite({ id, now, day: dayOf(now, input.timeZone) });
  // The day of its last use is what the desk shows of it; a call leaves no evidence, what it does may.
  if ((await commit(deps, { change: [call], proof: [] })) === "stale")
    return refuse("api-keys.too_many", {
      values: { seconds: Math.max(1, Math.ceil(waitOf(tat + INTERVAL_MS, now) / 1000)) },
    });
  return { actor: { kind: "key", id, maker, role, permissions, via: "api" }, secret };
}
