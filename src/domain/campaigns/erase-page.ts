/**
 * One page of a closing: up to 500 people who were asked, reached, and did not answer leave the list; who is on no other
 * list is deleted. One bulk event (`consent.expired`) commits to everyone. Safe to run twice: the cursor is the fence.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { keptFrom } from "../consent/acts/leave.ts";
import { leaveWrites } from "../consent/store.ts";
import { openAddress } from "../consent/views/standing.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { readSilentPage } from "../messages/views/silent.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { personCommitment } from "../proof-log/rules/event.ts";
import { closedWrite, closingPageWrite } from "./store.ts";
import { readMailing, readSharing } from "./views.ts";

const PAGE = 500;

/** Erases the next page; enqueues itself until nobody silent is left, then the campaign is closed. */
export async function eraseSilentPage(deps: Deps, mailingId: string): Promise<void> {
  const mailing = await readMailing(deps.db, mailingId);
  const office = await readInstitutionRow(deps.db);
  if (mailing?.state !== "closing" || !mailing.frozen || !office) return;
  const from = mailing.cursor ?? "";
  const page = await readSilentPage(deps.db, mailingId, from, PAGE);
  const at = deps.clock.now();
  const last = page.at(-1);
  if (!last) {
    await commit(deps, { change: [closedWrite(mailingId, from, at)], proof: [] });
    await deps.queue.enqueue({ kind: "seal" });
    return;
  }
  const { today, ...kept } = keptFrom(office.profile, at);
  const people = page.map((row) => {
    const { normalised } = openAddress(deps.vault, row.addressId, row.sealed);
    const [tag] = deps.vault.suppressionTags(normalised);
    const [link] = deps.vault.linkTags(normalised);
    if (!tag || !link || !row.salt) throw new Error("a key ring or the salt of a row is missing");
    return { ...row, salt: row.salt, addressTags: deps.vault.tags(normalised).map((t) => t.tag), tag, link };
  });
  const eid = deps.ids.uuid();
  const proof = actEvidence(deps, {
    log: office.logOrigin,
    eid,
    at,
    typ: "consent.expired",
    facts: {
      mailing: mailingId,
      list: mailing.frozen.list.slug,
      purpose: mailing.frozen.purpose.id,
      reason: "no-answer",
    },
    people: people.map((p) => personCommitment(p.salt, { eid, subject: p.personId, subscription: p.subscriptionId })),
  });
  const erased = people.filter((p) => p.others === 0);
  // Whoever gets mail for the same purpose from another list is only taken off this one: his consent there stands.
  const sharing = await readSharing(
    deps.db,
    mailing.purposeId,
    mailing.listId,
    people.map((p) => p.personId),
  );
  const silent = people.filter((p) => !sharing.has(p.personId));
  const done = await commit(deps, {
    change: [
      closingPageWrite(mailingId, from, last.personId),
      ...leaveWrites({
        at,
        endings: people.map((p) => ({
          subscriptionId: p.subscriptionId,
          personId: p.personId,
          recordId: null,
          reason: "no_answer",
          state: "unproven",
        })),
        suppressions: silent.map((p) => ({
          addressTags: p.addressTags,
          tag: p.tag.tag,
          keyId: p.tag.keyId,
          scope: mailing.purposeId,
          reason: "no_answer",
          day: today,
          reviewDay: kept.suppressionReviewDay,
        })),
        erasures: erased.map((p) => ({ personId: p.personId, linkTag: p.link.tag, linkKeyId: p.link.keyId })),
        staying: people.filter((p) => p.others > 0).map((p) => p.personId),
        shredDay: kept.proofUntilDay,
      }),
    ],
    proof: [proof],
  });
  // Stale: somebody answered or came while the page was being decided. Look again, after a breath.
  if (done === "done" && erased.length > 0) deps.afterErasure();
  await deps.queue.enqueue({ kind: "erase-page", mailingId }, done === "stale" ? { delaySeconds: 1 } : {});
}
