/**
 * The bundle of everybody who answered a campaign, or of a purpose between two days, to be handed out: without addresses, in
 * parts where there are many. It is sent as it is written, so nothing of it is kept in the house and nothing has to expire;
 * every part that is downloaded is on record, with its reason, before its first byte leaves.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { readMailing } from "../campaigns/views.ts";
import { bundleAct } from "../exports/acts/handed-out.ts";
import { readInstitution } from "../institution/views.ts";
import { readPurpose } from "../purposes/views.ts";
import { commitReading, mayRead } from "../read-log/acts/record.ts";
import { type Actor, may } from "../staff/rules.ts";
import { bundleOfMany, type Named, partsOfMany, RECORDS_IN_PART } from "./acts/bundle/many.ts";
import { exportLines } from "./acts/lines.ts";
import { type ManyAsked, momentsOf, rangeProblems } from "./rules/many.ts";
import { type Ground, groundProblems, tidyReason } from "./rules/opening.ts";
import type { Many } from "./views/many.ts";

/** What would be exported: the name, and how many records in how many parts. Counts only: nothing is put on record. */
export async function measureExport(
  deps: Deps,
  actor: Actor,
  asked: ManyAsked,
): Promise<{ named: Named; records: number; parts: number } | Refusal> {
  const no = may(actor, "proof.export");
  if (no) return no;
  const what = await whatOf(deps, asked);
  return isRefusal(what) ? what : { named: what.named, ...(await partsOfMany(deps, what.many)) };
}

/** One part, from 1, in pieces to send on. */
export async function exportMany(
  deps: Deps,
  actor: Actor,
  asked: ManyAsked,
  { part, ground, reason }: { part: number; ground: string; reason: string },
): Promise<{ bytes: AsyncGenerator<Uint8Array>; parts: number } | Refusal> {
  const no = await mayRead(deps, actor, "proof.export", { act: "proofs.export" });
  if (no) return no;
  const what = await whatOf(deps, asked);
  if (isRefusal(what)) return what;
  const problems = groundProblems({ ground, reason });
  if (problems.length > 0) return refuseForm(problems);
  const [{ parts, records: count }, bytes] = await Promise.all([
    partsOfMany(deps, what.many),
    bundleOfMany(deps, what.many, what.named, { part }),
  ]);
  if (!bytes) return refuse("proofs.nothing_to_export");
  const why = `${ground}: ${tidyReason(reason)}${parts > 1 ? ` (${part}/${parts})` : ""}`;
  const act = await bundleAct(deps, actor, {
    kind: "proofs",
    subject: what.subject,
    ground: ground as Ground,
    reason: why,
    people: Math.min(RECORDS_IN_PART, count - (part - 1) * RECORDS_IN_PART),
  });
  const lines = exportLines({ subject: what.subject, records: [], reason: why, count });
  if ((await commitReading(deps, actor, lines, act)) === "stale") throw new Error("an export could not be recorded");
  return { bytes, parts };
}

/** A campaign that was sent, or a purpose with its moments. */
async function whatOf(deps: Deps, asked: ManyAsked): Promise<{ many: Many; named: Named; subject: string } | Refusal> {
  if (asked.kind === "campaign") {
    const mailing = await readMailing(deps.db, asked.mailingId);
    if (!mailing?.frozen || mailing.kind === "reminder") return refuse("campaigns.unknown");
    const many = { kind: "campaign" as const, mailingId: mailing.id };
    return { many, named: { title: mailing.title }, subject: mailing.id };
  }
  const problems = rangeProblems(asked);
  if (problems.length > 0) return refuseForm(problems);
  const [purpose, office] = await Promise.all([readPurpose(deps.db, asked.purposeId), readInstitution(deps.db)]);
  if (!purpose || !office) return refuse("purposes.unknown");
  const moments = momentsOf(asked.firstDay, asked.lastDay, office.timeZone);
  const many = { kind: "purpose" as const, purposeId: purpose.id, ...moments };
  return { many, named: { names: purpose.sheet.names }, subject: purpose.id };
}
