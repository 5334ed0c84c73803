/**
 * Whether a record or receipt says of the events what they say (PROOF 6.7, step 11). The view is taken apart: members that are
 * the institution's word about itself are laid aside, and what is left must be, member by member, what the events give. So
 * nothing can be added, left out or turned round beside the proof, not even by another meaning of the names.
 */
import canonicalize from "canonicalize";
import { type Node, RECEIPT_PROFILE } from "./context.ts";
import { statedRecord, subjectIri } from "./stated.ts";
import type { Statement } from "./statement.ts";

/** What of a process, a purpose and the whole is not proved: the names of catalogue.ts. */
const ASIDE = {
  whole: new Set(["dpv:hasEntity"]),
  process: new Set([
    "dpv:hasPersonalData",
    "dpv:hasProcessing",
    "dpv:hasDataSource",
    "dpv:hasStorageCondition",
    "dpv:hasRecipient",
    "dpv:hasJurisdiction",
    "dpv:hasApplicableLaw",
    "dpv:hasConsentControl",
    "dpv:hasRight",
  ]),
  purpose: new Set(["dct:hasVersion", "dct:title", "dct:description"]),
};
/** What a receipt is besides the record (receipt/view.ts). */
const OF_A_RECEIPT = new Set(["dct:publisher", "schema:recipient", "dpv:hasRecordOfActivity", "own:proof"]);

/**
 * Names of the members in which a view and its events differ; empty where they agree. `view` is parsed JSON of anybody's
 * making: never throws.
 */
export function contradictions(view: unknown, events: readonly Statement[]): string[] {
  try {
    return isNode(view) ? differences(isReceipt(view) ? asRecord(view, events) : view, statedRecord(events)) : ["@id"];
  } catch {
    return ["@id"];
  }
}

/** Whether this view is a receipt: of a record, and not one itself. */
const isReceipt = (view: Node): boolean => Object.hasOwn(view, "dpv:hasRecordOfActivity");

function differences(view: Node, stated: Node): string[] {
  const proved = provedPart(view);
  const members = new Set([...Object.keys(stated), ...Object.keys(proved)]);
  const other = [...members].filter((member) => canonicalize(proved[member]) !== canonicalize(stated[member]));
  const [process] = stated["dpv:hasProcess"] as { "dpv:hasDataController": string[] }[];
  const base = process?.["dpv:hasDataController"][0]?.split("#")[0] ?? "";
  return asideOf(view).every((part) => isHarmless(part, base)) ? other : [...other, "dpv:hasEntity"];
}

/** Everything that was laid aside. */
function asideOf(view: Node): unknown[] {
  const only = (node: Node, names: ReadonlySet<string>) =>
    Object.keys(node).flatMap((n) => (names.has(n) ? node[n] : []));
  const processes = (view["dpv:hasProcess"] as unknown[]).filter(isNode);
  const purposes = processes.flatMap((process) => (process["dpv:hasPurpose"] as unknown[]).filter(isNode));
  return [
    ...only(view, ASIDE.whole),
    ...processes.flatMap((process) => only(process, ASIDE.process)),
    ...purposes.flatMap((purpose) => only(purpose, ASIDE.purpose)),
  ];
}

const PLAIN = new Set(["@id", "@type", "@value", "@language"]);
/** What only an event may say. */
const PROVED_ONLY = /^(?:own:|dpv:isIndicated|dpv:hasConsentStatus$|dpv:hasDataSubject$|dpv:hasNotice$)/;

/**
 * A reader of JSON-LD puts all that is said of one name together, wherever it stands. So what is laid aside may speak of the
 * institution's own names only (never of an act, a person or a text), and may not change what words mean.
 */
function isHarmless(part: unknown, base: string): boolean {
  if (Array.isArray(part)) return part.every((one) => isHarmless(one, base));
  if (!isNode(part)) return true;
  return Object.entries(part).every(([name, value]) => {
    if (name === "@id")
      return typeof value === "string" && value.startsWith(`${base}#`) && !value.includes("#purpose-");
    return (name.startsWith("@") ? PLAIN.has(name) : !PROVED_ONLY.test(name)) && isHarmless(value, base);
  });
}

/** The view without what the institution says of itself. */
function provedPart(view: Node): Node {
  const whole = without(view, ASIDE.whole);
  return {
    ...whole,
    "dpv:hasProcess": each(whole["dpv:hasProcess"], (process) => ({
      ...without(process, ASIDE.process),
      "dpv:hasPurpose": each(process["dpv:hasPurpose"], (purpose) => without(purpose, ASIDE.purpose)),
    })),
  };
}

/** A receipt's own members taken off, and the record's put back, where they are what they must be. */
function asRecord(receipt: Node, events: readonly Statement[]): Node {
  const stated = statedRecord(events);
  const last = events.at(-1) as Statement;
  const is = (member: string, value: unknown) => canonicalize(receipt[member]) === canonicalize(value);
  if (!holdsOnlyOurs(receipt["own:proof"])) return receipt;
  const named = is("@id", `urn:uuid:${last.eid}#receipt`) && is("dpv:hasRecordOfActivity", [stated["@id"]]);
  const numbered = is("dct:identifier", last.eid) && is("dpv:hasIdentifier", last.eid);
  const given = is("dct:publisher", [last.ctl]) && is("schema:recipient", last.subject && [subjectIri(last.subject)]);
  const { "dct:conformsTo": claims, ...rest } = without(receipt, OF_A_RECEIPT);
  return {
    ...rest,
    "@id": named && given ? stated["@id"] : receipt["@id"],
    "@type": is("@type", [receiptType(stated)]) ? stated["@type"] : receipt["@type"],
    "dct:identifier": numbered ? stated["dct:identifier"] : undefined,
    "dpv:hasIdentifier": numbered ? stated["dpv:hasIdentifier"] : undefined,
    // When the file was made is told by nobody but its maker.
    "dct:created": stated["dct:created"],
    // It claims its own profile where the record may claim the record's.
    ...(is("dct:conformsTo", [RECEIPT_PROFILE])
      ? { "dct:conformsTo": stated["dct:conformsTo"] }
      : { "dct:conformsTo": claims }),
  };
}

/** What a receipt of this record is called: of an objection there is no consent receipt. */
export const receiptType = (record: Node): string =>
  (record["@type"] as string[]).includes("dpv:ConsentRecord") ? "dpv:ConsentReceipt" : "dpv:DataProcessingRecord";

/** What proves a receipt speaks of nobody by name: it is text, under our own names. */
const holdsOnlyOurs = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every(holdsOnlyOurs)
    : !isNode(value) || Object.entries(value).every(([name, inner]) => name.startsWith("own:") && holdsOnlyOurs(inner));

const without = (node: Node, names: ReadonlySet<string>): Node =>
  Object.fromEntries(Object.entries(node).filter(([name]) => !names.has(name)));

const each = (value: unknown, change: (node: Node) => Node): unknown =>
  Array.isArray(value) ? value.map((one) => (isNode(one) ? change(one) : one)) : value;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
