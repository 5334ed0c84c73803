/**
 * Mails what is owed for every "yes", one after the other in the pace of the provider, as soon as its entry stands under a
 * signed head, because the receipt file is part of it (`acts/owed-mail.ts` says how, and what a crash leaves). What did not go
 * out, or of which nobody knows it, waits for a person to decide. Whoever has left meanwhile gets nothing.
 */
import type { Deps } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import { NO_MAILING } from "../../platform/tokens.ts";
import { raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { makeReceipt } from "../proofs/acts/receipt.ts";
import { inLanguage } from "../purposes/rules.ts";
import { handOnOwed, mailAllOwed, type Owed } from "./acts/owed-mail.ts";
import {
  type OwedFence,
  RECEIPT_GIVE_UP_MS,
  type ReceiptMail,
  type ReceiptState,
  waitForSeal,
} from "./rules/receipt.ts";
import { moveReceiptWrite } from "./store/receipt.ts";
import { type OwedReceipt, readConsentEvent, readOwed } from "./views/receipt.ts";
import { loadStanding } from "./views/standing.ts";

/** Mails what is owed now. Safe to run twice or at the same time. */
export async function mailReceipts(deps: Deps): Promise<void> {
  await mailAllOwed(
    deps,
    (now, limit) => readOwed(deps.db, now, limit),
    (one) => handOnOwed(deps, owing(deps, one)),
  );
}

function owing(deps: Deps, receipt: OwedReceipt): Owed {
  const { eid, createdAt } = receipt;
  const move = async (from: OwedFence, to: { state: ReceiptState; tryAt: number }, ...beside: Write[]) =>
    (await commit(deps, { change: [moveReceiptWrite(deps.db, { eid, ...from }, to), ...beside], proof: [] })) ===
    "done";
  return {
    what: "receipt",
    eid,
    key: `receipt/${eid}`,
    from: receipt,
    beginUntil: createdAt + RECEIPT_GIVE_UP_MS,
    move,
    end: async (from, how) => {
      const at = deps.clock.now();
      if (how === "mailed") return move(from, { state: how, tryAt: at });
      const alert = { id: deps.ids.uuid(), code: "receipt.unsent", subject: "receipts", at };
      return move(from, { state: how, tryAt: at }, raiseWrite(alert));
    },
    compose: async () => {
      const mail = await compose(deps, receipt);
      if (mail === "soon") return { unsealedMs: waitForSeal(deps.clock.now() - createdAt) };
      return mail && deps.render.receipt(mail);
    },
  };
}

/** What it says. `soon`: its entry is not sealed yet. Undefined if nobody is there any more. */
async function compose(deps: Deps, owed: OwedReceipt): Promise<ReceiptMail | "soon" | undefined> {
  const { eid, subscriptionId } = owed;
  const [given, standing] = await Promise.all([readConsentEvent(deps.db, eid), loadStanding(deps, { subscriptionId })]);
  if (!given || !standing || standing.address.lost) return undefined;
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
