/**
 * The `receipts` job, second half: hands over last mails. Killed at any instant, the row tells the next run what to do, and it
 * dies with the hand-over. Where the provider knows no keys an attempt that nobody heard of ends as unknown: nobody gets two.
 */
import type { Deps } from "../../deps.ts";
import { NO_MAILING } from "../../platform/tokens.ts";
import { isRefusal } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { handOnOwed, mailAllOwed, type Owed } from "../consent/acts/owed-mail.ts";
import { type OwedFence, waitForSeal } from "../consent/rules/receipt.ts";
import { readInstitution } from "../institution/views.ts";
import { normaliseAddress } from "../people/rules.ts";
import { makeReceipt, type Receipt } from "../proofs/acts/receipt.ts";
import { openLastMail } from "./acts/owe.ts";
import {
  BEGIN_MS,
  countedDay,
  FILE_WAIT_MS,
  type LastMail,
  type LastMailOutcome,
  type SealedLastMail,
} from "./rules.ts";
import { endLastMailWrites, moveLastMailWrite } from "./store.ts";
import { readDueLastMails } from "./views.ts";

type Row = Awaited<ReturnType<typeof readDueLastMails>>[number];

/** Mails what is owed now. Safe to run twice or at the same time. */
export async function mailLastMails(deps: Deps): Promise<void> {
  await mailAllOwed(
    deps,
    (now, limit) => readDueLastMails(deps.db, now, limit),
    (row) => handOnOwed(deps, owing(deps, row)),
  );
}

function owing(deps: Deps, row: Row): Owed {
  const { eid } = row;
  return {
    what: "last mail",
    eid,
    key: `last-mail/${eid}`,
    from: row,
    beginUntil: row.createdAt + BEGIN_MS,
    move: async (from, to) =>
      (await commit(deps, { change: [moveLastMailWrite(deps.db, eid, from, to)], proof: [] })) === "done",
    end: async (from, how, code) => {
      const counted = { outcome: outcomeOf(from, how, code), day: countedDay(deps.clock.now()) };
      const done = await commit(deps, { change: endLastMailWrites(deps.db, eid, from, counted), proof: [] });
      if (done === "done") deps.afterErasure();
      return done === "done";
    },
    compose: async () => {
      const waitedMs = deps.clock.now() - row.createdAt;
      const sealed = openLastMail(deps.vault, eid, row.sealed);
      const files = await filesOf(deps, sealed);
      if (files === "soon" && waitedMs < FILE_WAIT_MS) return { unsealedMs: waitForSeal(waitedMs) };
      const mail = await compose(deps, eid, sealed, files === "soon" ? [] : files);
      return mail && deps.render.lastMail(mail);
    },
  };
}

function outcomeOf({ state }: OwedFence, how: "mailed" | "given-up" | "unknown", code: string): LastMailOutcome {
  if (how === "mailed") return "sent";
  // An attempt of which nobody has heard may have gone out.
  if (how === "unknown" || (code === "too-late" && state === "mailing")) return "unknown";
  return code === "too-late" ? "late" : "refused";
}

async function compose(
  deps: Deps,
  eid: string,
  { records: _, subscriptionId, ...sealed }: SealedLastMail,
  files: readonly Receipt[],
): Promise<LastMail | undefined> {
  const institution = await readInstitution(deps.db);
  const { publicUrl } = deps.config;
  return (
    institution && {
      ...sealed,
      eid,
      institution,
      files: files.map(({ name, text }) => ({ name, text })),
      fileUrl: `${publicUrl}/u/${deps.tokens.make("u", { subscriptionId, mailingId: NO_MAILING })}/receipt`,
      verifyUrl: `${publicUrl}/log/verify`,
      signUpUrl: `${publicUrl}/subscribe`,
    }
  );
}

/** One file for each purpose that ended, with the address disclosed: the mail goes to its owner. `soon`: not all are signed. */
async function filesOf(deps: Deps, { to, records }: SealedLastMail): Promise<Receipt[] | "soon"> {
  const address = normaliseAddress(to);
  if (isRefusal(address)) throw new Error("a sealed address does not pass its own rules");
  const files: Receipt[] = [];
  for (const { id, version } of records) {
    const file = await makeReceipt(deps, { recordId: id, upTo: version, email: address.normalised });
    if (file === "soon") return "soon";
    if (file) files.push(file);
  }
  return files;
}
