/**
 * What another system's export says of a person: whether he gets its mail, and if not, why. The words are those of
 * Mailchimp (subscribed, unsubscribed, cleaned, non-subscribed; mailchimp.com/developer/marketing/docs/account-exports),
 * listmonk (enabled, disabled, blocklisted; cmd/subscribers.go), MailerLite (active, unsubscribed, unconfirmed, bounced,
 * junk; mailerlite-nodejs README) and of offices. Nobody is mailed on a word that we do not know.
 */

/** Why an address must not be written to. */
export const STOP_REASONS = ["withdrawn", "complained", "bounced"] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** in: gets mail. unconfirmed: never answered the confirmation mail, or never signed up. */
export type Status = "in" | "unconfirmed" | StopReason;
/** `undefined`: a word that we do not know. */
export type Said = Status | undefined;

const WORDS: Record<Status, RegExp> = {
  in: /^(subscribed|active|enabled|confirmed|opted[- ]?in|yes|1|jā|aktīv[sa]|abonē|saņem|pieteic(ies|ās)|pieteikusies|apstiprināt[sa])$/,
  unconfirmed:
    /^(un-?confirmed|not confirmed|pending|unverified|requires verification|non-?subscribed|never subscribed|transactional|neapstiprināt[sa]|gaida apstiprinājumu)$/,
  withdrawn:
    /^(un-?subscribed?|unsub|opted[- ]?out|opt-?out|withdrawn|disabled|inactive|removed|deleted|archived|(block|black)-?listed|blocked|suppressed|no|0|nē|atteic(ies|ās)|atteikusies|(at|iz)rakstīj(ies|ās|usies)|atsaukt[sa]|neaktīv[sa]|bloķēt[sa]|nesūtīt)$/,
  complained: /^(complained|complaint|abuse|spam( complaint)?|junk|reported( as spam)?|sūdzība|sūdzēj(ies|ās|usies))$/,
  bounced: /^(cleaned|(hard[- ]?)?bounced?|invalid( email)?|undeliverable|nepiegādājams?|nederīg[sa])$/,
};

/** The status that a cell names; `undefined` for a word we do not know. An empty cell says nothing against the person. */
export function readStatus(cell: string): Said {
  const word = cell.normalize("NFC").trim().toLowerCase().replaceAll("_", " ");
  if (word === "") return "in";
  return (Object.keys(WORDS) as Status[]).find((status) => WORDS[status].test(word));
}

/** From what lets mail go to what stops it for good. */
const WORSE: readonly Said[] = ["in", "unconfirmed", undefined, "bounced", "withdrawn", "complained"];

/** Of what two columns say of a person, what holds. */
export const worse = (a: Said, b: Said): Said => (WORSE.indexOf(a) > WORSE.indexOf(b) ? a : b);

/** Words that speak of leaving in whatever column they stand. */
const LEAVING =
  /^\s*(un-?subscribed?|unsub|opted[- ]?out|opt-?out|withdrawn|(block|black)-?listed|suppressed|cleaned|(hard[- ]?)?bounced?|complained|spam complaint|un-?confirmed|not confirmed|inactive|disabled|atteic(ies|ās)|atteikusies|(at|iz)rakstīj(ies|ās|usies)|neaktīv[sa]|neapstiprināt[sa])\s*$/i;

/** Whether a cell of any column says that somebody left, complained or never came. */
export const speaksOfLeaving = (cell: string): boolean => cell.length > 4 && cell.length < 40 && LEAVING.test(cell);

const NO =
  /^(|0|-|–|—|\?|no|n|nē|ne|nav|nekad|never|false|off|null|none|nan|n\/a|na|\\n|unknown|nezināms|nav zināms|0000-00-00.*|1970-01-01.*|0?1[./]0?1[./]1970.*)$/;
const STILL_IN = /^(subscribed|active|enabled|opted[- ]?in|aktīv[sa])$/;

/** Whether a cell of a yes/no column or of a column of times says yes: `1`, `Yes`, `2024-05-01 10:00`. In doubt it does. */
export function saysYes(cell: string): boolean {
  const word = cell.trim().toLowerCase();
  return !NO.test(word) && !STILL_IN.test(word);
}

const YES =
  /^(1|y|yes|true|on|x|✓|ok|jā|ja|ir|given|granted|agreed|accepted|consented|confirmed|subscribed|active|opt(ed)?[- ]?in|piekrīt|piekrit(a|u|is|usi)|dota|saņemta|apstiprināt[sa])$/;
const A_YEAR = /(^|\D)(19|20)\d\d(\D|$)|^\d{1,2}[./]\d{1,2}[./]\d{2}(\D|$)|^\d{9,13}$/;
const WORDS_OF_TIME =
  /(jan|feb|mar|apr|may|mai|jun|jūn|jul|jūl|aug|sep|oct|okt|nov|dec)\p{L}*|utc|gmt|am|pm|plkst|gada|t|z/giu;

/** Whether a cell says yes, or when it was said, and nothing else. In doubt it does not: on this a consent rests. */
export function clearlyYes(cell: string): boolean {
  const word = cell.trim().toLowerCase();
  if (NO.test(word)) return false;
  return YES.test(word) || (A_YEAR.test(word) && !/\p{L}/u.test(word.replace(WORDS_OF_TIME, "")));
}

/** A reason for leaving that is a complaint: Mailchimp's UNSUB_REASON and the like. */
export const saysSpam = (cell: string): boolean => /abuse|spam|complain|sūdz|mēstul/i.test(cell);

/** The day of a time as exports write it: `2016-04-18 13:51:14`, `18.04.2016.`; undefined where the order is a guess. */
export function readDay(cell: string, today: string): string | undefined {
  const text = cell.trim();
  const iso = /^(\d{4})[-./](\d{2})[-./](\d{2})(?!\d)/.exec(text);
  const latvian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  const [year, month, date] = iso ? iso.slice(1) : latvian ? latvian.slice(1).reverse() : [];
  if (!year || !month || !date) return undefined;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return undefined;
  return day >= "1990-01-01" && day <= today ? day : undefined;
}
