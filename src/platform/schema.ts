/**
 * The data model, whole, in one file: read it top to bottom to know what Pieteka holds.
 *
 * Conventions. Ids are UUIDv4 text, except where a natural key says more. Times are integers, milliseconds since
 * 1970-01-01T00:00Z; days are text `YYYY-MM-DD` in the institution's time zone. Bytes are BLOBs. `json` columns hold
 * values validated by the noun that owns them. Who erases what and when stands with each table that holds personal data.
 */
import { sql } from "drizzle-orm";
import {
  check,
  customType,
  index,
  integer,
  primaryKey,
  type SQLiteColumn,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

/** A BLOB that reads as Uint8Array in both runtimes (drizzle's own blob mode decodes as text where Buffer is missing). */
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array | ArrayBuffer }>({
  dataType: () => "blob",
  fromDriver: (value) => new Uint8Array(value as ArrayBuffer),
});
const id = () => text("id").primaryKey();
const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();
type Both = { lv: string; en: string };
/** Id of the key that sealed the value (platform/vault.ts): rows under an old key are found, and counted, by its index. */
const sealedBy = (column: SQLiteColumn) => sql`substr(${column}, 1, 4)`;

/** By which way a "no" came: one-click of the mail program, a page of ours, told to staff, or a spam complaint. */
export const WAYS = [
  "one-click",
  "page",
  "reply",
  "phone",
  "letter",
  "in-person",
  "complaint",
  "former-system",
] as const;

// ── The institution (one row) ────────────────────────────────────────────────────────────────────────────────────

/** The controller. One deployment serves one institution; the row with id 1 appears when set-up is finished. */
export const institution = sqliteTable(
  "institution",
  {
    id: integer("id").primaryKey(),
    /** Everything the set-up page asks; shape and rules in domain/institution/rules.ts. */
    profile: json<Record<string, unknown>>("profile").notNull(),
    /** Origin line of the proof log, `host/log` (C2SP checkpoint). Changes only where signed entries are lost (`log_past`). */
    logOrigin: text("log_origin").notNull(),
    version: integer("version").notNull().default(1),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [check("institution_single", sql`${t.id} = 1`)],
);

// ── Purposes, notices, lists ─────────────────────────────────────────────────────────────────────────────────────

/** Why data are used. Also the activity sheet of the processing register (GDPR Art. 30). */
export const purpose = sqliteTable("purpose", {
  id: id(),
  slug: text("slug").notNull().unique(),
  state: text("state", { enum: ["draft", "active", "ended"] }).notNull(),
  /** GDPR Art. 6(1): a consent, b contract, c legal obligation, e public task, f legitimate interests. */
  basis: text("basis", { enum: ["a", "b", "c", "e", "f"] }),
  /** Everything else the sheet says (names, reasons, retention, categories); shape in domain/purposes/rules.ts. */
  sheet: json<Record<string, unknown>>("sheet").notNull(),
  version: integer("version").notNull().default(1),
  createdAt: integer("created_at").notNull(),
  updatedAt: integer("updated_at").notNull(),
});

/** One exact text shown to people, in one language. Immutable: named by the SHA-256 (hex) of the UTF-8 bytes of `body`. */
export const notice = sqliteTable(
  "notice",
  {
    sha256: text("sha256").primaryKey(),
    /** privacy: the institution's privacy notice. consent: the statement of a purpose. question: what a campaign's page asks. form: the words of a page that takes a "no". */
    kind: text("kind", { enum: ["privacy", "consent", "question", "form"] }).notNull(),
    purposeId: text("purpose_id").references(() => purpose.id),
    mailingId: text("mailing_id"),
    version: integer("version").notNull(),
    language: text("language").notNull(),
    /** HTML fragment, built by us from escaped text, shown verbatim. */
    body: text("body").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("notice_of").on(t.kind, t.purposeId, t.version), index("notice_of_mailing").on(t.mailingId)],
);

/** People who get one kind of mail. */
export const list = sqliteTable("list", {
  id: id(),
  slug: text("slug").notNull().unique(),
  kind: text("kind", { enum: ["newsletter", "service", "staff", "press"] }).notNull(),
  purposeId: text("purpose_id")
    .notNull()
    .references(() => purpose.id),
  names: json<Both>("names").notNull(),
  /** What comes and how often, in the reader's words. */
  promise: json<Both>("promise").notNull(),
  state: text("state", { enum: ["active", "ended"] }).notNull(),
  version: integer("version").notNull().default(1),
  createdAt: integer("created_at").notNull(),
});

/**
 * A sign-up form made for another site: its words stand in `notice` under the same hash, for as long as consents name them.
 * Pages of other sites go on sending it until it ends.
 */
export const signUpForm = sqliteTable("sign_up_form", {
  sha256: text("sha256")
    .primaryKey()
    .references(() => notice.sha256),
  language: text("language").notNull(),
  /** Ids of the lists that it offers. */
  lists: json<string[]>("lists").notNull(),
  /** Hashes of the statements that it shows: it is good while they are the newest ones. */
  statements: json<string[]>("statements").notNull(),
  madeAt: integer("made_at").notNull(),
  endedAt: integer("ended_at"),
});

// ── People ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A human being, as a random id. Deleted with the last address (erasure stage 1). */
export const person = sqliteTable(
  "person",
  {
    id: id(),
    language: text("language").notNull(),
    /** Since when processing is restricted (GDPR Art. 18): nothing is mailed to him but what he asks for himself. */
    restrictedAt: integer("restricted_at"),
    /** Why: `request` while a request of his is open (`rights_request`), otherwise a decision. */
    restrictedFor: text("restricted_for", { enum: ["request", "decision"] }),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("person_restricted").on(t.restrictedAt).where(sql`${t.restrictedAt} IS NOT NULL`)],
);

/**
 * The only place where an address stands (sealed with the name, see platform/vault.ts). Deleted in the transaction
 * that ends the last subscription it serves.
 */
export const address = sqliteTable(
  "address",
  {
    id: id(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    /** HMAC-SHA-256 of the normalised address under the newest TAG key. */
    tag: bytes("tag").notNull(),
    tagKey: text("tag_key").notNull(),
    kind: text("kind", { enum: ["official", "private", "unknown"] }).notNull(),
    /** Sealed JSON `{"address":"…","name":"…"}`. */
    sealed: bytes("sealed").notNull(),
    /** Several people read it: no name is kept or written, and its own page shows subscriptions, not persons. */
    shared: integer("shared", { mode: "boolean" }).notNull().default(false),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("address_tag").on(t.tag),
    index("address_person").on(t.personId),
    index("address_key").on(sealedBy(t.sealed)),
    index("address_tag_key").on(t.tagKey),
  ],
);

/**
 * One address on one list. When it ends, the row loses address and person and stays as a pseudonym for old links
 * (`/u/:token` shows what was done) until the sealed proof ends.
 */
export const subscription = sqliteTable(
  "subscription",
  {
    id: id(),
    listId: text("list_id")
      .notNull()
      .references(() => list.id),
    addressId: text("address_id").references(() => address.id),
    personId: text("person_id").references(() => person.id),
    /** unproven: only a re-consent campaign may mail it. active: proven consent, or the list's own legal basis. */
    state: text("state", { enum: ["unproven", "active", "ended"] }).notNull(),
    recordId: text("record_id"),
    importId: text("import_id"),
    /** Day the office says the person has been on the list since. */
    since: text("since"),
    /** Page event of the import and the salt of this row's commitment in it; the salt goes when the row ends. */
    bulkEvent: text("bulk_event"),
    bulkSalt: bytes("bulk_salt"),
    endedReason: text("ended_reason", {
      enum: ["refused", "withdrawn", "no_answer", "bounced", "complained", "removed", "erased", "deceased"],
    }),
    endedAt: integer("ended_at"),
    /** Mail to it was refused for a reason that is not the address's own (policy, reputation): not mailed until a person decides. */
    heldAt: integer("held_at"),
    /** First day on which the person wants mail of this list again; on earlier days his mails are skipped. */
    pausedUntil: text("paused_until"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("subscription_once").on(t.listId, t.addressId),
    index("subscription_person").on(t.personId),
    index("subscription_address").on(t.addressId),
    index("subscription_list").on(t.listId, t.state, t.createdAt, t.id),
    index("subscription_record").on(t.recordId),
    index("subscription_ended").on(t.endedAt).where(sql`${t.state} = 'ended' AND ${t.recordId} IS NULL`),
    index("subscription_held").on(t.heldAt).where(sql`${t.heldAt} IS NOT NULL`),
    index("subscription_paused").on(t.listId, t.pausedUntil).where(sql`${t.pausedUntil} IS NOT NULL`),
    index("subscription_import").on(t.importId).where(sql`${t.importId} IS NOT NULL AND ${t.addressId} IS NOT NULL`),
    index("subscription_sourceless")
      .on(t.listId, t.id)
      .where(sql`${t.recordId} IS NULL AND ${t.importId} IS NULL AND ${t.addressId} IS NOT NULL`),
    check("subscription_ended_has_no_address", sql`(${t.state} = 'ended') = (${t.addressId} IS NULL)`),
    check("subscription_ended_has_no_person", sql`(${t.state} = 'ended') = (${t.personId} IS NULL)`),
  ],
);

/**
 * A keyed tag of an address that must not be mailed again for a purpose, or `*` for anything. Without rowid, so that
 * rows lie in tag order and tell nothing of when they came; a day is all the time they carry.
 */
export const suppression = sqliteTable(
  "suppression",
  {
    tag: bytes("tag").notNull(),
    keyId: text("key_id").notNull(),
    /** Purpose id, or `*`. */
    scope: text("scope").notNull(),
    reason: text("reason", {
      enum: ["withdrawn", "refused", "no_answer", "bounced", "complained", "never", "deceased"],
    }).notNull(),
    day: text("day").notNull(),
    /** Day on which the institution decides anew whether the tag is still needed. */
    reviewDay: text("review_day").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tag, t.scope] }),
    index("suppression_due").on(t.scope, t.reason, t.reviewDay),
    index("suppression_day").on(t.day),
    index("suppression_key").on(t.keyId),
  ],
);

/**
 * Somebody else's list of addresses that must not be mailed, on its way in: checked → running → done, or dropped. The file is
 * never kept: each address is a tag before the next part of the file is read.
 */
export const suppressionImport = sqliteTable(
  "suppression_import",
  {
    id: id(),
    /** Purpose id, or `*`. */
    scope: text("scope").notNull(),
    /** Where the list is from, in the office's words. */
    source: text("source").notNull(),
    /** Reason of the rows that name none (domain/suppressions/rules.ts). */
    reason: text("reason").notNull(),
    /** Whether the list is newer than consents given here, whatever its days say. */
    endsProven: integer("ends_proven", { mode: "boolean" }).notNull(),
    /**
     * Keyed tag of the file in hex (platform/vault.ts `suppressionListTag`), not its SHA-256: of a list of one address that
     * could be guessed.
     */
    fileSha256: text("file_sha256").notNull(),
    state: text("state", { enum: ["arriving", "checked", "running", "done", "dropped"] }).notNull(),
    /** Counts, without any address. */
    findings: json<Record<string, unknown>>("findings").notNull(),
    written: json<Record<string, number>>("written").notNull(),
    createdBy: text("created_by").notNull(),
    startedBy: text("started_by"),
    createdAt: integer("created_at").notNull(),
    finishedAt: integer("finished_at"),
  },
  (t) => [index("suppression_import_state").on(t.state, t.createdAt)],
);

/**
 * An address of such a list, as tags alone, until it is written or the list is dropped; a day at the latest. In the order of the
 * tag (WITHOUT ROWID).
 */
export const suppressionImportTag = sqliteTable(
  "suppression_import_tag",
  {
    importId: text("import_id")
      .notNull()
      .references(() => suppressionImport.id),
    /** Suppression tag under the newest key, and that key. */
    tag: bytes("tag").notNull(),
    keyId: text("key_id").notNull(),
    /** Look-up tags of the address under every TAG key, 32 bytes each: finds whoever is on a list. */
    look: bytes("look").notNull(),
    reason: text("reason").notNull(),
    /** Day on which he left there, where the list says it. */
    day: text("day"),
  },
  (t) => [primaryKey({ columns: [t.importId, t.tag] })],
);

/** A decision on tags that have reached their review day; applied page by page. */
export const suppressionReview = sqliteTable(
  "suppression_review",
  {
    id: id(),
    scope: text("scope").notNull(),
    reason: text("reason").notNull(),
    /** Tags that were to be reviewed up to this day. */
    upTo: text("up_to").notNull(),
    decision: text("decision", { enum: ["prolong", "end"] }).notNull(),
    /** New review day; none where they end. */
    until: text("until"),
    note: text("note").notNull(),
    by: text("by").notNull(),
    /** How many there were, and how many are done. */
    n: integer("n").notNull(),
    done: integer("done").notNull(),
    state: text("state", { enum: ["running", "done"] }).notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("suppression_review_at").on(t.state, t.at)],
);

/** The nightly look for people who are on a list against a tag (one row): where it is, and what the last whole one found. */
export const suppressionSweep = sqliteTable(
  "suppression_sweep",
  {
    id: integer("id").primaryKey(),
    begunAt: integer("begun_at").notNull(),
    /** Id of the last address that was looked at. */
    cursor: text("cursor").notNull(),
    seen: integer("seen").notNull(),
    found: integer("found").notNull(),
    /** Subscriptions that were found, at most a hundred. */
    subscriptions: json<string[]>("subscriptions").notNull(),
    endedAt: integer("ended_at"),
    lastSeen: integer("last_seen"),
    lastFound: integer("last_found"),
    lastEndedAt: integer("last_ended_at"),
  },
  (t) => [check("suppression_sweep_single", sql`${t.id} = 1`)],
);

/** How often addresses that have a tag came back, by day, door and reason; counts alone. */
export const returnAttempt = sqliteTable(
  "return_attempt",
  {
    /** Day in the institution's time zone. */
    day: text("day").notNull(),
    door: text("door").notNull(),
    reason: text("reason").notNull(),
    /** What came of it: refused, asked (a confirmation mail), returned (by his own consent). */
    outcome: text("outcome").notNull(),
    n: integer("n").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.door, t.reason, t.outcome] })],
);

// ── Proof ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** All events of one person for one purpose. Sealed proof after erasure: person_id goes, link_tag comes. */
export const consentRecord = sqliteTable(
  "consent_record",
  {
    id: id(),
    personId: text("person_id").references(() => person.id),
    purposeId: text("purpose_id")
      .notNull()
      .references(() => purpose.id),
    state: text("state", {
      enum: ["requested", "given", "refused", "withdrawn", "revoked", "expired", "invalidated"],
    }).notNull(),
    /** Number of events. The next one takes version + 1; (record, version) is unique in `event`. */
    version: integer("version").notNull(),
    /** Leaf hash (base64url) of the newest event: the next one's `prev`. */
    lastLeaf: text("last_leaf").notNull(),
    /** The record's random key k_rec, sealed under PROOF_KEYS. Destroyed at stage 2. */
    sealedKey: bytes("sealed_key").notNull(),
    /** Day of stage 2 (erasure of the proof itself); set when the person leaves. */
    shredDay: text("shred_day"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("consent_record_once").on(t.personId, t.purposeId),
    index("consent_record_shred").on(t.shredDay),
    index("consent_record_key").on(sealedBy(t.sealedKey)),
  ],
);

/** Finds the sealed proofs of a person who left, when somebody brings the address. HMAC(PROOF key, "link" ‖ address tag). */
export const linkTag = sqliteTable(
  "link_tag",
  {
    tag: bytes("tag").notNull(),
    recordId: text("record_id")
      .notNull()
      .references(() => consentRecord.id),
    /** Both keys, `<PROOF key>/<TAG key>`; the first alone in rows from before that. */
    keyId: text("key_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tag, t.recordId] }),
    index("link_tag_record").on(t.recordId),
    index("link_tag_key").on(t.keyId),
  ],
);

/** An event in clear (PROOF 6.2): the exact RFC 8785 bytes that the log entry commits to. */
export const event = sqliteTable(
  "event",
  {
    eid: text("eid").primaryKey(),
    recordId: text("record_id").references(() => consentRecord.id),
    version: integer("version"),
    typ: text("typ").notNull(),
    /** JCS bytes as text. */
    body: text("body").notNull(),
    /** Acts without a record (imports, closing, staff acts) carry their own key, sealed under PROOF_KEYS. */
    sealedKey: bytes("sealed_key"),
    /** Bulk acts: the per-person commitments (32 bytes each, in order) under the root in `body`. */
    commitments: bytes("commitments"),
    leaf: text("leaf").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [
    uniqueIndex("event_once").on(t.recordId, t.version),
    index("event_typ").on(t.typ, t.at),
    index("event_key").on(sealedBy(t.sealedKey)).where(sql`${t.sealedKey} IS NOT NULL`),
  ],
);

/** Context disclosures (RFC 9901): personal details of one event. Erased at stage 1; the event keeps their digests. */
export const disclosure = sqliteTable(
  "disclosure",
  {
    digest: text("digest").primaryKey(),
    eid: text("eid")
      .notNull()
      .references(() => event.eid),
    body: text("body").notNull(),
  },
  (t) => [index("disclosure_event").on(t.eid)],
);

/** The log (RFC 6962 leaves, in order). The index of an entry is `seq - 1`. What is signed never changes; before that
 * an older database may get entries of its copy put in front (proof-log/store/copy.ts). */
export const logEntry = sqliteTable(
  "log_entry",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    entry: text("entry").notNull(),
    /** Leaf hash, SHA-256(0x00 ‖ entry). */
    leaf: bytes("leaf").notNull(),
  },
  (t) => [uniqueIndex("log_entry_leaf").on(t.leaf)],
);

/**
 * Hash tiles (C2SP tlog-tiles): 256 hashes of 32 bytes when full. Level 0 keeps full tiles only (the entries give the
 * rest); above it the partial tile at the edge stands here too, and only ever grows.
 */
export const tile = sqliteTable(
  "tile",
  {
    level: integer("level").notNull(),
    n: integer("n").notNull(),
    hashes: bytes("hashes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.n] })],
);

/** Signed tree heads. The primary key is the compare-and-swap: one size is signed once. */
export const checkpoint = sqliteTable("checkpoint", {
  size: integer("size").primaryKey(),
  root: bytes("root").notNull(),
  note: text("note").notNull(),
  at: integer("at").notNull(),
});

/** The copy of the log outside the database that this one has met (one row): without it no other may take its place. */
export const logCopy = sqliteTable(
  "log_copy",
  {
    id: integer("id").primaryKey(),
    copyId: text("copy_id").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [check("log_copy_single", sql`${t.id} = 1`)],
);

/**
 * What the erasure journal outside the database does not know yet: written by triggers (drizzle/*_erasure_journal.sql) in the
 * batch of whatever ends a subscription, changes a suppression, destroys a proof or closes an account; the sealer takes it out
 * before it signs anything. Without rowid: rows lie in the order of their keys, and tell nothing of when they came.
 */
export const unjournalled = sqliteTable(
  "unjournalled",
  {
    kind: text("kind", { enum: ["ended", "tag", "proof", "account"] }).notNull(),
    /** Id of the subscription, record or account; of a tag its hex and its scope. */
    key: text("key").notNull(),
    /** What became of it (domain/erasure-journal/rules/line.ts). */
    said: text("said").notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key] })],
);

/**
 * How far this database and the erasure journal outside agree (one row), and while an older copy of the database is being
 * brought to it: since when the doors are shut, how many pages are applied, and what they changed.
 */
export const journal = sqliteTable(
  "journal",
  {
    id: integer("id").primaryKey(),
    journalId: text("journal_id").notNull(),
    /** Number of the newest writing of the journal that this database began, or was brought to. */
    n: integer("n").notNull(),
    shutAt: integer("shut_at"),
    page: integer("page"),
    pages: integer("pages"),
    ended: integer("ended").notNull().default(0),
    tags: integer("tags").notNull().default(0),
    proofs: integer("proofs").notNull().default(0),
    accounts: integer("accounts").notNull().default(0),
  },
  (t) => [check("journal_single", sql`${t.id} = 1`)],
);

/** Logs before this one: an origin under which nothing is signed any more, because entries of it were lost. */
export const logPast = sqliteTable("log_past", {
  origin: text("origin").primaryKey(),
  /** Size and root of its last checkpoint that is here: the next log begins with the same entries. */
  size: integer("size").notNull(),
  root: bytes("root").notNull(),
  endedAt: integer("ended_at").notNull(),
});

/** Keys that sign the log, as readers are given them (C2SP vkey); public, kept for ever so that old checkpoints verify. */
export const logKey = sqliteTable("log_key", {
  vkey: text("vkey").primaryKey(),
  fromAt: integer("from_at").notNull(),
  /** Since when it signs nothing more. */
  toAt: integer("to_at"),
  /** Since when others may have had it too: what it signed later proves nothing by itself. */
  leakedAt: integer("leaked_at"),
});

/**
 * A receipt that is owed for a "yes": written with the event, so that a crash neither loses nor doubles it. `mailing` is an
 * attempt that may have gone out, `unknown` one of which nobody can say it. Deleted when the subscription ends: whoever left gets
 * no more mail.
 */
export const receipt = sqliteTable(
  "receipt",
  {
    /** Event of the "yes"; no reference, because it is written in the same batch after this row. */
    eid: text("eid").primaryKey(),
    /** Where the address is found, as long as it lives. */
    subscriptionId: text("subscription_id").notNull(),
    state: text("state", { enum: ["due", "mailing", "mailed", "given-up", "unknown"] }).notNull(),
    /** Nobody takes it up before: the fence of the hand-over. */
    tryAt: integer("try_at").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("receipt_try").on(t.tryAt).where(sql`${t.state} IN ('due', 'mailing')`),
    index("receipt_subscription").on(t.subscriptionId),
    index("receipt_unsent").on(t.state, t.createdAt).where(sql`${t.state} IN ('given-up', 'unknown')`),
  ],
);

/**
 * The last mail to somebody whose address a "no" has just deleted (a setting, off by default): address and words, sealed under
 * the event that it tells of. Lives until it is handed over, 15 minutes at most, and goes when he comes back before that.
 */
export const lastMail = sqliteTable(
  "last_mail",
  {
    /** Event of the "no": number of the certificate. */
    eid: text("eid").primaryKey(),
    /** HMAC of the normalised address under the newest TAG key: whoever comes back takes it along. */
    tag: bytes("tag").notNull(),
    sealed: bytes("sealed").notNull(),
    /** `mailing` is an attempt that may have gone out. */
    state: text("state", { enum: ["due", "mailing"] }).notNull(),
    /** Nobody takes it up before: the fence of the hand-over. */
    tryAt: integer("try_at").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("last_mail_tag").on(t.tag),
    index("last_mail_try").on(t.tryAt),
    index("last_mail_created").on(t.createdAt),
  ],
);

/** What became of last mails, in numbers: their rows are gone. `day` is one of UTC. */
export const lastMailCount = sqliteTable(
  "last_mail_count",
  {
    day: text("day").notNull(),
    outcome: text("outcome", { enum: ["sent", "late", "refused", "unknown"] }).notNull(),
    n: integer("n").notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.outcome] })],
);

// ── Mailings ─────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * One mailing to one list. reconsent: asks yes or no. notice: tells of a list that no longer rests on consent, and silence
 * keeps the subscription (R105). reminder: asks the silent of a campaign once more; answers count for the campaign.
 */
export const mailing = sqliteTable("mailing", {
  id: id(),
  kind: text("kind", { enum: ["reconsent", "newsletter", "notice", "reminder"] }).notNull(),
  /** Of a reminder: the campaign whose silent people it asks. */
  campaignId: text("campaign_id"),
  listId: text("list_id")
    .notNull()
    .references(() => list.id),
  purposeId: text("purpose_id")
    .notNull()
    .references(() => purpose.id),
  title: text("title").notNull(),
  state: text("state", {
    // scheduled: frozen, and planned at `not_before`.
    enum: ["draft", "scheduled", "planning", "sending", "sent", "paused", "closing", "closed", "cancelled"],
  }).notNull(),
  /** What the author writes, per language; shape in domain/campaigns/rules.ts. */
  draft: json<Record<string, unknown>>("draft").notNull(),
  /** Inputs frozen at "send": texts, sender, institution, renderer version, token key id. */
  frozen: json<Record<string, unknown>>("frozen"),
  /** Where the planner, later the closing, has come to. */
  cursor: text("cursor"),
  /** How many messages were planned: what all other counts must add up to. */
  audience: integer("audience").notNull().default(0),
  deadlineDay: text("deadline_day"),
  /** Nothing goes out before (embargo), ms. */
  notBefore: integer("not_before"),
  /** Of a paused mailing: what it goes on with, since when, and why (a code of domain/messages/rules/hold.ts). */
  heldFrom: text("held_from", { enum: ["planning", "sending"] }),
  heldAt: integer("held_at"),
  heldReason: text("held_reason"),
  /** When a person last let it go on: the stop rule counts from here. */
  resumedAt: integer("resumed_at"),
  /** pilot: only the messages drawn for the pilot go out. waiting: the pilot is out, the rest follows at `not_before`. Null: all. */
  wave: text("wave", { enum: ["pilot", "waiting"] }),
  /** What the data protection officer and a second person said of the draft; shape in domain/campaigns/rules/review.ts. */
  review: json<Record<string, unknown>>("review"),
  /** What was said and decided of the end of a campaign; shape in domain/campaigns/rules/ending.ts. */
  ending: json<Record<string, unknown>>("ending"),
  createdBy: text("created_by").notNull(),
  createdAt: integer("created_at").notNull(),
  sentAt: integer("sent_at"),
  /** When the last of it went out, or it was cancelled. */
  finishedAt: integer("finished_at"),
  /** When it was closed; of a cancelled one, when it was annulled after all of it had gone out. */
  closedAt: integer("closed_at"),
  version: integer("version").notNull().default(1),
});

/** Up to 100 messages handed to the provider in one request, frozen so that a retry sends the same bytes. */
export const batch = sqliteTable(
  "batch",
  {
    id: id(),
    mailingId: text("mailing_id")
      .notNull()
      .references(() => mailing.id),
    state: text("state", { enum: ["frozen", "attempted", "done", "unknown", "thawed"] }).notNull(),
    /** Sealed JSON of the members (address, name, language, token input). Dies with the outcome, a leaver, or after 20 h. */
    sealed: bytes("sealed"),
    /** SHA-256 (hex) of the request body of the first attempt. */
    bodySha256: text("body_sha256"),
    firstAttemptAt: integer("first_attempt_at"),
    /** Of the last attempt: its mails go one by one, each marked before it begins (`message.begun_at`). Otherwise all or none. */
    oneByOne: integer("one_by_one", { mode: "boolean" }).notNull().default(false),
    attempt: integer("attempt").notNull().default(0),
    leaseUntil: integer("lease_until"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("batch_open").on(t.state, t.leaseUntil),
    index("batch_key").on(sealedBy(t.sealed)).where(sql`${t.sealed} IS NOT NULL`),
  ],
);

/**
 * One e-mail to one person. The key refuses a second message of one mailing to one person. Without rowid: a batch is a run
 * of neighbours in the key, so that its changes touch few pages.
 */
export const message = sqliteTable(
  "message",
  {
    mailingId: text("mailing_id")
      .notNull()
      .references(() => mailing.id),
    personId: text("person_id").notNull(),
    subscriptionId: text("subscription_id").notNull(),
    language: text("language").notNull(),
    state: text("state", {
      enum: ["planned", "claimed", "sent", "delivered", "bounced", "complained", "skipped", "failed", "unknown"],
    }).notNull(),
    /** Why skipped, failed or bounced: a code, never the provider's words. */
    reason: text("reason"),
    /**
     * What the person answered before the campaign was closed. Of those who did not, written by the closing: `expired` ended
     * by it, `elsewhere` signed up on another list of the purpose meanwhile, `kept` stayed with what they had proved or the list rests on, `left` had gone for another reason.
     */
    answer: text("answer", { enum: ["yes", "no", "expired", "elsewhere", "kept", "left"] }),
    /** Drawn for the pilot. */
    pilot: integer("pilot", { mode: "boolean" }).notNull().default(false),
    /** By which way a "no" to this mailing came. */
    way: text("way", { enum: WAYS }),
    /** A temporary fault of this mail alone (SMTP 4xx): how often it was tried, and not again before. */
    tries: integer("tries").notNull().default(0),
    tryAt: integer("try_at"),
    batchId: text("batch_id"),
    /** Of a mail that goes by itself: since when it may have gone out. Written before its transaction begins. */
    begunAt: integer("begun_at"),
    /** The provider's id; goes when the person leaves. */
    providerId: text("provider_id"),
    sentAt: integer("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.mailingId, t.personId] }),
    index("message_state").on(t.mailingId, t.state, t.answer, t.personId),
    index("message_person").on(t.personId),
    index("message_batch").on(t.batchId).where(sql`${t.batchId} IS NOT NULL`),
    index("message_subscription").on(t.subscriptionId),
    index("message_provider").on(t.providerId).where(sql`${t.providerId} IS NOT NULL`),
    index("message_way").on(t.mailingId, t.way).where(sql`${t.way} IS NOT NULL`),
    index("message_pilot").on(t.mailingId, t.state).where(sql`${t.pilot} = 1`),
  ],
);

/**
 * The numbers of a campaign as they were at one moment, counted from its messages: what its chart is drawn from. A reading
 * is whole or not there; nothing else adds up from them.
 */
export const mailingReading = sqliteTable(
  "mailing_reading",
  {
    mailingId: text("mailing_id")
      .notNull()
      .references(() => mailing.id),
    at: integer("at").notNull(),
    /** Shape in domain/campaigns/rules/reading.ts. */
    numbers: json<Record<string, unknown>>("numbers").notNull(),
  },
  (t) => [primaryKey({ columns: [t.mailingId, t.at] })],
);

/**
 * A provider's event, once: id, type, time and bounce class, never the payload. `known` says whether it named a message
 * of ours; others are kept and counted.
 */
export const providerEvent = sqliteTable(
  "provider_event",
  {
    id: id(),
    providerId: text("provider_id"),
    mailingId: text("mailing_id"),
    type: text("type").notNull(),
    bounceClass: text("bounce_class"),
    known: integer("known", { mode: "boolean" }).notNull(),
    /** When it happened, by the provider's clock. */
    at: integer("at").notNull(),
  },
  (t) => [
    index("provider_event_of").on(t.mailingId, t.type, t.at),
    index("provider_event_at").on(t.at),
    index("provider_event_provider").on(t.providerId),
  ],
);

// ── Work and doors ───────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A sign-up that nobody has confirmed, or the wish for a link: address, lists and language, sealed. Deleted with the
 * answer, when the owner of the address leaves anything, or after 7 days. `new` waits for the job, `mailing` for its mail,
 * `mailed` for the person; `used`: he is on a visit to his own page, and it goes with the visit.
 */
export const intake = sqliteTable(
  "intake",
  {
    id: id(),
    /** HMAC of the normalised address under the newest TAG key: who leaves takes his open sign-ups along. */
    tag: bytes("tag").notNull(),
    /** HMAC of the address without `+…`: counts the confirmation mails of a mailbox. */
    cap: bytes("cap").notNull(),
    sealed: bytes("sealed").notNull(),
    state: text("state", { enum: ["new", "mailing", "mailed", "used"] }).notNull(),
    /** Nobody takes it up before: the fence of the hand-over, and what the sweep looks for. */
    tryAt: integer("try_at").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("intake_tag").on(t.tag),
    index("intake_cap").on(t.cap),
    index("intake_try").on(t.state, t.tryAt),
    index("intake_key").on(sealedBy(t.sealed)),
    index("intake_created").on(t.createdAt),
  ],
);

/** Links that expire (`/c`, `/me`), and visits to one's own page: SHA-256 of 32 random bytes. */
export const token = sqliteTable(
  "token",
  {
    hash: bytes("hash").primaryKey(),
    kind: text("kind", { enum: ["confirm", "me", "me-used", "visit"] }).notNull(),
    /** The intake; of a confirmation that was answered, what was answered (domain/consent/rules/sign-up.ts). */
    subject: text("subject").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [index("token_subject").on(t.subject), index("token_expires").on(t.expiresAt)],
);

/**
 * What the guard of typed addresses counts for a day: mails that went out for requests of one network, and proofs of work that
 * were spent. Nothing of it leads to an address, and a tag of one day says nothing about the next.
 */
export const signUpMark = sqliteTable(
  "sign_up_mark",
  {
    /** HMAC under the newest TAG key over the day and the network, or the challenge. */
    tag: bytes("tag").primaryKey(),
    n: integer("n").notNull(),
    /** Begin of that day, ms. */
    at: integer("at").notNull(),
  },
  (t) => [index("sign_up_mark_at").on(t.at)],
);

/** Typed addresses by hour (ms) and by what became of them; counts alone. */
export const signUpHour = sqliteTable(
  "sign_up_hour",
  { what: text("what").notNull(), hour: integer("hour").notNull(), n: integer("n").notNull() },
  (t) => [primaryKey({ columns: [t.what, t.hour] }), index("sign_up_hour_hour").on(t.hour)],
);

/** A person's word about unusual volume: confirmation mails go at full speed until then. */
export const signUpGate = sqliteTable(
  "sign_up_gate",
  {
    id: integer("id").primaryKey(),
    goUntil: integer("go_until").notNull(),
    by: text("by").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [check("sign_up_gate_single", sql`${t.id} = 1`)],
);

/**
 * An uploaded list on its way in: uploading → checking → checked → running → done, or dropped at any point. Its rows wait
 * sealed in import_page and are deleted when it is finished or dropped.
 */
export const importJob = sqliteTable("import", {
  id: id(),
  listId: text("list_id")
    .notNull()
    .references(() => list.id),
  /** people: adds. opt-outs: only suppression tags. sync: adds, and takes off who is not in the file. */
  kind: text("kind", { enum: ["people", "opt-outs", "sync"] })
    .notNull()
    .default("people"),
  state: text("state", { enum: ["uploading", "checking", "checked", "running", "done", "dropped"] }).notNull(),
  /** What the office claims: source, since, basis; shape in domain/imports/rules/claim.ts. */
  claim: json<Record<string, unknown>>("claim").notNull(),
  /** Counts and refused rows (row number and reason code, never the cell). */
  findings: json<Record<string, unknown>>("findings").notNull(),
  /** Where the check has come to in the file (domain/imports/rules/cursor.ts), and its fence. */
  cursor: json<Record<string, unknown>>("cursor"),
  /** When the last of the file arrived: an upload that stands still is dead. */
  touchedAt: integer("touched_at"),
  fileName: text("file_name").notNull(),
  /** `keyed:` and the keyed tag of the file in hex; of older versions its SHA-256 (domain/imports/rules/evidence.ts). */
  fileSha256: text("file_sha256").notNull(),
  createdBy: text("created_by").notNull(),
  /** Who confirmed it: the decision is his, not of whoever brought the file. */
  startedBy: text("started_by"),
  createdAt: integer("created_at").notNull(),
  finishedAt: integer("finished_at"),
});

/**
 * Pages of an import, sealed. n from 0: up to 1,000 rows that wait to be written, deleted as they are written. n below 0:
 * the file in parts, for another choice of columns, and samples; deleted at "run", and after a day at the latest. Where
 * the parts lie beside the database (R2), `sealed` is empty.
 */
export const importPage = sqliteTable(
  "import_page",
  {
    importId: text("import_id")
      .notNull()
      .references(() => importJob.id),
    n: integer("n").notNull(),
    rows: integer("rows").notNull(),
    sealed: bytes("sealed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.n] })],
);

/**
 * Addresses of a file that was read, as look-up tags with the row of the first: finds duplicates however long the file is,
 * and who is missing in a sync. Deleted at "run", of a sync when it is done.
 */
export const importTag = sqliteTable(
  "import_tag",
  {
    importId: text("import_id")
      .notNull()
      .references(() => importJob.id),
    tag: bytes("tag").notNull(),
    row: integer("row").notNull(),
    /** add: waits to be added. ask: the same, without proof. stop: opted out. seen: neither. named: only in refused rows. */
    kind: text("kind", { enum: ["add", "ask", "stop", "seen", "named"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.tag] })],
);

/**
 * What leaves the house: a list as CSV, asked for with a reason (making → ready → over), or a bundle of proofs, from the moment
 * it left. The file itself is never kept: it is written from the live rows while it is fetched, so whoever is erased before
 * is not in it. What was fetched stays as the record of a disclosure, two years.
 */
export const exportJob = sqliteTable(
  "export",
  {
    id: id(),
    /** list: people of a list. proofs: a bundle of many, without addresses. person: the bundle of one. */
    kind: text("kind", { enum: ["list", "proofs", "person"] }).notNull(),
    state: text("state", { enum: ["making", "ready", "over"] }).notNull(),
    /** List, mailing or purpose; empty for the bundle of a person. */
    subject: text("subject"),
    /** Columns, people and separators of a list; shape in domain/exports/rules.ts. */
    form: json<Record<string, unknown>>("form").notNull(),
    recipient: text("recipient", { enum: ["inside", "processor", "authority", "other"] }).notNull(),
    /** Body or office that gets it, in the words of whoever asked. */
    recipientName: text("recipient_name").notNull(),
    reason: text("reason").notNull(),
    /** Where the making has come to, and how many it counted. */
    cursor: text("cursor"),
    people: integer("people").notNull().default(0),
    askedBy: text("asked_by").notNull(),
    askedAt: integer("asked_at").notNull(),
    /** Until then it can be fetched; set when it is ready. */
    until: integer("until"),
    /** How often it was fetched, and when first: from then on it is a disclosure. */
    fetches: integer("fetches").notNull().default(0),
    handedOutAt: integer("handed_out_at"),
  },
  (t) => [
    index("export_asked").on(t.askedAt),
    index("export_until").on(t.state, t.until),
    index("export_handed_out").on(t.handedOutAt).where(sql`${t.handedOutAt} IS NOT NULL`),
  ],
);

/**
 * Who is in an export, by the number of his row in it. Not yet fetched: deleted with the person. Handed out: the row stays,
 * emptied, so that its recipient can be told to delete that number (GDPR Art. 19) without anybody keeping an address for it.
 */
export const exportPerson = sqliteTable(
  "export_person",
  {
    exportId: text("export_id")
      .notNull()
      .references(() => exportJob.id),
    n: integer("n").notNull(),
    personId: text("person_id"),
    subscriptionId: text("subscription_id"),
    /** He left what was exported, or was erased, after it was handed out. */
    endedAt: integer("ended_at"),
    /** What became of telling the recipient. */
    told: text("told", { enum: ["done", "impossible"] }),
    toldAt: integer("told_at"),
  },
  (t) => [
    primaryKey({ columns: [t.exportId, t.n] }),
    index("export_person_of").on(t.personId).where(sql`${t.personId} IS NOT NULL`),
    index("export_person_untold").on(t.exportId).where(sql`${t.endedAt} IS NOT NULL AND ${t.told} IS NULL`),
  ],
);

/** Every commit leaves its id, so that after a time-out we can ask whether it happened. Kept for a day. */
export const commitMark = sqliteTable(
  "commit_mark",
  {
    id: id(),
    at: integer("at").notNull(),
  },
  (t) => [index("commit_mark_at").on(t.at)],
);

/**
 * Who looked at a person's data, and why: searches, reads, exports, openings, and attempts that failed (domain/read-log). What
 * was seen is not copied. The rows of a day are in the proof log by their digest, so none can be taken out unseen.
 */
export const readLog = sqliteTable(
  "read_log",
  {
    id: id(),
    actor: text("actor").notNull(),
    /** What was done: one of domain/read-log/rules/acts.ts. */
    act: text("act").notNull(),
    /** Person, record, list, import, opening or mailing id; never an address. Emptied with the person's data. */
    subject: text("subject"),
    reason: text("reason"),
    at: integer("at").notNull(),
    /** The role that the actor had then; null in rows from before it was kept, like the five below. */
    role: text("role"),
    surface: text("surface", { enum: ["desk", "cli", "api"] }),
    outcome: text("outcome", { enum: ["found", "none", "refused"] }),
    /** How many people were shown or handed out, where it was not one. */
    count: integer("count"),
    /** Commitment to subject and reason under `salt`; stays when they go, so that the digest of the day still agrees. */
    about: bytes("about"),
    salt: bytes("salt"),
    /** A sealed record of the person, set when his data were deleted: found by whoever brings his address. */
    record: text("record"),
  },
  (t) => [
    index("read_log_at").on(t.at, t.id),
    index("read_log_subject").on(t.subject, t.at),
    index("read_log_actor").on(t.actor, t.at),
    index("read_log_act").on(t.act, t.at),
    index("read_log_record").on(t.record).where(sql`record IS NOT NULL`),
  ],
);

/** One day of the read log as the proof log has it (`reading.digest`). Its rows may have aged out; the digest stays. */
export const readDigest = sqliteTable("read_digest", {
  /** Day in the institution's time zone, YYYY-MM-DD. */
  day: text("day").primaryKey(),
  /** First day that it covers: the one after the digest before. */
  first: text("first").notNull().default(""),
  /** The instants it lasted from and up to, ms. */
  since: integer("since").notNull(),
  until: integer("until").notNull(),
  count: integer("count").notNull(),
  /** RFC 6962 root over the day's rows, and the hash of the digest before; base64url. */
  root: text("root").notNull(),
  previous: text("previous"),
  /** The event of it. */
  eid: text("eid").notNull(),
});

/** Whether a person is told the names of those who looked at his data: the officer's decision, with the reason. */
export const readNaming = sqliteTable(
  "read_naming",
  {
    id: id(),
    personId: text("person_id").notNull(),
    decision: text("decision", { enum: ["told", "withheld"] }).notNull(),
    reason: text("reason").notNull(),
    by: text("by").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("read_naming_person").on(t.personId, t.at)],
);

/**
 * A request to open the sealed proof of somebody who left: asked → granted or refused by a second person → opened; where the
 * institution wants no second person, opened at once. No address, ever: `tag` is what the address typed again must give.
 */
export const proofOpening = sqliteTable(
  "proof_opening",
  {
    id: id(),
    state: text("state", { enum: ["asked", "granted", "refused", "opened"] }).notNull(),
    ground: text("ground", { enum: ["request", "complaint", "authority", "claim", "audit"] }).notNull(),
    reason: text("reason").notNull(),
    askedBy: text("asked_by").notNull(),
    askedAt: integer("asked_at").notNull(),
    /** Newest link tag of the address, until it is opened, refused or over. */
    tag: bytes("tag"),
    decidedBy: text("decided_by"),
    decidedAt: integer("decided_at"),
    /** Why it was refused. */
    note: text("note"),
    openedAt: integer("opened_at"),
    /** End of the state it is in. */
    until: integer("until").notNull(),
    /** Records that the address opened, until the end. */
    records: json<string[]>("records"),
  },
  (t) => [index("proof_opening_until").on(t.state, t.until), index("proof_opening_asked").on(t.askedAt)],
);

/**
 * Time stamps (RFC 3161) over the signed head of the log, one a day at most. The head lies here too, so that a stamp can be
 * checked whatever becomes of the log. Nothing of it is personal.
 */
export const timeStamp = sqliteTable(
  "time_stamp",
  {
    /** Day on which it was asked for, UTC, YYYY-MM-DD. */
    day: text("day").primaryKey(),
    /** The head that is stamped: entries under it, root, and the note whose SHA-256 is the imprint. */
    size: integer("size").notNull(),
    root: bytes("root").notNull(),
    note: text("note").notNull(),
    /** Name of the authority in the settings, and of its certificate. */
    authority: text("authority").notNull(),
    subject: text("subject").notNull(),
    /** The time that it states (ms), and how far the true one may lie from it. */
    at: integer("at").notNull(),
    accuracyMs: integer("accuracy_ms"),
    /** Question and answer, DER. */
    request: bytes("request").notNull(),
    reply: bytes("reply").notNull(),
    /** Certificates from the authority to the anchor, PEM. */
    chain: text("chain").notNull(),
    /** The token calls itself qualified; and the trusted list on which the anchor stood, as the settings state it. */
    claimed: integer("claimed", { mode: "boolean" }).notNull(),
    listed: text("listed"),
    /** Whether lists and answers about revocation were at hand and cleared the whole chain. */
    cleared: integer("cleared", { mode: "boolean" }).notNull(),
    recordedAt: integer("recorded_at").notNull(),
  },
  (t) => [index("time_stamp_size").on(t.size)],
);

/** What was fetched about revocation with a time stamp (CRL, OCSP answer), as it came. */
export const timeStampPaper = sqliteTable(
  "time_stamp_paper",
  {
    day: text("day")
      .notNull()
      .references(() => timeStamp.day),
    n: integer("n").notNull(),
    kind: text("kind", { enum: ["crl", "ocsp"] }).notNull(),
    der: bytes("der").notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.n] })],
);

/** Tries to get a time stamp that have failed since the last one (one row): how often, when next, and why. */
export const timeStampTry = sqliteTable(
  "time_stamp_try",
  {
    id: integer("id").primaryKey(),
    tries: integer("tries").notNull(),
    at: integer("at").notNull(),
    nextAt: integer("next_at").notNull(),
    authority: text("authority").notNull(),
    code: text("code").notNull(),
  },
  (t) => [check("time_stamp_try_single", sql`${t.id} = 1`)],
);

/**
 * A request by which somebody uses a right (GDPR Art. 15 to 22), as staff noted it. While it is open nothing is mailed to its
 * address. Who asked and in which words stands sealed and goes with `tag` when it is no longer needed for the answer.
 */
export const rightsRequest = sqliteTable(
  "rights_request",
  {
    id: id(),
    /** The number that letters name. */
    n: integer("n").notNull().unique(),
    right: text("right", {
      enum: [
        "access",
        "rectify",
        "erase",
        "restrict",
        "portability",
        "object",
        "object-marketing",
        "human-decision",
        "other",
      ],
    }).notNull(),
    channel: text("channel", {
      enum: ["email", "letter", "e-address", "phone", "in-person", "form", "own-page", "other"],
    }).notNull(),
    receivedDay: text("received_day").notNull(),
    /** Last day to answer by the law, with the extension where there is one. */
    dueDay: text("due_day").notNull(),
    /** HMAC of the normalised address under a TAG key; finds the person, if there is one. */
    tag: bytes("tag"),
    tagKey: text("tag_key"),
    /** Sealed JSON: address, words, doubts about who it is, reasons (domain/rights-requests/rules.ts). */
    sealed: bytes("sealed"),
    notedBy: text("noted_by").notNull(),
    notedAt: integer("noted_at").notNull(),
    extendedBy: text("extended_by"),
    extendedAt: integer("extended_at"),
    extendedFor: text("extended_for", { enum: ["complexity", "number"] }),
    outcome: text("outcome", { enum: ["met", "partly", "refused"] }),
    answeredDay: text("answered_day"),
    closedBy: text("closed_by"),
    closedAt: integer("closed_at"),
  },
  (t) => [
    index("rights_request_open").on(t.dueDay).where(sql`${t.closedAt} IS NULL`),
    index("rights_request_tag").on(t.tag).where(sql`${t.tag} IS NOT NULL`),
    index("rights_request_closed").on(t.closedAt),
  ],
);

/**
 * A breach of security that concerns personal data (GDPR Art. 33(5)), or an exercise of one. The moments here are those of
 * its newest versions; what was written stands in `breach_version` and is never overwritten. Holds no data of those concerned.
 */
export const breach = sqliteTable(
  "breach",
  {
    id: id(),
    n: integer("n").notNull().unique(),
    kind: text("kind", { enum: ["breach", "exercise"] }).notNull(),
    /** The moment from which the hours count. */
    awareAt: integer("aware_at").notNull(),
    /** Hours of the institution's own aim when it was reported. */
    ownHours: integer("own_hours").notNull(),
    /** Number of its versions. */
    version: integer("version").notNull(),
    reportedBy: text("reported_by").notNull(),
    reportedAt: integer("reported_at").notNull(),
    /** Since when it is decided, and done, what the authority and the people concerned are told. */
    authorityAt: integer("authority_at"),
    personsAt: integer("persons_at"),
    closedAt: integer("closed_at"),
  },
  (t) => [
    index("breach_open").on(t.awareAt).where(sql`${t.closedAt} IS NULL`),
    index("breach_reporter").on(t.reportedBy),
    index("breach_closed").on(t.closedAt),
  ],
);

/** One version of one section of a breach's record, as it was written at the time. */
export const breachVersion = sqliteTable(
  "breach_version",
  {
    breachId: text("breach_id")
      .notNull()
      .references(() => breach.id),
    n: integer("n").notNull(),
    section: text("section", { enum: ["report", "facts", "authority", "persons", "closing"] }).notNull(),
    /** Shape in domain/breaches/rules.ts. */
    body: json<Record<string, unknown>>("body").notNull(),
    by: text("by").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.breachId, t.n] })],
);

/**
 * What became of each key of a ring, by its id: from when to when new values were sealed under it, since when no row is, and
 * since when it is no longer in the settings. The keys themselves are never in the database.
 */
export const ringKey = sqliteTable(
  "ring_key",
  {
    ring: text("ring").notNull(),
    keyId: text("key_id").notNull(),
    /** When it was first seen in front of its ring, and when another one was; null for one that only waits for its turn. */
    newestFrom: integer("newest_from"),
    newestTo: integer("newest_to"),
    emptySince: integer("empty_since"),
    goneAt: integer("gone_at"),
  },
  (t) => [primaryKey({ columns: [t.ring, t.keyId] })],
);

/** A named lock with an end: one sealer, one planner. */
export const lease = sqliteTable("lease", {
  name: text("name").primaryKey(),
  holder: text("holder").notNull(),
  until: integer("until").notNull(),
});

/**
 * Refusals of one receiving domain within an hour, for the stop rule. The domain stands here only as a keyed mark; the
 * count begins anew when a person lets the mailing go on (`since`).
 */
export const refusalCount = sqliteTable(
  "refusal_count",
  {
    mailingId: text("mailing_id")
      .notNull()
      .references(() => mailing.id),
    since: integer("since").notNull(),
    mark: text("mark").notNull(),
    n: integer("n").notNull(),
    until: integer("until").notNull(),
  },
  (t) => [primaryKey({ columns: [t.mailingId, t.since, t.mark] })],
);

/**
 * Sending pace per provider (GCRA): theoretical arrival time and the interval learnt from `ratelimit-*`; and until when the
 * provider wants nothing at all, with the reason (a code of ours) and since when.
 */
export const pace = sqliteTable("pace", {
  name: text("name").primaryKey(),
  /** Microseconds since 1970: a fast server takes thousands of hand-overs a second. */
  tatUs: integer("tat_us").notNull(),
  intervalUs: integer("interval_us").notNull(),
  blockedUntil: integer("blocked_until"),
  blockedCode: text("blocked_code"),
  blockedSince: integer("blocked_since"),
});

/**
 * The program's heartbeat (one row): when it last lived, how often, and on which database. A gap, or another database,
 * means an outage or a restore, and nothing is sent by itself until a person says so.
 */
export const pulse = sqliteTable(
  "pulse",
  {
    id: integer("id").primaryKey(),
    n: integer("n").notNull(),
    at: integer("at").notNull(),
    /** Fingerprint of the database's address: a restored copy stands at another one. */
    origin: text("origin").notNull(),
  },
  (t) => [check("pulse_single", sql`${t.id} = 1`)],
);

/** Something a person should look at: shown on the desk, told on the second channel, closed by a person or by its cause. */
export const alert = sqliteTable(
  "alert",
  {
    id: id(),
    code: text("code").notNull(),
    /** Id of the mailing, or another id the code says; empty where there is none. */
    subject: text("subject").notNull(),
    at: integer("at").notNull(),
    /** What was seen of the cause at that moment: ids, codes and times. */
    detail: json<Record<string, string | number>>("detail"),
    /** Telling: the next try, when the first channel took it, and when each did (a channel's mark → time). */
    tryAt: integer("try_at"),
    toldAt: integer("told_at"),
    told: json<Record<string, number>>("told"),
    closedAt: integer("closed_at"),
  },
  (t) => [
    uniqueIndex("alert_open").on(t.code, t.subject).where(sql`${t.closedAt} IS NULL`),
    index("alert_try").on(t.tryAt),
    index("alert_closed").on(t.closedAt).where(sql`${t.closedAt} IS NOT NULL`),
  ],
);

/** A job that failed as often as it may: ids only. A person may try it again; the sweep finds its rows all the same. */
export const deadLetter = sqliteTable(
  "dead_letter",
  {
    /** The job as JSON, without its turn: the same job dies once. */
    job: text("job").primaryKey(),
    times: integer("times").notNull().default(1),
    at: integer("at").notNull(),
  },
  (t) => [index("dead_letter_at").on(t.at)],
);

// ── Retention (domain/retention) ─────────────────────────────────────────────────────────────────────────────────

/** A period that the institution set otherwise than the program does; the newest decision of each rule. */
export const retentionRule = sqliteTable("retention_rule", {
  /** Name in domain/retention/rules.ts. */
  name: text("name").primaryKey(),
  /** ISO 8601 duration. */
  period: text("period").notNull(),
  reason: text("reason").notNull(),
  changedBy: text("changed_by").notNull(),
  changedAt: integer("changed_at").notNull(),
  version: integer("version").notNull().default(1),
});

/**
 * Runs of retention: one a night, and one row a day for what is deleted every hour. Counts by rule, nothing of anybody; kept
 * as the report of what was deleted.
 */
export const retentionRun = sqliteTable(
  "retention_run",
  {
    /** `night/2026-11-23`, `day/2026-11-23`. */
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["night", "day"] }).notNull(),
    day: text("day").notNull(),
    /** held: more than the ceiling; waits for a person. confirmed: a person let it go on, and it is looked at once more. */
    state: text("state", { enum: ["running", "held", "confirmed", "done"] }).notNull(),
    /** The moment as of which things are over, ms: it stays the same however long the run takes. */
    at: integer("at").notNull(),
    /** The rule that it has come to, and where in it. */
    step: text("step"),
    cursor: text("cursor"),
    /** Rule → how many were over when it began, how many went, how many a legal hold kept. */
    planned: json<Record<string, number>>("planned").notNull(),
    deleted: json<Record<string, number>>("deleted").notNull(),
    kept: json<Record<string, number>>("kept").notNull(),
    /** Rule → the period by which it was run. */
    periods: json<Record<string, string>>("periods").notNull(),
    ceiling: integer("ceiling").notNull(),
    confirmedBy: text("confirmed_by"),
    confirmedAt: integer("confirmed_at"),
    finishedAt: integer("finished_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("retention_run_day").on(t.day),
    index("retention_run_open").on(t.state).where(sql`${t.state} <> 'done'`),
  ],
);

/**
 * What the rules will delete tonight, within a week, within thirty days: counted by a job, so that no page counts a table that
 * grows with people. One row; while it is counted anew, a rule shows its count of before until its turn comes.
 */
export const retentionForecast = sqliteTable("retention_forecast", {
  id: text("id").primaryKey(),
  state: text("state", { enum: ["counting", "done"] }).notNull(),
  /** The moment from which tonight, a week and thirty days are counted, ms. */
  at: integer("at").notNull(),
  /** The rule that it has come to. */
  step: text("step"),
  /** Rule → how many things, by which period. */
  counts: json<Record<string, ForecastCount>>("counts").notNull(),
  /** End of the last count, ms; null until there was one. */
  finishedAt: integer("finished_at"),
  version: integer("version").notNull().default(1),
});

/** Things over by then, and those of them that a hold or a restriction keeps. */
type Foreseen = Record<"due" | "kept", number>;
export interface ForecastCount {
  period: string;
  tonight: Foreseen;
  week: Foreseen;
  month: Foreseen;
}

/**
 * A legal hold (GDPR Art. 17(3)(e)): what the program would delete of it by a term stays until a day. It never keeps anybody
 * on a list against his will, and nothing is mailed by it.
 */
export const legalHold = sqliteTable(
  "legal_hold",
  {
    id: id(),
    scope: text("scope", { enum: ["person", "list", "mailing", "purpose"] }).notNull(),
    /** Id of the list, mailing or purpose; of a person nothing. */
    subject: text("subject"),
    /** Of a person: newest link tag of his address, and his records at that moment. Emptied when the hold ends. */
    tag: bytes("tag"),
    records: json<string[]>("records"),
    reason: text("reason").notNull(),
    placedBy: text("placed_by").notNull(),
    placedAt: integer("placed_at").notNull(),
    /** Last day of it. */
    until: text("until").notNull(),
    endedAt: integer("ended_at"),
    endedBy: text("ended_by"),
    endReason: text("end_reason"),
  },
  (t) => [
    index("legal_hold_open").on(t.until).where(sql`${t.endedAt} IS NULL`),
    index("legal_hold_placed").on(t.placedAt),
  ],
);

/** "Justify or delete": what is held without a purpose, a source, or past the day of its review; one row a finding. */
export const reviewCase = sqliteTable(
  "review_case",
  {
    id: id(),
    kind: text("kind", { enum: ["no-purpose", "no-source", "overdue"] }).notNull(),
    /** Id of the list, of `overdue` of the purpose. */
    subject: text("subject").notNull(),
    openedAt: integer("opened_at").notNull(),
    /** Without an answer by the end of this day it is deleted. */
    answerDay: text("answer_day").notNull(),
    decision: text("decision", { enum: ["justified", "delete", "unanswered"] }),
    reason: text("reason"),
    decidedBy: text("decided_by"),
    decidedAt: integer("decided_at"),
    /** Justified until this day. */
    until: text("until"),
    /** When the cause was gone, or what it named was deleted. */
    closedAt: integer("closed_at"),
  },
  (t) => [
    uniqueIndex("review_case_open").on(t.kind, t.subject).where(sql`${t.closedAt} IS NULL`),
    index("review_case_opened").on(t.openedAt),
  ],
);

/**
 * What an issue of a newsletter was at one moment: every save, what was typed beside somebody else's save, what was fetched back.
 * Goes with the draft, thinned while it is written (domain/issues/rules/versions.ts), and by a rule of retention.
 */
export const issueVersion = sqliteTable(
  "issue_version",
  {
    mailingId: text("mailing_id")
      .notNull()
      .references(() => mailing.id),
    /** 1, 2, 3 … within the issue. */
    n: integer("n").notNull(),
    /** saved: became the draft. aside: typed on an older version, kept beside it. restored: an older one, fetched back. reused: begun from another issue. */
    how: text("how", { enum: ["saved", "aside", "restored", "reused"] }).notNull(),
    /** Saved by itself while somebody wrote. */
    auto: integer("auto", { mode: "boolean" }).notNull().default(false),
    title: text("title").notNull(),
    /** Shape in domain/issues/rules/issue.ts. */
    draft: json<Record<string, unknown>>("draft").notNull(),
    by: text("by").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.mailingId, t.n] }), index("issue_version_at").on(t.at)],
);

/** A picture of mails and pages, once, under the SHA-256 (hex) of its bytes: `/media/<sha256>`, the same for every reader. */
export const image = sqliteTable(
  "image",
  {
    sha256: text("sha256").primaryKey(),
    type: text("type", { enum: ["png", "jpeg", "gif"] }).notNull(),
    /** Pixels. */
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    /** Octets. */
    size: integer("size").notNull(),
    /** Without what a camera writes about the place and the person (domain/images/rules/strip.ts). */
    bytes: bytes("bytes").notNull(),
    createdBy: text("created_by").notNull(),
    /** When it last came in, or its last use ended: what is unused ages from here. */
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("image_created").on(t.createdAt)],
);

/** What shows an image: an issue while it stays, or the institution's mark (`institution`). */
export const imageUse = sqliteTable(
  "image_use",
  {
    subject: text("subject").notNull(),
    sha256: text("sha256")
      .notNull()
      .references(() => image.sha256),
  },
  (t) => [primaryKey({ columns: [t.subject, t.sha256] }), index("image_use_image").on(t.sha256)],
);

/** What became of the messages of a mailing, in numbers, when their rows are gone: the totals still balance. */
export const mailingTotal = sqliteTable(
  "mailing_total",
  {
    mailingId: text("mailing_id")
      .notNull()
      .references(() => mailing.id),
    /** As in `message`; empty text where it has none. */
    state: text("state").notNull(),
    reason: text("reason").notNull(),
    answer: text("answer").notNull(),
    way: text("way").notNull(),
    pilot: integer("pilot", { mode: "boolean" }).notNull(),
    language: text("language").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [primaryKey({ columns: [t.mailingId, t.state, t.reason, t.answer, t.way, t.pilot, t.language] })],
);

/** Records of the institution: the code of the file they belong to, and the act by which they may be destroyed. */
export const recordFile = sqliteTable(
  "record_file",
  {
    kind: text("kind", { enum: ["campaign", "release"] }).notNull(),
    subject: text("subject").notNull(),
    /** Code of the file index, for example `1-12`. */
    code: text("code").notNull(),
    /** Number and day of the disposal act, in the office's words. */
    disposal: text("disposal"),
    disposalDay: text("disposal_day"),
    changedBy: text("changed_by").notNull(),
    changedAt: integer("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.subject] })],
);

/** Keys of programs that call /api/v1. The key itself is shown once and never kept. */
export const apiKey = sqliteTable(
  "api_key",
  {
    id: id(),
    /** SHA-256 of the 32 random bytes of the key. */
    hash: bytes("hash").notNull(),
    /** What the key is called, and what it is for, in the office's words; names nobody. */
    name: text("name").notNull(),
    purpose: text("purpose").notNull(),
    /** Never more than its maker has: asked anew at every call (domain/staff/rules.ts). */
    permissions: json<string[]>("permissions").notNull(),
    /** `staff:<id>`. */
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
    /** First moment at which it opens nothing any more. */
    expiresAt: integer("expires_at").notNull(),
    lastUsedDay: text("last_used_day"),
    /** Theoretical arrival time of the next call, ms: how fast the key may be used. */
    tat: integer("tat").notNull().default(0),
    revokedAt: integer("revoked_at"),
    revokedBy: text("revoked_by"),
  },
  (t) => [
    uniqueIndex("api_key_hash").on(t.hash),
    index("api_key_made_by").on(t.createdBy),
    index("api_key_revoked").on(t.revokedAt),
  ],
);

/**
 * Calls of programs that carry an Idempotency-Key, for a day: a call that comes again changes nothing again. Marks are keyed by
 * the secret of the key that called, which nobody here has, so that what was sent cannot be guessed from them.
 */
export const apiCall = sqliteTable(
  "api_call",
  {
    id: id(),
    keyId: text("key_id").notNull(),
    /** HMAC-SHA-256 of the Idempotency-Key, and of the request, under the secret. */
    mark: bytes("mark").notNull(),
    request: bytes("request").notNull(),
    /** begun: nothing is written yet. done: the act is in the database. answered: and so is what was answered. */
    state: text("state", { enum: ["begun", "done", "answered"] }).notNull(),
    /** Number of the attempt; a slower one before it can write nothing any more. */
    attempt: integer("attempt").notNull(),
    /** Id of what the act made: a list, a campaign, an import. Never of a person or of his request. */
    subject: text("subject"),
    status: integer("status"),
    /** The answer, where it says nothing of a person. */
    answer: text("answer"),
    at: integer("at").notNull(),
    /** Until then the attempt is taken to be under way. */
    until: integer("until").notNull(),
  },
  (t) => [uniqueIndex("api_call_mark").on(t.keyId, t.mark), index("api_call_at").on(t.at)],
);

// ── Staff (better-auth's tables; work addresses in clear, written by platform/auth; what has expired ends with retention) ────────────────────────

export const user = sqliteTable("user", {
  id: id(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
  image: text("image"),
  role: text("role", { enum: ["admin", "head", "editor", "press", "dpo", "auditor"] })
    .notNull()
    .default("auditor"),
  language: text("language").notNull().default("lv"),
  disabledAt: integer("disabled_at"),
  /** An authenticator app is set up, and sign-in asks for its code. */
  twoFactorEnabled: integer("two_factor_enabled", { mode: "boolean" }).notNull().default(false),
  /** Others took his second factor off: until then he may set up the next, ms. Null: nobody did, or he has. */
  enrolUntil: integer("enrol_until"),
  createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
  updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

export const session = sqliteTable(
  "session",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    token: text("token").notNull().unique(),
    expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    /** When the second factor was shown in this session, ms; null while it is due or not asked for. */
    secondFactorAt: integer("second_factor_at"),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (t) => [index("session_user").on(t.userId), index("session_expires").on(t.expiresAt)],
);

/** A member's authenticator app: its secret and the recovery codes left, both encrypted by better-auth under a TOKEN key. */
export const twoFactor = sqliteTable("two_factor", {
  id: id(),
  userId: text("user_id")
    .notNull()
    .unique()
    .references(() => user.id, { onDelete: "cascade" }),
  secret: text("secret").notNull(),
  backupCodes: text("backup_codes").notNull(),
  /** False until the first code was typed. */
  verified: integer("verified", { mode: "boolean" }).notNull().default(true),
  /** better-auth's own counting, which is not used: `rate_limit` counts. */
  failedVerificationCount: integer("failed_verification_count").default(0),
  lockedUntil: integer("locked_until", { mode: "timestamp_ms" }),
});

export const account = sqliteTable(
  "account",
  {
    id: id(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: integer("access_token_expires_at", { mode: "timestamp_ms" }),
    refreshTokenExpiresAt: integer("refresh_token_expires_at", { mode: "timestamp_ms" }),
    scope: text("scope"),
    password: text("password"),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (t) => [index("account_user").on(t.userId)],
);

export const verification = sqliteTable(
  "verification",
  {
    id: id(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (t) => [index("verification_identifier").on(t.identifier), index("verification_expires").on(t.expiresAt)],
);

export const rateLimit = sqliteTable(
  "rate_limit",
  {
    id: id(),
    key: text("key").notNull().unique(),
    count: integer("count").notNull(),
    lastRequest: integer("last_request").notNull(),
  },
  (t) => [index("rate_limit_last").on(t.lastRequest)],
);

/** Who signed in when, by which network; and attempts that failed, within an hour of one kind as one row. As long as retention says. */
export const signIn = sqliteTable(
  "sign_in",
  {
    id: id(),
    /** Null where the typed address belongs to nobody: it is not kept. */
    userId: text("user_id"),
    /** in, in-second, in-recovery, code-wrong, link-wrong, second-wrong, ended, limited; domain/staff/rules/sign-ins.ts. */
    outcome: text("outcome").notNull(),
    /** `203.0.113.0/24`, `2001:db8:1::/48`: from where roughly. */
    network: text("network").notNull(),
    n: integer("n").notNull().default(1),
    /** The last of them. */
    at: integer("at").notNull(),
  },
  (t) => [index("sign_in_at").on(t.at), index("sign_in_user").on(t.userId, t.at)],
);

/** An admin asks that a member's lost second factor be taken off; a second person decides within a day. */
export const secondFactorReset = sqliteTable(
  "second_factor_reset",
  {
    userId: text("user_id").primaryKey(),
    askedBy: text("asked_by").notNull(),
    reason: text("reason").notNull(),
    askedAt: integer("asked_at").notNull(),
    until: integer("until").notNull(),
  },
  (t) => [index("second_factor_reset_until").on(t.until)],
);

/** A look at who can do what: by whom, on which day, what was said of everybody, and when the next is due. */
export const accessReview = sqliteTable(
  "access_review",
  {
    id: id(),
    by: text("by").notNull(),
    at: integer("at").notNull(),
    nextDay: text("next_day").notNull(),
    /** What everybody had, and what was said of it; shape in domain/staff/rules/review.ts. */
    people: json<Record<string, unknown>[]>("people").notNull(),
  },
  (t) => [index("access_review_at").on(t.at)],
);

/** What somebody whose account ended left behind, and who has it now. Who made it stands with the thing itself. */
export const handover = sqliteTable(
  "handover",
  {
    id: id(),
    /** mailing, import, or a duty; domain/staff/rules/handover.ts. */
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    fromUser: text("from_user").notNull(),
    toUser: text("to_user").notNull(),
    at: integer("at").notNull(),
    seenAt: integer("seen_at"),
  },
  (t) => [index("handover_to").on(t.toUser, t.seenAt), index("handover_at").on(t.at)],
);
