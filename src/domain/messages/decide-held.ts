/**
 * A person decides about the addresses that are held because a receiving system refused a mailing for reasons of its own:
 * they are mailed again, or they end as dead. The program never decides it, and whoever leaves meanwhile has left.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { readMailing } from "../campaigns/views.ts";
import { commit } from "../commit.ts";
import { unreachableAct } from "../consent/acts/unreachable.ts";
import { releaseWrite } from "../consent/store/hold.ts";
import { readReachable } from "../consent/views/reachable.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { readHeld, readHeldPage } from "./views/held.ts";

export interface HeldDecision {
  mailingId: string;
  /** release: they get later mail. end: all their lists end, the address is deleted. */
  decision: "release" | "end";
}

const PAGE = 200;
const TRIES = 10;

/** Decides for all of the mailing; returns how many people it was about. Nobody held is not a refusal. */
export async function decideHeld(
  deps: Deps,
  actor: Actor,
  { mailingId, decision }: HeldDecision,
): Promise<{ people: number } | Refusal> {
  const no = may(actor, "delivery.decide");
  if (no) return no;
  const office = await readInstitutionRow(deps.db);
  if (!office || !(await readMailing(deps.db, mailingId))) return refuse("campaigns.unknown");
  const at = deps.clock.now();
  const over = overWrite(["mailing.held"], mailingId, at);
  const by = actorLabel(actor);
  const { people } = await readHeld(deps.db, mailingId);
  if (decision === "end") await endAll(deps, mailingId, office, by);
  const facts = { mailing: mailingId, released: people, by };
  const released = actEvidence(deps, { log: office.logOrigin, at, typ: "address.released", facts });
  // What ended has left its evidence page by page; where nobody is held any more only the alert is over.
  const act =
    decision === "end" || people === 0
      ? { change: [over], proof: [] }
      : { change: [releaseWrite(mailingId), over], proof: [released] };
  await commit(deps, act);
  if (people > 0) await deps.queue.enqueue({ kind: "seal" });
  return { people };
}

/** Page by page; whoever left, came or answered in between is read anew. */
async function endAll(
  deps: Deps,
  mailing: string,
  office: { profile: Parameters<typeof unreachableAct>[2]["office"]["profile"]; logOrigin: string },
  by: string,
): Promise<void> {
  for (let lost = 0; lost < TRIES; ) {
    const people = await readReachable(deps, await readHeldPage(deps.db, mailing, PAGE));
    if (people.length === 0) return;
    const act = unreachableAct(deps, people, { office, at: deps.clock.now(), mailing, reason: "bounce.held", by });
    if ((await commit(deps, act)) === "stale") lost++;
    else deps.afterErasure();
  }
  throw new Error("held addresses lost every race for their rows");
}
