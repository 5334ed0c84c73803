/**
 * Which client is asking, as far as it can be believed, for counting tries only. On Cloudflare the edge says it. On Node it
 * is the peer; if the peer is a proxy on our own network, the last hop that the proxy itself wrote down.
 */
import type { Context } from "hono";

const OUR_NETWORK = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^(::1$|f[cd])/i;

/** The client's network: an IPv4 address, or the /64 of an IPv6 address. Headers that anybody can send are not used. */
export function clientOf(c: Context): string {
  const node = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  if (!node) return network(c.req.header("cf-connecting-ip") ?? "");
  const peer = node.socket?.remoteAddress ?? "";
  const lastHop = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  return network(OUR_NETWORK.test(peer) && lastHop ? lastHop : peer);
}

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
