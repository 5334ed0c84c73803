/**
 * Takes a bundle apart, strictly: what `writeBundle` would not have written is refused with a code. It proves nothing; hashes,
 * signatures and what the events say are judged by `rules/verify`.
 */
import { type Manifest, readManifest } from "./manifest.ts";
import * as paths from "./paths.ts";
import { isProblem, type Problem } from "./problem.ts";
import { readZip } from "./zip/read.ts";

/** An event as it stands in a bundle: bytes, nothing believed yet. */
export interface EventFiles {
  path: string;
  n: number;
  bytes: Uint8Array;
  proofPath: string;
  proof?: Uint8Array;
}
export interface RecordFiles {
  /** `""`, or `records/<rec>/`. */
  folder: string;
  /** From the folder's name, where it has one. */
  rec?: string;
  events: EventFiles[];
  disclosures?: Uint8Array;
  view?: Uint8Array;
}
export interface ActFiles extends EventFiles {
  people?: Uint8Array;
}
export interface StampFiles {
  /** Hex root of the head that it stamps. */
  root: string;
  authority?: string;
  path: string;
  tsr?: Uint8Array;
  tsq?: Uint8Array;
  chain?: Uint8Array;
  ocsp?: Uint8Array;
  crl?: Uint8Array;
}
/** A bundle as files with their places. */
export interface BundleFiles {
  manifest: Manifest;
  /** SHA-256 of the manifest: the fingerprint of the bundle. */
  files: Map<string, Uint8Array>;
  records: RecordFiles[];
  acts: ActFiles[];
  /** Path → bytes; names are hashes. */
  texts: { kind: paths.TextKind; sha256: string; path: string; bytes: Uint8Array }[];
  /** Hex root → checkpoint note. */
  checkpoints: Map<string, Uint8Array>;
  stamps: StampFiles[];
  consistency: { path: string; older: number; newer: number; bytes: Uint8Array }[];
}

export function readBundle(bytes: Uint8Array): BundleFiles | Problem {
  const files = readZip(bytes);
  if (isProblem(files)) return files;
  const listed = files.get(paths.MANIFEST);
  if (!listed) return { problem: "manifest.missing" };
  const manifest = readManifest(listed);
  if (isProblem(manifest)) return manifest;
  const bundle: BundleFiles = {
    manifest,
    files,
    records: [],
    acts: [],
    texts: [],
    checkpoints: new Map(),
    stamps: [],
    consistency: [],
  };
  const records = new Map<string, RecordFiles>();
  const acts = new Map<number, ActFiles>();
  const stamps = new Map<string, StampFiles>();
  for (const [path, body] of files) {
    const [top = "", ...rest] = path.split("/");
    if (top === "acts") placeAct(acts, path, rest[0] as string, body);
    else if (top === "notices" || top === "forms" || top === "messages")
      bundle.texts.push({ kind: top, sha256: (rest[0] as string).slice(0, 64), path, bytes: body });
    else if (top === "anchors") placeAnchor(bundle, stamps, rest[0] as string, body);
    else if (top === "consistency") {
      const [older, newer] = (rest[0] as string).replace(".txt", "").split("-").map(Number);
      bundle.consistency.push({ path, older: older as number, newer: newer as number, bytes: body });
    } else placeInRecord(records, path, body);
  }
  // Names beyond 9999 are not in the order of their numbers.
  bundle.records = [...records.values()].map((one) => ({ ...one, events: one.events.sort((a, b) => a.n - b.n) }));
  bundle.acts = [...acts.values()].sort((a, b) => a.n - b.n);
  bundle.stamps = [...stamps.values()];
  const alone = standsAlone(bundle);
  return alone ? { problem: "part.alone", at: alone } : bundle;
}

function placeAct(acts: Map<number, ActFiles>, path: string, name: string, bytes: Uint8Array): void {
  const n = Number.parseInt(name, 10);
  const act = acts.get(n) ?? { path: "", n, bytes: NOTHING, proofPath: paths.actProofPath(n) };
  acts.set(n, act);
  if (name.endsWith(".people.json")) act.people = bytes;
  else placeEvent(act, path, bytes);
}

function placeEvent(event: EventFiles, path: string, bytes: Uint8Array): void {
  if (path.endsWith(".tlog-proof")) event.proof = bytes;
  else {
    event.path = path;
    event.bytes = bytes;
  }
}

function placeInRecord(records: Map<string, RecordFiles>, path: string, bytes: Uint8Array): void {
  const match = /^(records\/([0-9a-f-]+)\/)?(events\/(\d+)|record|disclosures)\./.exec(path);
  if (!match) return;
  const [, folder = "", rec, what, number] = match;
  const record = records.get(folder) ?? { folder, ...(rec ? { rec } : {}), events: [] };
  records.set(folder, record);
  if (what === "record") record.view = bytes;
  else if (what === "disclosures") record.disclosures = bytes;
  else {
    const n = Number(number);
    let event = record.events.at(-1);
    if (event?.n !== n) {
      event = { path: "", n, bytes: NOTHING, proofPath: paths.proofPath(folder, n) };
      record.events.push(event);
    }
    placeEvent(event, path, bytes);
  }
}

function placeAnchor(bundle: BundleFiles, stamps: Map<string, StampFiles>, name: string, bytes: Uint8Array): void {
  const root = name.slice(0, 64);
  if (name === `${root}.checkpoint`) {
    bundle.checkpoints.set(root, bytes);
    return;
  }
  const [, authority, file] = /^[0-9a-f]{64}(?:\.([a-z][a-z0-9-]*))??\.(tsr|tsq|chain\.pem|ocsp|crl)$/.exec(name) ?? [];
  const key = `${root}.${authority ?? ""}`;
  const stamp = stamps.get(key) ?? { root, path: paths.stampPath(root, authority, "tsr") };
  if (authority !== undefined) stamp.authority = authority;
  stamps.set(key, stamp);
  stamp[file === "chain.pem" ? "chain" : (file as "tsr")] = bytes;
}

const NOTHING = new Uint8Array(0);

/** A file that stands without the one it belongs to. */
function standsAlone({ records, acts, stamps, checkpoints }: BundleFiles): string | undefined {
  const several = records.length > 1 && records.some((record) => record.folder === "");
  if (several) return paths.viewPath("");
  for (const { folder, events } of records) {
    if (events.length === 0) return folder === "" ? paths.viewPath("") : folder;
    for (const event of events) if (event.path === "") return event.proofPath;
  }
  for (const act of acts) if (act.path === "") return act.proofPath;
  for (const stamp of stamps) if (!stamp.tsr || !checkpoints.has(stamp.root)) return stamp.path;
  return undefined;
}
