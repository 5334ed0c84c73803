/**
 * The names inside a bundle. A reader takes these and no others, so that nothing stands in a bundle for which nobody vouches.
 *
 *     README.txt  report.lv.html  report.en.html   for people; `report` is the print-ready page
 *     manifest.json                                path → SHA-256 of everything else; the last file of the ZIP
 *     policy.txt                                   C2SP tlog-policy: the log's keys, witnesses, quorum
 *     record.jsonld  disclosures.txt               of a bundle of one record
 *     events/0001.json  events/0001.tlog-proof     its events, numbered as in the record
 *     records/<rec>/…                              the same four for each record of a bundle of several
 *     acts/0001.json .tlog-proof .people.json      acts of the institution: an import, a mailing, a published notice
 *     notices/<sha256>.html  forms/<sha256>.html   what was shown; messages/<sha256>.eml what was sent
 *     anchors/<root>.checkpoint                    the signed head (root in hex) that was time-stamped
 *     anchors/<root>[.<authority>].tsr .tsq .chain.pem .ocsp .crl
 *     consistency/<m>-<n>.txt                      from the head of size m to the one of size n
 *     verify.html  verify.mjs                      the verifier, for a browser and for Node
 */

const HASH = "[0-9a-f]{64}";
const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const NUMBER = "(?!0000\\.)\\d{4}|[1-9]\\d{4,5}";
const STAMP = `${HASH}(?:\\.[a-z][a-z0-9-]{0,31})?`;
const PATTERNS = [
  "README\\.txt|report\\.(?:lv|en)\\.html|policy\\.txt|manifest\\.json|verify\\.(?:html|mjs)",
  `(?:records/${UUID}/)?(?:record\\.jsonld|disclosures\\.txt|events/(?:${NUMBER})\\.(?:json|tlog-proof))`,
  `acts/(?:${NUMBER})\\.(?:json|tlog-proof|people\\.json)`,
  `(?:notices|forms)/${HASH}\\.html|messages/${HASH}\\.eml`,
  `anchors/(?:${HASH}\\.checkpoint|${STAMP}\\.(?:tsr|tsq|chain\\.pem|ocsp|crl))`,
  "consistency/[1-9]\\d{0,15}-[1-9]\\d{0,15}\\.txt",
].map((pattern) => new RegExp(`^(?:${pattern})$`));

/** Whether the format knows a file of this name. Refuses every trick at once: `..`, `\`, absolute names, other letters, other case. */
export function isBundlePath(path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(path));
}

/** Order of the files in the ZIP: by their bytes, the manifest last, because it is known last. */
export function inOrder(a: string, b: string): boolean {
  if (b === MANIFEST) return a !== MANIFEST;
  return a !== MANIFEST && a < b;
}

export const README = "README.txt";
export const MANIFEST = "manifest.json";
export const POLICY = "policy.txt";
export const VERIFY_HTML = "verify.html";
export const VERIFY_MJS = "verify.mjs";
export const reportPath = (lang: "lv" | "en") => `report.${lang}.html`;

/** Folder of a record: none in a bundle of one, so that its files stand where they are looked for. */
export const recordFolder = (rec: string, alone: boolean) => (alone ? "" : `records/${rec}/`);
/** Number of an event in its record, from 1, as it stands in names: four digits, more where there are more. */
export const numbered = (n: number) => String(n).padStart(4, "0");
export const eventPath = (folder: string, n: number) => `${folder}events/${numbered(n)}.json`;
export const proofPath = (folder: string, n: number) => `${folder}events/${numbered(n)}.tlog-proof`;
export const viewPath = (folder: string) => `${folder}record.jsonld`;
export const disclosuresPath = (folder: string) => `${folder}disclosures.txt`;
export const actPath = (n: number) => `acts/${numbered(n)}.json`;
export const actProofPath = (n: number) => `acts/${numbered(n)}.tlog-proof`;
export const actPeoplePath = (n: number) => `acts/${numbered(n)}.people.json`;

export type TextKind = "notices" | "forms" | "messages";
/** `sha256` in hex. */
export const textPath = (kind: TextKind, sha256: string) => `${kind}/${sha256}.${kind === "messages" ? "eml" : "html"}`;

export type StampFile = "tsr" | "tsq" | "chain.pem" | "ocsp" | "crl";
/** `root` in hex; `authority` where more than one stamped the same head. */
export const checkpointPath = (root: string) => `anchors/${root}.checkpoint`;
export const stampPath = (root: string, authority: string | undefined, file: StampFile) =>
  `anchors/${root}${authority ? `.${authority}` : ""}.${file}`;
export const consistencyPath = (older: number, newer: number) => `consistency/${older}-${newer}.txt`;
