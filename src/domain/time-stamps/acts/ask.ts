/**
 * Asks one authority for a time stamp over a signed head (RFC 3161 §3.4, over HTTP) and believes the answer only if it
 * verifies: this question, this authority, now.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Deps } from "../../../deps.ts";
import { utf8 } from "../../../platform/encoding.ts";
import type { TimeStampAuthority } from "../../../platform/time-stamp-config.ts";
import { MOST_BYTES } from "../rules/der.ts";
import type { StampFailure } from "../rules/failure.ts";
import { nonceOf, QUERY_TYPE, REPLY_TYPE, timeStampQuery } from "../rules/request.ts";
import { readReply } from "../rules/response.ts";
import type { RevocationPaper } from "../rules/revocation/paper.ts";
import { type TimeStamp, verifyTimeStamp } from "../rules/verify.ts";
import { fetchPapers } from "./papers.ts";

const WAIT_MS = 20_000;
/** Events are checked against stamps with this tolerance (proofs/rules/verify), so both clocks have to be as near. */
const CLOCKS_APART_MS = 10 * 60_000;

export type AskDeps = Pick<Deps, "exchange" | "ids" | "clock" | "config">;

/** A stamp that is believed, with everything that is kept of it. */
export interface Answered {
  stamp: TimeStamp;
  request: Uint8Array;
  reply: Uint8Array;
  papers: RevocationPaper[];
}
export interface Failed {
  code: StampFailure;
  /** What the authority said, as names of RFC 3161. */
  said?: string[];
}

/** Asks it. Never throws for what the network or the authority does. */
export async function askAuthority(
  deps: AskDeps,
  authority: TimeStampAuthority,
  note: string,
): Promise<Answered | Failed> {
  const imprint = sha256(utf8(note));
  const nonce = nonceOf(deps.ids.bytes(16));
  const { policy, anchors, url, auth } = authority;
  const request = timeStampQuery({ imprint, nonce, policy, certReq: true });
  const answer = await deps.exchange({
    url,
    auth,
    body: { type: QUERY_TYPE, bytes: request },
    accept: REPLY_TYPE,
    most: MOST_BYTES,
    ms: WAIT_MS,
  });
  if ("code" in answer) return { code: answer.code === "too_large" ? "too_large" : "no_answer" };
  if (answer.status === 401 || answer.status === 403) return { code: "unauthorized" };
  if (answer.status !== 200) return { code: "status" };
  if (answer.type !== REPLY_TYPE) return { code: "media_type" };
  const reply = readReply(answer.bytes);
  if (!reply) return { code: "unreadable" };
  if (reply.status > 1) return { code: "refused", said: reply.failures };

  const question = { imprint, nonce, policy, anchors };
  const found = await verifyTimeStamp(answer.bytes, question);
  if (!found.valid) return { code: found.code };
  if (Math.abs(found.at - deps.clock.now()) > CLOCKS_APART_MS) return { code: "clock" };
  const papers = deps.config.timeStamps.papers ? await fetchPapers(deps, found.chain) : [];
  const stamp = await verifyTimeStamp(answer.bytes, { ...question, papers });
  return stamp.valid ? { stamp, request, reply: answer.bytes, papers } : { code: stamp.code };
}
