/**
 * The titles of columns that we know: what offices write in Latvian, English and Russian, and the exports of other systems.
 *
 *     Mailchimp   "Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,…,
 *                 LAST_CHANGED,LEID,EUID,NOTES,TAGS; the other two files have UNSUB_TIME … UNSUB_REASON or CLEAN_TIME …
 *     Mailigen    the same names of times and IPs (support.mailigen.com/ip-and-time-fields)
 *     listmonk    uuid,email,name,attributes,status,created_at,updated_at (knadh/listmonk, cmd/subscribers.go)
 *     phpList     id, Email, Is this subscriber confirmed, Is this subscriber blacklisted, …, Is this account disabled?,
 *                 tab by tab or with commas; "user" for "subscriber" before 3.0.6 (phpList/phplist3, admin/structure.php)
 *     MailerLite  email, status, subscribed_at, optin_ip, opted_in_at, unsubscribed_at (names of its API; mailerlite-nodejs)
 */
import type { ColumnUse } from "./uses.ts";

const TITLES: [ColumnUse, RegExp][] = [
  [
    "email",
    /^(e-?past[sa]?( adreses?)?|e-?pasta? adrese|e[- ]?mails?( address(es)?)?|mail|adrese|address|kontaktadrese|subscriber( email)?|(e-?mail|имейл|эл(ектронная|\.)? ?почта|почта|адрес( эл(ектронной|\.)? ?почты)?))$/,
  ],
  [
    "name",
    /^(vārd[si]?|uzvārd[si]?|vārd[si]?( un |, ?|\/| )uzvārd[si]?|pilns vārds|saņēmējs|(full ?|first ?|last ?|given ?|family ?|sur)?name|[fl]name|имя|фамилия|отчество|фио|ф\.и\.о\.?|(имя( и |, ?|\/| )фамилия|фамилия( и |, ?|\/| )имя)( отчество)?)$/,
  ],
  ["language", /^(valoda|saziņas valoda|lang(uage)?|mc language|язык)$/],
  [
    "status",
    /^(status|statuss|stāvoklis|abonementa statuss|((e[- ]?mail|subscription|subscriber|audience|contact|member|opt-?in) ?)+status|state)$/,
  ],
  ["reason", /^(unsub reason|unsubscribe reason|atteikšanās iemesls)$/],
  [
    "left",
    /^(unsub time|unsubscribed?( at| on| time| date)?|(date|time) unsubscribed|(e[- ]?mail )?opt(ed)?[- ]?out( req| of e[- ]?mail)?( at| on| time| date)?|has opted out of email|is this (subscriber|user) blacklisted|is this account disabled|(on )?(e[- ]?mail )?(black|block)list(ed)?|suppressed|do not (e[- ]?mail|contact|mail)|nesūtīt|nerakstīt|(atteikšanās|atteikuma|izrakstīšanās) (datums|laiks)|atteikums|atteicies|atrakstījies|izrakstījies)$/,
  ],
  ["bounced", /^(clean time|cleaned( at)?|bounced( at| on| date)?|bounce (time|date)|hard bounced?|nepiegādājams)$/],
  ["confirmed", /^(confirmed|is this (subscriber|user) confirmed|apstiprināt[sa])$/],
  [
    "proof",
    /^(opt-?in( time| date)?|opted[- ]in( at| on| date)?|did this (subscriber|user) manually confirm|((gdpr|marketing|e[- ]?mail|newsletter) )*(consent|permission)s?( given| date| time| at)?|piekrišan(a|as (datums|laiks))|piekrita)$/,
  ],
  [
    "since",
    /^(confirm(ed|ation)? (time|at|date|on)|subscribed( at| on| date)?|subscription date|sign-?up (date|time)|created( at| on)?|date (added|registered|created|subscribed)|added( at| time)?|entered|pieteikšanās (datums|laiks)|apstiprināšanas laiks|kopš|pievienots)$/,
  ],
];

/** The use that a title names, also where its words stand `likeThis`. */
export function titleUse(cell: string): ColumnUse | undefined {
  const whole = useOf(cell);
  return whole ?? useOf(cell.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
}

function useOf(cell: string): ColumnUse | undefined {
  const title = plainTitle(cell);
  return TITLES.find(([, pattern]) => pattern.test(title))?.[0];
}

/** A title without what does not make it another one. */
export const plainTitle = (cell: string): string =>
  cell
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[:*?]$/, "")
    .replaceAll("_", " ");
