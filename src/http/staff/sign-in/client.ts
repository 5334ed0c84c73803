/** Which client is asking, for counting tries only. */
import type { Context } from "hono";
import { peerOf } from "../../frame/peer.ts";

/** The client's network: an IPv4 address, or the /64 of an IPv6 address. */
export const clientOf = (c: Context): string => network(peerOf(c));

function network(address: string): string {
  if (!address.includes(":") || address.toLowerCase().startsWith("::ffff:")) return address.replace(/^::ffff:/i, "");
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const filled = tail === undefined ? groups : [...groups, ...Array(Math.max(0, 4 - groups.length)).fill("0")];
  return filled
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
