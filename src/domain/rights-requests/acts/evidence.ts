/** Evidence of the steps of a request: ids, days and codes; never who asked. */
import type { Deps } from "../../../deps.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { type Actor, actorLabel, viaOf } from "../../staff/rules.ts";

export type RequestAct =
  | { typ: "request.noted"; facts: { right: string; channel: string; received: string; due: string } }
  | { typ: "request.extended"; facts: { ground: string; due: string } }
  | { typ: "request.answered"; facts: { outcome: string; answered: string; act?: string; lifted?: string } };

/** One event. */
export async function requestEvidence(deps: Deps, actor: Actor, id: string, act: RequestAct): Promise<Evidence> {
  return actEvidence(deps, {
    log: await readLogOrigin(deps.db),
    at: deps.clock.now(),
    typ: act.typ,
    facts: { request: id, ...act.facts, by: actorLabel(actor), ...viaOf(actor) },
  });
}
