/** The address of somebody who has not confirmed: sealed in one `intake` row, found and counted by keyed tags only. */
import type { Deps } from "../../../deps.ts";
import { mailboxOf, type SignUp } from "../rules/sign-up.ts";

type Vault = Deps["vault"];

const place = (intakeId: string) => ({ table: "intake", column: "sealed", row: intakeId });

export function sealSignUp(vault: Vault, intakeId: string, signUp: SignUp): Uint8Array {
  return vault.seal(place(intakeId), JSON.stringify(signUp));
}

export function openSignUp(vault: Vault, intakeId: string, sealed: Uint8Array): SignUp {
  return JSON.parse(vault.open(place(intakeId), sealed)) as SignUp;
}

/** Tags by which the mails to one mailbox are counted, newest key first. No address holds the NUL. */
export const capTags = (vault: Vault, normalised: string) => vault.tags(`sign-up/cap\0${mailboxOf(normalised)}`);
