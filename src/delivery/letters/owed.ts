/** The `receipts` job: what is owed for answers. Last mails first, because they have minutes. */
import type { Deps } from "../../deps.ts";
import { mailReceipts } from "../../domain/consent/mail-receipts.ts";
import { mailLastMails } from "../../domain/last-mails/mail.ts";
import { readDueLastMails } from "../../domain/last-mails/views.ts";
import { beat } from "../../domain/pulse/beat.ts";

/** Mails it. Safe to run twice or at the same time. */
export async function mailOwed(deps: Deps): Promise<void> {
  const waiting = await readDueLastMails(deps.db, deps.clock.now(), 1);
  // On an older copy of the database they may have gone out before: the heartbeat notices that, and ends them all.
  try {
    if (waiting.length > 0 && (await beat(deps)) === "done") await mailLastMails(deps);
  } finally {
    await mailReceipts(deps);
  }
}
