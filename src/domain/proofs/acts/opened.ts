/** What the proof log keeps of an opening: who opened which records, when, on what ground, and who agreed. Nothing names the person. */
import type { Deps } from "../../../deps.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { type Actor, actorLabel, viaOf } from "../../staff/rules.ts";
import type { Ground } from "../rules/opening.ts";

/**
 * `vault.opened`:
 *
 *     {"asked":"2026-11-22T09:00:00.000Z","by":"staff:…","granted":"staff:…","ground":"complaint","opening":"…",
 *      "reason":"…","records":["…"],…}
 */
export async function openedEvidence(
  deps: Pick<Deps, "db" | "ids" | "vault" | "config">,
  actor: Actor,
  o: {
    id: string;
    ground: Ground;
    reason: string;
    records: readonly string[];
    askedAt: number;
    at: number;
    /** The second person. */
    grantedBy?: string | null;
  },
): Promise<Evidence> {
  const facts = {
    opening: o.id,
    records: [...o.records].sort(),
    ground: o.ground,
    reason: o.reason,
    asked: new Date(o.askedAt).toISOString(),
    by: actorLabel(actor),
    ...(o.grantedBy && { granted: o.grantedBy }),
    ...viaOf(actor),
  };
  return actEvidence(deps, { log: await readLogOrigin(deps.db), at: o.at, typ: "vault.opened", facts });
}
