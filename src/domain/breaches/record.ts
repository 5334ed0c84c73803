/**
 * A further version of one section of a breach's record: what is known, what the authority and the people concerned are told,
 * the end. Nothing that was written before is changed (GDPR Art. 33(5)).
 */
import type { Deps } from "../../deps.ts";
import { type FieldProblem, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readInstitution } from "../institution/views.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { breachEvidence } from "./acts/evidence.ts";
import {
  missingToClose,
  readAuthority,
  readClosing,
  readCorrection,
  readFacts,
  readPersons,
  type Typed,
} from "./rules/typed.ts";
import type { Bodies, Section } from "./rules.ts";
import { type Moved, versionWrites } from "./store.ts";
import { type BreachRecord, readBreach } from "./views.ts";

export interface RecordInput {
  id: string;
  /** Number of versions that the author saw. */
  version: number;
  section: Section;
  typed: Typed;
}

/** Writes it. Refuses what the law asks to be said and is not, and a version that somebody else has overtaken. */
export async function recordBreach(deps: Deps, actor: Actor, input: RecordInput): Promise<{ id: string } | Refusal> {
  const no = may(actor, "breach.decide");
  if (no) return no;
  const [found, institution] = await Promise.all([readBreach(deps.db, input.id), readInstitution(deps.db)]);
  if (!found || !institution) return refuse("breaches.unknown");
  const at = deps.clock.now();
  const body = read(found, input, at, institution.timeZone);
  if (Array.isArray(body)) return body.length > 0 ? refuseForm(body) : refuse("breaches.not_complete");
  const { id, version, section } = input;
  const { kind } = found.breach;
  const moved = movedBy(section, body, at);
  const change = [
    ...versionWrites({ id, version, section, body, by: actorLabel(actor), at, moved }),
    ...(section === "authority" ? [overWrite(["breach.authority-due", "breach.authority-over"], id, at)] : []),
    ...(section === "persons" ? [overWrite(["breach.persons-due"], id, at)] : []),
    ...(section === "closing" ? [overWrite(["breach.reported", "breach.exercise"], id, at)] : []),
  ];
  const proof = [await breachEvidence(deps, actor, { id, kind, section, version: version + 1, body, at })];
  if ((await commit(deps, { change, proof })) === "stale") return refuse("breaches.changed");
  await deps.queue.enqueue({ kind: "seal" });
  return { id };
}

/** The section as it will be kept; problems of its fields, or an empty list where other sections are missing. */
function read(found: BreachRecord, { section, typed }: RecordInput, at: number, zone: string) {
  switch (section) {
    case "report":
      return readCorrection(typed, at, zone);
    case "facts":
      return readFacts(typed);
    case "authority":
      return readAuthority(typed, found.breach, at, zone);
    case "persons":
      return readPersons(typed, found.now.authority?.risk, at, zone);
    case "closing":
      return missingToClose(found.now).length > 0 ? ([] as FieldProblem[]) : readClosing(typed);
  }
}

/** What a section moves of the clocks. A decision not to tell counts from when it was written. */
function movedBy(section: Section, body: Bodies[Section], now: number): Moved {
  switch (section) {
    case "report":
      return { awareAt: (body as Bodies["report"]).awareAt };
    case "authority":
      return { authorityAt: (body as Bodies["authority"]).at ?? now };
    case "persons":
      return { personsAt: (body as Bodies["persons"]).at ?? now };
    case "closing":
      return { closedAt: now };
    case "facts":
      return {};
  }
}
