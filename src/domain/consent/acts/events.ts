/** The event of one person's act for one purpose: which record it belongs to, and what it says. */
import type { Deps } from "../../../deps.ts";
import type { Notice } from "../../notices/rules.ts";
import { type Evidence, recordEvent, recordKeyPlace } from "../../proof-log/rules/event.ts";
import type { Basis, RecordState, Step } from "../rules/answer.ts";
import type { ErasureFacts } from "../rules/certificate.ts";
import type { OpenRecord, Standing } from "../rules/standing.ts";
import { claimsOf, type Visitor } from "../rules/visitor.ts";
import type { RecordStep } from "../store.ts";

/** DPV term of a GDPR Art. 6(1) letter. */
export const BASIS_TERM: Record<Basis, string> = {
  a: "eu-gdpr:A6-1-a",
  b: "eu-gdpr:A6-1-b",
  c: "eu-gdpr:A6-1-c",
  e: "eu-gdpr:A6-1-e",
  f: "eu-gdpr:A6-1-f",
};

/** Through which door an act came: into the event as `method` and `channel`. */
export interface Door {
  /** For example `reconsent-page.post`, `one-click.post`, `staff.phone`, `provider.complaint`. */
  method: string;
  /** provider: the person told his mail provider that the mail is spam, and that provider told ours. */
  channel: "page" | "one-click" | "staff" | "provider";
  /** Evidence class of a consent: `doi` (a link mailed to the address was opened and a button pressed), `return` (pressed within ten minutes on the page after a "no"); of a refusal recorded by staff: `staff`. */
  class?: "doi" | "return" | "staff";
  mailing?: string;
  /** Staff id, when it was recorded for the person. */
  by?: string;
  /** Code of the circumstances, for example `relative-of-deceased`. */
  reason?: string;
  /** When a confirmed sign-up was asked for, ms. */
  requested?: number;
  /** Who pressed "yes", as far as the request says it. */
  visitor?: Visitor;
  /** The provider's id of the mail whose link was pressed. */
  messageId?: string | null;
}

export interface ShownNotice {
  /** Purpose slug and kind of text, for example `weekly/question`. */
  id: string;
  ver: string;
  lang: string;
  sha256: string;
}

/** How a notice row is named in an event. */
export function shownNotice(notice: Notice, purposeSlug: string): ShownNotice {
  return {
    id: `${purposeSlug}/${notice.kind}`,
    ver: String(notice.version),
    lang: notice.language,
    sha256: notice.sha256,
  };
}

/** The purpose an act is about. */
export interface ActPurpose {
  purposeId: string;
  purposeSlug: string;
  purposeVersion: number;
  basis: Basis;
}

/** What else the event says of the act. */
export interface About {
  /** Slugs of the lists it concerns. */
  lists?: string[];
  /** everything: the person asked for more than this purpose. */
  scope?: "purpose" | "everything";
  /** Of a "no": the day on which its proof is destroyed. */
  shredDay?: string;
  /** What the certificate said of the deletion. */
  erasure?: ErasureFacts | undefined;
  /** The words of the page on which it was pressed; of a sign-up also of the form that was sent. */
  form?: { id: string; ver: string; sha256: string } | undefined;
  /** Of a sign-up: the age that the person stated, in years; at least this. */
  age?: number | undefined;
  /** The topic reveals a special category, so the consent is explicit (GDPR Art. 9(2)(a)). */
  explicit?: boolean;
}

/** What of a standing an event needs: also had by a person who comes back after everything was deleted. */
export type EventGround = Pick<Standing, "logOrigin"> & {
  person: { id: string };
  address: { normalised: string };
};

/** Makes the event and the record's step. `record` undefined: the person's first act for this purpose makes the record. */
export function actOnRecord(
  deps: Pick<Deps, "ids" | "vault" | "config">,
  ground: EventGround,
  purpose: ActPurpose,
  record: OpenRecord | undefined,
  step: Exclude<Step, { does: "nothing" }>,
  door: Door,
  at: number,
  shown: ShownNotice | undefined,
  about: About,
): { evidence: Evidence; step: RecordStep } {
  const id = record?.id ?? deps.ids.uuid();
  const key = record?.key ?? deps.ids.bytes(32);
  const version = (record?.version ?? 0) + 1;
  const evidence = recordEvent({
    log: ground.logOrigin,
    ctl: `${deps.config.publicUrl}/#org`,
    eid: deps.ids.uuid(),
    at,
    typ: step.typ,
    rec: id,
    version,
    prev: record?.lastLeaf ?? null,
    key,
    email: ground.address.normalised,
    subject: ground.person.id,
    purposes: [
      {
        id: purpose.purposeSlug,
        ver: String(purpose.purposeVersion),
        broader: "dpv:CommunicationManagement",
        decision: step.typ === "dsr.objected" ? "objected" : (step.typ.slice("consent.".length) as "given"),
      },
    ],
    basis: BASIS_TERM[purpose.basis],
    class: door.class,
    lists: about.lists,
    scope: about.scope,
    form: about.form,
    age: about.age,
    method: door.method,
    channel: door.channel,
    mailing: door.mailing,
    by: door.by,
    reason: door.reason,
    ...(about.erasure ? { erasure: about.erasure } : {}),
    notice: shown,
    requested: door.requested,
    // Of a "no" nothing of the kind is kept: it goes with the person in the same moment.
    context:
      step.does === "give"
        ? claimsOf(door.visitor, door.messageId).map((claim) => ({ ...claim, salt: deps.ids.bytes(32) }))
        : undefined,
    ...(step.does === "give"
      ? { type: about.explicit ? "dpv:ExplicitlyExpressedConsent" : "dpv:ExpressedConsent", until: "withdrawal" }
      : {}),
  });
  return {
    evidence,
    step: {
      id,
      personId: ground.person.id,
      purposeId: purpose.purposeId,
      state: step.record as RecordState,
      fromVersion: record?.version ?? 0,
      version,
      lastLeaf: evidence.leaf,
      at,
      shredDay: about.shredDay ?? null,
      ...(record ? {} : { sealedKey: deps.vault.sealProofKey(recordKeyPlace(id), key) }),
    },
  };
}
