/**
 * The rows of staff members. Nobody else reads or writes better-auth's tables. Changes are inert writes, so that a verb
 * commits them in one batch with their evidence; each is guarded, and a lost guard makes the whole act stale.
 */
import { asc, eq } from "drizzle-orm";
import { type Database, holds, type Write } from "../db.ts";
import { user } from "../schema.ts";

export type StaffRole = (typeof user.$inferSelect)["role"];

export interface StaffUser {
  id: string;
  name: string;
  /** Work address, lower case. */
  email: string;
  role: StaffRole;
  /** Language of the desk and of sign-in mails: `lv` or `en`. */
  language: string;
  /** False until the first sign-in. */
  arrived: boolean;
  /** An authenticator is set up. */
  secondFactor: boolean;
  /** Others took it off: until then he may set up the next, ms. */
  enrolUntil: number | undefined;
  disabledAt: number | undefined;
  /** Milliseconds since 1970. */
  invitedAt: number;
}

/** Somebody must be able to let people in. */
const AN_ADMIN_REMAINS = holds("EXISTS (SELECT 1 FROM user WHERE role = 'admin' AND disabled_at IS NULL)");

/** And somebody must be left who guards data protection, where somebody did. */
const A_DPO_REMAINS = holds("EXISTS (SELECT 1 FROM user WHERE role = 'dpo' AND disabled_at IS NULL)");
const remains = (was: StaffRole): Write[] => (was === "dpo" ? [AN_ADMIN_REMAINS, A_DPO_REMAINS] : [AN_ADMIN_REMAINS]);

function fromRow(row: typeof user.$inferSelect): StaffUser {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    language: row.language,
    arrived: row.emailVerified,
    secondFactor: row.twoFactorEnabled,
    enrolUntil: row.enrolUntil ?? undefined,
    disabledAt: row.disabledAt ?? undefined,
    invitedAt: row.createdAt.getTime(),
  };
}

/** How addresses of staff are compared and stored. */
export function staffAddress(typed: string): string {
  return typed.trim().toLowerCase();
}

/** Everybody, by name; a deployment has tens of staff, not thousands. */
export async function listUsers(db: Database): Promise<StaffUser[]> {
  return (await db.read.select().from(user).orderBy(asc(user.name), asc(user.id))).map(fromRow);
}

export async function userById(db: Database, id: string): Promise<StaffUser | undefined> {
  const [row] = await db.read.select().from(user).where(eq(user.id, id));
  return row && fromRow(row);
}

export async function userByEmail(db: Database, email: string): Promise<StaffUser | undefined> {
  const [row] = await db.read
    .select()
    .from(user)
    .where(eq(user.email, staffAddress(email)));
  return row && fromRow(row);
}

export interface NewUser {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
  language: string;
}

/** Adds a member. Stale if the address is already there. */
export function addUser(u: NewUser, now: number): Write[] {
  return [
    {
      sql: `INSERT INTO user (id, name, email, email_verified, role, language, created_at, updated_at)
            VALUES (?, ?, ?, 0, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING`,
      args: [u.id, u.name, staffAddress(u.email), u.role, u.language, now, now],
      expect: 1,
    },
  ];
}

/** Changes the role. Stale if it is no longer `from`, if the member is disabled, or if no admin, or no dpo, would remain. */
export function changeUserRole(id: string, from: StaffRole, to: StaffRole, now: number): Write[] {
  return [
    {
      sql: "UPDATE user SET role = ?, updated_at = ? WHERE id = ? AND role = ? AND disabled_at IS NULL",
      args: [to, now, id, from],
      expect: 1,
    },
    ...remains(from),
  ];
}

/** Ends a member's access: no sign-in, no session, no open code or link. Stale if he was the last admin or the last dpo. */
export function disableUser(u: Pick<StaffUser, "id" | "email" | "role">, codeIdentifier: string, now: number): Write[] {
  return [
    {
      sql: "UPDATE user SET disabled_at = ?, updated_at = ? WHERE id = ? AND disabled_at IS NULL",
      args: [now, now, u.id],
      expect: 1,
    },
    ...remains(u.role),
    { sql: "DELETE FROM second_factor_reset WHERE user_id = ?", args: [u.id] },
    { sql: "DELETE FROM session WHERE user_id = ?", args: [u.id] },
    ...endPending(u.email, codeIdentifier),
  ];
}

/** What stands in the place of a former member's work address; nobody is reached by it (RFC 2606). */
const FORMER = "@former.invalid";

/** Whether the work address was already taken away. */
export const isForgotten = (user: Pick<StaffUser, "email">): boolean => user.email.endsWith(FORMER);

/** Takes the work address of up to `page` members whose account ended before this moment; the name stays beside what they did. */
export function forgetFormer(before: number, page: number, now: number): Write[] {
  return [
    {
      sql: `UPDATE user SET email = id || '${FORMER}', updated_at = ? WHERE id IN (
              SELECT id FROM user WHERE disabled_at <= ? AND email NOT LIKE '%${FORMER}' LIMIT ?)`,
      args: [now, before, page],
    },
  ];
}

/** Gives access back, with the role he had. */
export function enableUser(id: string, now: number): Write[] {
  return [
    {
      sql: "UPDATE user SET disabled_at = NULL, updated_at = ? WHERE id = ? AND disabled_at IS NOT NULL",
      args: [now, id],
      expect: 1,
    },
  ];
}

/** Every open code and link of an address: one way in used, or access ended, ends the others. */
export function endPending(email: string, codeIdentifier: string): Write[] {
  return [
    {
      sql: `DELETE FROM verification WHERE identifier = ?
            OR CASE WHEN json_valid(value) THEN json_extract(value, '$.email') = ? ELSE 0 END`,
      args: [codeIdentifier, email],
    },
  ];
}
