/**
 * The evidence of one act: an event (PROOF 6.2), the commitment to it that the log holds for ever, and the keys to open
 * it. These bytes are final: a proof made today must verify in decades.
 *
 *     {"_sd":["…"],"_sd_alg":"sha-256","at":"2026-11-22T09:00:00.123Z","ctl":"https://news.ministry.example/#org",…}
 *
 * One random key per record (its events' salts all come from it), or one per act without a record.
 */
import { base64url, concat, unbase64url, utf8 } from "../../../platform/encoding.ts";
import { canonicalJson, type Json, readCanonical } from "./canonical.ts";
import { EVENT_VERSION, emailDisclosure, eventSalt, logEntry } from "./commitment.ts";
import { type Disclosure, disclose } from "./disclosure.ts";
import { leafHash, rootOf } from "./tree.ts";

export { personCommitment } from "./commitment.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TYP = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/;
const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** States of a consent record: DPV consent statuses (ISO/IEC TS 27560 event_state). */
export type Decision =
  | "requested"
  | "given"
  | "refused"
  | "renewed"
  | "withdrawn"
  | "revoked"
  | "expired"
  | "invalidated"
  | "objected";
/** Acts of a record: consent, or an objection where consent is not the basis (GDPR Art. 21). */
export type ConsentEventType = `consent.${Exclude<Decision, "objected">}` | "dsr.objected";

/** Acts without a record, `noun.past-participle`, for example `notice.published` or `import.page-done`. */
export type ActEventType = `${string}.${string}`;
export type EventType = ConsentEventType | ActEventType;

/** What `commit` writes beside the change of an act. */
export interface Evidence {
  eid: string;
  typ: EventType;
  /** Milliseconds since 1970-01-01T00:00Z. */
  at: number;
  /** JCS text of the event. */
  body: string;
  /** JCS text of the log entry. */
  entry: string;
  /** Leaf hash, base64url: the next event's `prev`. */
  leaf: string;
  leafBytes: Uint8Array;
  recordId?: string;
  version?: number;
  sealedKey?: Uint8Array;
  commitments?: Uint8Array;
  /** Context disclosures to keep until erasure. The e-mail disclosure is never kept: key and address give it again. */
  disclosures: Disclosure[];
}

/** An act of, or about, one person for one record. */
export interface RecordEventInput {
  /** Origin of the log, for example `news.ministry.example/log`. */
  log: string;
  /** IRI of the controller, for example `https://news.ministry.example/#org`. */
  ctl: string;
  eid: string;
  at: number;
  typ: ConsentEventType;
  rec: string;
  /** Number of this event in its record, from 1. */
  version: number;
  /** Leaf (base64url) of the record's event before this one; null for the first. */
  prev: string | null;
  /** The record's key k_rec, 32 bytes in clear. */
  key: Uint8Array;
  /** Normalised address. */
  email: string;
  /** Personal circumstances (truncated IP, message id …), each with its own random 32-byte salt. */
  context?: { name: string; value: Json; salt: Uint8Array }[];
  notice?: { id: string; ver: string; lang: string; sha256: string };
  form?: { id: string; ver: string; sha256: string } | undefined;
  /** Of a sign-up to what is not for children: the age that the person stated, at least this, in years. */
  age?: number | undefined;
  purposes: { id: string; ver: string; broader: string; decision: Decision }[];
  /** DPV term of the legal basis, for example `eu-gdpr:A6-1-a`. */
  basis: string;
  /** `dpv:ExpressedConsent` or `dpv:ExplicitlyExpressedConsent`. */
  type?: string;
  /** How it was expressed, for example `double-opt-in.post`. */
  method?: string;
  /** Evidence class: `doi`, `return`, `staff`. */
  class?: string;
  /** Slugs of the lists that the act is about. */
  lists?: string[];
  /** `everything`: the person asked for more than this purpose. */
  scope?: string;
  /** End of validity: `withdrawal` or an ISO 8601 duration. */
  until?: string;
  /** The door of a withdrawal: `one-click`, `page`, `staff`, `api`. */
  channel?: string;
  /** Random id of the person (DPV data subject), where it differs from the record. */
  subject?: string;
  /** The mailing whose link was used. */
  mailing?: string;
  /** Staff id of who acted, if it was not the person. */
  by?: string;
  /** Why, for acts of others: a code, never free text about the person. */
  reason?: string;
  /** Of a "no" that deleted the address: what the certificate said (domain/consent/rules/certificate.ts). */
  erasure?: { readonly [name: string]: Json | undefined };
  /** When the confirmed request was made (ms): sign-up events are logged only once confirmed. */
  requested?: number;
}

/** An act of the institution that belongs to no record. */
export interface ActEventInput {
  log: string;
  ctl: string;
  eid: string;
  at: number;
  typ: ActEventType;
  /** A fresh random key for this act, 32 bytes in clear. */
  key: Uint8Array;
  /** The same key sealed for `actKeyPlace(eid)`. */
  sealedKey: Uint8Array;
  /** What happened: ids, counts, hashes; nothing personal. */
  facts: Record<string, Json | undefined>;
  /** `personCommitment` of everyone concerned, in the order that their rows will be proved by. */
  people?: readonly Uint8Array[];
}

/** Evidence of an act on a record. Throws on input that no caller may give (a fault of ours). */
export function recordEvent(input: RecordEventInput): Evidence {
  const { eid, at, typ, rec, version, prev, key, email, context = [], requested } = input;
  if (!Number.isSafeInteger(version) || version < 1 || (version === 1) !== (prev === null))
    throw new Error("version and prev of a record event contradict each other");
  if (prev !== null && unbase64url(prev)?.length !== 32) throw new Error("prev is not a leaf hash");
  const about = emailDisclosure(key, eid, email);
  const disclosures = context.map((detail) => disclose(detail.salt, detail.name, detail.value));
  const event = {
    ...head(input),
    rec,
    prev,
    // Member by member: whatever else a caller's object may hold never gets into the bytes.
    notice: input.notice,
    form: input.form,
    age: input.age,
    purposes: input.purposes,
    basis: input.basis,
    type: input.type,
    method: input.method,
    class: input.class,
    lists: input.lists,
    scope: input.scope,
    until: input.until,
    channel: input.channel,
    subject: input.subject,
    mailing: input.mailing,
    by: input.by,
    reason: input.reason,
    erasure: input.erasure,
    requested: requested === undefined ? undefined : new Date(requested).toISOString(),
    _sd_alg: "sha-256",
    _sd: [about, ...disclosures].map((d) => d.digest).sort(),
  };
  return { ...evidence(eid, typ, at, canonicalJson(event), eventSalt(key, eid)), recordId: rec, version, disclosures };
}

/** Evidence of an act without a record; with `people`, the event carries their number and the RFC 6962 root over them. */
export function actEvent(input: ActEventInput): Evidence {
  const { eid, at, typ, key, sealedKey, facts, people } = input;
  const reserved = Object.keys(facts).find((name) => RESERVED.has(name));
  if (reserved) throw new Error(`the fact ${reserved} has the name of a fixed member`);
  if (people?.some((commitment) => commitment.length !== 32)) throw new Error("a commitment is not 32 bytes");
  const event = {
    ...facts,
    ...head(input),
    ...(people ? { people: { count: people.length, root: base64url(rootOf(people.map(leafHash))) } } : {}),
  };
  return {
    ...evidence(eid, typ, at, canonicalJson(event), eventSalt(key, eid)),
    sealedKey,
    ...(people ? { commitments: concat(...people) } : {}),
    disclosures: [],
  };
}

const RESERVED = new Set(["v", "log", "ctl", "eid", "typ", "at", "rec", "prev", "people", "_sd", "_sd_alg"]);

/** Where a record's key is sealed (platform/vault.ts). */
export const recordKeyPlace = (rec: string) => ({ table: "consent_record", column: "sealed_key", row: rec });
/** Where the key of an act without a record is sealed. */
export const actKeyPlace = (eid: string) => ({ table: "event", column: "sealed_key", row: eid });

/** The members that every event has. */
export interface EventHead {
  v: typeof EVENT_VERSION;
  log: string;
  ctl: string;
  eid: string;
  typ: EventType;
  at: string;
  rec?: string;
  prev?: string | null;
}

/** Reads the bytes of an event strictly; undefined unless they are canonical and the fixed members are as they must be. */
export function readEvent(bytes: Uint8Array): (EventHead & { [name: string]: Json | undefined }) | undefined {
  const event = readCanonical(bytes) as Record<string, Json> | undefined;
  if (typeof event !== "object" || event === null || Array.isArray(event)) return undefined;
  const { v, log, ctl, eid, typ, at, rec, prev } = event;
  const fixed = v === EVENT_VERSION && matches(eid, UUID) && matches(typ, TYP) && matches(at, AT);
  if (!fixed || typeof log !== "string" || typeof ctl !== "string") return undefined;
  const time = Date.parse(at as string);
  if (Number.isNaN(time) || new Date(time).toISOString() !== at) return undefined;
  const inRecord =
    matches(rec, UUID) && (prev === null || (typeof prev === "string" && unbase64url(prev)?.length === 32));
  const alone = rec === undefined && prev === undefined;
  return inRecord || alone ? (event as unknown as ReturnType<typeof readEvent>) : undefined;
}

function head(input: { log: string; ctl: string; eid: string; typ: EventType; at: number }) {
  if (!UUID.test(input.eid)) throw new Error("eid is not a UUIDv4");
  if (!TYP.test(input.typ)) throw new Error(`${input.typ} is not an event type`);
  const { log, ctl, eid, typ } = input;
  return { v: EVENT_VERSION, log, ctl, eid, typ, at: new Date(input.at).toISOString() };
}

function evidence(eid: string, typ: EventType, at: number, body: string, salt: Uint8Array) {
  const entry = logEntry(salt, body);
  const leafBytes = leafHash(utf8(entry));
  return { eid, typ, at, body, entry, leaf: base64url(leafBytes), leafBytes };
}

function matches(value: Json | undefined, pattern: RegExp): boolean {
  return typeof value === "string" && pattern.test(value);
}
