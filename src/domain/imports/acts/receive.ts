/**
 * Takes a file part by part as it arrives. Whatever does not end with `true` is to be forgotten whole by the verb; a program
 * that is killed meanwhile leaves an import that is `uploading` and stands still, which the sweep deletes.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { Arrival } from "../file/arrival.ts";
import type { Mapping } from "../rules/columns.ts";
import { START } from "../rules/cursor.ts";
import { emptyFindings } from "../rules/findings.ts";
import { isOneByte, type OneByteEncoding } from "../rules/format.ts";
import { arrivedWrites, beginCheck } from "../store.ts";
import type { Committing } from "./check-some.ts";
import { markFile } from "./mark-file.ts";
import { putPart } from "./source.ts";

/** Parts per commit. */
const TOGETHER = 4;

/** What a program knows of the file; guessed otherwise. */
interface Known {
  mapping: Mapping | undefined;
  encoding: OneByteEncoding | undefined;
}

/** Takes the file of an import that is `uploading`, and begins its check. Throws what the source throws. */
export async function receive(
  deps: Deps,
  importId: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  { limit, mapping, encoding, onBytes }: Known & { limit: number; onBytes: (bytes: number) => void },
  write: Committing,
): Promise<true | Refusal> {
  const arrival = new Arrival(limit);
  let waiting: { n: number; sealed: Uint8Array }[] = [];
  let parts = 0;
  const flush = async (): Promise<boolean> => {
    const change = arrivedWrites(deps.db, importId, waiting, deps.clock.now());
    waiting = [];
    return (await write(change)) === "done";
  };
  const keep = async (some: Uint8Array[]): Promise<boolean> => {
    for (const part of some) waiting.push(await putPart(deps, importId, parts++, part));
    return waiting.length < TOGETHER || flush();
  };
  for await (const chunk of inChunks(bytes)) {
    const some = arrival.push(chunk);
    if (isRefusal(some)) return some;
    if (!(await keep(some))) return refuse("imports.dropped");
    onBytes(arrival.bytes);
  }
  const end = arrival.finish();
  if (isRefusal(end)) return end;
  if (!(await keep(end.parts)) || !(await flush())) return refuse("imports.dropped");
  const cursor = { ...START, parts, bytes: arrival.bytes, ...(mapping ? { mapping } : {}) };
  const findings = emptyFindings({
    encoding: encoding && isOneByte(end.encoding) ? encoding : end.encoding,
    delimiter: ",",
    mapping: mapping ?? { header: false, uses: [] },
    titles: [],
  });
  const begin = beginCheck(deps.db, importId, "uploading", {
    cursor,
    findings,
    fileSha256: markFile(deps, end.sha256),
  });
  return (await write([begin])) === "done" ? true : refuse("imports.dropped");
}

/** A file that is there whole, in pieces: each is looked at while the next waits. */
async function* inChunks(bytes: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const size = 256 * 1024;
  if (!(bytes instanceof Uint8Array)) yield* bytes;
  else for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
