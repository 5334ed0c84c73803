/**
 * An address that several people read: the name goes, because it was one of them, and none is kept from now on. Ending it brings
 * no name back.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import type { Standing } from "../../consent/rules/standing.ts";
import { addressPlace } from "../rules.ts";
import { sharedWrite } from "../store.ts";

/** The write. */
export function shareWrite(deps: Pick<Deps, "vault">, { address }: Pick<Standing, "address">, shared: boolean): Write {
  const { id, address: typed } = address;
  const name = shared ? "" : address.name;
  return sharedWrite(id, shared, deps.vault.seal(addressPlace(id), JSON.stringify({ address: typed, name })));
}
