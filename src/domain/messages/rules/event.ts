/**
 * What is taken from an event of the mail provider (Resend): ids, a type, times, and one word for a refusal. Everything
 * else of the payload, the receiving server's words included, is dropped here. Pure; the body is JSON that was signed.
 */
import { type BounceClass, bounceClass, statusIn } from "./bounce.ts";

/**
 * The types that change a message. Opening and clicking are none of our business: they are counted without saying whose,
 * because they mean that tracking is switched on at the provider.
 */
export const EVENT_TYPES = [
  "email.scheduled",
  "email.sent",
  "email.delivery_delayed",
  "email.failed",
  "email.delivered",
  "email.bounced",
  "email.suppressed",
  "email.complained",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The message that our own tag names. */
export interface TaggedMessage {
  mailingId: string;
  personId: string;
}

export interface ProviderEvent {
  /** The same for every repetition of the event. */
  id: string;
  /** One of EVENT_TYPES, or another word of the provider, `other` where it is no word. */
  type: string;
  /** The provider's id of the mail. */
  providerId?: string;
  tag?: TaggedMessage;
  /** Which letter of ours it is, for example `confirm`, where it belongs to no mailing: our tag `kind`. */
  letter?: string;
  /** When it happened, by the provider's clock; never later than now. */
  at: number;
  /** When the provider took the mail. */
  madeAt?: number;
  /** Of a refusal. */
  bounce?: BounceClass;
  /** The one recipient, in clear. Lives as long as the event is being worked on and is never written down. */
  to?: string;
}

const UUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";
const PROVIDER_ID = new RegExp(`^${UUID}$`, "i");
const TAG = new RegExp(`^(${UUID})_(${UUID})$`);
const LETTER = /^[a-z-]{1,20}$/;
const EVENT_ID = /^[A-Za-z0-9_-]{1,100}$/;
const WORD = /^(email|contact|domain|suppression|topic|inbox)(\.[a-z_]{2,24}){1,3}$/;
/** Says nothing but that somebody opened a mail. */
const TRACKING = new Set(["email.opened", "email.clicked"]);

type Fields = Record<string, unknown>;
const fields = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** An id under which an event may be kept: the provider's own, of plain letters. */
export const isEventId = (id: string): boolean => EVENT_ID.test(id);

/** Reads the parsed body of an event; undefined for anything that is none. */
export function readEvent(body: unknown, id: string, now: number): ProviderEvent | undefined {
  const said = text(fields(body).type);
  if (said === "" || !isEventId(id)) return undefined;
  const type = WORD.test(said) ? said : "other";
  const at = Math.min(timeOf(fields(body).created_at) ?? now, now);
  if (TRACKING.has(type)) return { id, type, at };
  const data = fields(fields(body).data);
  const providerId = text(data.email_id);
  const to = Array.isArray(data.to) && data.to.length === 1 ? text(data.to[0]) : "";
  const madeAt = timeOf(data.created_at);
  const tag = taggedMessage(tagOf(data.tags, "message"));
  const letter = tagOf(data.tags, "kind");
  const bounce = refusalOf(type, data);
  return {
    id,
    type,
    at,
    ...(PROVIDER_ID.test(providerId) && { providerId: providerId.toLowerCase() }),
    ...(tag && { tag }),
    ...(LETTER.test(letter) && { letter }),
    ...(madeAt !== undefined && { madeAt: Math.min(madeAt, at) }),
    ...(bounce && { bounce }),
    ...(to && { to }),
  };
}

/** A tag from either form in which the provider gives tags back; empty where there is none. */
function tagOf(tags: unknown, name: string): string {
  return text(Array.isArray(tags) ? tags.map(fields).find((tag) => tag.name === name)?.value : fields(tags)[name]);
}

/** Our tag `message=<mailing>_<person>`. */
function taggedMessage(value: string): TaggedMessage | undefined {
  const found = TAG.exec(value);
  return found ? { mailingId: found[1] as string, personId: found[2] as string } : undefined;
}

/** `2026-11-22T08:00:00.000Z`, and the database's own `2026-11-22 08:00:00.674981+00`; undefined for anything else. */
export function timeOf(value: unknown): number | undefined {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:(\.\d{1,3})\d*)?(Z|[+-]\d\d)(?::?(\d\d))?$/.exec(text(value));
  if (!found) return undefined;
  const [, day, time, fraction = "", zone, minutes = "00"] = found;
  const ms = Date.parse(`${day}T${time}${fraction}${zone === "Z" ? "Z" : `${zone}:${minutes}`}`);
  return Number.isNaN(ms) ? undefined : ms;
}

function refusalOf(type: string, data: Fields): BounceClass | undefined {
  if (type === "email.bounced") {
    const { type: kind, subType, message } = fields(data.bounce);
    return bounceOf(text(kind), text(subType), text(message));
  }
  return type === "email.suppressed" ? suppressionOf(fields(data.suppressed)) : undefined;
}

/**
 * The class of a bounce (dashboard/emails/email-bounces): `kind` is Permanent, Transient or Undetermined. The receiving
 * server's status code says more than the provider's sub-type, but only a permanent refusal is believed of an address.
 * `NoEmail` means that the provider could not read the recipient from the answer, not that there is none.
 */
export function bounceOf(kind: string, subType: string, message: string): BounceClass {
  if (kind === "Permanent" && /^(Suppressed|OnAccountSuppressionList)$/.test(subType)) return "address";
  if (subType === "MailboxFull") return "full";
  if (subType === "ContentRejected" || subType === "AttachmentRejected") return "policy";
  const status = statusIn(message);
  const found = status ? bounceClass(status) : undefined;
  if (kind === "Permanent") return found ?? "other";
  if (found === "policy" || found === "full" || found === "temporary") return found;
  return kind === "Transient" ? "temporary" : "other";
}

/**
 * The provider did not send, because of what it remembers of the address. An earlier bounce is an address fault; an earlier
 * complaint is about another mail, whose own event has ended that purpose: the address is held for a person to decide.
 */
function suppressionOf({ type, reason }: Fields): BounceClass {
  const why = `${text(type)} ${text(reason)}`.toLowerCase();
  if (why.includes("complain")) return "complaint";
  return why.includes("bounce") || why.includes("suppressionlist") ? "address" : "other";
}
