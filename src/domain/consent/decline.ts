/**
 * "That was not me": the request is deleted with every other open one for this address, and the lists it asked for may
 * not ask again, whoever types the address ("never", promise P5). Where the person is on a list of the purpose already,
 * no tag is written: he said that he did not sign up, not that he wants to leave.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import type { Both, Lang } from "../institution/rules.ts";
import { readInstitution } from "../institution/views.ts";
import { dropLastMailWrite } from "../last-mails/store.ts";
import { normaliseAddress } from "../people/rules.ts";
import { keptFrom } from "./acts/leave.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import { writeSubject } from "./rules/sign-up.ts";
import { answeredWrites, dropAllWrites } from "./store/sign-up.ts";
import { suppressWrites } from "./store.ts";
import { type Confirmation, readConfirmation } from "./views/sign-up.ts";

export type Declined =
  | {
      decision: "declined";
      language: Lang;
      /** Lists that will not ask this address again. */
      silenced: Both[];
      /** The address is on a list of a purpose that was asked for; nothing was changed there. */
      onList: boolean;
      /** Day on which the institution decides anew whether the mark is still needed. */
      reviewDay: string;
    }
  | { decision: "already"; view: Confirmation };

/** Records it. Refuses a link that is not ours, has expired, or whose request is gone. */
export async function declineSignUp(deps: Deps, input: { token: string }): Promise<Declined | Refusal> {
  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const view = await readConfirmation(deps, input.token);
    if (!view) return refuse("consent.request_gone");
    if (view.state !== "open") return { decision: "already", view };
    const { signUp, intakeId, hash } = view;
    const address = normaliseAddress(signUp.address);
    const office = await readInstitution(deps.db);
    if (isRefusal(address) || !office) return refuse("consent.request_gone");
    const asked = view.asked.filter((a) => !view.livePurposes.includes(a.purpose.id));
    const { today: day, suppressionReviewDay: reviewDay } = keptFrom(office, deps.clock.now());
    const [tag] = deps.vault.suppressionTags(address.normalised);
    if (!tag) throw new Error("a key ring is empty");
    const tags = deps.vault.tags(address.normalised).map((t) => t.tag);
    const never = [...new Set(asked.map((a) => a.purpose.id))].map((scope) => ({
      ...tag,
      addressTags: tags,
      scope,
      reason: "never" as const,
      day,
      reviewDay,
    }));
    const done = await commit(deps, {
      change: [
        ...answeredWrites(deps.db, intakeId, hash, writeSubject({ is: "declined" })),
        ...dropAllWrites(tags),
        ...suppressWrites(never),
        dropLastMailWrite(tags),
      ],
      // No consent was given, refused or taken back: there is nothing about a person to prove.
      proof: [],
    });
    if (done === "done") {
      deps.afterErasure();
      const silenced = asked.map((a) => a.list.names);
      const onList = asked.length < view.asked.length;
      return { decision: "declined", language: signUp.language, silenced, onList, reviewDay };
    }
  }
  throw new Error("an answer lost every race for its rows");
}
