/**
 * How a person stands: read in one round trip, the address and the record keys opened. Only verbs and the pages of the
 * person himself ask for it.
 */
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import {
  address,
  consentRecord,
  importJob,
  institution,
  list,
  person,
  purpose,
  rightsRequest,
  subscription,
} from "../../../platform/schema.ts";
import { unlessKeyMissing } from "../../../platform/vault.ts";
import { isRefusal } from "../../../refusal.ts";
import { asHandedOut, handedOutOf } from "../../exports/views.ts";
import type { Both, Institution, Lang } from "../../institution/rules.ts";
import { addressPlace, normaliseAddress } from "../../people/rules.ts";
import { recordKeyPlace } from "../../proof-log/rules/event.ts";
import type { Basis, RecordState } from "../rules/answer.ts";
import type { LiveSubscription, OpenRecord, Standing } from "../rules/standing.ts";

type ViewDeps = Pick<Deps, "db" | "vault">;

/** Whose standing: the owner of a live subscription, or of an address (normalised), or a person. */
export type Whose = { subscriptionId: string } | { normalised: string } | { personId: string };

/** How the person stands now, in one round trip; undefined if nobody is there (any more). */
export async function loadStanding(deps: ViewDeps, whose: Whose): Promise<Standing | undefined> {
  const { read } = deps.db;
  const owner: SQL =
    "subscriptionId" in whose
      ? sql`(select ${subscription.personId} from ${subscription} where ${subscription.id} = ${whose.subscriptionId})`
      : "personId" in whose
        ? sql`${whose.personId}`
        : sql`(select ${address.personId} from ${address} where ${inArray(
            address.tag,
            deps.vault.tags(whose.normalised).map((t) => t.tag),
          )} limit 1)`;
  const [people, subscriptions, records, institutions, handedOut, requests, files] = await read.batch([
    read
      .select({
        id: person.id,
        language: person.language,
        addressId: address.id,
        sealed: address.sealed,
        shared: address.shared,
      })
      .from(person)
      .innerJoin(address, eq(address.personId, person.id))
      .where(eq(person.id, owner)),
    read
      .select({
        id: subscription.id,
        listId: list.id,
        listSlug: list.slug,
        listNames: list.names,
        purposeId: purpose.id,
        purposeSlug: purpose.slug,
        purposeVersion: purpose.version,
        sheet: purpose.sheet,
        basis: purpose.basis,
        state: subscription.state,
        since: subscription.since,
        pausedUntil: subscription.pausedUntil,
      })
      .from(subscription)
      .innerJoin(list, eq(list.id, subscription.listId))
      .innerJoin(purpose, eq(purpose.id, list.purposeId))
      .where(eq(subscription.personId, owner)),
    read.select().from(consentRecord).where(eq(consentRecord.personId, owner)),
    read.select().from(institution),
    handedOutOf(deps.db, owner),
    read
      .select({ n: rightsRequest.n })
      .from(rightsRequest)
      .where(
        sql`${rightsRequest.closedAt} is null and ${rightsRequest.tag} in (select ${address.tag} from ${address} where ${address.personId} = ${owner})`,
      ),
    read
      .select({ id: importJob.id })
      .from(importJob)
      .where(inArray(importJob.state, ["uploading", "checking", "checked", "running"]))
      .limit(1),
  ]);
  const who = people[0];
  const office = institutions[0];
  if (!who || !office) return undefined;
  const opened = unlessKeyMissing(() => openAddress(deps.vault, who.addressId, who.sealed));
  const sealed = opened ?? lostAddress(who.addressId, "normalised" in whose ? whose.normalised : undefined);
  return {
    institution: office.profile as unknown as Institution,
    logOrigin: office.logOrigin,
    person: { id: who.id, language: who.language as Lang },
    address: { id: who.addressId, shared: who.shared, ...sealed },
    subscriptions: subscriptions.map(
      ({ sheet, basis, ...s }): LiveSubscription => ({
        ...s,
        basis: basis as Basis,
        purposeNames: (sheet as { names: Both }).names,
      }),
    ),
    handedOut: asHandedOut(handedOut),
    openRequests: requests.map(({ n }) => n),
    filesWait: files.length > 0,
    records: records.map(
      (r): OpenRecord => ({
        id: r.id,
        purposeId: r.purposeId,
        state: r.state as RecordState,
        version: r.version,
        lastLeaf: r.lastLeaf,
        key: deps.vault.openProofKey(recordKeyPlace(r.id), r.sealedKey),
      }),
    ),
  };
}

/** What an address row seals, and the key that tags and proofs are made of. */
export interface OpenedAddress {
  address: string;
  name: string;
  normalised: string;
}

/**
 * What stands in the place of an address whose key is gone: the one by which it was found, or where it was found otherwise a
 * name that no address can have, so that every act goes on and finds nothing by it.
 */
function lostAddress(addressId: string, given: string | undefined): OpenedAddress & { lost?: true } {
  return given === undefined
    ? { address: "", name: "", normalised: `lost:${addressId}`, lost: true }
    : { address: given, name: "", normalised: given };
}

/** Opens an address row. */
export function openAddress(vault: Deps["vault"], addressId: string, sealed: Uint8Array): OpenedAddress {
  const { address, name } = JSON.parse(vault.open(addressPlace(addressId), sealed)) as {
    address: string;
    name: string;
  };
  const checked = normaliseAddress(address);
  if (isRefusal(checked)) throw new Error("a stored address does not pass its own rules");
  return { address, name, normalised: checked.normalised };
}

/** Leaf of the newest event of an ended subscription's record; undefined while it lives. */
export async function readEndedLeaf(db: Deps["db"], id: string): Promise<string | undefined> {
  const found = await db.read
    .select({ leaf: consentRecord.lastLeaf })
    .from(subscription)
    .innerJoin(consentRecord, eq(consentRecord.id, subscription.recordId))
    .where(and(eq(subscription.id, id), eq(subscription.state, "ended")))
    .get();
  return found?.leaf;
}
