/** Why there is no time stamp: what came between, what the authority said, or what is wrong with the one that came. */
import type { TimeStampFault } from "./verify.ts";

export type StampFailure =
  | TimeStampFault
  /** Nobody answered, or not in time. */
  | "no_answer"
  | "too_large"
  /** It wants a name and password, or others. */
  | "unauthorized"
  /** Another status than 200. */
  | "status"
  /** An answer of another kind, for example a page. */
  | "media_type"
  /** The authority refused (PKIFailureInfo in the log). */
  | "refused"
  /** Its clock and ours are far apart. */
  | "clock";

/** Groups for sentences: what a person can do about it. */
export type FailureKind = "unreachable" | "unauthorized" | "refused" | "clock" | "untrusted" | "wrong";

export function kindOf(code: string): FailureKind {
  if (code === "no_answer" || code === "status" || code === "too_large" || code === "media_type") return "unreachable";
  if (code === "unauthorized" || code === "refused" || code === "clock") return code;
  return code === "untrusted" || code.startsWith("chain-") || code === "certificate-missing" ? "untrusted" : "wrong";
}
