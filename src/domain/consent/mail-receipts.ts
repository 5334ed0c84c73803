/**
 * The `receipts` job: mails what is owed for every "yes", one after the other in the pace of the provider. The row says what is
 * owed, and the next run does what this one could not. A retry sends the same bytes under the same key. (SMTP knows no
 * keys: after a crash in the middle the same mail may come twice, with the same Message-ID.) Whoever has left meanwhile
 * gets nothing.
 */
import type { Deps } from "../../deps.ts";
import { NO_MAILING } from "../../platform/tokens.ts";
import { commit } from "../commit.ts";
import { inLanguage } from "../purposes/rules.ts";
import { RECEIPT_ATTEMPT_MS, RECEIPT_GIVE_UP_MS, type ReceiptMail } from "./rules/receipt.ts";
import { receiptWrite, takeReceiptWrite } from "./store/receipt.ts";
import { type OwedReceipt, readConsentEvent, readIndex, readOwed } from "./views/receipt.ts";
import { loadStanding } from "./views/standing.ts";

const PAGE = 50;
/** A job ends by itself before anybody asks where it is; the next one goes on. */
const TURN_MS = 45_000;

/** Mails what is owed now. Safe to run twice or at the same time. */
export async function mailReceipts(deps: Deps): Promise<void> {
  const began = deps.clock.now();
  for (;;) {
    const owed = await readOwed(deps.db, deps.clock.now(), PAGE);
    for (const one of owed) {
      if (deps.queue.closing?.()) return;
      const pauseMs = await mailOne(deps, one);
      const over = pauseMs === undefined && deps.clock.now() - began > TURN_MS;
      if (pauseMs === undefined && !over) continue;
      const delaySeconds = pauseMs === undefined ? 0 : Math.ceil(pauseMs / 1000) + 1;
      return deps.queue.enqueue({ kind: "receipts" }, { delaySeconds });
    }
    if (owed.length < PAGE) return;
  }
}

/** Mails one. Milliseconds if the provider wants nothing for so long. */
async function mailOne(deps: Deps, owed: OwedReceipt): Promise<number | undefined> {
  const { eid } = owed;
  const now = deps.clock.now();
  const set = (state: Parameters<typeof receiptWrite>[2]["state"], tryAt = now) =>
    commit(deps, { change: [receiptWrite(deps.db, eid, { state, tryAt })], proof: [] });
  const taken = await commit(deps, {
    change: [takeReceiptWrite(deps.db, owed, now + RECEIPT_ATTEMPT_MS)],
    proof: [],
  });
  if (taken === "stale") return undefined;
  if (now > owed.createdAt + RECEIPT_GIVE_UP_MS) {
    deps.log.warn("receipt", { eid, outcome: "given-up", code: "too-late" });
    await set("given-up");
    return undefined;
  }
  const mail = await compose(deps, owed);
  // He left in this very moment, and his row with him.
  if (!mail) return undefined;
  const handed = await deps.post(deps.render.receipt(mail), `receipt/${eid}`);
  // What nobody knows counts as mailed where a second try could be a second mail; so does what the provider holds under
  // this key with other bytes: the mail of before the settings changed.
  const went = handed.outcome === "unknown" && (!deps.mailer.remembersKeys || handed.code === "provider.payload_drift");
  if (handed.outcome === "accepted" || went) {
    await set("mailed");
    return undefined;
  }
  deps.log.warn("receipt", { eid, outcome: handed.outcome, code: handed.code });
  if (handed.outcome === "refused") await set("given-up");
  if (handed.outcome !== "later") return undefined;
  await set("due", now + handed.retryAfterMs);
  return handed.retryAfterMs;
}

/** What it says; undefined if nobody is there any more. */
async function compose(deps: Deps, owed: OwedReceipt): Promise<ReceiptMail | undefined> {
  const { eid, subscriptionId } = owed;
  const [given, standing] = await Promise.all([readConsentEvent(deps.db, eid), loadStanding(deps, { subscriptionId })]);
  if (!given || !standing) return undefined;
  const index = await readIndex(deps.db, given.leaf);
  if (index === undefined) throw new Error("an event has no entry in the log");
  const { language } = standing.person;
  const on = standing.subscriptions.filter((s) => given.lists.includes(s.listSlug));
  const { publicUrl } = deps.config;
  return {
    to: standing.address.address,
    language,
    institution: standing.institution,
    eid,
    at: given.at,
    method: given.method,
    lists: on.map((s) => inLanguage(s.listNames, language)),
    purpose: inLanguage(on[0]?.purposeNames ?? { lv: "", en: "" }, language),
    noticeSha256: given.noticeSha256,
    index,
    textUrl: `${publicUrl}/privacy/${given.noticeSha256}`,
    leaveUrl: `${publicUrl}/u/${deps.tokens.make("u", { subscriptionId, mailingId: NO_MAILING })}`,
    notMeUrl: `${publicUrl}/n/${deps.tokens.make("n", { subscriptionId, mailingId: eid })}`,
  };
}
