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
import { readSilentPage } from "../messages/views.ts";
import { actEvent, actKeyPlace, personCommitment } from "../proof-log/rules/event.ts";
import { closedWrite, closingPageWrite } from "./store.ts";
import { readMailing } from "./views.ts";

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
    if (!tag || !link) throw new Error("a key ring is empty");
    return { ...row, tag, link };
  });
  const eid = deps.ids.uuid();
  const key = deps.ids.bytes(32);
  const proof = actEvent({
    log: office.logOrigin,
    ctl: `${deps.config.publicUrl}/#org`,
    eid,
    at,
    typ: "consent.expired",
    key,
    sealedKey: deps.vault.sealProofKey(actKeyPlace(eid), key),
    facts: { mailing: mailingId, list: mailing.frozen.list.slug, purpose: mailing.frozen.purpose.id, reason: "no-answer" },
    people: people.map((p) =>
      personCommitment(p.salt ?? deps.ids.bytes(32), { eid, subject: p.personId, subscription: p.subscriptionId }),
    ),
  });
  const erased = people.filter((p) => p.others === 0);
  await commit(deps, {
    change: [
      closingPageWrite(mailingId, from, last.personId),
      ...leaveWrites({
        at,
        endings: people.map((p) => ({
          subscriptionId: p.subscriptionId,
          personId: p.personId,
          recordId: null,
          reason: "no_answer",
        })),
        suppressions: people.map((p) => ({
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
  if (erased.length > 0) deps.afterErasure();
  await deps.queue.enqueue({ kind: "erase-page", mailingId });
}
