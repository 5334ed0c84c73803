/**
 * Who may do what. One table, asked by the first line of every verb and by every staff page. Roles are named by their
 * task: admin runs the deployment, head decides for the office, editor keeps lists and campaigns, press keeps releases and media contacts, dpo
 * guards data protection, auditor only reads.
 */
import { type Refusal, refuse } from "../../refusal.ts";

export const ROLES = ["admin", "head", "editor", "press", "dpo", "auditor"] as const;
export type Role = (typeof ROLES)[number];

/** Permission → roles that have it. */
export const PERMISSIONS = {
  "desk.see": ["admin", "head", "editor", "press", "dpo", "auditor"],
  "institution.change": ["admin"],
  // Ids and counts; never a key.
  "keys.see": ["admin", "dpo", "auditor"],
  "staff.manage": ["admin"],
  // Who can do what; and the look at it, by date.
  "access.see": ["admin", "head", "dpo", "auditor"],
  "access.review": ["admin", "head", "dpo"],
  // Lets a program in with some of one's own permissions.
  "api-key.make": ["admin", "dpo"],
  "purpose.change": ["admin", "dpo"],
  "notice.publish": ["admin", "dpo"],
  "list.change": ["admin", "editor"],
  // Another legal basis is a decision of the office.
  "list.move": ["admin", "head"],
  "people.look-up": ["admin", "editor", "dpo"],
  "people.import": ["admin", "editor"],
  // A whole list in clear leaves the house: its own permission, with a reason and a second factor.
  "people.export": ["admin", "dpo"],
  "consent.record-refusal": ["admin", "editor", "press", "dpo"],
  // A program of the office hands on what somebody typed into its form; only the owner of the address can confirm it.
  "sign-up.hand-on": ["admin", "editor", "dpo"],
  "campaign.write": ["admin", "editor"],
  "campaign.send": ["admin", "editor"],
  "campaign.approve": ["admin", "head", "editor", "dpo"],
  // His own, or, on paper, what an admin holds of him.
  "campaign.opinion": ["admin", "dpo"],
  "campaign.postpone": ["admin", "head"],
  "campaign.close": ["admin", "head"],
  // Who was not reached stays on the list; taking them off is for those who may close.
  "campaign.unreached": ["admin", "head", "editor"],
  // Stopping harms nobody, so whoever sees the desk's campaigns may stop one; going on is for those who may send.
  "mailing.pause": ["admin", "head", "editor", "press", "dpo"],
  "mailing.resume": ["admin", "editor"],
  "mailing.cancel": ["admin", "head", "editor"],
  // What nobody knows, whom a provider refused for its own reasons, jobs that died: a person decides.
  "delivery.decide": ["admin", "editor"],
  "alert.close": ["admin", "head", "editor", "dpo"],
  // The log and its requests; nothing of a person.
  "proof.see": ["admin", "head", "dpo", "auditor"],
  "proof.look-up": ["dpo", "auditor"],
  "proof.open": ["dpo", "auditor"],
  // The second person: never the one who asked, and nobody whose role is only to read.
  "proof.grant-opening": ["admin", "head", "dpo"],
  "proof.export": ["dpo", "auditor"],
  // Who looked at people. Names are told to the person himself only by the officer.
  "reading.see": ["dpo", "auditor"],
  "reading.name": ["dpo"],
  // Counts and keys; one address by its own permission, on record.
  "suppression.see": ["admin", "head", "editor", "dpo", "auditor"],
  "suppression.look-up": ["admin", "editor", "dpo"],
  "suppression.add": ["admin", "editor", "dpo"],
  // Whether tags stand on is a decision of those who answer for retention; nobody can lift one.
  "suppression.review": ["head", "dpo"],
  // Whoever is asked for a right takes the request; what stands in it is for those who answer.
  "request.note": ["admin", "head", "editor", "press", "dpo"],
  "request.see": ["admin", "head", "editor", "press", "dpo", "auditor"],
  "request.read": ["admin", "editor", "dpo"],
  "request.answer": ["admin", "editor", "dpo"],
  // Everybody, whatever his role: a report that is not made in time harms people.
  "breach.report": ["admin", "head", "editor", "press", "dpo", "auditor"],
  "breach.see": ["admin", "head", "dpo"],
  "breach.decide": ["admin", "head", "dpo"],
  // How long things are kept, and what was deleted; counts, nothing of a person.
  "retention.see": ["admin", "head", "dpo", "auditor"],
  "retention.change": ["admin", "dpo"],
  // A run that would delete more than usual, what nobody justified, records of the institution.
  "retention.decide": ["admin", "head", "dpo"],
  "retention.hold": ["admin", "head", "dpo"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/**
 * What a key of a program may be given, and no more: nothing that lets others in, opens what is sealed, is somebody's word
 * beside another's, or decides for the office.
 */
export const FOR_KEYS = [
  "desk.see",
  "sign-up.hand-on",
  "consent.record-refusal",
  "people.look-up",
  "people.import",
  "purpose.change",
  "notice.publish",
  "list.change",
  "campaign.write",
  "campaign.send",
  "mailing.pause",
  "mailing.resume",
  "mailing.cancel",
  "suppression.look-up",
  "proof.look-up",
  "proof.export",
] as const satisfies readonly Permission[];
export type KeyPermission = (typeof FOR_KEYS)[number];

/** Somebody of the institution, at the desk or at the command line (`via`). `id` is the user id, or `cli`. */
export interface StaffActor {
  readonly kind: "staff";
  readonly id: string;
  readonly role: Role;
  readonly via: "desk" | "cli" | "api";
}

/** The person the data are about, known by the link or form that he used. */
export interface PersonActor {
  readonly kind: "person";
  readonly via: "reconsent-page" | "unsubscribe-page" | "one-click" | "confirm-page" | "return-page" | "own-page";
}

/** The program itself: a job or a schedule. */
export interface SystemActor {
  readonly kind: "system";
  readonly job: string;
}

/** A program that calls /api/v1 with a key that somebody of the institution made (domain/api-keys). */
export interface KeyActor {
  readonly kind: "key";
  /** Id of the key. */
  readonly id: string;
  /** User id of whoever made it, and the role that he has now. */
  readonly maker: string;
  readonly role: Role;
  readonly permissions: readonly KeyPermission[];
  readonly via: "api";
}

export type Actor = StaffActor | KeyActor | PersonActor | SystemActor;

/** A refusal if the actor lacks the permission, otherwise undefined. A key has what it was given, as far as its maker has it now. */
export function may(actor: Actor, permission: Permission): Refusal | undefined {
  const roles: readonly Role[] = PERMISSIONS[permission];
  const has = (actor.kind === "staff" || actor.kind === "key") && roles.includes(actor.role);
  const given = actor.kind !== "key" || (actor.permissions as readonly Permission[]).includes(permission);
  return has && given ? undefined : refuse("staff.forbidden", { values: { permission } });
}

/** `via` of an act that came from the command line, for its record; nothing for the usual ways. */
export const viaOf = (actor: Actor) => (actor.kind === "staff" && actor.via === "cli" ? { via: "cli" } : {});

/** How an actor is written into records: never a name or an address. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case "staff":
      return `staff:${actor.id}`;
    case "key":
      return `api:${actor.id}`;
    case "person":
      return `person:${actor.via}`;
    case "system":
      return `system:${actor.job}`;
  }
}

/** Everybody who has written what this actor writes: with a key also whoever made it, so that he approves nothing of it himself. */
export const authorLabels = (actor: Actor): string[] =>
  actor.kind === "key" ? [actorLabel(actor), `staff:${actor.maker}`] : [actorLabel(actor)];
