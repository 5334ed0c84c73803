/** Step 1: the bytes are those that were packed. Finds what was changed on the way; whoever repacks passes it, and fails later. */
import { fileHash } from "../../bundle/manifest.ts";
import { MANIFEST } from "../../bundle/paths.ts";
import type { BundleFiles } from "../../bundle/read.ts";
import type { Notes } from "../entry.ts";

export function checkManifest({ manifest, files }: BundleFiles, { look, note }: Notes): void {
  for (const [path, hash] of Object.entries(manifest.files)) {
    look("manifest");
    const bytes = files.get(path);
    if (!bytes) note("manifest.missing_file", "invalid", path);
    else if (fileHash(bytes) !== hash) note("manifest.hash", "invalid", path);
  }
  for (const path of files.keys())
    if (path !== MANIFEST && manifest.files[path] === undefined) note("manifest.unlisted_file", "invalid", path);
}
