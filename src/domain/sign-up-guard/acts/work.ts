/**
 * Challenges of the proof of work: made without a row, known again by their signature under the TAG ring. That one is spent
 * once is seen by the job (`weigh.ts`), because the request itself must take the same way for everybody.
 */
import { type Challenge, createChallenge, type Payload, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Deps } from "../../../deps.ts";
import { hex } from "../../../platform/encoding.ts";
import { CHALLENGE_LIFE_MS, WORK, WORK_MAX } from "../rules/work.ts";

/** What the signing key is derived with; no address holds a NUL. */
const KEY = "sign-up/challenge\0";

/** A new challenge. Writes nothing, so a GET may ask for it. */
export function makeChallenge({ vault, clock }: Pick<Deps, "vault" | "clock">): Promise<Challenge> {
  return createChallenge({
    ...WORK,
    deriveKey,
    hmacSignatureSecret: hex(vault.tag(KEY).tag),
    // Not the library's `expiresAt`, which asks the machine's clock instead of ours.
    data: { until: clock.now() + CHALLENGE_LIFE_MS },
  });
}

/** The nonce of our challenge that this text solves; undefined for anything else, also for one that is over. */
export async function solvedNonce(
  { vault, clock }: Pick<Deps, "vault" | "clock">,
  text: string,
): Promise<string | undefined> {
  const payload = readPayload(text);
  if (!payload) return undefined;
  const { challenge, solution } = payload;
  const until = challenge.parameters.data?.until;
  if (typeof until !== "number" || until < clock.now()) return undefined;
  for (const { tag } of vault.tags(KEY)) {
    const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: hex(tag) }).catch(
      // What anybody may send can be anything.
      () => ({ verified: false }),
    );
    if (verified) return challenge.parameters.nonce;
  }
  return undefined;
}

/** Base64 of `{"challenge":{"parameters":{…},"signature":"…"},"solution":{"counter":…,"derivedKey":"…"}}`. */
function readPayload(text: string): Payload | undefined {
  if (text === "" || text.length > WORK_MAX) return undefined;
  try {
    const payload = JSON.parse(atob(text)) as Partial<Payload>;
    const { challenge, solution } = payload;
    return challenge?.parameters && challenge.signature && solution ? { challenge, solution } : undefined;
  } catch {
    return undefined;
  }
}
