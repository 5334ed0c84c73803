/**
 * Everything in the database that was made with a key: which column, of which ring, how a row tells its key, and what becomes
 * of it when another key stands in front of the ring. Rotation, the counts and the check at start read this table alone; a
 * test holds it against the schema and the code, so that nothing can be sealed that nobody moves or counts.
 */
/** Rings whose values lie in the database. Links in mails live under TOKEN_KEYS, checkpoints under LOG_SIGNING_KEYS. */
export type RowRing = "ADDRESS_KEYS" | "TAG_KEYS" | "SUPPRESSION_KEYS" | "PROOF_KEYS";

/** How a row tells its key. */
export type Says =
  /** The sealed value begins with the key's id. */
  | { by: "seal" }
  /** A column names it; `part`: of two names with a slash between them, this one. */
  | { by: "column"; column: string; part?: 0 | 1 }
  /** Nothing does: it was made under the key that was in front at this time (SQL, ms). */
  | { by: "time"; made: string };

export interface KeyPlace {
  ring: RowRing;
  table: string;
  column: string;
  says: Says;
  /**
   * moved: sealed or tagged anew, page by page. ends: by itself, within days. stays: it cannot be made anew, because the
   * address is gone; the key must stay until the row's own end.
   */
  becomes: "moved" | "ends" | "stays";
  /** Only these rows; SQL over columns of the table. */
  only?: string;
}

const SEAL = { by: "seal" } as const;
const OF_IMPORT = "(SELECT i.created_at FROM import i WHERE i.id = import_id)";
const OF_LEFT = "(SELECT i.created_at FROM suppression_import i WHERE i.id = import_id)";

const sealed = (ring: RowRing, table: string, becomes: KeyPlace["becomes"], column = "sealed"): KeyPlace => ({
  ring,
  table,
  column,
  says: SEAL,
  becomes,
});
const named = (ring: RowRing, table: string, key: string, becomes: KeyPlace["becomes"], part?: 0 | 1): KeyPlace => ({
  ring,
  table,
  column: "tag",
  says: { by: "column", column: key, ...(part === undefined ? {} : { part }) },
  becomes,
});
const timed = (ring: RowRing, table: string, made: string, column: string, more: Partial<KeyPlace> = {}): KeyPlace => ({
  ring,
  table,
  column,
  says: { by: "time", made },
  becomes: "ends",
  only: `${column} IS NOT NULL`,
  ...more,
});

export const PLACES: readonly KeyPlace[] = [
  sealed("ADDRESS_KEYS", "address", "moved"),
  sealed("ADDRESS_KEYS", "intake", "moved"),
  sealed("ADDRESS_KEYS", "rights_request", "moved"),
  // A quarter of an hour, twenty hours, and as long as an import is under way.
  sealed("ADDRESS_KEYS", "last_mail", "ends"),
  sealed("ADDRESS_KEYS", "batch", "ends"),
  sealed("ADDRESS_KEYS", "import_page", "ends"),
  // The piece itself lies in the bucket, sealed at the same time.
  timed("ADDRESS_KEYS", "import_page", OF_IMPORT, "sealed", { only: "length(sealed) = 0" }),

  named("TAG_KEYS", "address", "tag_key", "moved"),
  named("TAG_KEYS", "rights_request", "tag_key", "moved"),
  timed("TAG_KEYS", "intake", "created_at", "tag"),
  timed("TAG_KEYS", "intake", "created_at", "cap"),
  timed("TAG_KEYS", "sign_up_mark", "at", "tag"),
  timed("TAG_KEYS", "last_mail", "created_at", "tag"),
  timed("TAG_KEYS", "import_tag", OF_IMPORT, "tag"),
  timed("TAG_KEYS", "suppression_import_tag", OF_LEFT, "look"),
  named("TAG_KEYS", "link_tag", "key_id", "stays", 1),
  timed("TAG_KEYS", "proof_opening", "asked_at", "tag"),
  timed("TAG_KEYS", "legal_hold", "placed_at", "tag", { becomes: "stays" }),

  sealed("PROOF_KEYS", "consent_record", "moved", "sealed_key"),
  sealed("PROOF_KEYS", "event", "moved", "sealed_key"),
  named("PROOF_KEYS", "link_tag", "key_id", "stays", 0),
  timed("PROOF_KEYS", "proof_opening", "asked_at", "tag"),
  timed("PROOF_KEYS", "legal_hold", "placed_at", "tag", { becomes: "stays" }),

  named("SUPPRESSION_KEYS", "suppression", "key_id", "stays"),
  named("SUPPRESSION_KEYS", "suppression_import_tag", "key_id", "ends"),
];

/** Columns of bytes, and texts named after a secret, for which no ring is needed: `table.column`, with the reason. */
export const WITHOUT_RING: Record<string, string> = {
  "subscription.bulk_salt": "a random salt of its own",
  "read_log.about": "a commitment under the random salt of its row",
  "read_log.salt": "that salt",
  "event.commitments": "commitments under random salts",
  "log_entry.leaf": "a hash of what is public",
  "tile.hashes": "hashes of what is public",
  "checkpoint.root": "a hash of what is public",
  "log_past.root": "a hash of what is public",
  "log_key.vkey": "a public key",
  "time_stamp.root": "a hash of what is public",
  "time_stamp.request": "sent outside as it is",
  "time_stamp.reply": "signed by an authority",
  "time_stamp_paper.der": "signed by an authority",
  "token.hash": "SHA-256 of 32 random bytes",
  "api_key.hash": "SHA-256 of 32 random bytes",
  "image.bytes": "public, as every reader of a newsletter sees it",
  "api_call.mark": "under the secret of an API key, which is not here",
  "api_call.request": "under the secret of an API key, which is not here",
  "refusal_count.mark": "counts an hour; under another key the count begins anew",
  "rate_limit.key": "counts minutes; under another key the count begins anew",
  "two_factor.secret": "under TOKEN_KEYS, of which no key ever goes",
  "two_factor.backup_codes": "under TOKEN_KEYS, of which no key ever goes",
};
