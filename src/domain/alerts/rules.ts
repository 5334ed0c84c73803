/** What is worth a person's attention at once: the codes of alerts, what their subject is, and where one looks. */

/** Code → what its subject is: a mailing's id, a mailer's name, a job's kind, a key's id, or `log`. */
export const ALERTS = {
  /** A mailing was paused by the program; the mailing says why. */
  "mailing.paused": "mailing",
  /** Some mail has an unknown outcome, and nobody may send it again by himself. */
  "mailing.unknown": "mailing",
  /** Addresses are held because a provider refused them for reasons of its own. */
  "mailing.held": "mailing",
  /** The time of an issue came and it did not go out: the program was asleep, the database is an older copy, or its list has changed. */
  "issue.not-sent": "mailing",
  /** The addresses of the silent of a campaign will be deleted soon. */
  "campaign.closing": "mailing",
  /** The mail provider refuses us: key, domain or account. */
  "provider.setup": "provider",
  /** The provider's quota is used up. */
  "provider.quota": "provider",
  /** Receipts of a "yes" did not go out, or nobody knows whether they did; the subject is `receipts`. */
  "receipt.unsent": "job",
  /** A job failed as often as it may; the subject is its kind. */
  "job.dead": "job",
  /** Entries of the proof log came back from its copy: their events are lost. */
  "log.restored": "log",
  /** An older copy of the database was brought to the erasure journal; the journal was lost, and is begun anew. */
  "journal.applied": "log",
  "journal.lost": "log",
  /** The doors are shut, and a person decides (erasure-journal/go-on.ts). */
  "journal.unknown": "log",
  /** Signed entries are lost: the log goes on under a new origin. */
  "log.new_origin": "log",
  /** Nothing is signed (proof-log/rules/stops.ts says why). */
  "log.copy_lost": "log",
  "log.copy_missing": "log",
  "log.copy_other": "log",
  "log.fork": "log",
  /** Rows need a key that the settings lack; the subject is its id. */
  "key.missing": "key",
  /** An old key is needed by nothing any more, and may be destroyed. */
  "key.free": "key",
  /** The newest entries have had no time stamp for two days. */
  "time-stamp.missing": "log",
  /** Tags whose day has come, or comes soon, wait for a decision. */
  "suppression.review": "suppression",
  /** Somebody is on a list against a tag: a fault. */
  "suppression.live": "suppression",
  /** People left of whom no tag could be made: the key of their address is lost. */
  "suppression.unmarked": "suppression",
  /** A night would delete more than the institution's ceiling: it waits for a person. */
  "retention.held": "retention",
  /** Something is held that somebody must justify, or it is deleted. */
  "retention.unjustified": "retention",
  /** Somebody looked at many single people within an hour. Whom it concerns, only the officer's page says. */
  "reading.unusual": "reading",
  /** Unusually many addresses are typed into the public forms; the subject is `sign-up`. */
  "sign-up.unusual": "sign-up",
  /** The access log does not agree with the proof log. */
  "reading.broken": "reading",
  /** The look at who can do what is due. */
  "access.review-due": "access",
  /** The key of a program ends soon; the subject is its id. */
  "api-key.ends": "api-key",
  /** Something happened to the second factor of an account: mailed to its owner; on the desk only where no mail reached him. */
  "account.second-set": "account",
  "account.second-off": "account",
  "account.second-reset": "account",
  "account.second-codes": "account",
  "account.second-recovery": "account",
  /** A breach was reported; or an exercise of one. The officer is told. */
  "breach.reported": "breach",
  "breach.exercise": "breach",
  /** The institution's own hours, or those of the law, run out, and nothing is decided. */
  "breach.persons-due": "breach",
  "breach.authority-due": "breach",
  "breach.authority-over": "breach",
  /** The answer to a request (GDPR Art. 12(3)) is due in three working days; is late. */
  "request.due": "request",
  /** Somebody noted one himself, on his own page. */
  "request.own": "request",
  "request.over": "request",
} as const;
export type AlertCode = keyof typeof ALERTS;

/** A code that this version knows; rows of another version may hold others. */
export const isAlertCode = (code: string): code is AlertCode => Object.hasOwn(ALERTS, code);

/** Told to the data-protection officer, whoever else is named for trouble with mail. */
export const isForOfficer = (code: string): boolean =>
  isAlertCode(code) && (ALERTS[code] === "breach" || ALERTS[code] === "request");

/** Told to the owner of the account that is its subject, and to nobody else. */
export const isForOwner = (code: string): boolean => isAlertCode(code) && ALERTS[code] === "account";

/** The page of the desk where the cause is seen and decided. */
export function placeOf(code: string, subject: string): string {
  const about = isAlertCode(code) ? ALERTS[code] : undefined;
  if (code === "time-stamp.missing") return "/staff/work#time-stamps";
  if (about === "api-key") return "/staff/access/keys";
  if (code === "issue.not-sent") return `/staff/issues/${subject}`;
  if (about === "account") return `/staff/staff/${subject}`;
  if (about === "access") return "/staff/access";
  if (code === "reading.broken") return "/staff/read-log/check";
  if (about === "reading") return "/staff/read-log";
  if (about === "sign-up") return "/staff/sign-ups";
  if (about === "suppression") return "/staff/suppression";
  if (about === "retention") return "/staff/retention";
  if (about === "key") return "/staff/settings/keys";
  if (about === "mailing") return `/staff/mailings/${subject}`;
  if (about === "breach") return `/staff/breaches/${subject}`;
  if (about === "request") return `/staff/requests/${subject}`;
  return about === "job" ? "/staff/work" : "/staff/";
}
