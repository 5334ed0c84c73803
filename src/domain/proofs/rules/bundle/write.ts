/**
 * Bundles as bytes. The same parts give the same ZIP, byte for byte: nothing here knows the clock or the machine.
 *
 *     writeBundle({
 *       origin: "news.ministry.example/log", tool: "pieteka 0.1.0", readme, policy: policyText(keys),
 *       records: [{ rec, events: [{ n: 1, body, proof }], disclosures: [emailDisclosure(key, eid, address).body], view }],
 *       notices: [body], anchors: [{ checkpoint, stamps: [{ tsr, chain }] }], verifier: { html, mjs },
 *     })
 *
 *     README.txt
 *     anchors/9f02….checkpoint  anchors/9f02….chain.pem  anchors/9f02….tsr
 *     disclosures.txt
 *     events/0001.json  events/0001.tlog-proof
 *     notices/8d14….html
 *     policy.txt  record.jsonld  verify.html  verify.mjs
 *     manifest.json
 *
 * Several records stand in folders, `records/<rec>/events/0001.json` and so on. Ten thousand of them are written one by one
 * with `streamBundle`, which gives the same bytes and holds one record and the list of files.
 */
import { hex, utf8 } from "../../../../platform/encoding.ts";
import { readCheckpointText } from "../../../proof-log/rules/checkpoint.ts";
import { readNote } from "../../../proof-log/rules/note.ts";
import { consistencyText } from "./consistency.ts";
import { disclosuresText } from "./disclosures.ts";
import { FORMAT, fileHash, type Manifest, manifestBytes } from "./manifest.ts";
import type { AnchorPart, BundleParts, EventPart, RecordPart, StampPart } from "./parts.ts";
import * as paths from "./paths.ts";
import { peopleBytes } from "./people.ts";
import { type Summed, summed } from "./sums.ts";
import { crc32 } from "./zip/crc.ts";
import { zipWriter } from "./zip/write.ts";

type File = [path: string, file: Uint8Array | Summed];

/** The whole ZIP. Throws on parts that the format does not know (a fault of ours). */
export function writeBundle(parts: BundleParts): Uint8Array {
  const writer = bundleWriter(parts);
  const alone = parts.records.length === 1;
  const records = parts.records.flatMap((record) => recordFiles(record, alone));
  const files = [...commonFiles(parts), ...records].sort(byPath);
  return joined([...files.flatMap(([path, file]) => writer.add(path, file)), ...writer.end()]);
}

/** A bundle of many records, in pieces to send on. The records come sorted by `rec`, and stand in folders even if there is one. */
export async function* streamBundle(
  parts: Omit<BundleParts, "records">,
  records: AsyncIterable<RecordPart>,
): AsyncGenerator<Uint8Array> {
  const writer = bundleWriter(parts);
  const common = commonFiles(parts).sort(byPath);
  const before = common.filter(([path]) => path < "records/");
  for (const [path, file] of before) yield* writer.add(path, file);
  for await (const record of records)
    for (const [path, file] of recordFiles(record, false).sort(byPath)) yield* writer.add(path, file);
  for (const [path, file] of common.slice(before.length)) yield* writer.add(path, file);
  yield* writer.end();
}

function bundleWriter({ origin, tool, profile }: Pick<BundleParts, "origin" | "tool" | "profile">) {
  const zip = zipWriter();
  const files: Manifest["files"] = {};
  return {
    add(path: string, file: File[1]): Uint8Array[] {
      const { bytes, sha256, crc } = file instanceof Uint8Array ? summed(file) : file;
      files[path] = sha256;
      return zip.add(path, bytes, crc);
    },
    end(): Uint8Array[] {
      const manifest = manifestBytes({ format: FORMAT, origin, tool, ...(profile ? { profile } : {}), files });
      return [...zip.add(paths.MANIFEST, manifest, crc32(manifest)), ...zip.end()];
    },
  };
}

/** Pieces as one; there may be more of them than a call takes arguments. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const byPath = ([a]: File, [b]: File) => (paths.inOrder(a, b) ? -1 : 1);

function recordFiles({ rec, events, disclosures, view }: RecordPart, alone: boolean): File[] {
  const folder = paths.recordFolder(rec, alone);
  const files = events.flatMap((event) =>
    eventFiles(event, paths.eventPath(folder, event.n), paths.proofPath(folder, event.n)),
  );
  if (disclosures.length > 0) files.push([paths.disclosuresPath(folder), utf8(disclosuresText(disclosures))]);
  if (view !== undefined) files.push([paths.viewPath(folder), utf8(view)]);
  return files;
}

function commonFiles(parts: Omit<BundleParts, "records">): File[] {
  const { acts = [], anchors = [], consistency = [], reports = {}, verifier } = parts;
  return [
    [paths.README, utf8(parts.readme)],
    [paths.POLICY, utf8(parts.policy)],
    ...Object.entries(reports).map(([lang, html]): File => [paths.reportPath(lang as "lv"), utf8(html)]),
    ...acts.flatMap((act) => [
      ...eventFiles(act, paths.actPath(act.n), paths.actProofPath(act.n)),
      ...(act.people ? ([[paths.actPeoplePath(act.n), peopleBytes(act.people)]] as File[]) : []),
    ]),
    ...textFiles("notices", (parts.notices ?? []).map(utf8)),
    ...textFiles("forms", (parts.forms ?? []).map(utf8)),
    ...textFiles("messages", parts.messages ?? []),
    ...anchors.flatMap(anchorFiles),
    ...consistency.map((one): File => {
      const path = paths.consistencyPath(one.older, headOf(one.checkpoint).size);
      return [path, utf8(consistencyText(one))];
    }),
    ...(verifier
      ? ([
          [paths.VERIFY_HTML, verifier.html],
          [paths.VERIFY_MJS, verifier.mjs],
        ] as File[])
      : []),
  ];
}

function eventFiles({ body, proof }: EventPart, path: string, proofPath: string): File[] {
  const files: File[] = [[path, utf8(body)]];
  if (proof !== undefined) files.push([proofPath, utf8(proof)]);
  return files;
}

/** Texts by their hash, each once. */
function textFiles(kind: paths.TextKind, texts: Uint8Array[]): File[] {
  return [...new Map(texts.map((bytes) => [paths.textPath(kind, fileHash(bytes)), bytes]))];
}

function anchorFiles({ checkpoint, stamps }: AnchorPart): File[] {
  const root = hex(headOf(checkpoint).root);
  const of = ({ authority, tsr, tsq, chain, ocsp, crl }: StampPart): File[] =>
    (
      [
        ["tsr", tsr],
        ["tsq", tsq],
        ["chain.pem", chain === undefined ? undefined : utf8(chain)],
        ["ocsp", ocsp],
        ["crl", crl],
      ] as [paths.StampFile, Uint8Array | undefined][]
    ).flatMap(([file, bytes]): File[] => (bytes ? [[paths.stampPath(root, authority, file), bytes]] : []));
  return [[paths.checkpointPath(root), utf8(checkpoint)], ...stamps.flatMap(of)];
}

function headOf(checkpoint: string) {
  const head = readCheckpointText(readNote(checkpoint)?.text ?? "");
  if (!head) throw new Error("not a signed checkpoint");
  return head;
}
