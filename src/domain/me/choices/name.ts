/**
 * One's own name, corrected or removed (GDPR Art. 16): at once, and the desk of requests shows it as met, because whoever was handed
 * a list with the old name may have to be told (Art. 19). Asks for a fresh visit: what stands there others will read.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import { shownName } from "../../people/rules/name.ts";
import { addressPlace } from "../../people/rules.ts";
import { nameWrite } from "../../people/store.ts";
import { metAtOnce } from "../../rights-requests/acts/own.ts";
import { visitFor } from "../acts/visit.ts";

/** Keeps the name as typed; `""` removes it. Refuses what mails would not show as a name, and a shared address. */
export async function changeName(deps: Deps, input: { visit: string; name: string }): Promise<"done" | Refusal> {
  const visit = await visitFor(deps, input.visit, { fresh: true });
  if (isRefusal(visit)) return visit;
  const standing = await loadStanding(deps, { normalised: visit.normalised });
  if (!standing || standing.address.shared) return refuse("me.not_held");
  const typed = input.name.trim();
  const name = typed === "" ? "" : shownName(typed);
  if (name === undefined) return refuseForm([{ field: "name", code: "me.name" }]);
  const { id, address } = standing.address;
  if (name === standing.address.name) return "done";
  const at = deps.clock.now();
  const sealed = deps.vault.seal(addressPlace(id), JSON.stringify({ address, name }));
  const noted = await metAtOnce(deps, { right: "rectify", address: visit.normalised, at });
  const change = [nameWrite(id, sealed), ...noted.change];
  if ((await commit(deps, { change, proof: noted.proof })) === "stale") return refuse("me.not_held");
  await deps.queue.enqueue({ kind: "seal" });
  return "done";
}
