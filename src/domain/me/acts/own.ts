/** Everything that a person's own page shows today: his lists, his proofs, the marks that he is not to be mailed. Reads only. */
import type { Deps } from "../../../deps.ts";
import type { LiveSubscription } from "../../consent/rules/standing.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import { type LeftMark, readLeftMarks } from "../../people/views.ts";
import type { ProofFile } from "../../proofs/acts/file.ts";
import { type Own, readOwnProofs } from "../../proofs/acts/own.ts";
import { type OwnReaders, readOwnReaders } from "../../read-log/acts/own.ts";
import { BY_THE_PERSON } from "../../read-log/acts/record.ts";
import type { Visit } from "../views.ts";

type OwnDeps = Pick<Deps, "db" | "vault" | "config" | "auth">;

export interface OwnState {
  /** On a list: his address is held. */
  held: boolean;
  lists: readonly LiveSubscription[];
  proofs: ProofFile;
  marks: LeftMark[];
  /** Who of the institution looked at his data. */
  readers: OwnReaders;
}

/** Reads it for whoever is on a visit. */
export async function readOwnState(deps: OwnDeps, { normalised }: Visit): Promise<OwnState> {
  const [standing, marks] = await Promise.all([
    loadStanding(deps, { normalised }),
    readLeftMarks(deps, BY_THE_PERSON, normalised),
  ]);
  const own: Own = { personId: standing?.person.id, email: normalised };
  const [proofs, readers] = await Promise.all([readOwnProofs(deps, own), readOwnReaders(deps, own)]);
  return { held: standing !== undefined, lists: standing?.subscriptions ?? [], proofs, marks, readers };
}
