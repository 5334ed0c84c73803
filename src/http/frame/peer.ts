/**
 * The network address a request came from, as far as it can be believed. On Cloudflare the edge says it. On Node it is the
 * peer; if the peer is a proxy on our own network, the last hop that the proxy itself wrote down. Headers that anybody can
 * send are not used.
 */
import type { Context } from "hono";

const OUR_NETWORK = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^(::1$|f[cd])/i;

/** The address, whole; empty where nobody says it. Whoever keeps it keeps less of it. */
export function peerOf(c: Context): string {
  const node = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  if (!node) return c.req.header("cf-connecting-ip") ?? "";
  const peer = node.socket?.remoteAddress ?? "";
  const lastHop = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  return OUR_NETWORK.test(peer) && lastHop ? lastHop : peer;
}
