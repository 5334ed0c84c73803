/**
 * Every act of the institution that leaves an event, and exactly what it says. A new act stands here before it is written:
 * a test compares this table with the code, and every journey its events with the schema.
 */
import {
  BASIS,
  BY,
  CODE,
  CODES,
  COUNT,
  COUNTS,
  choice,
  DAY,
  ERASURE,
  HASH,
  HASHES_BY_LANGUAGE,
  type Members,
  NAMES,
  NOTICE,
  OPINION,
  object,
  SHA256,
  SLUG,
  STAFF,
  TEXT,
  TEXT_BY_LANGUAGE,
  TIME,
  UUID,
  UUIDS,
  VERSION,
} from "./members.ts";
import { RETENTION_ACTS } from "./retention-acts.ts";

const MAILING: Members = { mailing: UUID };
const OF_LIST: Members = { mailing: UUID, list: SLUG, purpose: UUID };
/** `content`: what its readers read, by hash. `left`: people of the list who get none, by reason. */
const ISSUE: Members = {
  ...OF_LIST,
  content: SHA256,
  "segment?": object({
    "languages?": CODES,
    "joinedFrom?": DAY,
    "joinedTo?": DAY,
    "alsoOn?": UUIDS,
    "notOn?": UUIDS,
  }),
  "pilot?": object({ size: COUNT, hours: COUNT }),
  "approved?": object({ by: BY, at: TIME }),
  audience: COUNT,
  left: COUNTS,
};
/** `lifted`: this answer stands, and on that day the restriction of its address ended. */
const ANSWER: Members = { outcome: choice("met", "partly", "refused"), answered: DAY, "act?": UUID, "lifted?": DAY };
/** When and why a mailing had been stopped. */
const HELD = object({ at: COUNT, reason: CODE });
const TAKEN = { user: TEXT, "role?": CODE, "from?": CODE, "by?": TEXT, "via?": choice("desk", "cli", "api") };
const SHEET: Members = { purpose: UUID, slug: SLUG, ver: VERSION, "basis?": BASIS, sheet: SHA256, ...STAFF };
const LIST: Members = {
  list: SLUG,
  kind: CODE,
  purpose: UUID,
  ver: VERSION,
  names: TEXT_BY_LANGUAGE,
  promise: TEXT_BY_LANGUAGE,
  ...STAFF,
};
const OF_BREACH: Members = {
  breach: UUID,
  kind: choice("breach", "exercise"),
  section: CODE,
  ver: VERSION,
  "aware?": TIME,
  content: SHA256,
  ...STAFF,
};
const OPENING: Members = { opening: UUID, ground: CODE, asker: BY, ...STAFF };
const ASKED: Members = { ...OF_LIST, questions: HASHES_BY_LANGUAGE };
/** What an office claims of a file of people. */
const IMPORT: Members = {
  import: UUID,
  page: COUNT,
  rows: COUNT,
  "unproven?": COUNT,
  list: SLUG,
  purpose: TEXT,
  source: TEXT,
  // A file of opt-outs adds nobody: no more than its source was asked.
  "since?": TEXT,
  "basis?": choice("consent", "task", "interests"),
  "origin?": CODE,
  "proof?": TEXT,
  // The keyed tag of the file; of older versions its SHA-256.
  "fileTag?": SHA256,
  "file?": SHA256,
  "by?": BY,
};

/** Tags of addresses that must not be mailed: for a purpose, or `everything`. */
const TAGS: Members = { scope: TEXT, reason: CODE, n: COUNT };
const SUPPRESSED: Members = {
  scope: TEXT,
  rows: COUNT,
  reasons: COUNTS,
  source: TEXT,
  // Of a list that was brought in.
  "list?": UUID,
  "file?": SHA256,
  "erasure?": ERASURE,
  ...STAFF,
};

export interface Act {
  members: Members;
  people?: "always" | "if-any";
}

/** Type → its own members; those that every event has come beside them. `people` marks bulk acts. */
export const ACTS = {
  "notice.published": { members: { notice: NOTICE, kind: CODE, by: BY } },
  "purpose.activated": { members: SHEET },
  "purpose.changed": { members: SHEET },
  "purpose.ended": { members: SHEET },
  "list.created": { members: LIST },
  "list.changed": { members: LIST },
  "list.ended": { members: LIST },
  "list.moved": { members: { list: SLUG, from: UUID, to: UUID, reason: TEXT, n: COUNT, ...STAFF } },
  "institution.changed": { members: { ver: VERSION, changed: NAMES, ...STAFF } },
  "staff.invited": { members: TAKEN },
  "staff.role-changed": { members: TAKEN },
  // With whom what he was at stays, and how much of it.
  "staff.disabled": { members: { ...TAKEN, "successor?": TEXT, "handed?": COUNTS, "ended?": COUNTS } },
  "staff.enabled": { members: TAKEN },
  "staff.link-made": { members: TAKEN },
  "staff.second-factor-set": { members: TAKEN },
  "staff.second-factor-reset": { members: { ...TAKEN, "asker?": TEXT, "reason?": TEXT } },
  // Which program was let in, with which permissions, until when; and that it was shut out. The name of a key names nobody.
  "api-key.made": { members: { key: UUID, name: TEXT, permissions: CODES, until: TIME, ...STAFF } },
  "api-key.revoked": { members: { key: UUID, ...STAFF } },
  "access.reviewed": {
    members: {
      review: UUID,
      members: COUNT,
      "keys?": COUNT,
      keep: COUNT,
      change: COUNT,
      end: COUNT,
      next: DAY,
      by: BY,
    },
  },

  ...RETENTION_ACTS,

  "export.handed-out": {
    members: { export: UUID, kind: CODE, "list?": SLUG, n: COUNT, "columns?": CODES, to: CODE, ...STAFF },
  },
  "export.recipient-told": {
    members: { export: UUID, outcome: choice("done", "impossible"), rows: COUNT, "reason?": TEXT, ...STAFF },
  },

  "consent.imported": { members: IMPORT, people: "always" },
  "import.opted-out": { members: { ...IMPORT, "erasure?": ERASURE }, people: "if-any" },
  "suppression.added": { members: SUPPRESSED, people: "if-any" },
  "suppression.reviewed": {
    members: { ...TAGS, decision: choice("prolong", "end"), "until?": DAY, why: TEXT, ...STAFF },
  },
  "suppression.prolonged": { members: { ...TAGS, why: CODE, until: DAY, by: BY } },
  "suppression.ended": { members: { ...TAGS, why: CODE, by: BY } },
  "list.synced": { members: { ...IMPORT, "erasure?": ERASURE }, people: "always" },

  "mailing.opinion-recorded": {
    members: {
      ...MAILING,
      about: choice("asking", "deletion"),
      verdict: choice("agrees", "objects"),
      text: TEXT,
      "written?": DAY,
      ...STAFF,
    },
  },
  "mailing.approved": { members: { ...MAILING, version: COUNT, shown: SHA256, ...STAFF } },
  "mailing.sent": {
    members: {
      ...OF_LIST,
      "deadline?": { anyOf: [DAY, { type: "null" }] },
      questions: HASHES_BY_LANGUAGE,
      kind: CODE,
      reason: TEXT,
      "moved?": TEXT,
      "basis?": TEXT,
      "norm?": TEXT,
      "pilot?": object({ size: COUNT, "hours?": COUNT }),
      "reminder?": object({ whom: CODE, days: COUNT }),
      "opinion?": OPINION,
      "approved?": object({ by: BY, at: TIME }),
      audience: COUNT,
      left: COUNTS,
      ...STAFF,
    },
  },
  "issue.scheduled": { members: { ...ISSUE, start: TIME, ...STAFF } },
  "issue.moved": { members: { ...MAILING, from: TIME, start: TIME, ...STAFF } },
  "issue.taken-back": {
    members: { ...MAILING, start: TIME, why: choice("person", "outage", "restored", "list"), ...STAFF },
  },
  "issue.sent": { members: { ...ISSUE, "start?": TIME, ...STAFF } },
  "consent.requested": { members: ASKED, people: "always" },
  "consent.reminded": { members: ASKED, people: "always" },
  "notice.given": { members: ASKED, people: "always" },
  "mailing.rest-begun": { members: { ...MAILING, ...STAFF } },
  "mailing.reminder-begun": { members: { ...MAILING, reminder: UUID, whom: TEXT, by: BY } },
  "mailing.paused": { members: { ...MAILING, ...STAFF } },
  "mailing.resumed": { members: { ...MAILING, held: HELD, ...STAFF } },
  "mailing.cancelled": {
    members: { ...MAILING, audience: COUNT, sent: COUNT, unknown: COUNT, "held?": HELD, ...STAFF },
  },
  "mailing.failed-planned": { members: { ...MAILING, messages: COUNT, reasons: COUNTS, ...STAFF } },
  "mailing.unknown-decided": { members: { ...MAILING, decision: CODE, messages: COUNT, ...STAFF } },
  "mailing.postponed": { members: { ...MAILING, from: DAY, to: DAY, reason: TEXT, ...STAFF } },
  "mailing.annulled": {
    members: { ...MAILING, yes: COUNT, no: COUNT, silent: COUNT, reason: TEXT, ...STAFF },
  },
  "mailing.closed": {
    members: {
      ...MAILING,
      yes: COUNT,
      no: COUNT,
      silent: COUNT,
      by: BY,
      "kept?": COUNT,
      "opinion?": OPINION,
      "postponed?": object({ from: DAY, to: DAY }),
    },
  },
  "mailing.unreached-decided": {
    members: { ...MAILING, decision: CODE, n: COUNT, "removed?": COUNT, ...STAFF },
  },
  "consent.expired": { members: { ...OF_LIST, reason: CODE, "erasure?": ERASURE }, people: "always" },
  "address.removed": { members: { ...OF_LIST, reason: CODE, by: BY, "erasure?": ERASURE }, people: "always" },
  "address.unreachable": { members: { ...MAILING, reason: CODE, by: BY, "erasure?": ERASURE }, people: "always" },
  "address.released": { members: { ...MAILING, released: COUNT, by: BY } },

  "receipts.sent-again": { members: { receipts: COUNT, unknown: COUNT, ...STAFF } },

  "vault.opening-granted": { members: OPENING },
  "vault.opening-refused": { members: { ...OPENING, note: TEXT } },
  "vault.opened": {
    members: {
      opening: UUID,
      records: UUIDS,
      ground: CODE,
      reason: TEXT,
      asked: TIME,
      "granted?": BY,
      ...STAFF,
    },
  },

  "request.noted": { members: { request: UUID, right: CODE, channel: CODE, received: DAY, due: DAY, ...STAFF } },
  "request.extended": { members: { request: UUID, ground: CODE, due: DAY, ...STAFF } },
  "request.answered": { members: { request: UUID, ...ANSWER, ...STAFF } },
  "breach.reported": { members: OF_BREACH },
  "breach.recorded": { members: OF_BREACH },
  "breach.closed": { members: OF_BREACH },

  // Who looked at people: the lines of a day, the lines that have outlived their reason, and whether names are told.
  "reading.digest": {
    members: { first: DAY, day: DAY, since: COUNT, until: COUNT, count: COUNT, root: HASH, "previous?": HASH },
  },
  "reading.aged": { members: { through: DAY, until: COUNT, lines: COUNT } },
  "reading.names-decided": {
    members: { decision: UUID, verdict: choice("told", "withheld"), reason: TEXT, lines: COUNT, ...STAFF },
  },

  "anchor.recorded": {
    members: {
      anchor: object({
        kind: choice("rfc3161"),
        authority: TEXT,
        policy: TEXT,
        serial: TEXT,
        time: TIME,
        size: COUNT,
        root: HASH,
        checkpoint: HASH,
        sha256: HASH,
      }),
    },
  },
  "key.rotated": { members: { added: NAMES, retired: NAMES, by: BY } },
  "key.leaked": { members: { key: TEXT, since: TIME, ...STAFF } },
  "log.opened": { members: { continues: TEXT, size: COUNT, root: HASH, ...STAFF } },
  "log.kept": { members: { size: COUNT, ...STAFF } },
  "log.restored": { members: { from: COUNT, count: COUNT, by: BY } },
  "erasure.reapplied": { members: { ended: COUNT, tags: COUNT, proofs: COUNT, accounts: COUNT, by: BY } },
  "erasure.unknown": { members: { ...STAFF } },
} satisfies Readonly<Record<string, Act>>;

/** Type of an act of the institution. */
export type ActType = keyof typeof ACTS;
