/** The mail with the link of one's own page: whether it goes, to which spelling of the address, and what it says. */
import type { Deps } from "../../../deps.ts";
import { isRefusal } from "../../../refusal.ts";
import { type Mailed, type SignUp, wantsSilence } from "../../consent/rules/sign-up.ts";
import { readSuppressed } from "../../consent/views/sign-up.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import type { Institution } from "../../institution/rules.ts";
import { normaliseAddress } from "../../people/rules.ts";
import { readSealedRecords } from "../../proofs/views/chain.ts";
import { LINK_LIFE_MS, linkIsDue, mayMailLink, type OwnPageMail } from "../rules.ts";

/** Where the link may go; undefined: nowhere. Whoever is held gets it at the address as we mail it. */
export async function addressee(deps: Deps, signUp: SignUp): Promise<string | undefined> {
  const address = normaliseAddress(signUp.address);
  if (isRefusal(address)) return undefined;
  const { normalised } = address;
  const [standing, sealed, marks] = await Promise.all([
    loadStanding(deps, { normalised }),
    readSealedRecords(deps, normalised),
    readSuppressed(
      deps.db,
      deps.vault.suppressionTags(normalised).map((t) => t.tag),
    ),
  ]);
  const kept = sealed.length > 0 || marks.length > 0;
  const may = mayMailLink({ held: standing !== undefined, kept, silent: wantsSilence(marks) });
  return may ? (standing?.address.address ?? address.address) : undefined;
}

/** Whether this request's mail goes now. */
export async function ownPageDue(deps: Deps, signUp: SignUp, mailed: readonly Mailed[], now: number): Promise<boolean> {
  return linkIsDue(mailed, now) && (await addressee(deps, signUp)) !== undefined;
}

/** The mail; undefined if it may not go any more. The same request gives the same bytes. */
export async function ownPageMail(
  deps: Deps,
  signUp: SignUp,
  institution: Institution,
  link: string,
): Promise<OwnPageMail | undefined> {
  const to = await addressee(deps, signUp);
  if (to === undefined) return undefined;
  const { language, at } = signUp;
  return {
    to,
    language,
    at,
    validUntil: at + LINK_LIFE_MS,
    url: `${deps.config.publicUrl}/me/${link}`,
    institution,
  };
}
