/** Reads what happened to a mailing since it was sent, from the evidence of its acts. */
import { and, asc, inArray, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { event } from "../../../platform/schema.ts";
import { type Act, COURSE, SAID } from "../rules/course.ts";

/** The acts of people on a mailing, oldest first. */
export async function readActs(db: Database, mailingId: string): Promise<Act[]> {
  const rows = await db.read
    .select({ typ: event.typ, at: event.at, body: event.body })
    .from(event)
    .where(and(inArray(event.typ, [...COURSE, ...SAID]), sql`${event.body} ->> 'mailing' = ${mailingId}`))
    .orderBy(asc(event.at), asc(event.eid));
  return rows.map(({ typ, at, body }) => {
    const { by, via, held, decision, messages, about, verdict, to, start, why } = JSON.parse(body) as {
      by: string;
      about?: string;
      verdict?: string;
      to?: string;
      start?: string;
      why?: string;
      via?: string;
      held?: { at: number; reason: string };
      decision?: string;
      messages?: number;
    };
    return {
      typ: typ as Act["typ"],
      at,
      by,
      ...(via !== undefined && { via }),
      ...(held && { heldAt: held.at, heldReason: held.reason }),
      ...(decision !== undefined && { decision }),
      ...(messages !== undefined && { messages }),
      says: {
        ...(about !== undefined && { about }),
        ...(verdict !== undefined && { verdict }),
        ...(to !== undefined && { to }),
        ...(start !== undefined && { start }),
        ...(why !== undefined && { why }),
        ...(decision !== undefined && { decision }),
      },
    };
  });
}
