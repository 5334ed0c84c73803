/**
 * The `receipts` job: mails what is owed for every "yes", one after the other in the pace of the provider, as soon as its entry
 * stands under a signed head, because the receipt file is part of it. The row says what is owed, and the next run does what
 * this one could not. A retry sends the same bytes under the same key. Where the provider knows no keys (SMTP), the row is
 * marked before the mail begins: whatever dies before goes out again, whatever dies after is `unknown`, and a person decides.
 * Whoever has left meanwhile gets nothing.
 */
import type { Deps } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import { NO_MAILING } from "../../platform/tokens.ts";
import { raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { makeReceipt } from "../proofs/acts/receipt.ts";
import { inLanguage } from "../purposes/rules.ts";
import {
  RECEIPT_ATTEMPT_MS,
  RECEIPT_GIVE_UP_MS,
  type ReceiptMail,
  type ReceiptState,
  waitForSeal,
} from "./rules/receipt.ts";
import { type Fence, moveReceiptWrite } from "./store/receipt.ts";
import { type OwedReceipt, readConsentEvent, readOwed } from "./views/receipt.ts";
import { loadStanding } from "./views/standing.ts";

const PAGE = 50;
/** A job ends by itself before anybody asks where it is; the next one goes on. */
const TURN_MS = 45_000;

/** What one receipt says about the others: the provider wants nothing for so long, or its entry is not sealed yet. */
type Next = { pauseMs: number } | { unsealedMs: number } | undefined;

/** Mails what is owed now. Safe to run twice or at the same time. */
export async function mailReceipts(deps: Deps): Promise<void> {
  const began = deps.clock.now();
  let unsealedMs: number | undefined;
  const again = (ms: number) =>
    deps.queue.enqueue({ kind: "receipts" }, { delaySeconds: Math.ceil(ms / 1000) + (ms > 0 ? 1 : 0) });
  for (;;) {
    const owed = await readOwed(deps.db, deps.clock.now(), PAGE);
    for (const one of owed) {
      if (deps.queue.closing?.()) return;
      const next = await mailOne(deps, one);
      if (next && "pauseMs" in next) return again(next.pauseMs);
      if (next) unsealedMs = Math.min(unsealedMs ?? next.unsealedMs, next.unsealedMs);
      if (deps.clock.now() - began > TURN_MS) return again(0);
    }
    if (owed.length < PAGE) break;
  }
  if (unsealedMs === undefined) return;
  await deps.queue.enqueue({ kind: "seal" });
  // What waits long is found by the sweep.
  if (unsealedMs < 60_000) await again(unsealedMs);
}

/** Mails one. */
async function mailOne(deps: Deps, owed: OwedReceipt): Promise<Next> {
  const { eid } = owed;
  const now = deps.clock.now();
  const { remembersKeys, oneByOne } = deps.mailer;
  let fence: Fence = owed;
  const move = async (state: ReceiptState, tryAt: number, ...beside: Write[]) => {
    const change = [moveReceiptWrite(deps.db, fence, { state, tryAt }), ...beside];
    if ((await commit(deps, { change, proof: [] })) === "stale") return false;
    fence = { eid, state, tryAt };
    return true;
  };
  const tell = async (state: "given-up" | "unknown", code: string) => {
    const alert = { id: deps.ids.uuid(), code: "receipt.unsent", subject: "receipts", at: deps.clock.now() };
    if (await move(state, now, raiseWrite(alert))) deps.log.warn("receipt", { eid, outcome: state, code });
    return undefined;
  };
  if (owed.state === "mailing" && !remembersKeys) return tell("unknown", "no-word");
  if (now > owed.createdAt + RECEIPT_GIVE_UP_MS) return tell("given-up", "too-late");
  // Where each mail is asked for before it begins, nothing can have gone out until then.
  if (!(await move(oneByOne ? "due" : "mailing", now + RECEIPT_ATTEMPT_MS))) return undefined;
  const mail = await compose(deps, owed);
  // He left in this very moment, and his row with him.
  if (!mail) return undefined;
  if (mail === "soon") {
    const unsealedMs = waitForSeal(now - owed.createdAt);
    return (await move("due", now + unsealedMs)) ? { unsealedMs } : undefined;
  }
  const rendered = deps.render.receipt(mail);
  // The machine slept: by now another one has taken it up.
  if (deps.clock.now() >= fence.tryAt) return undefined;
  const handed = await deps.post(rendered, `receipt/${eid}`, () => move("mailing", fence.tryAt));
  // The provider holds a mail under this key with other bytes: the one of before the settings changed.
  const drifted = handed.outcome === "unknown" && handed.code === "provider.payload_drift";
  if (handed.outcome === "accepted" || drifted) {
    await move("mailed", now);
    return undefined;
  }
  if (handed.outcome === "refused") return tell("given-up", handed.code);
  // With a key it is tried again when the attempt is over.
  if (handed.outcome === "unknown" && !remembersKeys) return tell("unknown", handed.code);
  deps.log.warn("receipt", { eid, outcome: handed.outcome, code: handed.code });
  if (handed.outcome !== "later") return undefined;
  await move("due", now + handed.retryAfterMs);
  return { pauseMs: handed.retryAfterMs };
}

/** What it says. `soon`: its entry is not sealed yet. Undefined if nobody is there any more. */
async function compose(deps: Deps, owed: OwedReceipt): Promise<ReceiptMail | "soon" | undefined> {
  const { eid, subscriptionId } = owed;
  const [given, standing] = await Promise.all([readConsentEvent(deps.db, eid), loadStanding(deps, { subscriptionId })]);
  if (!given || !standing) return undefined;
  const email = standing.address.normalised;
  const file = await makeReceipt(deps, { recordId: given.recordId, upTo: given.version, email });
  if (file === undefined || file === "soon") return file;
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
    index: file.index,
    file: { name: file.name, text: file.text },
    textUrl: `${publicUrl}/privacy/${given.noticeSha256}`,
    leaveUrl: `${publicUrl}/u/${deps.tokens.make("u", { subscriptionId, mailingId: NO_MAILING })}`,
    notMeUrl: `${publicUrl}/n/${deps.tokens.make("n", { subscriptionId, mailingId: eid })}`,
    verifyUrl: `${publicUrl}/log/verify`,
  };
}
