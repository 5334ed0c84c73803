/**
 * A "no" by telephone, letter, reply or in person, recorded by staff for the person: the same act with the same
 * deletion. No identity document is asked for; stopping mail harms nobody. The "no" of somebody who is on no list is
 * recorded too: it counts for what is to come.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import type { Institution } from "../institution/rules.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { normaliseAddress } from "../people/rules.ts";
import type { Purpose } from "../purposes/rules.ts";
import { readPurposes } from "../purposes/views.ts";
import { mayRead, readingWrites } from "../read-log/acts/record.ts";
import { type Actor, actorLabel } from "../staff/rules.ts";
import { afterNo } from "./acts/decided.ts";
import type { Door } from "./acts/events.ts";
import { leaveAct } from "./acts/leave.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import { refuseAheadAct } from "./acts/refuse-ahead.ts";
import type { Basis } from "./rules/answer.ts";
import type { Certificate } from "./rules/certificate.ts";
import { dayOf, isDay } from "./rules/days.ts";
import type { Scope, Standing } from "./rules/standing.ts";
import { loadStanding } from "./views/standing.ts";

export const WHO_ASKED = ["person", "representative", "relative-of-deceased"] as const;
export const HOW_ASKED = ["phone", "letter", "reply", "in-person"] as const;

export interface RefusalInput {
  /** As typed. */
  address: string;
  /** The purpose that ends, or everything. */
  purposeId: string | "everything";
  who: (typeof WHO_ASKED)[number];
  how: (typeof HOW_ASKED)[number];
  /** Day on which the person said it. */
  day: string;
}

export interface RecordedRefusal {
  eid: string;
  /** Something ended. False: the address was on no such list; the wish is kept for what is to come. */
  onList: boolean;
  erased: boolean;
  /** Names of the lists that ended, and of those that remain. */
  ended: { lv: string; en: string }[];
  remaining: { lv: string; en: string }[];
  proofUntilDay: string;
  /** Of what ended: who else is to be told, and what to tell the person. */
  certificate?: Certificate;
  /** A last mail goes out by then, ms. */
  lastMailUntil?: number | undefined;
}

/** Records it. Refuses an address that cannot be one, and a day that has not come. */
export async function recordRefusal(deps: Deps, actor: Actor, input: RefusalInput): Promise<RecordedRefusal | Refusal> {
  const no = await mayRead(deps, actor, "consent.record-refusal", { act: "people.refusal" });
  if (no) return no;
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) return refuseForm([{ field: "address", code: address.code }]);
  if (!isDay(input.day)) return refuseForm([{ field: "day", code: "consent.day_invalid" }]);

  const office = await readInstitutionRow(deps.db);
  const at = deps.clock.now();
  if (!office) return refuse("consent.not_set_up");
  if (input.day > dayOf(at, office.profile.timeZone))
    return refuseForm([{ field: "day", code: "consent.day_in_future" }]);
  const deceased = input.who === "relative-of-deceased";
  const scope = deceased || input.purposeId === "everything" ? "everything" : "list";
  const door: Door = {
    method: `staff.${input.how}`,
    channel: "staff",
    class: "staff",
    by: actor.kind === "staff" ? actor.id : actorLabel(actor),
    reason: `${input.who}/${input.day}`,
  };
  const purposes = (await readPurposes(deps.db)).filter(
    (p) => p.state === "active" && (scope === "everything" || p.id === input.purposeId),
  );
  if (scope === "list" && purposes.length === 0) return refuseForm([{ field: "purposeId", code: "form.choose" }]);

  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const standing = await loadStanding(deps, { normalised: address.normalised });
    const onList =
      standing !== undefined &&
      (scope === "everything" || standing.subscriptions.some((s) => s.purposeId === input.purposeId));
    const act = onList
      ? leaveAct(deps, standing, {
          purposeId: scope === "everything" ? "" : input.purposeId,
          scope,
          door,
          at,
          deceased,
        })
      : ahead(deps, address.normalised, standing, office, purposes, input, scope, door, at);
    // The answer says where the address was: before the person goes, so that the line lets go of him too.
    const looked = {
      act: "people.refusal",
      subject: standing?.person.id,
      outcome: standing ? "found" : "none",
    } as const;
    const change = [...readingWrites(deps, actor, [looked]), ...act.change];
    if ((await commit(deps, { change, proof: act.proof })) === "stale") continue;
    if (!("kept" in act)) {
      await deps.queue.enqueue({ kind: "seal" });
      const { eid, proofUntilDay } = act;
      const remaining = standing?.subscriptions.map((s) => s.listNames) ?? [];
      return { eid, onList, erased: false, ended: [], remaining, proofUntilDay };
    }
    await afterNo(deps, act);
    return {
      eid: act.eid,
      onList,
      erased: act.erased,
      ended: act.ended.map((s) => s.listNames),
      remaining: act.remaining.map((s) => s.listNames),
      proofUntilDay: act.kept.proofUntilDay,
      certificate: act.certificate,
      lastMailUntil: act.lastMailUntil,
    };
  }
  throw new Error("a refusal lost every race for its rows");
}

function ahead(
  deps: Deps,
  normalised: string,
  standing: Standing | undefined,
  office: { profile: Institution; logOrigin: string },
  purposes: Purpose[],
  input: RefusalInput,
  scope: Scope,
  door: Door,
  at: number,
) {
  return refuseAheadAct(deps, {
    normalised,
    standing,
    office: { institution: office.profile, logOrigin: office.logOrigin },
    purposes: purposes.map((p) => ({
      purposeId: p.id,
      purposeSlug: p.slug,
      purposeVersion: p.version,
      basis: p.basis as Basis,
    })),
    scope: scope === "everything" ? "*" : input.purposeId,
    reason: input.who === "relative-of-deceased" ? "deceased" : "refused",
    door,
    at,
  });
}
