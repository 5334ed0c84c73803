/** SQL of visits to one's own page. A visit is a row of `token` and lives only with the request that it came of. */
import { sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../platform/db.ts";
import { intake, token } from "../../platform/schema.ts";

export interface Entering {
  intakeId: string;
  /** Of the link; it must not have been used. */
  link: Uint8Array;
  /** The request without its link. */
  sealed: Uint8Array;
  visit: Uint8Array;
  now: number;
  until: number;
}

/** Spends the link and begins the visit; one press wins. From then on its mail is not among those that are counted. */
export function enterWrites(db: Database, { intakeId, link, sealed, visit, now, until }: Entering): Write[] {
  return [
    write(
      db.read
        .update(token)
        .set({ kind: "me-used" })
        .where(sql`${token.hash} = ${link} and ${token.kind} = 'me' and ${token.expiresAt} > ${now}`),
      1,
    ),
    write(db.read.update(intake).set({ state: "used", sealed }).where(sql`${intake.id} = ${intakeId}`), 1),
    write(db.read.insert(token).values({ hash: visit, kind: "visit", subject: intakeId, expiresAt: until })),
  ];
}
