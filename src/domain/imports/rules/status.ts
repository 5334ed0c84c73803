/**
 * What another system's export says of a person: whether he gets its mail, and if not, why. The words are those of
 * Mailchimp (subscribed, unsubscribed, cleaned; mailchimp.com/developer/marketing/docs/account-exports), listmonk (enabled,
 * disabled, blocklisted; cmd/subscribers.go), MailerLite (active, unsubscribed, unconfirmed, bounced, junk;
 * mailerlite-nodejs README) and of offices.
 */

/** Why an address must not be written to. */
export const STOP_REASONS = ["withdrawn", "complained", "bounced"] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** in: gets mail. unconfirmed: never answered the confirmation mail. */
export type Status = "in" | "unconfirmed" | StopReason;

const WORDS: Record<Status, RegExp> = {
  in: /^(subscribed|active|enabled|confirmed|opted[- ]?in|yes|1|aktīv[sa]|abonē|pieteic(ies|ā|usies)|apstiprināt[sa])$/,
  unconfirmed:
    /^(un-?confirmed|not confirmed|pending|unverified|requires verification|neapstiprināt[sa]|gaida apstiprinājumu)$/,
  withdrawn:
    /^(un-?subscribed?|opted[- ]?out|opt-?out|disabled|inactive|removed|deleted|archived|(block|black)-?listed|blocked|suppressed|no|0|atteic(ies|ā|usies)|atrakstīj(ies|ās|usies)|neaktīv[sa]|bloķēt[sa])$/,
  complained: /^(complained|complaint|abuse|spam( complaint)?|junk|reported( as spam)?|sūdzīb[aa]|sūdzējās)$/,
  bounced: /^(cleaned|(hard[- ]?)?bounced?|invalid( email)?|undeliverable|nepiegādājams?|nederīg[sa])$/,
};

/** The status that a cell names; `undefined` for a word we do not know. An empty cell says nothing against the person. */
export function readStatus(cell: string): Status | undefined {
  const word = cell.normalize("NFC").trim().toLowerCase().replaceAll("_", " ");
  if (word === "") return "in";
  return (Object.keys(WORDS) as Status[]).find((status) => WORDS[status].test(word));
}

const NO = /^(|0|-|no|n|nē|false|null|none|nan|0000-00-00.*)$/;

/** Whether a cell of a yes/no column or of a column of times says yes: `1`, `Yes`, `2024-05-01 10:00`. */
export function saysYes(cell: string): boolean {
  return !NO.test(cell.trim().toLowerCase());
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
