/** Reads of people: one person by the exact address, and the members of a list page by page. */
import { and, count, eq, gt, inArray, sql } from "drizzle-orm";
import type { Deps } from "../../deps.ts";
import {
  address,
  consentRecord,
  importJob,
  intake,
  list,
  message,
  person,
  purpose,
  subscription,
  suppression,
} from "../../platform/schema.ts";
import { openSignUp } from "../consent/acts/sign-up-seal.ts";
import { REQUEST_LIFE_MS } from "../consent/rules/sign-up.ts";
import type { Both, Lang } from "../institution/rules.ts";
import type { Recorded } from "../read-log/acts/record.ts";
import { addressPlace, maskAddress } from "./rules.ts";

type ViewDeps = Pick<Deps, "db" | "vault">;

/** A list the person is on. */
export interface Membership {
  subscriptionId: string;
  list: { id: string; names: Both };
  purpose: { id: string; names: Both };
  state: "unproven" | "active" | "ended";
  since: string | null;
  addedAt: number;
  /** Not mailed until a person decides, since then. */
  heldAt?: number | null;
  /** Paused by the person himself: first day on which mail may go out again. */
  pausedUntil?: string | null;
  /** The import that brought the person, with the source that the office named. */
  source?: { importId: string; source: string };
}

/** That the person must not be mailed again; `purpose` undefined: for anything. */
export interface LeftMark {
  purpose?: { id: string; names: Both };
  reason: string;
  day: string;
  /** Day on which the institution decides anew whether it is still needed. */
  reviewDay: string;
}

export interface PersonCard {
  personId: string;
  address: string;
  name: string;
  language: Lang;
  addedAt: number;
  /** Several people read the address. */
  shared: boolean;
  /** Why nothing is mailed to him: a request of his is open, or his data are restricted (GDPR Art. 18). */
  restrictedFor?: "request" | "decision";
  memberships: Membership[];
  records: { purpose: { id: string; names: Both }; state: string }[];
  /** Messages by state. */
  messages: { state: string; count: number }[];
}

const names = (sheet: unknown) => (sheet as { names: Both }).names;

/** Id of the person with this normalised address, under any TAG key. */
export async function findPerson({ db, vault }: ViewDeps, normalised: string): Promise<string | undefined> {
  const tags = vault.tags(normalised).map((t) => t.tag);
  const found = await db.read.select({ id: address.personId }).from(address).where(inArray(address.tag, tags)).get();
  return found?.id;
}

/** Whether several people read this person's address. */
export async function isShared({ db: { read } }: Pick<Deps, "db">, personId: string): Promise<boolean> {
  const found = await read.select({ shared: address.shared }).from(address).where(eq(address.personId, personId)).get();
  return found?.shared === true;
}

/** Whether there is a person with this id. */
export async function isHeld({ read }: Deps["db"], personId: string): Promise<boolean> {
  return (await read.select({ id: person.id }).from(person).where(eq(person.id, personId)).get()) !== undefined;
}

/** Marks of an address that is not to be mailed: the purpose or everything, why, and the day. */
export async function readLeftMarks({ db, vault }: ViewDeps, _: Recorded, normalised: string): Promise<LeftMark[]> {
  const tags = vault.suppressionTags(normalised).map((t) => t.tag);
  const rows = await db.read
    .selectDistinct({
      scope: suppression.scope,
      reason: suppression.reason,
      day: suppression.day,
      reviewDay: suppression.reviewDay,
      sheet: purpose.sheet,
    })
    .from(suppression)
    .leftJoin(purpose, eq(purpose.id, suppression.scope))
    .where(inArray(suppression.tag, tags));
  return rows.map((row) => ({
    reason: row.reason,
    day: row.day,
    reviewDay: row.reviewDay,
    ...(row.scope === "*"
      ? {}
      : { purpose: { id: row.scope, names: row.sheet ? names(row.sheet) : { lv: row.scope, en: row.scope } } }),
  }));
}

/** Until when a sign-up of this address waits for its owner's yes, ms: the latest one. Undefined: none waits. */
export async function readPendingSignUp(
  { db, vault, clock }: ViewDeps & Pick<Deps, "clock">,
  _: Recorded,
  normalised: string,
): Promise<number | undefined> {
  const tags = vault.tags(normalised).map((t) => t.tag);
  const requests = await db.read
    .select({ id: intake.id, sealed: intake.sealed, at: intake.createdAt })
    .from(intake)
    .where(and(inArray(intake.tag, tags), gt(intake.createdAt, clock.now() - REQUEST_LIFE_MS)));
  // A request for a link is no sign-up.
  const signUps = requests.filter(({ id, sealed }) => openSignUp(vault, id, sealed).lists.length > 0);
  return signUps.length === 0 ? undefined : Math.max(...signUps.map(({ at }) => at)) + REQUEST_LIFE_MS;
}

/** Everything a desk may show of a person; undefined if the person is gone. */
export async function readPersonCard(
  { db, vault }: ViewDeps,
  _: Recorded,
  personId: string,
): Promise<PersonCard | undefined> {
  const { read } = db;
  const [people, memberships, records, messages] = await read.batch([
    read
      .select({ person, addressId: address.id, sealed: address.sealed, shared: address.shared })
      .from(person)
      .innerJoin(address, eq(address.personId, person.id))
      .where(eq(person.id, personId)),
    read
      .select({ subscription, list, purpose, claim: importJob.claim })
      .from(subscription)
      .innerJoin(list, eq(list.id, subscription.listId))
      .innerJoin(purpose, eq(purpose.id, list.purposeId))
      .leftJoin(importJob, eq(importJob.id, subscription.importId))
      .where(eq(subscription.personId, personId)),
    read
      .select({ state: consentRecord.state, purposeId: purpose.id, sheet: purpose.sheet })
      .from(consentRecord)
      .innerJoin(purpose, eq(purpose.id, consentRecord.purposeId))
      .where(eq(consentRecord.personId, personId)),
    read
      .select({ state: message.state, count: count() })
      .from(message)
      .where(eq(message.personId, personId))
      .groupBy(message.state),
  ]);
  const who = people[0];
  if (!who) return undefined;
  const opened = JSON.parse(vault.open(addressPlace(who.addressId), who.sealed)) as { address: string; name: string };
  return {
    personId,
    ...opened,
    language: who.person.language as Lang,
    addedAt: who.person.createdAt,
    shared: who.shared,
    ...(who.person.restrictedAt !== null && { restrictedFor: who.person.restrictedFor ?? "decision" }),
    memberships: memberships.map((m) => ({
      subscriptionId: m.subscription.id,
      list: { id: m.list.id, names: m.list.names },
      purpose: { id: m.purpose.id, names: names(m.purpose.sheet) },
      state: m.subscription.state,
      since: m.subscription.since,
      addedAt: m.subscription.createdAt,
      heldAt: m.subscription.heldAt,
      pausedUntil: m.subscription.pausedUntil,
      ...(m.subscription.importId && m.claim
        ? { source: { importId: m.subscription.importId, source: String(m.claim.source) } }
        : {}),
    })),
    records: records.map((r) => ({ purpose: { id: r.purposeId, names: names(r.sheet) }, state: r.state })),
    messages,
  };
}

export const MEMBER_STATES = ["active", "unproven"] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** A member as a table shows him: the address masked, no name. */
export interface Member {
  subscriptionId: string;
  personId: string;
  masked: string;
  state: MemberState;
  since: string | null;
  addedAt: number;
  /** The import that brought him; without one he signed up himself. */
  importId?: string;
}

export const MEMBER_ORDERS = ["newest", "oldest"] as const;
export type MemberOrder = (typeof MEMBER_ORDERS)[number];

/** A place between two rows of the table: `after` goes on in its order, `before` back. */
export interface MemberKey {
  addedAt: number;
  id: string;
}

/** Which page of which list. */
export interface MembersAsked {
  listId: string;
  state?: MemberState;
  order?: MemberOrder;
  after?: MemberKey | undefined;
  before?: MemberKey | undefined;
  limit: number;
}

export interface MemberPage {
  rows: Member[];
  next?: MemberKey;
  prev?: MemberKey;
}

/** The condition that both directions share. Row values let SQLite seek in `subscription_list` (list, state, created, id). */
function beyond(rising: boolean, key: MemberKey) {
  const place = sql`(${subscription.createdAt}, ${subscription.id})`;
  return rising ? sql`${place} > (${key.addedAt}, ${key.id})` : sql`${place} < (${key.addedAt}, ${key.id})`;
}

/**
 * One page of a list's members, newest or oldest first. Each state is read from the index by itself and the two are merged, so a
 * page costs the same at a thousand members and at a million.
 */
export async function readMembers({ db, vault }: ViewDeps, _: Recorded, ask: MembersAsked): Promise<MemberPage> {
  const { read } = db;
  const back = ask.before !== undefined;
  const key = ask.before ?? ask.after;
  // Going back reads the other way and turns the page round.
  const rising = (ask.order === "oldest") !== back;
  const order = rising
    ? sql`${subscription.createdAt} asc, ${subscription.id} asc`
    : sql`${subscription.createdAt} desc, ${subscription.id} desc`;
  const of = (state: MemberState) =>
    read
      .select({
        id: subscription.id,
        personId: subscription.personId,
        state: subscription.state,
        since: subscription.since,
        addedAt: subscription.createdAt,
        addressId: subscription.addressId,
        sealed: address.sealed,
        importId: subscription.importId,
      })
      .from(subscription)
      .innerJoin(address, eq(address.id, subscription.addressId))
      .where(and(eq(subscription.listId, ask.listId), eq(subscription.state, state), key && beyond(rising, key)))
      .orderBy(order)
      .limit(ask.limit + 1);
  const [active, unproven] = await read.batch([of("active"), of("unproven")]);
  const asked = ask.state === "active" ? active : ask.state === "unproven" ? unproven : [...active, ...unproven];
  const sorted = asked.sort((a, b) => (b.addedAt - a.addedAt || (b.id < a.id ? -1 : 1)) * (rising ? -1 : 1));
  const more = sorted.length > ask.limit;
  const page = sorted.slice(0, ask.limit);
  if (back) page.reverse();
  const first = page[0];
  const last = page.at(-1);
  const at = (row: { addedAt: number; id: string }): MemberKey => ({ addedAt: row.addedAt, id: row.id });
  return {
    rows: page.map((row) => ({
      subscriptionId: row.id,
      personId: row.personId as string,
      masked: maskAddress(JSON.parse(vault.open(addressPlace(row.addressId as string), row.sealed)).address),
      state: row.state as MemberState,
      since: row.since,
      addedAt: row.addedAt,
      ...(row.importId ? { importId: row.importId } : {}),
    })),
    ...(last && (back || more) ? { next: at(last) } : {}),
    ...(first && (back ? more : ask.after) ? { prev: at(first) } : {}),
  };
}
