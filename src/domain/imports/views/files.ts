/** Reads of imports by the file that they came from. */
import { and, desc, inArray, ne, notLike } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import { hex, unhex } from "../../../platform/encoding.ts";
import { importJob } from "../../../platform/schema.ts";
import { markText } from "../rules/evidence.ts";

/** Those whose row still has the bare SHA-256 of the file; not those whose file is on its way. */
export async function readBareFiles({ read }: Deps["db"], most: number): Promise<{ id: string; sha256: string }[]> {
  return read
    .select({ id: importJob.id, sha256: importJob.fileSha256 })
    .from(importJob)
    .where(and(ne(importJob.fileSha256, ""), notLike(importJob.fileSha256, "keyed:%")))
    .limit(most);
}

/** Imports of a file with this SHA-256 (hex), whatever key marked it, newest first: for whoever must show which file it was. */
export async function readImportsOfFile({ db, vault }: Pick<Deps, "db" | "vault">, sha256: string) {
  const marks = [sha256, ...vault.fileTags(unhex(sha256)).map((tag) => markText(hex(tag)))];
  return db.read
    .select({
      id: importJob.id,
      kind: importJob.kind,
      state: importJob.state,
      listId: importJob.listId,
      createdAt: importJob.createdAt,
      finishedAt: importJob.finishedAt,
    })
    .from(importJob)
    .where(inArray(importJob.fileSha256, marks))
    .orderBy(desc(importJob.createdAt));
}
