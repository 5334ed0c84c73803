/**
 * What must be true when everything has come to rest: the numbers add up exactly, whoever was to be asked was, and
 * everybody who was not has a reason that is true.
 */
import { ASSUMED } from "../../../src/domain/messages/rules/life.ts";
import type { Town } from "../house/town.ts";

interface Row {
  mailing: string;
  mailingState: string;
  person: string;
  state: string;
  reason: string | null;
  answer: string | null;
  subscription: string;
  subscriptionState: string;
  tries: number;
  batch: string | null;
}

/** Why a message was skipped, and when that is true. */
const TRUE_REASONS: Record<string, (town: Town, row: Row) => boolean> = {
  answered: (_, row) => row.subscriptionState !== "unproven",
  restricted: (town, row) => town.ledger.everRestricted.has(row.person),
  held: (town, row) => town.ledger.everHeld.has(row.subscription),
  cancelled: (_, row) => row.mailingState === "cancelled",
  proven: hasProved,
};

/** He has given his consent to the purpose of the mailing at some time. */
function hasProved({ ledger }: Town, row: Row): boolean {
  const given = ledger.rows<{ n: number }>(
    `SELECT count(*) AS n FROM event e JOIN consent_record r ON r.id = e.record_id
     JOIN mailing m ON m.purpose_id = r.purpose_id WHERE m.id = ? AND e.body ->> '$.subject' = ?
     AND e.typ IN ('consent.given', 'consent.renewed')`,
    row.mailing,
    row.person,
  );
  return (given[0]?.n ?? 0) > 0;
}

/** What one act leaves in the log, left twice: somebody pressed again after a fault, or an answer was lost. */
const TWICE = `SELECT e.typ AS what, e.record_id AS at FROM event e
    JOIN event f ON f.record_id = e.record_id AND f.version = e.version + 1 AND f.typ = e.typ
    WHERE e.typ IN ('consent.given', 'consent.withdrawn')
  UNION ALL SELECT typ, body ->> '$.mailing' FROM event
    WHERE typ IN ('mailing.sent', 'mailing.cancelled', 'mailing.closed') GROUP BY 1, 2 HAVING count(*) > 1
  UNION ALL SELECT 'consent.requested', m.id FROM mailing m
    WHERE (SELECT count(*) FROM subscription s WHERE s.list_id = m.list_id) <
    (SELECT sum(length(e.commitments) / 32) FROM event e WHERE e.typ = 'consent.requested' AND e.body ->> '$.mailing' = m.id)`;

/** Everything that is broken; empty if all is well. */
export async function brokenAtRest(town: Town): Promise<string[]> {
  const { ledger } = town;
  const broken: string[] = [];
  for (const { id, state } of ledger.rows<{ id: string; state: string }>("SELECT id, state FROM mailing"))
    if (!["draft", "sent", "paused", "cancelled", "closed"].includes(state))
      broken.push(`mailing ${id} is still ${state}`);
  for (const { id, state, sealed } of ledger.rows<{ id: string; state: string; sealed: number }>(
    "SELECT id, state, sealed IS NOT NULL AS sealed FROM batch",
  )) {
    if (sealed) broken.push(`batch ${id} is still sealed`);
    if (state === "frozen" || state === "attempted") broken.push(`batch ${id} is still ${state}`);
  }
  for (const row of ledger.rows<Row>(
    `SELECT m.id AS mailing, m.state AS mailingState, g.person_id AS person, g.state, g.reason, g.answer, g.tries, g.batch_id AS batch,
       g.subscription_id AS subscription, s.state AS subscriptionState
     FROM message g JOIN mailing m ON m.id = g.mailing_id JOIN subscription s ON s.id = g.subscription_id`,
  ))
    broken.push(...brokenOf(town, row));
  // Whoever was on the list when it was sent, and still waits to be asked, was asked.
  for (const { mailing, id } of ledger.rows<{ mailing: string; id: string }>(
    `SELECT m.id AS mailing, s.id FROM mailing m JOIN subscription s ON s.list_id = m.list_id
     JOIN sim_seen w ON w.subscription = s.id JOIN sim_sent n ON n.mailing = m.id
     WHERE m.state = 'sent' AND s.state = 'unproven' AND w.n < n.n
     AND NOT EXISTS (SELECT 1 FROM message g WHERE g.mailing_id = m.id AND g.subscription_id = s.id)`,
  ))
    broken.push(`forgotten by ${mailing}: ${id}`);
  for (const { eid } of ledger.rows<{ eid: string }>("SELECT eid FROM last_mail"))
    broken.push(`P4: an address still waits for its last mail: ${eid}`);
  for (const { what, at } of ledger.rows<{ what: string; at: string }>(TWICE))
    broken.push(`one act stands twice in the log: ${what} of ${at}`);
  broken.push(...(await town.log.brokenAtRest(town)), ...town.journal.brokenAtRest());
  return broken;
}

function brokenOf(town: Town, row: Row): string[] {
  const { ledger } = town;
  const who = `${row.person} of ${row.mailing}`;
  if (
    ledger.told.has(`${row.mailing}_${row.person}`) &&
    ["planned", "claimed", "unknown", "skipped"].includes(row.state)
  )
    return [`the provider has told of it, and it is ${row.state}: ${who}`];
  if (
    row.mailingState === "closed" &&
    row.subscriptionState === "unproven" &&
    ["sent", "delivered"].includes(row.state) &&
    !(
      (row.answer === "kept" || row.answer === "elsewhere") &&
      (row.reason === ASSUMED || hasProved(town, row) || ledger.everRestricted.has(row.person))
    )
  )
    return [`closed, and he who did not answer is still there: ${who}`];
  switch (row.state) {
    case "planned":
      return row.mailingState === "paused" ? [] : [`still planned: ${who}`];
    case "claimed":
      return [`still claimed: ${who}`];
    case "skipped": {
      const reason = row.reason ?? "";
      const true_ = TRUE_REASONS[reason]?.(town, row) ?? ledger.ended.has(row.subscription);
      return true_ ? [] : [`skipped as ${reason}, which is not true: ${who}`];
    }
    case "failed":
      return ledger.refused.has(`${row.mailing}_${row.person}`) ||
        row.reason === "provider.failed" ||
        (row.reason?.startsWith("provider.") && row.tries >= 11)
        ? []
        : [`failed (${row.reason}), and nobody refused it: ${who}`];
    case "unknown": {
      // Whoever heard it when the troubles were over had all the time to write it down.
      const heardAt = row.batch === null ? undefined : ledger.accepted.get(`batch/${row.batch}`);
      const calm = heardAt !== undefined && heardAt > (town.calmSince ?? heardAt);
      return calm ? [`unknown, though it was accepted and heard: ${who}`] : [];
    }
    default:
      return [];
  }
}
