/**
 * "That was not me": the request is deleted with every other open one for this address, and the lists it asked for may
 * not ask again, whoever types the address ("never", promise P5). "Never again" says so of every purpose, now and later.
 * Where the person is on a list already, no tag is written against its purpose: he said that he did not sign up, not that he
 * wants to leave.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import type { Both, Lang } from "../institution/rules.ts";
import { readInstitution } from "../institution/views.ts";
import { dropLastMailWrite } from "../last-mails/store.ts";
import { normaliseAddress } from "../people/rules.ts";
import { readPurposes } from "../purposes/views.ts";
import { countWrite } from "../sign-up-guard/store.ts";
import { EVERYTHING } from "../suppressions/rules.ts";
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
      /** everything: we never write again. others: not about what he is not on already. Absent: only about these lists. */
      never?: "everything" | "others";
      /** Day on which the institution decides anew whether the mark is still needed. */
      reviewDay: string;
    }
  | { decision: "already"; view: Confirmation };

/** Records it. Refuses a link that is not ours, has expired, or whose request is gone. */
export async function declineSignUp(
  deps: Deps,
  input: { token: string; never?: boolean },
): Promise<Declined | Refusal> {
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
    const live = view.livePurposes;
    const all = live.length === 0 ? [EVERYTHING] : (await readPurposes(deps.db)).map((p) => p.id);
    const scopes = input.never ? all.filter((id) => !live.includes(id)) : asked.map((a) => a.purpose.id);
    const never = [...new Set(scopes)].map((scope) => ({
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
        countWrite("declined", deps.clock.now()),
      ],
      // No consent was given, refused or taken back: there is nothing about a person to prove.
      proof: [],
    });
    if (done === "done") {
      deps.afterErasure();
      const silenced = asked.map((a) => a.list.names);
      const onList = asked.length < view.asked.length;
      const { language } = signUp;
      const never = input.never && { never: live.length === 0 ? ("everything" as const) : ("others" as const) };
      return { decision: "declined", language, silenced, onList, reviewDay, ...never };
    }
  }
  throw new Error("an answer lost every race for its rows");
}
