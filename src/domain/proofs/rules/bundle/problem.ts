/** Why a file cannot be read as a bundle at all. Codes have sentences in texts/verifier; `at` is a path inside the bundle. */

export type ProblemCode =
  /** Nothing in it. */
  | "file.empty"
  /** More than this reader takes. */
  | "file.huge"
  /** Not a ZIP: some other kind of file. */
  | "file.not_zip"
  /** A ZIP, but packed by another program (compressed, with extra fields, other dates): the names and bytes may be the same. */
  | "zip.repacked"
  | "zip.truncated"
  /** Bytes after the end, or between two files. */
  | "zip.trailing"
  /** A file's bytes do not have the check sum that stands beside them. */
  | "zip.damaged"
  /** Two files of one name. */
  | "zip.duplicate"
  /** Not in the order of the format. */
  | "zip.order"
  /** A name that would lead out of the folder, or that the format does not know. */
  | "zip.path"
  | "manifest.missing"
  | "manifest.malformed"
  /** Made by a newer version of the format. */
  | "manifest.newer"
  /** Two parts of the bundle that must stand together do not (a proof without its event, an event without its number). */
  | "part.alone";

export interface Problem {
  problem: ProblemCode;
  at?: string;
}

export function isProblem(value: object): value is Problem {
  return "problem" in value;
}
