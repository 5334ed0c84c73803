/**
 * "Yes" on the page of a confirmation link: the consent itself, to the exact text that both pages showed. Once: a second
 * press shows how things stand now and never grants again what was withdrawn meanwhile. (Whoever leaves takes all his
 * open requests along, so an older link cannot undo a withdrawal either.)
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import type { Lang } from "../institution/rules.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { normaliseAddress } from "../people/rules.ts";
import { readPurposes } from "../purposes/views.ts";
import { wayOf } from "../sign-up-forms/acts/way.ts";
import { countWrite } from "../sign-up-guard/store.ts";
import { returnWrite } from "../suppressions/store.ts";
import { afterYes } from "./acts/decided.ts";
import type { Door } from "./acts/events.ts";
import { type Given, joinAct } from "./acts/join.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import { dayOf } from "./rules/days.ts";
import { silenced, writeSubject } from "./rules/sign-up.ts";
import type { Visitor } from "./rules/visitor.ts";
import { answeredWrites, notSilencedHolds } from "./store/sign-up.ts";
import { readEarlier } from "./views/earlier.ts";
import { type Confirmation, readConfirmation, readSuppressed } from "./views/sign-up.ts";
import { loadStanding } from "./views/standing.ts";

export type Confirmed =
  | { decision: "given"; at: number; language: Lang; maskedAddress: string; given: Given[] }
  | { decision: "already"; view: Confirmation | undefined };

/** Records the consent; `lang` is the language of the page that was pressed. Refuses a link that is not ours, has expired, or whose request is gone. */
export async function confirmSignUp(
  deps: Deps,
  input: { token: string; visitor?: Visitor; lang?: Lang },
): Promise<Confirmed | Refusal> {
  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const view = await readConfirmation(deps, input.token);
    if (!view) return refuse("consent.request_gone");
    // Still open: the page that answers leads to the form, which asks for the age.
    if (view.state !== "open" || view.asksAge) return { decision: "already", view };
    const { signUp, intakeId, hash, asked, maskedAddress } = view;
    const address = normaliseAddress(signUp.address);
    const office = await readInstitutionRow(deps.db);
    if (isRefusal(address) || !office) return refuse("consent.request_gone");
    const suppressionTags = deps.vault.suppressionTags(address.normalised).map((t) => t.tag);
    const [standing, purposes, suppressed] = await Promise.all([
      loadStanding(deps, { normalised: address.normalised }),
      readPurposes(deps.db),
      readSuppressed(deps.db, suppressionTags),
    ]);
    const purposeIds = asked.map((a) => a.purpose.id);
    const at = deps.clock.now();
    const day = dayOf(at, office.profile.timeZone);
    const back = { door: "confirm-link", tags: suppressionTags, purposeIds, day, at } as const;
    if (purposeIds.some((id) => silenced(id, suppressed))) {
      await commit(deps, { change: [returnWrite({ ...back, outcome: "refused" })], proof: [] });
      return refuse("consent.request_gone");
    }

    const earlier = await readEarlier(
      deps,
      { normalised: address.normalised, personId: standing?.person.id },
      asked.map((a) => a.list.id),
    );
    const { visitor } = input;
    const door: Door = { method: "double-opt-in.post", channel: "page", class: "doi", requested: signUp.at, visitor };
    const { language, age } = signUp;
    const way = await wayOf(deps, signUp, input.lang ?? language, view);
    const shown = { form: way?.form, age };
    const act = joinAct(deps, { standing, office, purposes, address, language, asked, earlier, door, at, ...shown });
    const { given, subscriptionIds } = act;
    const subject = writeSubject({ is: "confirmed", subscriptionIds });
    const done = await commit(deps, {
      change: [
        ...answeredWrites(deps.db, intakeId, hash, subject),
        notSilencedHolds(suppressionTags, purposeIds),
        returnWrite({ ...back, outcome: "returned" }),
        countWrite("confirmed", at),
        ...(way ? [way.write] : []),
        ...act.change,
      ],
      proof: act.proof,
    });
    if (done === "done") {
      if (given.length === 0) return { decision: "already", view: await readConfirmation(deps, input.token) };
      await afterYes(deps);
      return { decision: "given", at, language, maskedAddress, given };
    }
  }
  throw new Error("a confirmation lost every race for its rows");
}
