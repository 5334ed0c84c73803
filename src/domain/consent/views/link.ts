/** How the sealed proof of somebody who is erased is found by whoever brings the address. */
import type { Deps } from "../../../deps.ts";
import { unlessKeyMissing } from "../../../platform/vault.ts";
import { type OpenedAddress, openAddress } from "./standing.ts";

/** The address of a row; undefined where its key is gone, because one that cannot be read must not stop everybody. */
export const readAddress = (vault: Deps["vault"], addressId: string, sealed: Uint8Array): OpenedAddress | undefined =>
  unlessKeyMissing(() => openAddress(vault, addressId, sealed));

/**
 * The link tag of an address row. Where the key of the row is gone, one at random, which nobody finds: he goes all the same. It
 * names keys that are there, because a name that is in no ring would be missed at the next start.
 */
export function linkOf(
  { vault, ids }: Pick<Deps, "vault" | "ids">,
  addressId: string,
  sealed: Uint8Array,
): { linkTag: Uint8Array; linkKeyId: string } {
  const opened = readAddress(vault, addressId, sealed);
  const [link] = vault.linkTags(opened?.normalised ?? "");
  if (!link) throw new Error("a key ring is empty");
  return { linkTag: opened ? link.tag : ids.bytes(32), linkKeyId: link.keyId };
}
