/**
 * The JSON Schema (2020-12) of all events, `consent-event/1`: published at `/log/schema/consent-event-1.json`, and under its
 * SHA-256 for whoever keeps a proof. It says what an event may hold; what its bytes are is RFC 8785 (canonical.ts).
 */
import { sha256 } from "@noble/hashes/sha2.js";
import canonicalize from "canonicalize";
import { hex, utf8 } from "../../../../platform/encoding.ts";
import { EVENT_VERSION } from "../commitment.ts";
import { ACTS, type Act } from "./acts.ts";
import {
  BASIS,
  choice,
  ERASURE,
  FORM,
  HASH,
  type Members,
  NOTICE,
  object,
  PEOPLE,
  type Schema,
  SLUGS,
  TEXT,
  TIME,
  UUID,
  VERSION,
} from "./members.ts";

const HEAD: Members = { v: { const: EVENT_VERSION }, log: TEXT, ctl: TEXT, eid: UUID, at: TIME };

/** Acts of, or about, one person for one purpose; the same members for all of them. */
const RECORD_TYPES = ["requested", "given", "refused", "renewed", "withdrawn", "revoked", "expired", "invalidated"];
const RECORD: Members = {
  rec: UUID,
  prev: { anyOf: [HASH, { type: "null" }] },
  "notice?": NOTICE,
  "form?": FORM,
  "age?": { type: "integer", minimum: 1, maximum: 120 },
  purposes: {
    type: "array",
    minItems: 1,
    items: object({
      id: TEXT,
      "ver?": VERSION,
      broader: { type: "string", pattern: "^dpv:[A-Za-z]+$" },
      decision: choice(...RECORD_TYPES, "objected"),
    }),
  },
  basis: BASIS,
  "type?": choice("dpv:ExpressedConsent", "dpv:ExplicitlyExpressedConsent"),
  "method?": { type: "string", pattern: "^[a-z0-9-]+(?:\\.[a-z0-9-]+)*$" },
  "class?": choice("doi", "return", "staff"),
  "lists?": SLUGS,
  "scope?": choice("purpose", "everything"),
  "until?": TEXT,
  "channel?": choice("page", "one-click", "staff", "provider", "api"),
  "subject?": UUID,
  "mailing?": UUID,
  "by?": TEXT,
  "reason?": { type: "string", pattern: "^[a-z0-9._/-]+$" },
  "erasure?": ERASURE,
  "requested?": TIME,
  _sd_alg: { const: "sha-256" },
  _sd: { type: "array", minItems: 1, items: HASH },
};

const PERSONS = [...RECORD_TYPES.map((state) => `consent.${state}`), "dsr.objected"];

/** The schema of one type; undefined for a type that nobody described. Some types come in both forms, with a record and without. */
export function schemasOf(typ: string): Schema[] {
  const act = (ACTS as Readonly<Record<string, Act>>)[typ];
  const people: Members =
    act?.people === "always" ? { people: PEOPLE } : act?.people === "if-any" ? { "people?": PEOPLE } : {};
  return [
    ...(PERSONS.includes(typ) ? [object({ ...HEAD, typ: { const: typ }, ...RECORD })] : []),
    ...(act ? [object({ ...HEAD, typ: { const: typ }, ...act.members, ...people })] : []),
  ];
}

/** Every type that an event may have. */
export const EVENT_TYPES: readonly string[] = [...new Set([...PERSONS, ...Object.keys(ACTS)])].sort();

let written: { text: string; sha256: string } | undefined;

/** The schema as it is published: RFC 8785 text, and its SHA-256 (hex). */
export function eventSchema(): { text: string; sha256: string } {
  if (!written) {
    const text =
      canonicalize({
        $schema: "https://json-schema.org/draft/2020-12/schema",
        title: EVENT_VERSION,
        description: "An event that an entry of the proof log commits to. The bytes of an event are its RFC 8785 form.",
        oneOf: EVENT_TYPES.flatMap(schemasOf),
      }) ?? "";
    written = { text, sha256: hex(sha256(utf8(text))) };
  }
  return written;
}
