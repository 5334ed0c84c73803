/**
 * Step 3: log and controller are those that the bundle is about, and the same in every event: a proof of another
 * institution, or of another log of the same one, proves nothing here.
 */
import type { Entry, Notes } from "../entry.ts";

/** `controller`: of the first event, which all others must share. */
export function checkOrigin(entry: Entry, origin: string, controller: string, { look, note }: Notes): void {
  if (!entry.event) return;
  look("origin");
  const { path } = entry.files;
  if (entry.event.log !== origin) note("origin.not_the_bundles", "invalid", path);
  if (entry.event.ctl !== controller) note("origin.other_controller", "invalid", path);
  if (entry.head && entry.head.origin !== entry.event.log) note("origin.other_log", "invalid", entry.files.proofPath);
}
