/**
 * Everything that is held about the owner of a visit, in one value: what his page shows, and what he takes along as a file (GDPR
 * Art. 15(1), (3), 20). Reads by index only. What of the database is not in it, and why, stands in rules/shown.ts.
 */
import type { Deps } from "../../../deps.ts";
import type { HandedOut, Standing } from "../../consent/rules/standing.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import { type LeftMark, type PersonCard, readLeftMarks, readPersonCard } from "../../people/views.ts";
import type { ProofFile } from "../../proofs/acts/file.ts";
import { readOwnProofs } from "../../proofs/acts/own.ts";
import { type OwnReaders, readOwnReaders } from "../../read-log/acts/own.ts";
import { BY_THE_PERSON } from "../../read-log/acts/record.ts";
import type { RightsRequest } from "../../rights-requests/rules.ts";
import { readAllOf } from "../../rights-requests/views.ts";
import { type OwnIntake, type OwnMail, readAddressKind, readIntakes, readMails } from "../views/held.ts";
import type { Visit } from "../views.ts";

type DossierDeps = Pick<Deps, "db" | "vault" | "config" | "auth" | "clock">;

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
    personId === undefined || mails === 0 ? [] : readMails(deps, personId, mails),
    personId === undefined ? undefined : readAddressKind(deps, personId),
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
