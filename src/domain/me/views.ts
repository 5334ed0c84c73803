/** What a link of one's own page stands for, and who is on a visit. Reads only, by index. */
import { and, eq, gt, inArray } from "drizzle-orm";
import type { Deps } from "../../deps.ts";
import { intake, token } from "../../platform/schema.ts";
import { isRefusal } from "../../refusal.ts";
import { openSignUp } from "../consent/acts/sign-up-seal.ts";
import type { SignUp } from "../consent/rules/sign-up.ts";
import { linkHash } from "../consent/views/sign-up.ts";
import type { Lang } from "../institution/rules.ts";
import { maskAddress, normaliseAddress } from "../people/rules.ts";

type ViewDeps = Pick<Deps, "db" | "vault" | "clock">;

export interface OwnLink {
  /** used: it has opened a visit already. */
  state: "open" | "used";
  hash: Uint8Array;
  intakeId: string;
  signUp: SignUp;
  maskedAddress: string;
  validUntil: number;
}

/** What this link stands for; undefined if it is not ours, has expired, or its person has left meanwhile. */
export async function readOwnLink(deps: ViewDeps, link: string): Promise<OwnLink | undefined> {
  const found = await find(deps, link, ["me", "me-used"]);
  if (!found) return undefined;
  const { hash, kind, intakeId, signUp, until } = found;
  const state = kind === "me" ? "open" : "used";
  return { state, hash, intakeId, signUp, maskedAddress: maskAddress(signUp.address), validUntil: until };
}

/** Somebody who has come in by his link. */
export interface Visit {
  hash: Uint8Array;
  intakeId: string;
  /** As typed, and the key that tags are made of. */
  address: string;
  normalised: string;
  /** In which he asked for the link. */
  language: Lang;
  /** When the link was asked for, ms. */
  askedAt: number;
  /** Last moment, ms. */
  until: number;
}

/** The visit that this secret stands for; undefined if it is over. */
export async function readVisit(deps: ViewDeps, secret: string): Promise<Visit | undefined> {
  const found = await find(deps, secret, ["visit"]);
  const address = found && normaliseAddress(found.signUp.address);
  if (!address || isRefusal(address)) return undefined;
  const { hash, intakeId, signUp, until } = found;
  const { language, at: askedAt } = signUp;
  return { hash, intakeId, address: address.address, normalised: address.normalised, language, askedAt, until };
}

async function find({ db, vault, clock }: ViewDeps, text: string, kinds: ("me" | "me-used" | "visit")[]) {
  const hash = linkHash(text);
  const row =
    hash &&
    (await db.read
      .select({ kind: token.kind, intakeId: intake.id, sealed: intake.sealed, until: token.expiresAt })
      .from(token)
      .innerJoin(intake, eq(intake.id, token.subject))
      .where(and(eq(token.hash, hash), inArray(token.kind, kinds), gt(token.expiresAt, clock.now())))
      .get());
  if (!hash || !row) return undefined;
  return { ...row, hash, signUp: openSignUp(vault, row.intakeId, row.sealed) };
}
