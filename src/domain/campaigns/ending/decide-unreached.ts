/**
 * A person decides about those whom the question did not reach: they stay on the list and may be asked again, or they
 * leave it. They are never taken for silent. Leaves `mailing.unreached-decided`, and for those who leave `address.removed`.
 */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import { readUnreached, readUnreachedPage } from "../../messages/views/silent.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { expireAct } from "../acts/expire.ts";
import { mayDecideUnreached, type UnreachedDecision } from "../rules/ending.ts";
import { unreachedWrite } from "../store/ending.ts";
import { type Mailing, readMailing } from "../views.ts";

export interface UnreachedInput {
  id: string;
  decision: UnreachedDecision;
  /** How many people the page showed. */
  people: number;
}

const PAGE = 200;
const TRIES = 10;

/** Decides; anew only where more were not reached than before. Refuses while the mailing is under way, and where the number is another one by now. */
export async function decideUnreached(
  deps: Deps,
  actor: Actor,
  input: UnreachedInput,
): Promise<{ id: string; people: number } | Refusal> {
  const no = may(actor, input.decision === "remove" ? "campaign.close" : "campaign.unreached");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing?.frozen || mailing.kind === "reminder") return refuse("campaigns.unknown");
  const { people } = await readUnreached(deps.db, mailing.id);
  const refusal = mayDecideUnreached(mailing, people);
  if (refusal) return refusal;
  if (people !== input.people) return refuse("messages.number_stale", { values: { n: people } });
  const by = actorLabel(actor);
  const removed = input.decision === "remove" ? await removeAll(deps, mailing, by) : 0;
  const at = deps.clock.now();
  const office = await readInstitutionRow(deps.db);
  const facts = {
    mailing: mailing.id,
    decision: input.decision,
    n: people,
    ...(removed && { removed }),
    by,
    ...viaOf(actor),
  };
  const done = await commit(deps, {
    change: [unreachedWrite(mailing.id, mailing.ending?.unreached?.at, { decision: input.decision, people, by, at })],
    proof: [actEvidence(deps, { log: office?.logOrigin ?? "", at, typ: "mailing.unreached-decided", facts })],
  });
  await deps.queue.enqueue({ kind: "seal" });
  return done === "done" ? { id: mailing.id, people } : refuse("form.stale");
}

/** Page by page; whoever left, came or answered in between is read anew. Returns how many left. */
async function removeAll(deps: Deps, mailing: Mailing, by: string): Promise<number> {
  const office = await readInstitutionRow(deps.db);
  if (!office || !mailing.frozen) throw new Error("a mailing was sent before set-up");
  let removed = 0;
  for (let lost = 0; lost < TRIES; ) {
    const page = await readUnreachedPage(deps.db, mailing.id, PAGE);
    if (page.length === 0) return removed;
    const act = await expireAct(deps, { mailing, frozen: mailing.frozen, office, removedBy: by }, page);
    if ((await commit(deps, act)) === "stale") lost++;
    else {
      removed += page.length;
      if (act.erased) deps.afterErasure();
    }
  }
  throw new Error("people who were not reached lost every race for their rows");
}
