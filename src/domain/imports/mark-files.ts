/**
 * Brings the rows of older versions, which name their file by its bare SHA-256, under the keyed mark. Part of the hourly turn of
 * keys; a look at the imports when there is nothing. Events that were written before stay as they are: they are in the log.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { markFile } from "./acts/mark-file.ts";
import { markWrite } from "./store.ts";
import { readBareFiles } from "./views/files.ts";

const PAGE = 500;

/** Safe to run twice. */
export async function markFiles(deps: Deps): Promise<void> {
  const bare = await readBareFiles(deps.db, PAGE);
  if (bare.length === 0) return;
  const change = bare.map(({ id, sha256 }) => markWrite(deps.db, id, sha256, markFile(deps, sha256)));
  await commit(deps, { change, proof: [] });
}
