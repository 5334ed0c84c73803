/**
 * Freezes the next batch of a mailing: address, name and language of up to `limit` people, and the last day that their
 * mails name, sealed in one row, their messages claimed. Whoever may not be mailed (any more) is skipped, with the reason. The address is in clear here, so
 * its suppression tags are asked once more: a tag without an end of the subscription can only be a fault of ours, and
 * must not become a mail (promise P5).
 */
import type { Deps } from "../../deps.ts";
import { isRefusal } from "../../refusal.ts";
import type { Wave } from "../campaigns/rules/waves.ts";
import type { Member } from "../campaigns/rules.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readAddress } from "../consent/views/link.ts";
import { readInstitution } from "../institution/views.ts";
import { listAccepts } from "../lists/rules.ts";
import { domainOf } from "../people/rules.ts";
import { type Asking, type SkipReason, skipReason, wantedStates } from "./rules/permission.ts";
import { freezeWrites } from "./store/batch.ts";
import { skipWrite } from "./store/plan.ts";
import { type BatchRow, batchPlace } from "./views/batches.ts";
import { type PlannedRow, readPlanned, readSuppressedTags } from "./views/planned.ts";

/** A batch that was just frozen. */
export interface Frozen {
  batch: BatchRow;
  members: Member[];
}

/** `again` if a race or a skip asks for another look, `empty` if nothing is planned for now. */
export async function freezeBatch(
  deps: Deps,
  mailing: Asking & { id: string; wave: Wave; day?: string },
  limit: number,
): Promise<Frozen | "again" | "empty"> {
  const planned = await readPlanned(deps.db, mailing.id, { wave: mailing.wave, limit, now: deps.clock.now() });
  if (planned.length === 0) return "empty";
  const { members, skips } = await choose(deps, mailing, planned);
  if (skips.length > 0) {
    const suppressed = skips.filter((s) => s.reason === "suppressed").length;
    if (suppressed > 0) deps.log.warn("live under a suppression", { mailing: mailing.id, people: suppressed });
    await commit(deps, { change: [skipWrite(mailing.id, skips)], proof: [] });
    return "again";
  }
  const id = deps.ids.uuid();
  const at = deps.clock.now();
  const sealed = deps.vault.seal(batchPlace(id), JSON.stringify(members));
  const personIds = members.map((m) => m.personId);
  const wanted = wantedStates(mailing);
  const change = freezeWrites({ id, mailingId: mailing.id, personIds, wanted, sealed, at });
  if ((await commit(deps, { change, proof: [] })) === "stale") return "again";
  const untouched = { bodySha256: null, firstAttemptAt: null, attempt: 0, leaseUntil: null };
  return { batch: { id, mailingId: mailing.id, state: "frozen", sealed, createdAt: at, ...untouched }, members };
}

async function choose(deps: Deps, { day, ...mailing }: Asking & { day?: string }, planned: PlannedRow[]) {
  const office = await officeIfAsked(deps, mailing, planned);
  const opened = planned.map((row) => ({
    row,
    address: row.addressId && row.sealed ? readAddress(deps.vault, row.addressId, row.sealed) : undefined,
  }));
  const tagged = opened.map(({ address }) =>
    address ? deps.vault.suppressionTags(address.normalised).map((t) => t.tag) : [],
  );
  const suppressed = await readSuppressedTags(deps.db, tagged.flat(), mailing.purposeId);
  const members: Member[] = [];
  const skips: { personId: string; reason: SkipReason }[] = [];
  for (const [i, { row, address }] of opened.entries()) {
    const { personId, subscriptionId, tries } = row;
    const reason = skipReason(mailing, {
      subscription: row.state,
      endedReason: row.endedReason,
      purposeId: row.purposeId,
      listKind: row.listKind,
      addressKind: row.addressId ? row.addressKind : null,
      foreign: address !== undefined && isRefusal(office.accepts(row.listKind, domainOf(address.normalised))),
      suppressed: (tagged[i] ?? []).some((tag) => suppressed.has(tag)),
      restricted: row.restrictedAt !== null,
      requested: row.restrictedFor === "request",
      paused: row.pausedUntil !== null && row.pausedUntil > office.today,
      held: row.heldAt !== null,
      answered: row.answer !== null,
      proven: row.proven,
    });
    if (reason || !address) skips.push({ personId, reason: reason ?? (row.addressId ? "unreadable" : "left") });
    else {
      const language = row.language as Member["language"];
      // Nobody knows who of those who share an address reads the mail: none of them is named.
      const name = row.shared ? "" : address.name;
      const member = { personId, subscriptionId, address: address.address, name, language };
      members.push({
        ...member,
        ...(mailing.kind === "newsletter" && { since: row.since ?? dayOf(row.createdAt, office.timeZone) }),
        ...(tries > 0 && { tries }),
        ...(day !== undefined && { day }),
      });
    }
  }
  return { members, skips };
}

/** The institution's calendar and its own domains, where anything of the page is decided by them; one read for many people. */
async function officeIfAsked(deps: Deps, mailing: Asking, planned: PlannedRow[]) {
  const asked =
    mailing.kind === "newsletter" || planned.some((row) => row.pausedUntil !== null || row.listKind === "staff");
  const institution = asked ? await readInstitution(deps.db) : undefined;
  const timeZone = institution?.timeZone ?? "UTC";
  const accepts = (kind: PlannedRow["listKind"], domain: string) =>
    listAccepts(kind, domain, institution?.ownDomains ?? []);
  return { timeZone, today: dayOf(deps.clock.now(), timeZone), accepts };
}
