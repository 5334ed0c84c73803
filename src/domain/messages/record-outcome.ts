/** What became of an attempt, written where it can be counted. The only place that ends a batch. */
import type { Deps } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import type { Member } from "../campaigns/rules.ts";
import { commit } from "../commit.ts";
import { type MailOutcome, type Outcome, tryLater } from "./rules/outcome.ts";
import { type Attempt, refreezeWrites, waitWrite } from "./store/batch.ts";
import { eachWrites, sentWrites, thawWrites, unknownAlertWrite, unknownWrites } from "./store/outcome.ts";

/** Whom a mail was for, and how often it was put off before. */
export type Delivered = Pick<Member, "personId" | "tries">;

/** Records it. `stale`: a later attempt holds the batch, or its outcome is written already; nothing was changed. */
export async function recordOutcome(
  deps: Deps,
  attempt: Attempt,
  members: readonly Delivered[],
  outcome: Outcome,
): Promise<"done" | "stale"> {
  const now = deps.clock.now();
  const change = writesFor(attempt, members, outcome, now);
  const unknown = outcome.do === "give-up" || (outcome.do === "each" && outcome.mails.some(isUnknown));
  if (unknown) change.push(unknownAlertWrite(attempt, { id: deps.ids.uuid(), at: now }));
  const done = await commit(deps, { change, proof: [] });
  if (unknown && done === "done") await deps.queue.enqueue({ kind: "tell" });
  return done;
}

const isUnknown = (mail: MailOutcome) => mail.outcome === "unknown";

function writesFor(of: Attempt, members: readonly Delivered[], outcome: Outcome, now: number): Write[] {
  switch (outcome.do) {
    case "sent": {
      const sent = members.map((m, i) => ({ personId: m.personId, providerId: outcome.ids[i] as string }));
      return sentWrites(of, sent, now);
    }
    case "fail-one": {
      const member = members[outcome.index] as Delivered;
      return thawWrites(of, { personId: member.personId, reason: outcome.reason });
    }
    case "thaw":
      return thawWrites(of);
    case "refreeze":
      return refreezeWrites(of, outcome.until);
    case "wait":
      return [waitWrite(of, outcome.until)];
    case "each":
      return eachWrites(of, sorted(members, outcome.mails, now), now);
    case "give-up":
      return unknownWrites(of, outcome.reason);
  }
}

/** What became of each member. */
function sorted(members: readonly Delivered[], mails: readonly MailOutcome[], now: number) {
  const each: Parameters<typeof eachWrites>[1] = { sent: [], failed: [], later: [], unknown: [], untouched: [] };
  for (const [i, { personId, tries }] of members.entries()) {
    const mail = mails[i] ?? { outcome: "unknown", code: "provider.odd_answer" };
    if (mail.outcome === "accepted") each.sent.push({ personId, providerId: mail.id });
    else if (mail.outcome === "refused") each.failed.push({ personId, reason: mail.code });
    else if (mail.outcome === "untouched") each.untouched.push(personId);
    else if (mail.outcome === "unknown") each.unknown.push({ personId, reason: mail.code });
    else {
      const tryAt = tryLater(tries ?? 0, mail.retryAfterMs, now);
      if (tryAt === undefined) each.failed.push({ personId, reason: mail.code });
      else each.later.push({ personId, tryAt });
    }
  }
  return each;
}
