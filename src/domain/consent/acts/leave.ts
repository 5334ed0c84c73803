/**
 * What a "no" commits, from whatever door: one event and one record step per purpose that ends, the suppression tags,
 * and the deletion of the address when no other reason holds it. Assembled here, committed by the verbs.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { noOtherHandedOut } from "../../exports/store.ts";
import { backupsCleanFrom } from "../../key-rotation/rules/fate.ts";
import { oweLastMail } from "../../last-mails/acts/owe.ts";
import { type Answer, getsLastMail, LAST_MAIL_MS } from "../../last-mails/rules.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { inLanguage } from "../../purposes/rules.ts";
import { stepOnInvalid, stepOnNo, wayOf } from "../rules/answer.ts";
import { type Certificate, certificateOf, erasureFacts } from "../rules/certificate.ts";
import { dayOf, later } from "../rules/days.ts";
import type { Kept } from "../rules/outcome.ts";
import { type LiveSubscription, type Scope, type Standing, split } from "../rules/standing.ts";
import { dropAllWrites } from "../store/sign-up.ts";
import { type Ending, leaveWrites, type NewSuppression, recordWrites } from "../store.ts";
import { type About, actOnRecord, type Door, type ShownNotice } from "./events.ts";
import { unmarkedWrites } from "./unmarked.ts";

export interface LeaveAct {
  change: Write[];
  proof: Evidence[];
  ended: LiveSubscription[];
  remaining: LiveSubscription[];
  erased: boolean;
  decision: "refused" | "withdrawn" | "invalidated";
  eid: string;
  /** Leaf of the event of the purpose that was asked about. */
  leaf: string;
  kept: Kept;
  certificate: Certificate;
  /** A last mail goes out by then, and until then the address lives on for it. */
  lastMailUntil: number | undefined;
}

export interface LeaveInput {
  purposeId: string;
  scope: Scope;
  door: Door;
  at: number;
  shown?: ShownNotice;
  /** The person died: told by a relative. Ends everything. */
  deceased?: boolean;
  /** He told his mail provider that the mail is spam: nothing for this purpose ever again. */
  complained?: boolean;
  /** The consent was not the person's own. */
  invalidates?: boolean;
  /** The words of the page that was pressed. */
  form?: About["form"];
}

/** The days up to which something is kept, counted from now by the institution's settings. `goneAt`: when the address is. */
export function keptFrom(institution: Standing["institution"], at: number, goneAt = at): Kept & { today: string } {
  const today = dayOf(at, institution.timeZone);
  return {
    today,
    proofUntilDay: later(today, { months: institution.proofMonths }),
    suppressionReviewDay: later(today, { months: institution.suppressionReviewMonths }),
    backupsCleanDay: backupsCleanFrom(dayOf(goneAt, institution.timeZone), institution.restoreWindowDays),
  };
}

/** Whether deleted places of the database are overwritten at once: our own file has `secure_delete`, a server refuses it. */
export const overwrites = ({ client }: Pick<Deps["db"], "client">): boolean => client.protocol === "file";

/** Assembles the act. The standing must hold at least one live subscription of the purpose (or any, for everything). */
export function leaveAct(deps: Deps, standing: Standing, input: LeaveInput): LeaveAct {
  const { at, door, shown } = input;
  const { ending, remaining } = split(standing, input.purposeId, input.scope);
  const erased = remaining.length === 0;
  const silent = input.deceased === true || input.complained === true;
  const { channel, method } = door;
  const { lost } = standing.address;
  const lastMailUntil =
    !lost && getsLastMail(standing.institution, { erased, channel, method, silent }) ? at + LAST_MAIL_MS : undefined;
  const { today, ...kept } = keptFrom(standing.institution, at, lastMailUntil);
  const certificate = certificateOf({
    institution: standing.institution,
    at,
    everything: input.scope === "everything",
    ended: ending.map((s) => s.listNames),
    remaining: remaining.map((s) => s.listNames),
    kept,
    lastMailUntil,
    handedOut: standing.handedOut.filter((one) => erased || ending.some((s) => s.id === one.subscriptionId)),
    openRequests: standing.openRequests,
    filesWait: standing.filesWait,
    overwritten: overwrites(deps.db),
  });
  // What is fetched between the reading and this moment is told of too: the act is decided anew.
  const change: Write[] = [
    noOtherHandedOut(
      standing.person.id,
      standing.handedOut.map(({ id }) => id),
    ),
  ];
  const proof: Evidence[] = [];
  const endings: Ending[] = [];
  let decision: LeaveAct["decision"] = "refused";
  let leaf = "";

  for (const purpose of new Map(ending.map((s) => [s.purposeId, s])).values()) {
    const record = standing.records.find((r) => r.purposeId === purpose.purposeId);
    const step = input.invalidates
      ? stepOnInvalid(purpose.state, record?.state)
      : stepOnNo(purpose.state, record?.state, purpose.basis);
    if (step.does !== "end") continue;
    const made = actOnRecord(
      deps,
      standing,
      purpose,
      record,
      step,
      door,
      at,
      purpose.purposeId === input.purposeId ? shown : undefined,
      {
        lists: ending.filter((s) => s.purposeId === purpose.purposeId).map((s) => s.listSlug),
        scope: input.scope === "everything" ? "everything" : "purpose",
        shredDay: kept.proofUntilDay,
        erasure: erasureFacts(certificate),
        form: input.form,
      },
    );
    change.push(...recordWrites(deps.db, made.step));
    proof.push(made.evidence);
    if (purpose.purposeId === input.purposeId) leaf = made.evidence.leaf;
    if (step.record !== "refused") decision = step.record;
    const reason = input.deceased ? "deceased" : input.complained ? "complained" : step.reason;
    for (const s of ending.filter((s) => s.purposeId === purpose.purposeId))
      endings.push({
        subscriptionId: s.id,
        personId: standing.person.id,
        recordId: made.step.id,
        reason,
        state: s.state === "active" ? "active" : "unproven",
      });
  }

  const said = decision === "invalidated" ? "refused" : decision;
  const reason = input.deceased ? "deceased" : input.complained ? "complained" : said;
  const link = deps.vault.linkTags(standing.address.normalised)[0] as { tag: Uint8Array; keyId: string };
  change.push(
    ...leaveWrites({
      at,
      mailingId: door.mailing,
      way: wayOf(door),
      endings,
      suppressions: lost ? [] : suppressions(deps, standing, input, reason, today, kept.suppressionReviewDay),
      erasures: erased ? [{ personId: standing.person.id, linkTag: link.tag, linkKeyId: link.keyId }] : [],
      staying: erased ? [] : [standing.person.id],
      shredDay: kept.proofUntilDay,
    }),
    // An open sign-up would hold the address on, and its link could undo what the person has just said.
    ...dropAllWrites(
      deps.vault.tags(standing.address.normalised).map((t) => t.tag),
      { stays: !erased },
    ),
  );
  if (lost) change.push(...unmarkedWrites(deps, 1, at));
  const eid = proof[0]?.eid ?? "";
  if (lastMailUntil !== undefined)
    change.push(
      oweLastMail(deps, standing, eid, {
        at,
        answer: answerOf(decision, door),
        ended: ending.map((s) => inLanguage(s.listNames, standing.person.language)),
        everything: input.scope === "everything",
        kept,
        certificate,
        records: proof.flatMap(({ recordId: id, version }) => (id && version ? [{ id, version }] : [])),
        subscriptionId: ending[0]?.id ?? "",
      }),
    );
  return { change, proof, ended: ending, remaining, erased, decision, eid, leaf, kept, certificate, lastMailUntil };
}

/** The answer in the words of the page: only the question of a campaign is answered with a "no". */
function answerOf(decision: LeaveAct["decision"], { method }: Door): Answer {
  return decision === "refused" && method !== "reconsent-page.post" ? "left" : decision;
}

/** One tag for the purpose, or for everything; under the newest key (doors look under all keys). */
function suppressions(
  deps: Deps,
  standing: Standing,
  input: LeaveInput,
  reason: NewSuppression["reason"],
  day: string,
  reviewDay: string,
): NewSuppression[] {
  const tag = deps.vault.suppressionTags(standing.address.normalised)[0] as { tag: Uint8Array; keyId: string };
  const scope = input.scope === "everything" ? "*" : input.purposeId;
  const addressTags = deps.vault.tags(standing.address.normalised).map((t) => t.tag);
  return [{ tag: tag.tag, keyId: tag.keyId, addressTags, scope, reason, day, reviewDay }];
}
