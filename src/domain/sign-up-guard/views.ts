/** What the guard reads: how much came and went by hour, what a network has had today, whether a person let mails go. */
import { and, asc, count, eq, gt, gte, inArray, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { unhex } from "../../platform/encoding.ts";
import { intake, signUpGate, signUpHour, signUpMark } from "../../platform/schema.ts";
import type { Institution } from "../institution/rules.ts";
import type { Counted } from "./rules/came.ts";
import { GUARD, type HourMails, hourOf } from "./rules/caps.ts";
import { type Asked, busyHour, isUnusual, limitOf, WEEKS_MS } from "./rules/volume.ts";

const HOUR = 3_600_000;

/** How things stand in this hour. */
export interface Volume {
  asked: Asked;
  mails: HourMails;
  /** From more typed addresses than this in an hour on, it is unusual. */
  limit: number;
  unusual: boolean;
  /** A person let mails go at full speed; until then. */
  goUntil: number | undefined;
}

/** Four weeks are read only where this hour could be unusual at all. */
export async function readVolume(db: Database, office: Pick<Institution, "signUpGuard">, now: number): Promise<Volume> {
  const settings = office.signUpGuard ?? GUARD;
  const [rows, gate] = await Promise.all([
    db.read
      .select()
      .from(signUpHour)
      .where(
        and(
          inArray(signUpHour.what, ["asked", "links", "mailed", "plain"] satisfies Counted[]),
          gte(signUpHour.hour, hourOf(now) - HOUR),
        ),
      ),
    db.read.select().from(signUpGate).where(eq(signUpGate.id, 1)).get(),
  ]);
  const sum = (hour: number, ...whats: Counted[]) =>
    rows.filter((r) => r.hour === hour && whats.includes(r.what as Counted)).reduce((all, r) => all + r.n, 0);
  const hour = hourOf(now);
  const asked = { now: sum(hour, "asked", "links"), before: sum(hour - HOUR, "asked", "links") };
  const mails = { mailed: sum(hour, "mailed"), plain: sum(hour, "plain") };
  const least = limitOf(settings, 0);
  const limit = isUnusual(asked, least) ? limitOf(settings, await readBusyHour(db, now)) : least;
  return { asked, mails, limit, unusual: isUnusual(asked, limit), goUntil: gate?.goUntil };
}

/** The usual busy hour of the four weeks before this hour and the last. */
async function readBusyHour(db: Database, now: number): Promise<number> {
  const rows = await readHours(db, ["asked", "links"], now - WEEKS_MS);
  const byHour = new Map<number, number>();
  for (const { hour, n } of rows) if (hour < hourOf(now) - HOUR) byHour.set(hour, (byHour.get(hour) ?? 0) + n);
  return busyHour([...byHour.values()]);
}

/** Counts by hour since then, oldest first. */
export function readHours(db: Database, whats: readonly Counted[], since: number) {
  return db.read
    .select()
    .from(signUpHour)
    .where(and(inArray(signUpHour.what, [...whats]), gte(signUpHour.hour, since)))
    .orderBy(asc(signUpHour.hour));
}

/** What stands under this tag (hex) today. */
export async function readMark(db: Database, tag: string): Promise<number> {
  const row = await db.read
    .select({ n: signUpMark.n })
    .from(signUpMark)
    .where(eq(signUpMark.tag, unhex(tag)))
    .get();
  return row?.n ?? 0;
}

/** Who let mails go last, and until when. */
export function readGate(db: Database) {
  return db.read.select().from(signUpGate).where(eq(signUpGate.id, 1)).get();
}

/** Requests that wait for a quieter hour. */
export async function countWaiting(db: Database, now: number): Promise<number> {
  const row = await db.read
    .select({ n: count() })
    .from(intake)
    .where(
      and(eq(intake.state, "new"), gt(intake.tryAt, now), sql`${intake.tryAt} > ${intake.createdAt} + ${HOUR / 60}`),
    )
    .get();
  return row?.n ?? 0;
}
