/**
 * Evidence of an act of the institution (a mailing sent, a page imported, a notice published): a fresh key for it, sealed
 * under PROOF_KEYS, and the event. Strings come in NFC, whatever keyboard they were typed on (PROOF 6.2).
 */
import type { Deps } from "../../../deps.ts";
import type { Json } from "../rules/canonical.ts";
import { type ActEventType, actEvent, actKeyPlace, type Evidence } from "../rules/event.ts";

export interface ActInput {
  /** Origin of the log. */
  log: string;
  at: number;
  typ: ActEventType;
  facts: Record<string, Json | undefined>;
  /** `personCommitment` of everyone concerned, in the order in which their rows are proved. */
  people?: readonly Uint8Array[];
  /** Where the commitments had to know it before. */
  eid?: string;
}

/** Makes it. Throws on facts that no event may hold (floats, more than 16 kB): a fault of ours. */
export function actEvidence(deps: Pick<Deps, "ids" | "vault" | "config">, input: ActInput): Evidence {
  const { log, at, typ, people, eid = deps.ids.uuid() } = input;
  const key = deps.ids.bytes(32);
  return actEvent({
    log,
    ctl: `${deps.config.publicUrl}/#org`,
    eid,
    at,
    typ,
    key,
    sealedKey: deps.vault.sealProofKey(actKeyPlace(eid), key),
    facts: composed(input.facts) as ActInput["facts"],
    people,
  });
}

function composed(value: Json | undefined | Record<string, Json | undefined>): unknown {
  if (typeof value === "string") return value.normalize("NFC");
  if (Array.isArray(value)) return value.map(composed);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, composed(part)]));
  return value;
}
