/** Reads for events of the provider: which message one names, and what is known of its subscription. */
import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { mailing, message, providerEvent } from "../../../platform/schema.ts";
import { classIn, isSoft, type Past } from "../rules/bounce.ts";
import type { ProviderEvent } from "../rules/event.ts";

/** A message that an event names. */
export interface NamedMessage {
  mailingId: string;
  personId: string;
  subscriptionId: string;
  state: (typeof message.$inferSelect)["state"];
  reason: string | null;
  batchId: string | null;
  purposeId: string;
  mailingState: (typeof mailing.$inferSelect)["state"];
  resumedAt: number | null;
}

const NAMED = {
  mailingId: message.mailingId,
  personId: message.personId,
  subscriptionId: message.subscriptionId,
  state: message.state,
  reason: message.reason,
  batchId: message.batchId,
  purposeId: mailing.purposeId,
  mailingState: mailing.state,
  resumedAt: mailing.resumedAt,
};

/**
 * Whether the event was heard before, and the message it names: by the provider's id, else by our own tag (the event may
 * come before the answer to our request, and resolves an unknown outcome).
 */
export async function readNamed(
  db: Database,
  event: Pick<ProviderEvent, "id" | "providerId" | "tag">,
): Promise<{ heard: { mailingId: string | null } | undefined; message: NamedMessage | undefined }> {
  const { id, providerId, tag } = event;
  const byTag = tag ? and(eq(message.mailingId, tag.mailingId), eq(message.personId, tag.personId)) : sql`false`;
  const byId = providerId ? eq(message.providerId, providerId) : sql`false`;
  const named = () => db.read.select(NAMED).from(message).innerJoin(mailing, eq(mailing.id, message.mailingId));
  const [heard, one, other] = await db.read.batch([
    db.read.select({ mailingId: providerEvent.mailingId }).from(providerEvent).where(eq(providerEvent.id, id)),
    named().where(byId).limit(1),
    named().where(byTag).limit(1),
  ]);
  return { heard: heard[0], message: one[0] ?? other[0] };
}

/** Whether there are messages of which we do not know if they went out. */
export async function hasDoubts(db: Database): Promise<boolean> {
  const open = inArray(mailing.state, ["sending", "paused", "sent", "cancelled"]);
  const rows = await db.read
    .select({ id: message.mailingId })
    .from(message)
    .innerJoin(mailing, and(eq(mailing.id, message.mailingId), open))
    .where(inArray(message.state, ["unknown", "claimed"]))
    .limit(1);
  return rows.length > 0;
}

/** The newest mailings to a subscription and their fate, newest first. */
export async function readPast(db: Database, subscriptionId: string): Promise<Past[]> {
  const rows = await db.read
    .select({ mailingId: mailing.id, at: mailing.sentAt, state: message.state, reason: message.reason })
    .from(message)
    .innerJoin(mailing, eq(mailing.id, message.mailingId))
    .where(and(eq(message.subscriptionId, subscriptionId), isNotNull(mailing.sentAt)))
    .orderBy(desc(mailing.sentAt))
    .limit(20);
  return rows.map(({ mailingId, at, state, reason }): Past => {
    const found = state === "bounced" || state === "failed" ? classIn(reason) : undefined;
    const arrived = state === "delivered" || state === "complained" || state === "sent";
    const fate = found && isSoft(found) ? "soft" : arrived ? "arrived" : "nothing";
    return { mailingId, at: at ?? 0, fate };
  });
}

/** Refusals by a mailer that hears them at once (SMTP) whose consequences are not drawn yet. */
export async function readRefused(
  db: Database,
  mailingId: string,
  limit: number,
): Promise<{ personId: string; reason: string }[]> {
  const drawn = sql`exists (select 1 from ${providerEvent} where ${providerEvent.id} = 'smtp/' || ${message.mailingId} || '/' || ${message.personId})`;
  const rows = await db.read
    .select({ personId: message.personId, reason: message.reason })
    .from(message)
    .where(
      and(
        eq(message.mailingId, mailingId),
        eq(message.state, "failed"),
        sql`${message.reason} glob 'bounce.*'`,
        sql`not ${drawn}`,
      ),
    )
    .limit(limit);
  return rows.map(({ personId, reason }) => ({ personId, reason: reason ?? "" }));
}

/** One message, as `readNamed` gives it. */
export async function readMessage(
  db: Database,
  mailingId: string,
  personId: string,
): Promise<NamedMessage | undefined> {
  return db.read
    .select(NAMED)
    .from(message)
    .innerJoin(mailing, eq(mailing.id, message.mailingId))
    .where(and(eq(message.mailingId, mailingId), eq(message.personId, personId)))
    .get();
}
