/** What an event says, taken out of its bytes for whoever reads them to a person. Pure; unknown members are left aside. */
import { utf8 } from "../../../platform/encoding.ts";
import { readEvent } from "../../proof-log/rules/event.ts";
import { type EvidenceClass, evidenceClass } from "./evidence.ts";

export interface Said {
  typ: string;
  evidence: EvidenceClass;
  method: string | undefined;
  channel: string | undefined;
  class: string | undefined;
  /** Staff id of who recorded it for the person. */
  by: string | undefined;
  reason: string | undefined;
  scope: string | undefined;
  lists: string[];
  mailing: string | undefined;
  noticeSha256: string | undefined;
  noticeVersion: string | undefined;
  formSha256: string | undefined;
  /** When a confirmed sign-up was asked for, ms. */
  requested: number | undefined;
  /** How many personal details it hides, the address among them. */
  digests: number;
}

/** Reads the JCS text of an event; one that does not read says nothing. */
export function said(body: string): Said {
  const event = readEvent(utf8(body));
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  const inside = (value: unknown, name: string) =>
    typeof value === "object" && value !== null ? text((value as Record<string, unknown>)[name]) : undefined;
  const typ = event?.typ ?? "";
  const requested = text(event?.requested);
  return {
    typ,
    evidence: evidenceClass({ ...event, typ }),
    method: text(event?.method),
    channel: text(event?.channel),
    class: text(event?.class),
    by: text(event?.by),
    reason: text(event?.reason),
    scope: text(event?.scope),
    lists: Array.isArray(event?.lists) ? event.lists.filter((slug) => typeof slug === "string") : [],
    mailing: text(event?.mailing),
    noticeSha256: inside(event?.notice, "sha256"),
    noticeVersion: inside(event?.notice, "ver"),
    formSha256: inside(event?.form, "sha256"),
    requested: requested === undefined ? undefined : Date.parse(requested),
    digests: Array.isArray(event?._sd) ? event._sd.length : 0,
  };
}
