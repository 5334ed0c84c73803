/** Reads of what is held about the owner of a visit that no other noun reads for him; by index only. */
import { and, desc, eq, gt, inArray } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import { address, intake, list, mailing, message, person } from "../../../platform/schema.ts";
import { openSignUp } from "../../consent/acts/sign-up-seal.ts";
import { REQUEST_LIFE_MS } from "../../consent/rules/sign-up.ts";
import type { Both, Lang } from "../../institution/rules.ts";

type ViewDeps = Pick<Deps, "db" | "vault" | "clock">;

/** A mail that went to him, or was to. */
export interface OwnMail {
  list: Both;
  kind: "reconsent" | "newsletter" | "notice" | "reminder";
  language: Lang;
  state: string;
  /** Why it was skipped, failed or came back: a code. */
  reason: string | null;
  answer: string | null;
  way: string | null;
  sentAt: number | null;
}

/** A request of his that waits for a press, or the one that opened this visit. */
export interface OwnIntake {
  about: "sign-up" | "question" | "own-page";
  at: number;
  until: number;
}

/** Of what kind his address is, and since when he is held. */
export async function readAddressKind({ db }: ViewDeps, personId: string) {
  const found = await db.read
    .select({ kind: address.kind, since: person.createdAt })
    .from(address)
    .innerJoin(person, eq(person.id, address.personId))
    .where(eq(address.personId, personId))
    .get();
  return found;
}

/** Mails that went to him, or were to; the newest first. */
export async function readMails({ db }: ViewDeps, personId: string, most: number): Promise<OwnMail[]> {
  const rows = await db.read
    .select({
      list: list.names,
      kind: mailing.kind,
      language: message.language,
      state: message.state,
      reason: message.reason,
      answer: message.answer,
      way: message.way,
      sentAt: message.sentAt,
    })
    .from(message)
    .innerJoin(mailing, eq(mailing.id, message.mailingId))
    .innerJoin(list, eq(list.id, mailing.listId))
    .where(eq(message.personId, personId))
    .orderBy(desc(message.sentAt))
    .limit(most);
  return rows.map((one) => ({ ...one, language: one.language as Lang }));
}

/** Requests of his address that still live. */
export async function readIntakes({ db, vault, clock }: ViewDeps, tags: Uint8Array[]): Promise<OwnIntake[]> {
  const rows = await db.read
    .select({ id: intake.id, sealed: intake.sealed, at: intake.createdAt })
    .from(intake)
    .where(and(inArray(intake.tag, tags), gt(intake.createdAt, clock.now() - REQUEST_LIFE_MS)));
  return rows.map(({ id, sealed, at }) => {
    const { ownPage, campaigns } = openSignUp(vault, id, sealed);
    const about = ownPage ? "own-page" : campaigns ? "question" : "sign-up";
    return { about, at, until: at + REQUEST_LIFE_MS };
  });
}
