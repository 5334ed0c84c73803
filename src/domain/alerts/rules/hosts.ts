/**
 * Is a host part of the public internet? Pure. Asked of a web address when it is chosen, and of every address that its
 * name resolves to when it is called. Ranges: IANA special-purpose registries (RFC 6890 and its updates).
 */

/** Networks of IPv4 that are nobody's public server: first address and length of the prefix. */
const INSIDE_V4: readonly [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** Names that never leave the house (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`). */
const INSIDE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|onion|test|invalid)$/;

/**
 * A host as `URL.hostname` gives it (lower case, IPv4 in four decimals, IPv6 in brackets). A name counts as public if it
 * has a dot and no ending that only a private network knows.
 */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/\.$/, "");
  if (host.startsWith("[")) return isPublicAddress(host.slice(1, -1));
  if (/^[\d.]+$/.test(host)) return isPublicAddress(host);
  return host.includes(".") && !INSIDE_NAMES.test(host);
}

/** An IP address, v4 or v6. Of v6 only global unicast (2000::/3) without documentation, tunnels and special uses. */
export function isPublicAddress(ip: string): boolean {
  const v4 = numberOfV4(ip);
  if (v4 !== undefined) return !INSIDE_V4.some(([from, bits]) => (v4 ^ (numberOfV4(from) ?? 0)) >>> (32 - bits) === 0);
  const groups = groupsOfV6(ip);
  if (!groups) return false;
  const [a = 0, b = 0] = groups;
  const special = (a === 0x2001 && (b < 0x200 || b === 0xdb8)) || a === 0x2002 || (a === 0x3fff && b < 0x1000);
  return a >>> 13 === 1 && !special;
}

function numberOfV4(ip: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(ip)?.slice(1).map(Number);
  if (!parts || parts.some((n) => n > 255)) return undefined;
  return parts.reduce((sum, n) => (sum << 8) | n, 0) >>> 0;
}

/** The eight groups; undefined for what is no IPv6 address. A zone (`%eth0`) makes it a local one. */
function groupsOfV6(ip: string): number[] | undefined {
  const [left = "", right, ...more] = ip.toLowerCase().split("::");
  if (more.length > 0 || !/^[0-9a-f:.]*$/.test(ip.toLowerCase()) || ip.includes(".")) return undefined;
  const read = (text: string) => (text === "" ? [] : text.split(":").map((g) => Number.parseInt(g, 16)));
  const head = read(left);
  const tail = right === undefined ? [] : read(right);
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<number>(right === undefined ? 0 : missing).fill(0), ...tail];
  return groups.some((g) => Number.isNaN(g) || g > 0xffff) ? undefined : groups;
}
