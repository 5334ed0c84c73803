/**
 * Evidence of what a purpose is: it becomes active, its sheet is corrected, it ends. Consents name purpose and version; which
 * sheet of the processing register that was is shown by its hash, SHA-256 (hex) over the RFC 8785 bytes of the sheet.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import canonicalize from "canonicalize";
import type { Deps } from "../../../deps.ts";
import { hex, utf8 } from "../../../platform/encoding.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { type Actor, actorLabel, viaOf } from "../../staff/rules.ts";
import type { Basis, PurposeSheet } from "../rules.ts";

export interface PurposeAct {
  typ: "purpose.activated" | "purpose.changed" | "purpose.ended";
  id: string;
  slug: string;
  /** The version that the act makes. */
  version: number;
  basis: Basis | null;
  sheet: PurposeSheet;
}

/** One event. */
export async function purposeEvidence(
  deps: Pick<Deps, "db" | "ids" | "vault" | "clock" | "config">,
  actor: Actor,
  { typ, id, slug, version, basis, sheet }: PurposeAct,
): Promise<Evidence> {
  const facts = {
    purpose: id,
    slug,
    ver: String(version),
    basis: basis ? `eu-gdpr:A6-1-${basis}` : undefined,
    sheet: hex(sha256(utf8(canonicalize(sheet) ?? ""))),
    by: actorLabel(actor),
    ...viaOf(actor),
  };
  return actEvidence(deps, { log: await readLogOrigin(deps.db), at: deps.clock.now(), typ, facts });
}
