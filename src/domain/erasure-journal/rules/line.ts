/**
 * A line of the erasure journal: one thing that must stay gone, or that came back. Ids and keyed tags, never an address. A
 * later line of the same kind and key takes the place of the earlier one.
 *
 *     account 8d2c41f0-… closed 1763802000000              a member of staff; or `back`
 *     ended 5f0c7a52-… withdrawn 1763802000000             a subscription, why, when; or `back`
 *     proof 77aa02c1-… over                                a sealed proof that was destroyed
 *     tag 09ab…44 1b6e0c9f-… withdrawn 2026-11-22 2029-11-22 1f2e3d4c    tag, scope, reason, day, review, key; or `gone`
 */

export const LINE_KINDS = ["account", "ended", "proof", "tag"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface Line {
  kind: LineKind;
  /** One word; of a tag two: hex and scope. */
  key: string;
  said: string;
}

const WORD = "[0-9A-Za-z_*.:-]+";
const FORM: Record<LineKind, RegExp> = {
  account: new RegExp(`^(${WORD}) (back|closed \\d+)$`),
  ended: new RegExp(`^(${WORD}) (back|[a-z_]+ \\d+)$`),
  proof: new RegExp(`^(${WORD}) (over)$`),
  tag: new RegExp(`^([0-9a-f]{64} ${WORD}) (gone|[a-z_]+ \\d{4}-\\d\\d-\\d\\d \\d{4}-\\d\\d-\\d\\d ${WORD})$`),
};

export const lineText = ({ kind, key, said }: Line): string => `${kind} ${key} ${said}`;

/** Reads a line; undefined if it is none. */
export function readLine(text: string): Line | undefined {
  const kind = LINE_KINDS.find((one) => text.startsWith(`${one} `));
  const found = kind && FORM[kind].exec(text.slice(kind.length + 1));
  return found ? { kind, key: found[1] as string, said: found[2] as string } : undefined;
}

/** What both say together, the newer in place of the older, sorted: order tells nothing of when a line came. */
export function merged(older: readonly Line[], newer: readonly Line[]): Line[] {
  const lines = new Map([...older, ...newer].map((line) => [`${line.kind} ${line.key}`, line]));
  return sorted([...lines.values()]);
}

export function sorted(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => (lineText(a) < lineText(b) ? -1 : 1));
}

/** A subscription that ended: why and when (ms). Undefined: it came back. */
export function readEnded(said: string): { reason: string; at: number } | undefined {
  const [reason = "", at] = said.split(" ");
  return said === "back" ? undefined : { reason, at: Number(at) };
}

/** A tag as it stands. Undefined: it is gone. */
export function readTag(said: string): { reason: string; day: string; reviewDay: string; keyId: string } | undefined {
  const [reason = "", day = "", reviewDay = "", keyId = ""] = said.split(" ");
  return said === "gone" ? undefined : { reason, day, reviewDay, keyId };
}

/** When an account was closed (ms). Undefined: it is open again. */
export const readClosed = (said: string): number | undefined =>
  said === "back" ? undefined : Number(said.slice("closed ".length));
