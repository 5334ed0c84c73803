/**
 * A right that needs people: to correct what the person cannot correct himself (GDPR Art. 16), to restrict processing (Art. 18).
 * It is a request like any other from this moment on: mail to the address pauses, and the desk has a month.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { findPerson } from "../../people/views.ts";
import { noteOwn } from "../../rights-requests/acts/own.ts";
import { keptText } from "../../rights-requests/rules.ts";
import { noOpenHolds } from "../../rights-requests/store.ts";
import { readOpenOf } from "../../rights-requests/views.ts";
import { visitFor } from "../acts/visit.ts";

export const ASKED_HERE = ["rectify", "restrict"] as const;
export type AskedHere = (typeof ASKED_HERE)[number];

/** Notes it. Refuses a second one while the first waits, and a restriction where nothing is held that could be mailed. */
export async function askRight(
  deps: Deps,
  input: { visit: string; right: AskedHere; words: string },
): Promise<"done" | Refusal> {
  const { right } = input;
  const visit = await visitFor(deps, input.visit, { fresh: right === "restrict" });
  if (isRefusal(visit)) return visit;
  const { normalised } = visit;
  const words = keptText(input.words);
  if (right === "rectify" && words === "") return refuseForm([{ field: "words", code: "form.required" }]);
  const tags = deps.vault.tags(normalised).map(({ tag }) => tag);
  const [open, held] = await Promise.all([readOpenOf(deps.db, tags), findPerson(deps, normalised)]);
  if (open.some((one) => one.right === right)) return refuse("me.asked_already");
  if (right === "restrict" && held === undefined) return refuse("me.not_held");
  const { change, proof } = await noteOwn(deps, { right, address: visit.address, words, at: deps.clock.now() });
  // Of two presses at once one asks: the other finds that it waits already.
  const asked = await commit(deps, { change: [noOpenHolds(tags, right), ...change], proof });
  if (asked === "stale") return refuse("me.asked_already");
  await deps.queue.enqueue({ kind: "seal" });
  await deps.queue.enqueue({ kind: "tell" });
  return "done";
}
