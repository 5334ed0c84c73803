/** "Send a test": tries every channel now, as an alert would, and says of each whether it was taken. Nothing is kept. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { readInstitution } from "../institution/views.ts";
import { type Actor, may } from "../staff/rules.ts";
import { type Heard, handOn } from "./acts/hand-on.ts";

/** What became of each channel. Refuses where nobody is to be told. */
export async function sendTestAlert(deps: Deps, actor: Actor): Promise<Heard[] | Refusal> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const institution = await readInstitution(deps.db);
  if (!institution) return refuse("institution.missing");
  const notice = { id: deps.ids.uuid(), code: "test", subject: "", at: deps.clock.now() };
  const heard = await handOn(deps, institution, notice);
  return heard.length > 0 ? heard : refuse("alerts.nobody");
}
