/**
 * Everything that is held about the owner of a visit, in one value: what his page shows, and what he takes along as a file (GDPR
 * Art. 15(1), (3), 20). Reads by index only. What of the database is not in it, and why, stands in rules/shown.ts.
 */
import { and, desc, eq, gt, inArray } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import { intake, list, mailing, message, person, address as row } from "../../../platform/schema.ts";
import { openSignUp } from "../../consent/acts/sign-up-seal.ts";
import { REQUEST_LIFE_MS } from "../../consent/rules/sign-up.ts";
import type { HandedOut, Standing } from "../../consent/rules/standing.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import type { Both, Lang } from "../../institution/rules.ts";
import { type LeftMark, type PersonCard, readLeftMarks, readPersonCard } from "../../people/views.ts";
import type { ProofFile } from "../../proofs/acts/file.ts";
import { readOwnProofs } from "../../proofs/acts/own.ts";
import { type OwnReaders, readOwnReaders } from "../../read-log/acts/own.ts";
import { BY_THE_PERSON } from "../../read-log/acts/record.ts";
import type { RightsRequest } from "../../rights-requests/rules.ts";
import { readAllOf } from "../../rights-requests/views.ts";
import type { Visit } from "../views.ts";

type DossierDeps = Pick<Deps, "db" | "vault" | "config" | "auth" | "clock">;

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

export interface Dossier {
  address: string;
  /** Several people read the address: nothing of a person is in here. */
  shared: boolean;
  /** On a list: his address is held. */
  held?: PersonCard & { kind: "official" | "private" | "unknown"; since: number };
  standing: Standing | undefined;
  proofs: ProofFile;
  marks: LeftMark[];
  mails: OwnMail[];
  requests: RightsRequest[];
  handedOut: readonly HandedOut[];
  readers: OwnReaders;
  intakes: OwnIntake[];
}

/** Reads it. `mails`: at most so many, the newest first. */
export async function readDossier(deps: DossierDeps, visit: Visit, { mails }: { mails: number }): Promise<Dossier> {
  const { normalised } = visit;
  const [standing, marks] = await Promise.all([
    loadStanding(deps, { normalised }),
    readLeftMarks(deps, BY_THE_PERSON, normalised),
  ]);
  const personId = standing?.person.id;
  const own = { personId, email: normalised };
  const tags = deps.vault.tags(normalised).map(({ tag }) => tag);
  const [proofs, readers, card, requests, sent, more, intakes] = await Promise.all([
    readOwnProofs(deps, own),
    readOwnReaders(deps, own),
    personId === undefined ? undefined : readPersonCard(deps, BY_THE_PERSON, personId),
    readAllOf(deps.db, tags),
    personId === undefined ? [] : readMails(deps, personId, mails),
    personId === undefined ? undefined : readMore(deps, personId),
    readIntakes(deps, tags),
  ]);
  const shared = standing?.address.shared === true;
  const dossier: Dossier = {
    address: standing?.address.address ?? visit.address,
    shared,
    ...(card && more && { held: { ...card, ...more } }),
    standing,
    proofs,
    marks,
    mails: sent,
    requests,
    handedOut: standing?.handedOut ?? [],
    readers,
    intakes,
  };
  return shared ? withoutPeople(dossier) : dossier;
}

/** What is left where several people read the address: its lists and what was decided about them, nothing of a person. */
function withoutPeople(dossier: Dossier): Dossier {
  const { proofs, held } = dossier;
  const chains = proofs.chains.map((chain) => ({
    ...chain,
    events: chain.events.map((event) => ({ ...event, kept: [] })),
  }));
  return {
    ...dossier,
    ...(held && { held: { ...held, name: "" } }),
    proofs: { ...proofs, chains },
    readers: { lines: [], lists: [] },
  };
}

async function readMore({ db }: DossierDeps, personId: string) {
  const found = await db.read
    .select({ kind: row.kind, since: person.createdAt })
    .from(row)
    .innerJoin(person, eq(person.id, row.personId))
    .where(eq(row.personId, personId))
    .get();
  return found;
}

async function readMails({ db }: DossierDeps, personId: string, most: number): Promise<OwnMail[]> {
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

async function readIntakes({ db, vault, clock }: DossierDeps, tags: Uint8Array[]): Promise<OwnIntake[]> {
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
