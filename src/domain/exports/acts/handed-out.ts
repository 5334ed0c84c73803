/**
 * A bundle of proofs leaves the proof desk: the same disclosure as any other file. It never waited, so it is written down as
 * handed out. A bundle of many holds no addresses and names nobody in this register; the bundle of one person names him, so
 * that he is told of it if he leaves. What he asked for himself is no disclosure: it is his.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import type { Ground } from "../../proofs/rules/opening.ts";
import { type Actor, actorLabel, viaOf } from "../../staff/rules.ts";
import type { Recipient } from "../rules.ts";
import { handedOutWrites } from "../store.ts";

/** Who gets a bundle, by what asks for it. */
const RECIPIENT: Record<Exclude<Ground, "request">, Recipient> = {
  complaint: "authority",
  authority: "authority",
  claim: "other",
  audit: "other",
};

export interface Bundle {
  kind: "proofs" | "person";
  /** Mailing or purpose. */
  subject: string | null;
  ground: Ground;
  reason: string;
  people: number;
  /** Of one person who is held. */
  personId?: string | undefined;
}

/** What commits with the line of the read log; nothing for the person's own request. */
export async function bundleAct(
  deps: Deps,
  actor: Actor,
  bundle: Bundle,
): Promise<{ change: Write[]; proof: Evidence[] }> {
  const { kind, subject, ground, reason, people, personId } = bundle;
  if (ground === "request") return { change: [], proof: [] };
  const id = deps.ids.uuid();
  const at = deps.clock.now();
  const recipient = RECIPIENT[ground];
  const by = actorLabel(actor);
  const row = { id, kind, subject, recipient, recipientName: "", reason, people, askedBy: by, askedAt: at, personId };
  const facts = { export: id, kind, n: people, to: recipient, by, ...viaOf(actor) };
  const log = await readLogOrigin(deps.db);
  return {
    change: handedOutWrites(deps.db, row),
    proof: [actEvidence(deps, { log, at, typ: "export.handed-out", facts })],
  };
}
