/** Tags of the address that a request names, under all keys; none where it names none that can be one. */
import type { Deps } from "../../../deps.ts";
import { isRefusal } from "../../../refusal.ts";
import { normaliseAddress } from "../../people/rules.ts";
import type { Contents } from "../rules.ts";

export function tagsOf(deps: Pick<Deps, "vault">, contents: Pick<Contents, "address"> | undefined): Uint8Array[] {
  const address = normaliseAddress(contents?.address ?? "");
  return isRefusal(address) ? [] : deps.vault.tags(address.normalised).map(({ tag }) => tag);
}
