/** Which network a request came from, as far as it is counted: IPv4 /24, IPv6 /56. Pure. */
import { bareAddress, groupsOf, isFour } from "../../consent/rules/visitor.ts";

/** Loopback, link-local and private networks say nothing of who asks: there a proxy stands, or somebody in the house. */
const INSIDE = /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** `203.0.113.0/24`, `2001:db8:7:100::/56`; undefined for what is no public address. */
export function countedNetwork(ip: string): string | undefined {
  const bare = bareAddress(ip);
  if (isFour(bare)) return INSIDE.test(bare) ? undefined : `${bare.split(".").slice(0, 3).map(Number).join(".")}.0/24`;
  const groups = groupsOf(bare);
  if (!groups) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = groups.map((group) => Number.parseInt(group, 16));
  const inside = (a & 0xfe00) === 0xfc00 || (a & 0xffc0) === 0xfe80 || a === 0;
  return inside ? undefined : `${[a, b, c, d & 0xff00].map((n) => n.toString(16)).join(":")}::/56`;
}
