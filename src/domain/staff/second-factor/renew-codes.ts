/** New recovery codes: the old ones, used or not, end at once. Asks for a code of the authenticator first. */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { type Actor, may } from "../rules.ts";
import { shownNow } from "./acts/shown-now.ts";
import { toldWrites } from "./acts/told.ts";

/** Gives ten new codes to whoever the cookies belong to. No evidence: access does not change. */
export async function renewRecoveryCodes(
  deps: Deps,
  actor: Actor,
  input: { headers: Headers; code: string; client: string },
): Promise<{ codes: string[] } | Refusal> {
  const no = may(actor, "desk.see");
  if (no) return no;
  const wrong = await shownNow(deps, input);
  if (isRefusal(wrong)) return wrong;
  const codes = await deps.auth.second.newCodes(input.headers);
  if (codes.length === 0 || actor.kind !== "staff") return refuse("staff.second_missing_yet");
  await commit(deps, { change: await toldWrites(deps, actor.id, "codes"), proof: [] });
  await deps.queue.enqueue({ kind: "tell" });
  return { codes };
}
