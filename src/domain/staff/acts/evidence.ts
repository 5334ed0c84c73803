/** Evidence of who let whom in: ids and roles, never a name or an address. */
import type { Deps } from "../../../deps.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import type { Actor, Role } from "../rules.ts";

export interface StaffAct {
  typ:
    | "staff.invited"
    | "staff.role-changed"
    | "staff.disabled"
    | "staff.enabled"
    | "staff.link-made"
    | "staff.second-factor-set"
    | "staff.second-factor-reset";
  /** The member concerned. */
  user: string;
  role?: Role;
  from?: Role;
  /** Of a reset that a second person granted: who asked, and why. */
  asker?: string;
  reason?: string;
  /** Of an account that ended: with whom its work stays, and how much of it by kind. */
  successor?: string;
  handed?: Record<string, number>;
  /** What ended with it. */
  ended?: Record<string, number>;
}

/** One event; none before set-up, when there is no log yet (the first admin sets the institution up). */
export async function staffEvidence(
  deps: Pick<Deps, "db" | "ids" | "vault" | "clock" | "config">,
  actor: Actor,
  { typ, ...about }: StaffAct,
): Promise<Evidence[]> {
  const institution = await readInstitutionRow(deps.db);
  if (!institution) return [];
  return [
    actEvidence(deps, {
      log: institution.logOrigin,
      at: deps.clock.now(),
      typ,
      facts: { ...about, ...(actor.kind === "staff" ? { by: actor.id, via: actor.via } : {}) },
    }),
  ];
}
