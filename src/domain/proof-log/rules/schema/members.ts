/**
 * What the members of events may be, as JSON Schema (2020-12); `acts.ts` and `schema.ts` put them together. A member that is
 * not named for a type is not allowed in it: what nobody described cannot be relied upon.
 */

export type Schema = { readonly [keyword: string]: unknown };
/** Members by name; a name that ends in `?` may be missing. */
export type Members = Readonly<Record<string, Schema>>;

const string = (pattern: string): Schema => ({ type: "string", pattern });
const listOf = (items: Schema): Schema => ({ type: "array", items });
const oneOf = (...values: string[]): Schema => ({ enum: values });
const by = (language: Schema): Schema => ({
  type: "object",
  propertyNames: { pattern: "^[a-z]{2}$" },
  additionalProperties: language,
});

export const TEXT: Schema = { type: "string" };
export const UUID = string("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
/** 32 bytes in base64url. */
export const HASH = string("^[A-Za-z0-9_-]{43}$");
export const SHA256 = string("^[0-9a-f]{64}$");
export const TIME = string("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$");
export const DAY = string("^\\d{4}-\\d\\d-\\d\\d$");
export const COUNT: Schema = { type: "integer", minimum: 0 };
export const VERSION = string("^[1-9]\\d*$");
export const SLUG = string("^[a-z0-9]+(?:-[a-z0-9]+)*$");
/** Who acted, never by name: `staff:<id>`, `api:<id of a key>`, `person:<door>`, `system:<job>`. */
export const BY = string("^(?:staff|api|person|system):[A-Za-z0-9._-]+$");
/** GDPR Art. 6(1), as a DPV term. */
export const BASIS = string("^eu-gdpr:A6-1-[a-f]$");
export const CODE = string("^[a-z0-9._-]+$");
export const UUIDS = listOf(UUID);
export const SLUGS = listOf(SLUG);
export const CODES = listOf(CODE);
export const NAMES = listOf(TEXT);
export const HASHES_BY_LANGUAGE = by(SHA256);
export const TEXT_BY_LANGUAGE = by(TEXT);
export const choice = oneOf;

/** An object with exactly these members. */
export function object(members: Members): Schema {
  const names = Object.keys(members);
  const required = names.filter((name) => !name.endsWith("?"));
  return {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ""), members[name]])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** SHA-256 of a text that was shown: hex, as ours are, or base64url, as in the worked example of the format. */
const SHOWN = string("^(?:[0-9a-f]{64}|[A-Za-z0-9_-]{43})$");
export const NOTICE = object({ id: TEXT, ver: VERSION, lang: string("^[a-z]{2}$"), sha256: SHOWN });
export const FORM = object({ id: TEXT, ver: VERSION, sha256: SHOWN });
/** RFC 6962 root over the commitments to everybody's part in a bulk act. */
export const PEOPLE = object({ count: COUNT, root: HASH });
/** What a "no" deleted, until when what is kept is kept, and who else had it; `addresses`: of an act about many. */
export const ERASURE = object({
  stage: { const: 1 },
  "addresses?": COUNT,
  deleted: CODES,
  proof: DAY,
  mark: DAY,
  backups: DAY,
  overwritten: { type: "boolean" },
  processors: listOf(object({ name: TEXT, until: DAY })),
  "requests?": COUNT,
  "files?": DAY,
  "exports?": listOf(object({ export: UUID, day: DAY })),
});
export const OPINION = object({
  verdict: choice("agrees", "objects"),
  text: TEXT,
  by: BY,
  "at?": TIME,
  "written?": DAY,
});

/** Something by name → how many. */
export const COUNTS: Schema = {
  type: "object",
  propertyNames: { type: "string", pattern: "^[A-Za-z0-9._-]+$" },
  additionalProperties: COUNT,
};
/** An act of staff at the command line says so; at the desk nothing is said. */
export const STAFF: Members = { by: BY, "via?": choice("cli") };
