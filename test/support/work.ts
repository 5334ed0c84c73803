/** Proofs of work, as a browser brings them along. */
import { type Challenge, createChallenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Deps } from "../../src/deps.ts";
import { WORK } from "../../src/domain/sign-up-guard/rules/work.ts";
import { hex } from "../../src/platform/encoding.ts";

/** Solves a challenge of ours: about half a second of work. */
export async function solved(challenge: Challenge, timeout = 60_000): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey, timeout });
  if (!solution) throw new Error("a challenge was not solved in time");
  return btoa(JSON.stringify({ challenge, solution }));
}

/** The same for crowds: signed with the house's key as every challenge is, but with next to no work in it. */
export async function cheapWork({ vault, clock }: Pick<Deps, "vault" | "clock">, until?: number): Promise<string> {
  const challenge = await createChallenge({
    ...WORK,
    cost: 1,
    keyPrefix: "0",
    deriveKey,
    hmacSignatureSecret: hex(vault.tag("sign-up/challenge\0").tag),
    data: { until: until ?? clock.now() + 3_600_000 },
  });
  return solved(challenge);
}
