/**
 * Looks a name up where a connection is made, and stops it where the name leads into the institution's network: so no name,
 * also one that changes its mind between two looks, gets there.
 */

import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "../../../domain/alerts/rules/hosts.ts";

/** `lookup` of a request. `open`: outside production, where a test server on this machine may be asked. */
export function publicLookup(open: boolean, onInside: () => void): LookupFunction {
  return (hostname, options, found) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const inside = !error && !open && addresses.some(({ address }) => !isPublicAddress(address));
      if (inside) onInside();
      if (error || inside) return found(error ?? new Error("inside"), "", 4);
      const [first] = addresses;
      if (options.all) return found(null, addresses);
      found(null, first?.address ?? "", first?.family ?? 4);
    });
  };
}

/** An address that needs no look-up, and is not public. */
export const isInsideLiteral = (hostname: string): boolean => {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) !== 0 && !isPublicAddress(bare);
};
