/**
 * `policy.txt`: whose signatures a reader accepts (C2SP tlog-policy). Inside a bundle it is a statement of whoever made the
 * bundle; a reader who wants more compares it with the keys that the institution has published.
 *
 *     log news.ministry.example/log+270827b6+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs
 *     quorum none
 */
import { hex } from "../../../../platform/encoding.ts";
import { type NoteKey, readVkey, vkeyText } from "../../../proof-log/rules/note.ts";
import { type Cosigner, readCosigner } from "./cosigner.ts";

export interface Policy {
  /** Keys of the log; while a key is changed there are two of one name. */
  logs: NoteKey[];
  witnesses: Map<string, Cosigner>;
  groups: Map<string, { needs: number; members: string[] }>;
  /** Name of the witness or group that must have cosigned, or `none`. */
  quorum: string;
}

const MAX_LINES = 1000;

/** A policy without witnesses, of the keys by which a log signs or has signed. */
export function policyText(logs: readonly NoteKey[]): string {
  return `${logs.map((key) => `log ${vkeyText(key)}\n`).join("")}quorum none\n`;
}

/** Reads any policy of the format; undefined if it is malformed. */
export function readPolicy(text: string): Policy | undefined {
  const policy: Omit<Policy, "quorum"> = { logs: [], witnesses: new Map(), groups: new Map() };
  if ([...text].some((char) => char < " " && char !== "\t" && char !== "\n")) return undefined;
  if (!text.endsWith("\n") || text.includes("\x7f")) return undefined;
  const lines = text.slice(0, -1).split("\n");
  if (lines.length > MAX_LINES) return undefined;
  const keys = new Set<string>();
  const members = new Set<string>();
  let quorum: string | undefined;
  for (const line of lines) {
    const [word, ...rest] = line.split(/[ \t]+/).filter((item) => item !== "");
    if (word === undefined || word.startsWith("#")) continue;
    if (word === "quorum") {
      const [name, ...more] = rest;
      if (quorum !== undefined || name === undefined || more.length > 0 || !isKnown(policy, name, true))
        return undefined;
      quorum = name;
    } else if (!readLine(policy, word, rest, keys, members)) return undefined;
  }
  return quorum === undefined ? undefined : { ...policy, quorum };
}

/** Whether those who cosigned are enough. `signed` are names of the policy's witnesses. */
export function reachesQuorum(policy: Policy, signed: ReadonlySet<string>): boolean {
  const agreed = (name: string): boolean => {
    const group = policy.groups.get(name);
    return group ? group.members.filter(agreed).length >= group.needs : signed.has(name);
  };
  return policy.quorum === "none" || agreed(policy.quorum);
}

type Begun = Omit<Policy, "quorum">;

function readLine(policy: Begun, word: string, rest: string[], keys: Set<string>, members: Set<string>): boolean {
  if (word === "log") {
    const key = rest.length <= 2 ? readVkey(rest[0] ?? "") : undefined;
    if (!key || !isNew(keys, key.publicKey)) return false;
    policy.logs.push(key);
    return true;
  }
  const [name, ...more] = rest;
  if (name === undefined || isKnown(policy, name, true)) return false;
  if (word === "witness") {
    const cosigner = more.length <= 2 ? readCosigner(more[0] ?? "") : undefined;
    if (!cosigner || !isNew(keys, cosigner.publicKey)) return false;
    policy.witnesses.set(name, cosigner);
    return true;
  }
  const [threshold = "", ...of] = more;
  const needs = threshold === "all" ? of.length : threshold === "any" ? 1 : readNumber(threshold);
  if (word !== "group" || of.length === 0 || !(needs >= 1 && needs <= of.length)) return false;
  for (const member of of) {
    if (!isKnown(policy, member, false) || members.has(member)) return false;
    members.add(member);
  }
  policy.groups.set(name, { needs, members: of });
  return true;
}

function readNumber(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
}

function isKnown(policy: Begun, name: string, withNone: boolean): boolean {
  return policy.witnesses.has(name) || policy.groups.has(name) || (withNone && name === "none");
}

function isNew(keys: Set<string>, publicKey: Uint8Array): boolean {
  const key = hex(publicKey);
  return !keys.has(key) && keys.add(key) !== undefined;
}
