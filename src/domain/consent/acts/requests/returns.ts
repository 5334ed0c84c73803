/**
 * Counts that an address with a suppression tag was typed into a form again: by day, door, reason and outcome, never who. So the
 * office sees that its tags hold, and that somebody tries.
 */
import type { Deps } from "../../../../deps.ts";
import type { Write } from "../../../../platform/db.ts";
import { isRefusal } from "../../../../refusal.ts";
import { readInstitution } from "../../../institution/views.ts";
import { normaliseAddress } from "../../../people/rules.ts";
import { readPurposes } from "../../../purposes/views.ts";
import { returnWrite } from "../../../suppressions/store.ts";
import { dayOf } from "../../rules/days.ts";
import type { SignUp } from "../../rules/sign-up.ts";
import { readOpenLists } from "../../views/offered.ts";

/** The count of this request; nothing for a link to a question, which brings nobody back. */
export async function returnOf(
  deps: Pick<Deps, "db" | "vault">,
  signUp: SignUp,
  outcome: "refused" | "asked",
  at: number,
): Promise<Write[]> {
  const address = normaliseAddress(signUp.address);
  const office = await readInstitution(deps.db);
  // A link to his own page is mailed to whoever left; only where it is refused is it a return.
  if (isRefusal(address) || !office || signUp.campaigns || (signUp.ownPage && outcome === "asked")) return [];
  const purposeIds = signUp.ownPage
    ? (await readPurposes(deps.db)).map((p) => p.id)
    : (await readOpenLists(deps.db))
        .filter((o) => signUp.lists.some((l) => l.listId === o.list.id))
        .map((o) => o.purpose.id);
  const door = signUp.ownPage ? "own-page" : signUp.handedOn ? "api" : "sign-up";
  const tags = deps.vault.suppressionTags(address.normalised).map((t) => t.tag);
  return [returnWrite({ door, outcome, tags, purposeIds, day: dayOf(at, office.timeZone), at })];
}
