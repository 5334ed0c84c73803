/**
 * A list comes in: read, checked and counted, and nobody is on a list yet. What can be added waits sealed, for a day at
 * most, until somebody runs or drops the import.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Deps } from "../../deps.ts";
import { hex } from "../../platform/encoding.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readInstitution } from "../institution/views.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { findings, loadTarget, pagePlace, readRows } from "./acts/examine.ts";
import { decodeFile } from "./file/decode.ts";
import { type Claim, checkClaim } from "./rules/claim.ts";
import type { Mapping } from "./rules/columns.ts";
import { CHECK_LIFE_MS } from "./rules/findings.ts";
import { deleteStale, insertImport, insertPage } from "./store.ts";

export interface CheckInput {
  listId: string;
  fileName: string;
  bytes: Uint8Array;
  claim: Claim;
  /** Use of the columns, where a program knows it; guessed otherwise. */
  mapping?: Mapping;
}

/** Characters of the file per sealed part. */
const PART = 500_000;

/** Checks a file for a list. The file's own faults are refusals; faults of rows are findings. */
export async function checkImport(
  deps: Deps,
  actor: Actor,
  input: CheckInput,
): Promise<{ importId: string } | Refusal> {
  const no = may(actor, "people.import");
  if (no) return no;
  const office = await readInstitution(deps.db);
  if (!office) return refuse("institution.missing");
  const target = await loadTarget(deps, input.listId);
  const at = deps.clock.now();
  const kind = isRefusal(target) ? undefined : target.list.kind;
  const problems = checkClaim(input.claim, kind, dayOf(at, office.timeZone));
  const file = decodeFile(input.bytes);
  if (isRefusal(target)) problems.unshift({ field: "list", code: target.code });
  if (isRefusal(file)) problems.unshift({ field: "file", code: file.code, values: file.values });
  if (problems.length > 0 || isRefusal(file) || isRefusal(target)) return refuseForm(problems);
  const read = readRows(file, target, input.mapping);
  if (isRefusal(read)) return refuseForm([{ field: "file", code: read.code, values: read.values }]);

  const importId = deps.ids.uuid();
  const job = insertImport(deps.db, {
    id: importId,
    listId: target.list.id,
    claim: input.claim,
    fileName: cleanFileName(input.fileName),
    fileSha256: hex(sha256(input.bytes)),
    createdBy: actorLabel(actor),
    createdAt: at,
  });
  const parts = [];
  for (let start = 0, n = -1; start < file.text.length; start += PART, n--)
    parts.push(
      insertPage(deps.db, {
        importId,
        n,
        rows: 0,
        sealed: deps.vault.seal(pagePlace(importId, n), file.text.slice(start, start + PART)),
      }),
    );
  await commit(deps, { change: [...deleteStale(deps.db, at - CHECK_LIFE_MS), job], proof: [] });
  for (let i = 0; i < parts.length; i += 4) await commit(deps, { change: parts.slice(i, i + 4), proof: [] });
  for await (const change of findings(deps, importId, target, read, file.encoding))
    if ((await commit(deps, { change, proof: [] })) === "stale") return refuse("form.stale");
  return { importId };
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
