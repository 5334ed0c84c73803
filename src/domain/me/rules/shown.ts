/**
 * Where a person sees, on his own page, what is held about him: of every column of the register of personal data that holds
 * something of people on lists, the part of the page, or the reason why it is not shown. Pure; a test holds it against the register,
 * so that nothing new can be held unseen (GDPR Art. 15(1)(b), (3)).
 */

/** Parts of the page, and of the file that is taken along. */
export type Part =
  | "address"
  | "name"
  | "language"
  | "state"
  | "lists"
  | "answers"
  | "details"
  | "mails"
  | "marks"
  | "requests"
  | "given"
  | "readers"
  | "visit";

/**
 * Why something is not shown. join: a random number or keyed tag that only ties rows of the same person together. key: a secret; to
 * give it away would make the proof worthless. copy: the same once more, for minutes or hours, on its way into a mail. work: how
 * far the program has come with it. staff: it is about a colleague. bulk: it cannot be told apart from those of many others. guard: a
 * count that keeps others from having mail sent to him.
 */
export const NOT_SHOWN = ["join", "key", "copy", "work", "guard", "staff", "bulk"] as const;
export type NotShown = (typeof NOT_SHOWN)[number];

type Where = Part | { not: NotShown };
const join = { not: "join" } as const;
const key = { not: "key" } as const;
const copy = { not: "copy" } as const;
const work = { not: "work" } as const;
const staff = { not: "staff" } as const;
const bulk = { not: "bulk" } as const;
const guard = { not: "guard" } as const;

/** Table → column → where. */
export const SHOWN: Readonly<Record<string, Readonly<Record<string, Where>>>> = {
  person: { id: join, language: "language", restricted_at: "state", restricted_for: "state", created_at: "address" },
  address: {
    id: join,
    person_id: join,
    tag: join,
    kind: "address",
    sealed: "address",
    shared: "state",
    created_at: "address",
  },
  subscription: {
    id: join,
    list_id: "lists",
    address_id: join,
    person_id: join,
    state: "lists",
    record_id: join,
    import_id: "lists",
    since: "lists",
    bulk_event: "answers",
    bulk_salt: key,
    ended_reason: "answers",
    ended_at: "answers",
    held_at: "lists",
    paused_until: "lists",
    created_at: "lists",
  },
  suppression: { tag: join, scope: "marks", reason: "marks", day: "marks", review_day: "marks" },
  suppression_import_tag: { tag: bulk, look: bulk, reason: bulk, day: bulk },
  suppression_sweep: { cursor: work, subscriptions: work },
  link_tag: { tag: join, record_id: join },
  disclosure: { digest: join, eid: join, body: "details" },
  intake: { id: join, tag: join, cap: join, sealed: "visit", state: work, created_at: "visit" },
  sign_up_mark: { tag: guard, n: guard, at: guard },
  token: { hash: key, subject: join, expires_at: "visit" },
  consent_record: {
    id: "answers",
    person_id: join,
    purpose_id: "answers",
    state: "answers",
    last_leaf: join,
    sealed_key: key,
    shred_day: "answers",
    created_at: "answers",
  },
  event: {
    eid: "answers",
    record_id: join,
    typ: "answers",
    body: "answers",
    sealed_key: key,
    commitments: bulk,
    leaf: join,
    at: "answers",
  },
  receipt: { eid: join, subscription_id: join, state: work, created_at: work },
  unjournalled: { key: join, said: work },
  batch: { sealed: copy, body_sha256: bulk },
  message: {
    mailing_id: "mails",
    person_id: join,
    subscription_id: join,
    language: "mails",
    state: "mails",
    reason: "mails",
    answer: "mails",
    way: "mails",
    provider_id: join,
    sent_at: "mails",
  },
  // What the provider told is in the state of the mail that it was about.
  provider_event: {
    id: join,
    provider_id: join,
    mailing_id: "mails",
    type: "mails",
    bounce_class: "mails",
    at: "mails",
  },
  last_mail: { eid: join, tag: join, sealed: copy, state: work, created_at: work },
  rights_request: {
    id: join,
    n: "requests",
    right: "requests",
    channel: "requests",
    received_day: "requests",
    due_day: "requests",
    tag: join,
    tag_key: work,
    sealed: "requests",
    noted_by: staff,
    noted_at: "requests",
    extended_by: staff,
    extended_at: "requests",
    extended_for: "requests",
    outcome: "requests",
    answered_day: "requests",
    closed_by: staff,
    closed_at: "requests",
  },
  export_person: {
    export_id: "given",
    n: "given",
    person_id: join,
    subscription_id: join,
    ended_at: "given",
  },
  import_page: { import_id: bulk, sealed: copy },
  import_tag: { import_id: bulk, tag: bulk, kind: bulk },
  read_naming: { person_id: join, decision: "readers", reason: staff, by: staff, at: "readers" },
  // Of staff, and about whom they looked at.
  read_log: { subject: "readers", reason: "readers", at: "readers", act: "readers", role: "readers", record: join },
  proof_opening: { tag: join, records: join },
};
