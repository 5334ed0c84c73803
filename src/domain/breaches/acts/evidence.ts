/** Evidence of what was written of a breach, and when: ids, moments and the SHA-256 (hex) of the text (RFC 8785), not the text. */
import { sha256 } from "@noble/hashes/sha2.js";
import canonicalize from "canonicalize";
import type { Deps } from "../../../deps.ts";
import { hex, utf8 } from "../../../platform/encoding.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { type Actor, actorLabel, viaOf } from "../../staff/rules.ts";
import type { Bodies, BreachKind, Section } from "../rules.ts";

/** One event: the report itself, or a further version of a section. */
export async function breachEvidence(
  deps: Deps,
  actor: Actor,
  w: { id: string; kind: BreachKind; section: Section; version: number; body: Bodies[Section]; at: number },
): Promise<Evidence> {
  const { id, kind, section, version, body, at } = w;
  return actEvidence(deps, {
    log: await readLogOrigin(deps.db),
    at,
    typ: version === 1 ? "breach.reported" : section === "closing" ? "breach.closed" : "breach.recorded",
    facts: {
      breach: id,
      kind,
      section,
      ver: String(version),
      ...("awareAt" in body && { aware: new Date(body.awareAt).toISOString() }),
      content: hex(sha256(utf8(canonicalize(body) ?? ""))),
      by: actorLabel(actor),
      ...viaOf(actor),
    },
  });
}
