/**
 * A list comes in: taken part by part as it arrives, checked and counted, and nobody is on a list yet. Whatever goes wrong
 * before the last byte leaves nothing. What can be added waits sealed, for a day at most, until somebody runs or drops it.
 */
import type { Deps } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { checkSome } from "./acts/check-some.ts";
import { receive } from "./acts/receive.ts";
import { dropPieces } from "./acts/source.ts";
import { loadTarget } from "./acts/target.ts";
import { type Claim, checkClaim } from "./rules/claim.ts";
import type { Mapping } from "./rules/columns.ts";
import type { OneByteEncoding } from "./rules/format.ts";
import { MAX_FILE_BYTES } from "./rules/limits.ts";
import { deleteImport, insertImport } from "./store.ts";
import type { Import } from "./views.ts";

export interface CheckInput {
  listId: string;
  fileName: string;
  /** The file, whole or as it arrives. */
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  claim: Claim;
  /** people if not said. */
  kind?: Import["kind"];
  /** Use of the columns, where a program knows it; guessed otherwise. */
  mapping?: Mapping;
  /** Where a program knows which of the two it is, if the file is neither UTF-8 nor UTF-16; guessed otherwise. */
  encoding?: OneByteEncoding;
  /** Largest file, bytes. */
  limit?: number;
  /** Parts that are checked before the answer; the rest is done by a job. All if not said. */
  atOnce?: number;
  /** Told how far it is: bytes that arrived, then parts that were checked. */
  onProgress?: (doing: "arriving" | "checking", done: number, of: number | undefined) => void;
}

/** Checks a file for a list. The file's own faults are refusals; faults of rows are findings. */
export async function checkImport(
  deps: Deps,
  actor: Actor,
  input: CheckInput,
): Promise<{ importId: string } | Refusal> {
  const no = may(actor, "people.import");
  if (no) return no;
  const { claim, kind = "people", limit = MAX_FILE_BYTES, atOnce = Number.POSITIVE_INFINITY } = input;
  const target = await loadTarget(deps, input.listId);
  if (isRefusal(target) && target.code === "institution.missing") return target;
  const list = isRefusal(target) ? undefined : target.list;
  const problems = checkClaim(claim, list?.kind, isRefusal(target) ? undefined : target.today, kind);
  if (isRefusal(target)) problems.unshift({ field: "list", code: target.code });
  if (list && kind === "sync" && list.kind !== "staff") problems.push({ field: "kind", code: "imports.sync_of_staff" });
  if (problems.length > 0 || isRefusal(target)) {
    const file = await looksLikeFile(input.bytes);
    if (file) problems.unshift({ field: "file", code: file.code });
    return refuseForm(problems);
  }

  const importId = deps.ids.uuid();
  const at = deps.clock.now();
  const job = {
    id: importId,
    listId: input.listId,
    kind,
    claim,
    fileName: cleanFileName(input.fileName),
    createdBy: actorLabel(actor),
    createdAt: at,
  };
  const write = (change: Write[]) => commit(deps, { change, proof: [] });
  await write([insertImport(deps.db, job)]);
  const { mapping, encoding, onProgress = () => {} } = input;
  const onBytes = (bytes: number) => onProgress("arriving", bytes, undefined);
  let whole = false;
  try {
    const arrived = await receive(deps, importId, input.bytes, { limit, mapping, encoding, onBytes }, write);
    const checked = isRefusal(arrived)
      ? arrived
      : await checkSome(deps, importId, atOnce, write, (done, of) => onProgress("checking", done, of));
    if (isRefusal(checked)) return refuseForm([{ field: "file", code: checked.code, values: checked.values }]);
    whole = true;
    if (checked === "more") await deps.queue.enqueue({ kind: "import-page", importId });
    return { importId };
  } finally {
    if (!whole) {
      await write(deleteImport(deps.db, importId));
      await dropPieces(deps, importId);
      deps.afterErasure();
    }
  }
}

/** Only whether there is anything at all: with a faulty form the file is not read. */
async function looksLikeFile(bytes: CheckInput["bytes"]): Promise<Refusal | undefined> {
  if (bytes instanceof Uint8Array) return bytes.length === 0 ? refuse("imports.empty_file") : undefined;
  let any = false;
  // Read to its end, because a browser that is cut off shows no answer.
  for await (const chunk of bytes) any ||= chunk.length > 0;
  return any ? undefined : refuse("imports.empty_file");
}

function cleanFileName(name: string): string {
  return (
    name
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cf}]/gu, "")
      .split(/[\\/]/)
      .at(-1)
      ?.slice(0, 120) || "saraksts.csv"
  );
}
