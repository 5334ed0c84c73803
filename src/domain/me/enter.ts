/** The button of the link: spends it, and begins a visit of half an hour. What the visit knows of its owner is the request. */
import type { Deps } from "../../deps.ts";
import { base64url } from "../../platform/encoding.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { sealSignUp } from "../consent/acts/sign-up-seal.ts";
import { linkHash } from "../consent/views/sign-up.ts";
import { VISIT_MS } from "./rules.ts";
import { enterWrites } from "./store.ts";
import { readOwnLink } from "./views.ts";

/** Gives the secret of the visit (32 bytes, base64url), which is stored as its hash only. */
export async function enterOwnPage(deps: Deps, { token }: { token: string }): Promise<{ visit: string } | Refusal> {
  const link = await readOwnLink(deps, token);
  if (link?.state !== "open") return refuse("me.link_gone");
  const visit = base64url(deps.ids.bytes(32));
  const now = deps.clock.now();
  const { token: _, ...kept } = link.signUp;
  const change = enterWrites(deps.db, {
    intakeId: link.intakeId,
    link: link.hash,
    sealed: sealSignUp(deps.vault, link.intakeId, kept),
    visit: linkHash(visit) as Uint8Array,
    now,
    until: now + VISIT_MS,
  });
  // Looking is no evidence of anything: the page changes nothing, and what it leads to leaves its own.
  const done = await commit(deps, { change, proof: [] });
  return done === "done" ? { visit } : refuse("me.link_gone");
}
