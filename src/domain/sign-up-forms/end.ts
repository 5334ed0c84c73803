/** A form of another site ends: whoever still finds it there is shown our own page. Consents given through it stand. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { endWrite } from "./store.ts";
import { readForm } from "./views.ts";

/** Ends it; one that has ended stays as it is. */
export async function endForm(deps: Deps, actor: Actor, input: { sha256: string }): Promise<"ended" | Refusal> {
  const no = may(actor, "list.change");
  if (no) return no;
  const form = await readForm(deps.db, input.sha256);
  if (!form) return refuse("lists.form_unknown");
  if (form.endedAt !== null) return "ended";
  // Nobody is concerned: it is only taken from a page that is not ours.
  await commit(deps, { change: [endWrite(deps.db, input.sha256, deps.clock.now())], proof: [] });
  return "ended";
}
