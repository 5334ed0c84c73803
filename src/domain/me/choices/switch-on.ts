/**
 * "On" on one's own page: a new consent, to the statement that stands above its button. Who presses came in by a link that was
 * mailed to the address, so the event is of the same class as a confirmed sign-up, with the hash of this page's words and the time
 * at which the link was asked for.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { Lang } from "../../../texts/say.ts";
import { commit } from "../../commit.ts";
import { afterYes } from "../../consent/acts/decided.ts";
import type { Door } from "../../consent/acts/events.ts";
import { joinAct } from "../../consent/acts/join.ts";
import { TRIES_AFTER_RACE } from "../../consent/acts/races.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { silenced } from "../../consent/rules/sign-up.ts";
import type { Visitor } from "../../consent/rules/visitor.ts";
import { notSilencedHolds } from "../../consent/store/sign-up.ts";
import { readEarlier } from "../../consent/views/earlier.ts";
import { readOffer } from "../../consent/views/offered.ts";
import { readSuppressed } from "../../consent/views/sign-up.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import { readPurposes } from "../../purposes/views.ts";
import { returnWrite } from "../../suppressions/store.ts";
import { ownForm } from "../acts/form.ts";
import { visitFor } from "../acts/visit.ts";
import { asksMore } from "../rules/offer.ts";

export interface SwitchOn {
  /** Secret of the visit. */
  visit: string;
  listId: string;
  /** Of the statement that was shown. */
  noticeSha256: string;
  language: Lang;
  visitor?: Visitor;
}

/** Records the consent; `already` changes nothing. Refuses a list that is not open, another text, and whoever asked for silence. */
export async function switchOn(deps: Deps, input: SwitchOn): Promise<"given" | "already" | Refusal> {
  const visit = await visitFor(deps, input.visit);
  if (isRefusal(visit)) return visit;
  const [offer, office, purposes] = await Promise.all([
    readOffer(deps.db),
    readInstitutionRow(deps.db),
    readPurposes(deps.db),
  ]);
  const offered = offer.find((o) => o.list.id === input.listId);
  if (!offered || !office) return refuse("me.not_open");
  const { list, purpose, statement } = offered;
  if (asksMore(purpose)) return refuse("me.not_open");
  const notice = Object.values(statement).find((n) => n.sha256 === input.noticeSha256);
  if (!notice) return refuse("me.text_changed");
  const tags = deps.vault.suppressionTags(visit.normalised).map((t) => t.tag);
  const door: Door = {
    method: "own-page.post",
    channel: "page",
    class: "doi",
    requested: visit.askedAt,
    ...(input.visitor && { visitor: input.visitor }),
  };
  const language = notice.language;
  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const at = deps.clock.now();
    const [standing, suppressed] = await Promise.all([
      loadStanding(deps, { normalised: visit.normalised }),
      readSuppressed(deps.db, tags),
    ]);
    if (silenced(purpose.id, suppressed)) return refuse("me.silent");
    const who = { normalised: visit.normalised, personId: standing?.person.id };
    const earlier = await readEarlier(deps, who, [list.id]);
    const shown = ownForm(deps, "own-page-on", input.language, at, { stays: true, lastMail: false });
    const act = joinAct(deps, {
      standing,
      office,
      purposes,
      address: standing?.address ?? { address: visit.address, normalised: visit.normalised },
      // A choice of lists is no choice of a language: whoever is known keeps his.
      language: standing?.person.language ?? language,
      asked: [{ list, purpose, notice }],
      earlier,
      door,
      form: shown.form,
      at,
    });
    if (act.given.length === 0) return "already";
    const day = dayOf(at, office.profile.timeZone);
    const back = returnWrite({ door: "own-page", outcome: "returned", tags, purposeIds: [purpose.id], day, at });
    const change = [shown.write, notSilencedHolds(tags, [purpose.id]), back, ...act.change];
    if ((await commit(deps, { change, proof: act.proof })) === "done") {
      await afterYes(deps);
      return "given";
    }
  }
  throw new Error("a consent lost every race for its rows");
}
