/** Evidence of what a list is: events of people name it by its slug, and these say what it was called and promised then. */
import type { Deps } from "../../../deps.ts";
import type { Both } from "../../institution/rules.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { type Actor, actorLabel, viaOf } from "../../staff/rules.ts";
import type { ListKind } from "../rules.ts";

export interface ListAct {
  typ: "list.created" | "list.changed" | "list.ended";
  slug: string;
  kind: ListKind;
  purposeId: string;
  names: Both;
  promise: Both;
  /** The version that the act makes. */
  version: number;
}

/** One event. */
export async function listEvidence(
  deps: Pick<Deps, "db" | "ids" | "vault" | "clock" | "config">,
  actor: Actor,
  { typ, slug, kind, purposeId, names, promise, version }: ListAct,
): Promise<Evidence> {
  const facts = {
    list: slug,
    kind,
    purpose: purposeId,
    ver: String(version),
    names: { ...names },
    promise: { ...promise },
    by: actorLabel(actor),
    ...viaOf(actor),
  };
  return actEvidence(deps, { log: await readLogOrigin(deps.db), at: deps.clock.now(), typ, facts });
}
