/**
 * The circumstances of a "yes" that are personal: from which network and with which program it was pressed, and which mail
 * brought the person. They never stand in the event, only as disclosures that are erased with the person (PROOF 6.2), and
 * of the address only the network is kept: enough to tell an office's own machine from the world, too little for a person.
 */

/** As the request says it. */
export interface Visitor {
  ip?: string;
  userAgent?: string;
}

/** Names of PROOF 6.3. */
export interface Claim {
  name: "ip" | "user_agent" | "message_id";
  value: string;
}

const AGENT_MAX = 300;

/** The claims there are. `messageId`: the provider's id of the mail whose link was pressed. */
export function claimsOf(visitor: Visitor | undefined, messageId?: string | null): Claim[] {
  const ip = networkOf(visitor?.ip ?? "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
  const agent = (visitor?.userAgent ?? "").normalize("NFC").replace(/[\u0000-\u001f\u007f]+/g, " ");
  const claims: (Claim | false)[] = [
    ip !== undefined && { name: "ip", value: ip },
    agent.trim() !== "" && { name: "user_agent", value: agent.trim().slice(0, AGENT_MAX) },
    typeof messageId === "string" && messageId !== "" && { name: "message_id", value: messageId },
  ];
  return claims.filter((claim) => claim !== false);
}

/** `192.0.2.0/24`, `2001:db8:7::/48`; undefined for what is no address. */
export function networkOf(ip: string): string | undefined {
  const bare = bareAddress(ip);
  if (!bare.includes(":"))
    return isFour(bare) ? `${bare.split(".").slice(0, 3).map(Number).join(".")}.0/24` : undefined;
  const groups = groupsOf(bare);
  if (!groups) return undefined;
  const net = groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
  while (net.at(-1) === "0") net.pop();
  return `${net.join(":")}::/48`;
}

/** Without zone, and an IPv4 address in the form of IPv6 (RFC 4291 §2.5.5.2) as what it is. */
export const bareAddress = (ip: string) =>
  ip
    .trim()
    .toLowerCase()
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/, "");

/** Whether it is an IPv4 address in four parts. */
export function isFour(bare: string): boolean {
  const four = bare.split(".");
  return four.length === 4 && four.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
}

/** The eight groups of an IPv6 address (RFC 4291 §2.2), an end in the old form as zeros; undefined for anything else. */
export function groupsOf(bare: string): string[] | undefined {
  const text = bare.replace(/(?<=:)\d+(\.\d+){3}$/, "0:0");
  const halves = text.split("::");
  if (halves.length > 2 || !text.includes(":")) return undefined;
  const [left = [], right] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - left.length - (right?.length ?? 0);
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array<string>(missing).fill("0"), ...(right ?? [])];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? groups : undefined;
}
