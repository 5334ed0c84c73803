/** SQL of campaigns: the mailing row and the questions it asks. */
import { sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../platform/db.ts";
import { mailing, notice } from "../../platform/schema.ts";
import type { CampaignDraft, FrozenMailing } from "./rules.ts";

/** A new draft. */
export function createWrite(
  db: Database,
  m: {
    id: string;
    listId: string;
    purposeId: string;
    title: string;
    draft: CampaignDraft;
    deadlineDay: string | null;
    by: string;
    at: number;
  },
): Write {
  return write(
    db.read.insert(mailing).values({
      id: m.id,
      kind: "reconsent",
      listId: m.listId,
      purposeId: m.purposeId,
      title: m.title,
      state: "draft",
      draft: m.draft as unknown as Record<string, unknown>,
      deadlineDay: m.deadlineDay,
      createdBy: m.by,
      createdAt: m.at,
    }),
  );
}

/** A changed draft; stale if it was sent or changed meanwhile. */
export function changeWrite(
  db: Database,
  m: { id: string; version: number; title: string; draft: CampaignDraft; deadlineDay: string | null },
): Write {
  return write(
    db.read
      .update(mailing)
      .set({
        title: m.title,
        draft: m.draft as unknown as Record<string, unknown>,
        deadlineDay: m.deadlineDay,
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

/** "Send": the inputs are frozen and planning begins. Stale if the draft changed, or another campaign asks this list. */
export function sendWrite(m: { id: string; version: number; frozen: FrozenMailing; at: number }): Write {
  return {
    sql: `UPDATE mailing SET state='planning', frozen=?, sent_at=?, version=version+1
          WHERE id=? AND version=? AND state='draft'
          AND EXISTS (SELECT 1 FROM list l JOIN purpose p ON p.id = l.purpose_id
            WHERE l.id = mailing.list_id AND l.state='active' AND p.state='active' AND p.basis='a')
          AND NOT EXISTS
            (SELECT 1 FROM mailing o WHERE o.list_id = mailing.list_id AND o.kind='reconsent'
             AND o.state IN ('planning','sending','sent','paused','closing'))`,
    args: [JSON.stringify(m.frozen), m.at, m.id, m.version],
    expect: 1,
  };
}

/** Closing begins: the pages of silent people follow. */
export function closeWrite(id: string): Write {
  return {
    sql: "UPDATE mailing SET state='closing', cursor='' WHERE id=? AND state='sent'",
    args: [id],
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

/** Nobody silent is left. */
export function closedWrite(id: string, from: string, at: number): Write {
  return {
    sql: "UPDATE mailing SET state='closed', closed_at=? WHERE id=? AND state='closing' AND cursor=?",
    args: [at, id, from],
    expect: 1,
  };
}
