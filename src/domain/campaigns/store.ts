/** SQL of campaigns: the mailing row and the questions it asks. */
import { sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../platform/db.ts";
import { mailing, notice } from "../../platform/schema.ts";
import type { Ending } from "./rules/ending.ts";
import type { CampaignDraft, FrozenMailing } from "./rules.ts";

/** A new draft. */
export function createWrite(
  db: Database,
  m: {
    id: string;
    kind: "reconsent" | "notice";
    listId: string;
    purposeId: string;
    title: string;
    draft: CampaignDraft;
    deadlineDay: string | null;
    by: string;
    /** Who else has written it from the first. */
    authors?: string[];
    at: number;
  },
): Write {
  return write(
    db.read.insert(mailing).values({
      id: m.id,
      kind: m.kind,
      listId: m.listId,
      purposeId: m.purposeId,
      title: m.title,
      state: "draft",
      draft: m.draft as unknown as Record<string, unknown>,
      deadlineDay: m.deadlineDay,
      ...(m.authors && m.authors.length > 0 && { review: { authors: m.authors } }),
      createdBy: m.by,
      createdAt: m.at,
    }),
  );
}

/** A changed draft; an approval of before is void. Stale if it was sent or changed meanwhile. */
export function changeWrite(
  db: Database,
  m: {
    id: string;
    version: number;
    title: string;
    draft: CampaignDraft;
    deadlineDay: string | null;
    authors: string[];
  },
): Write {
  return write(
    db.read
      .update(mailing)
      .set({
        title: m.title,
        draft: m.draft as unknown as Record<string, unknown>,
        deadlineDay: m.deadlineDay,
        review: sql`json_remove(json_set(coalesce(${mailing.review}, '{}'), '$.authors', json(${JSON.stringify(m.authors)})), '$.approval')`,
        version: sql`${mailing.version} + 1`,
      })
      .where(sql`${mailing.id} = ${m.id} and ${mailing.version} = ${m.version} and ${mailing.state} = 'draft'`),
    1,
  );
}

/** A question text as it will be shown; the same text asked before keeps its first row. */
export function questionWrite(
  db: Database,
  q: { sha256: string; body: string; language: string; mailingId: string; purposeId: string; at: number },
): Write {
  return write(
    db.read
      .insert(notice)
      .values({
        sha256: q.sha256,
        kind: "question",
        purposeId: q.purposeId,
        mailingId: q.mailingId,
        version: 1,
        language: q.language,
        body: q.body,
        createdAt: q.at,
      })
      .onConflictDoNothing(),
  );
}

/**
 * "Send": the inputs are frozen and planning begins. Stale if the draft or what others said of it changed, or another
 * campaign asks this list. `basis`: what the purpose must rest on.
 */
export function sendWrite(m: {
  id: string;
  version: number;
  frozen: FrozenMailing;
  at: number;
  basis: "a" | "e";
  about: string;
  approval: boolean;
}): Write {
  return {
    sql: `UPDATE mailing SET state='planning', frozen=?, sent_at=?, version=version+1
          WHERE id=? AND version=? AND state='draft'
          AND review ->> '$.opinion.verdict' = 'agrees' AND review ->> '$.opinion.about' = ?
          AND (? = 0 OR review ->> '$.approval.version' = version)
          AND EXISTS (SELECT 1 FROM list l JOIN purpose p ON p.id = l.purpose_id
            WHERE l.id = mailing.list_id AND l.state='active' AND p.state='active' AND p.basis=?)
          AND NOT EXISTS
            (SELECT 1 FROM mailing o WHERE o.list_id = mailing.list_id AND o.kind IN ('reconsent','notice')
             AND o.state IN ('planning','sending','sent','paused','closing'))`,
    args: [JSON.stringify(m.frozen), m.at, m.id, m.version, m.about, m.approval ? 1 : 0, m.basis],
    expect: 1,
  };
}

/**
 * Closing begins: the pages of silent people follow. Stale if anything was said of the end since it was read: an objection
 * of the officer, a postponement, an outage, a mail that went out late.
 */
export function closeWrite(m: { id: string; finishedAt: number | null; ending: Ending | null }): Write {
  const { announcedAt, restoredAt, postponed, opinion } = m.ending ?? {};
  return {
    sql: `UPDATE mailing SET state='closing', cursor='' WHERE id=? AND state='sent' AND finished_at IS ?
          AND ending ->> '$.announcedAt' IS ? AND ending ->> '$.restoredAt' IS ? AND ending ->> '$.postponed.to' IS ?
          AND ending ->> '$.opinion.verdict' IS ?`,
    args: [
      m.id,
      m.finishedAt,
      announcedAt ?? null,
      restoredAt ?? null,
      postponed?.to ?? null,
      opinion?.verdict ?? null,
    ],
    expect: 1,
  };
}

/** One page of a closing is done. */
export function closingPageWrite(id: string, from: string, to: string): Write {
  return {
    sql: "UPDATE mailing SET cursor=? WHERE id=? AND state='closing' AND cursor=?",
    args: [to, id, from],
    expect: 1,
  };
}

/** What became of the silent whom the closing does not end. Whoever has answered in the same moment is left as he is. */
export function stayedWrite(id: string, people: { personId: string; becomes: string }[]): Write {
  const each = JSON.stringify(Object.fromEntries(people.map((p) => [p.personId, p.becomes])));
  return {
    sql: `UPDATE message SET answer=? ->> person_id WHERE mailing_id=? AND answer IS NULL
          AND person_id IN (SELECT key FROM json_each(?))`,
    args: [each, id, each],
  };
}

/** Whom a notice has told, and who did not object, rests on the list's own basis from now on. */
export function restWrite(people: { subscriptionId: string }[]): Write {
  return {
    sql: "UPDATE subscription SET state='active' WHERE state='unproven' AND id IN (SELECT value FROM json_each(?))",
    args: [JSON.stringify(people.map((p) => p.subscriptionId))],
  };
}

/** Nobody silent is left: every message that was with somebody has its answer. */
export function closedWrite(id: string, from: string, at: number): Write {
  return {
    sql: "UPDATE mailing SET state='closed', closed_at=? WHERE id=? AND state='closing' AND cursor=?",
    args: [at, id, from],
    expect: 1,
  };
}
