/**
 * "By mistake": within ten minutes of a "no", the same browser may give consent anew. It is a new consent to the text
 * shown beside the button; the earlier "no" stays in the log. The row that ended lives again, so the links in his old
 * mails work as before. The form works once: it names the event of the "no", so a later one cannot be undone by it.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { readList } from "../lists/views.ts";
import { asksMore } from "../me/rules/offer.ts";
import { readNotice } from "../notices/views.ts";
import { normaliseAddress } from "../people/rules.ts";
import { readPurposes } from "../purposes/views.ts";
import { returnWrite } from "../suppressions/store.ts";
import { afterYes } from "./acts/decided.ts";
import type { Door } from "./acts/events.ts";
import { joinAct } from "./acts/join.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import { openReturn } from "./acts/return-seal.ts";
import { dayOf } from "./rules/days.ts";
import { silenced } from "./rules/sign-up.ts";
import type { Visitor } from "./rules/visitor.ts";
import { notSilencedHolds } from "./store/sign-up.ts";
import { readSuppressed } from "./views/sign-up.ts";
import { loadStanding, readEndedLeaf } from "./views/standing.ts";

export interface CameBack {
  /** form: its sign-up form asks more than a "yes" (an age, a topic that reveals something); nothing was written. */
  decision: "given" | "already" | "form";
  at: number;
  eid: string;
  list: { lv: string; en: string };
  listId: string;
  language: "lv" | "en";
}

/** Takes the person back. Refuses a seal that is not ours or older than ten minutes, and whoever asked for silence. */
export async function comeBack(deps: Deps, input: { seal: string; visitor?: Visitor }): Promise<CameBack | Refusal> {
  const returning = openReturn(deps.vault, input.seal, deps.clock.now());
  if (!returning) return refuse("consent.return_expired");
  const checked = normaliseAddress(returning.address);
  const [list, notice, office, purposes] = await Promise.all([
    readList(deps.db, returning.listId),
    readNotice(deps.db, returning.noticeSha256),
    readInstitutionRow(deps.db),
    readPurposes(deps.db),
  ]);
  const purpose = purposes.find((p) => p.id === list?.purposeId);
  if (isRefusal(checked) || !list || !notice || !office || purpose?.basis !== "a" || list.state !== "active")
    return refuse("consent.return_expired");
  const { language, subscriptionId, personId, mailingId, name, leaf, at: endedAt } = returning;
  const tags = deps.vault.suppressionTags(checked.normalised).map((t) => t.tag);
  const door: Door = { method: "return-page.post", channel: "page", class: "return", visitor: input.visitor };

  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const at = deps.clock.now();
    const [standing, suppressed, ended] = await Promise.all([
      loadStanding(deps, { normalised: checked.normalised }),
      readSuppressed(deps.db, tags),
      readEndedLeaf(deps.db, subscriptionId),
    ]);
    const told = { at, list: list.names, listId: list.id, language };
    const onIt = standing?.subscriptions.some((s) => s.listId === list.id && s.state === "active");
    if (ended !== leaf || onIt) return { decision: "already", eid: "", ...told };
    if (asksMore(purpose)) return { decision: "form", eid: "", ...told };
    const back = {
      door: "return-page",
      tags,
      purposeIds: [purpose.id],
      day: dayOf(at, office.profile.timeZone),
      at,
    } as const;
    if (silenced(purpose.id, suppressed)) {
      await commit(deps, { change: [returnWrite({ ...back, outcome: "refused" })], proof: [] });
      return refuse("consent.return_expired");
    }
    const address = { ...checked, name };
    const asked = [{ list, purpose, notice }];
    const earlier = [{ subscriptionId, listId: list.id, endedAt }];
    const mistake = { personId, mailingId };
    const act = joinAct(deps, { standing, office, purposes, address, language, asked, earlier, mistake, door, at });
    const returned = returnWrite({ ...back, outcome: "returned" });
    const change = [notSilencedHolds(tags, [purpose.id]), returned, ...act.change];
    if ((await commit(deps, { change, proof: act.proof })) === "done") {
      await afterYes(deps);
      return { decision: "given", eid: act.given[0]?.eid ?? "", ...told };
    }
  }
  throw new Error("a return lost every race for its rows");
}
