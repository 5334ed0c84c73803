/**
 * "Report a breach": saved at once, however little is written, because the hours run from the moment when the institution became
 * aware (GDPR Art. 33(1)). The data-protection officer is told in the same act.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readInstitution } from "../institution/views.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { breachEvidence } from "./acts/evidence.ts";
import { hadAddress, readReport, type Typed } from "./rules/typed.ts";
import { KINDS, OWN_HOURS } from "./rules.ts";
import { reportWrite, versionWrites } from "./store.ts";

export interface Reported {
  id: string;
  /** The clock began with the report, because the moment could not be read or had not come. */
  assumed: boolean;
  /** An e-mail address was left out of the text. */
  masked: boolean;
}

/** Records it. Refuses only whoever may not, and a house that is not set up. */
export async function reportBreach(deps: Deps, actor: Actor, typed: Typed): Promise<Reported | Refusal> {
  const no = may(actor, "breach.report");
  if (no) return no;
  const institution = await readInstitution(deps.db);
  if (!institution) return refuse("institution.missing");
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const body = readReport(typed, at, institution.timeZone);
  const kind = KINDS.find((one) => one === typed.kind) ?? "breach";
  const id = deps.ids.uuid();
  const code = kind === "exercise" ? "breach.exercise" : "breach.reported";
  const { awareAt } = body;
  const change = [
    reportWrite({ id, kind, awareAt, ownHours: institution.breachHours ?? OWN_HOURS, by, at }),
    ...versionWrites({ id, version: 0, section: "report", body, by, at, moved: {} }),
    raiseWrite({ id: deps.ids.uuid(), code, subject: id, at }),
  ];
  const proof = [await breachEvidence(deps, actor, { id, kind, section: "report", version: 1, body, at })];
  await commit(deps, { change, proof });
  await deps.queue.enqueue({ kind: "tell" });
  await deps.queue.enqueue({ kind: "seal" });
  return { id, assumed: body.assumed === true, masked: hadAddress(typed) };
}
