/** What sign-up reads: a request on its way, and what a confirmation link stands for. */
import { sha256 } from "@noble/hashes/sha2.js";
import { and, eq, gt, inArray, lte, ne } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import type { Database } from "../../../platform/db.ts";
import { unbase64url } from "../../../platform/encoding.ts";
import { intake, list, subscription, suppression, token } from "../../../platform/schema.ts";
import { isRefusal } from "../../../refusal.ts";
import type { List } from "../../lists/rules.ts";
import type { Notice } from "../../notices/rules.ts";
import { readNotice } from "../../notices/views.ts";
import { maskAddress, normaliseAddress } from "../../people/rules.ts";
import type { Purpose } from "../../purposes/rules.ts";
import { openSignUp } from "../acts/sign-up-seal.ts";
import { type JoinedList, type Mailed, REQUEST_LIFE_MS, readSubject, type SignUp } from "../rules/sign-up.ts";
import { readOpenLists } from "./offered.ts";
import { loadStanding } from "./standing.ts";

type ViewDeps = Pick<Deps, "db" | "vault">;

export interface Intake {
  id: string;
  /** used: its link has opened a visit to the person's own page, which is all that it is still for. */
  state: "new" | "mailing" | "mailed" | "used";
  tryAt: number;
  createdAt: number;
  signUp: SignUp;
}

/** A request with its seal opened. */
export async function readIntake(deps: ViewDeps, id: string): Promise<Intake | undefined> {
  const row = await deps.db.read.select().from(intake).where(eq(intake.id, id)).get();
  if (!row) return undefined;
  const { state, tryAt, createdAt, sealed } = row;
  return { id, state, tryAt, createdAt, signUp: openSignUp(deps.vault, id, sealed) };
}

/** Requests whose job or mail was lost: for the sweep. */
export async function readIntakesToTry(db: Database, now: number): Promise<string[]> {
  const rows = await db.read
    .select({ id: intake.id })
    .from(intake)
    .where(and(inArray(intake.state, ["new", "mailing"]), lte(intake.tryAt, now)))
    .limit(100);
  return rows.map((r) => r.id);
}

/**
 * The mails about requests that went to a mailbox in the last seven days (a few, because they are counted) and were not used.
 * `but`: the request that asks, which another run may be mailing already.
 */
export async function readMailed(
  deps: ViewDeps,
  { caps, but }: { caps: Uint8Array[]; but: string },
  now: number,
): Promise<Mailed[]> {
  const rows = await deps.db.read
    .select()
    .from(intake)
    .where(
      and(
        inArray(intake.cap, caps),
        ne(intake.id, but),
        inArray(intake.state, ["mailing", "mailed"]),
        gt(intake.createdAt, now - REQUEST_LIFE_MS),
      ),
    );
  return rows.map((r) => {
    const { lists, campaigns = [], ownPage = false } = openSignUp(deps.vault, r.id, r.sealed);
    return { at: r.createdAt, listIds: lists.map((l) => l.listId), campaignIds: campaigns, ownPage };
  });
}

/** Suppressions under any of these tags. */
export function readSuppressed(db: Database, tags: Uint8Array[]) {
  return db.read
    .select({ scope: suppression.scope, reason: suppression.reason })
    .from(suppression)
    .where(inArray(suppression.tag, tags));
}

/** A list of an open request, with the text that was shown. */
export interface AskedNow {
  list: List;
  purpose: Purpose;
  notice: Notice;
}

export type Confirmation =
  | {
      state: "open";
      intakeId: string;
      hash: Uint8Array;
      signUp: SignUp;
      maskedAddress: string;
      validUntil: number;
      /** Lists of the request that still stand open. */
      asked: AskedNow[];
      /** Of these purposes the person is on a list already. */
      livePurposes: string[];
      /** By now a list of it asks for an age that was not stated (GDPR Art. 8): a "yes" counts no more, only the form asks. */
      asksAge: boolean;
    }
  | { state: "confirmed"; lists: JoinedList[] }
  | { state: "declined" };

/** What this link stands for; undefined if it is not ours, has expired, or its request is gone. Changes nothing. */
export async function readConfirmation(
  deps: Pick<Deps, "db" | "vault" | "clock">,
  link: string,
): Promise<Confirmation | undefined> {
  const hash = linkHash(link);
  const row =
    hash &&
    (await deps.db.read
      .select()
      .from(token)
      .where(and(eq(token.hash, hash), eq(token.kind, "confirm"), gt(token.expiresAt, deps.clock.now())))
      .get());
  if (!hash || !row) return undefined;
  const subject = readSubject(row.subject);
  if (subject.is === "declined") return { state: "declined" };
  if (subject.is === "confirmed")
    return { state: "confirmed", lists: await readJoined(deps.db, subject.subscriptionIds) };
  const found = await readIntake(deps, subject.intakeId);
  if (!found) return undefined;
  const open = await readOpenLists(deps.db);
  const asked: AskedNow[] = [];
  for (const { listId, noticeSha256 } of found.signUp.lists) {
    const now = open.find((o) => o.list.id === listId);
    const notice = now && (await readNotice(deps.db, noticeSha256));
    if (notice) asked.push({ ...now, notice });
  }
  if (asked.length === 0) return undefined;
  const { signUp, id: intakeId } = found;
  const needed = Math.max(0, ...asked.map(({ purpose }) => purpose.sheet.ageFrom ?? 0));
  const asksAge = needed > (signUp.age ?? 0);
  const address = normaliseAddress(signUp.address);
  const standing = isRefusal(address) ? undefined : await loadStanding(deps, { normalised: address.normalised });
  const livePurposes = (standing?.subscriptions ?? []).map((s) => s.purposeId);
  const maskedAddress = maskAddress(signUp.address);
  const validUntil = row.expiresAt;
  return { state: "open", intakeId, hash, signUp, maskedAddress, validUntil, asked, livePurposes, asksAge };
}

async function readJoined(db: Database, ids: string[]): Promise<JoinedList[]> {
  const rows = await db.read
    .select({ names: list.names, state: subscription.state })
    .from(subscription)
    .innerJoin(list, eq(list.id, subscription.listId))
    .where(inArray(subscription.id, ids));
  return rows.map((r) => ({ names: r.names, live: r.state !== "ended" }));
}

/** How a link is stored: SHA-256 of its 32 bytes. Undefined for what cannot be one. */
export function linkHash(link: string): Uint8Array | undefined {
  const bytes = link.length === 43 ? unbase64url(link) : undefined;
  return bytes?.length === 32 ? sha256(bytes) : undefined;
}
