/** The address of somebody who has not confirmed: sealed in one `intake` row, found and counted by keyed tags only. */
import type { Deps } from "../../../deps.ts";
import type { NormalisedAddress } from "../../people/rules.ts";
import { mailboxOf, type SignUp } from "../rules/sign-up.ts";

type Vault = Deps["vault"];

const place = (intakeId: string) => ({ table: "intake", column: "sealed", row: intakeId });

export function sealSignUp(vault: Vault, intakeId: string, signUp: SignUp): Uint8Array {
  return vault.seal(place(intakeId), JSON.stringify(signUp));
}

export function openSignUp(vault: Vault, intakeId: string, sealed: Uint8Array): SignUp {
  return JSON.parse(vault.open(place(intakeId), sealed)) as SignUp;
}

/** The job comes at once; if it is lost, the sweep takes the request up after a minute. */
const SWEEP_AFTER_MS = 60_000;

/** The row of a new request: the same whoever the address belongs to, so that nobody learns of it by asking. */
export function newRequest(
  { ids, clock, vault }: Pick<Deps, "ids" | "clock" | "vault">,
  { address, normalised }: NormalisedAddress,
  asked: Omit<SignUp, "address" | "at" | "token">,
) {
  const id = ids.uuid();
  const at = clock.now();
  const [cap] = capTags(vault, normalised);
  if (!cap) throw new Error("a key ring is empty");
  return {
    id,
    tag: vault.tag(normalised).tag,
    cap: cap.tag,
    sealed: sealSignUp(vault, id, { address, at, ...asked }),
    tryAt: at + SWEEP_AFTER_MS,
    createdAt: at,
  };
}

/** Tags by which the mails to one mailbox are counted, newest key first. No address holds the NUL. */
export const capTags = (vault: Vault, normalised: string) => vault.tags(`sign-up/cap\0${mailboxOf(normalised)}`);
