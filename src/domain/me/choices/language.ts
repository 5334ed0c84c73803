/** The language of one's mails, and of the pages behind their links. */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { languageWrite } from "../../consent/store/sign-up.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import { visitFor } from "../acts/visit.ts";

/** Sets it, to one that the institution writes in. */
export async function setLanguage(deps: Deps, input: { visit: string; language: string }): Promise<"done" | Refusal> {
  const visit = await visitFor(deps, input.visit);
  if (isRefusal(visit)) return visit;
  const standing = await loadStanding(deps, { normalised: visit.normalised });
  if (!standing) return refuse("me.not_held");
  const language = standing.institution.languages.find((one) => one === input.language);
  if (!language) return refuseForm([{ field: "language", code: "form.choose" }]);
  // Nobody has to prove in which language he reads.
  await commit(deps, { change: [languageWrite(deps.db, standing.person.id, language)], proof: [] });
  return "done";
}
