/**
 * What follows for an address whose mail was refused, whoever brought the news (an event of the provider, or the mail
 * server at once): it ends, it is held for a person to decide, or only the message says it. Assembled here, committed by
 * the verbs.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { raiseWrite } from "../../alerts/store.ts";
import { unreachableAct } from "../../consent/acts/unreachable.ts";
import { holdWrite } from "../../consent/store/hold.ts";
import { readLastYes, readReachable } from "../../consent/views/reachable.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import { domainOf } from "../../people/rules.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { type BounceClass, consequenceOf, isSoft, outlasted, reasonOf } from "../rules/bounce.ts";
import { SURGE_MS } from "../rules/stop.ts";
import { refusedThereHolds, refusedThereWrite } from "../store/event.ts";
import { type NamedMessage, readPast } from "../views/event.ts";
import { markOf, readRefusals, readSurgeFrom } from "../views/stop.ts";

export interface Drawn {
  change: Write[];
  proof: Evidence[];
  /** An address was deleted. */
  erased: boolean;
  /** An address is held, and an alert says so. */
  held: boolean;
}

export const NOTHING: Drawn = { change: [], proof: [], erased: false, held: false };

export interface Refused {
  found: BounceClass;
  /** When it was refused. */
  at: number;
  /** The receiving side said so now; false where the provider only remembers an earlier refusal. */
  there: boolean;
}

/**
 * Draws the consequences. None if the person is gone, or has said "yes" since: then he was reached. Stale if an address is
 * to end and its domain has begun to refuse in a wave meanwhile.
 */
export async function refusedAct(deps: Deps, message: NamedMessage, { found, at, there }: Refused): Promise<Drawn> {
  const [who] = await readReachable(deps, [message.personId]);
  if (!who || (await readLastYes(deps.db, message.personId)) > at) return NOTHING;
  const now = deps.clock.now();
  const mailing = { id: message.mailingId, resumedAt: message.resumedAt };
  // Of an address whose key is lost nobody can say where it is: it counts for no domain.
  const mark = who.normalised === undefined ? "" : markOf(deps.vault, domainOf(who.normalised));
  const counter = { mailingId: mailing.id, since: mailing.resumedAt ?? 0, mark };
  // A full mailbox is its owner's matter and says nothing of the domain.
  const counted = there && found !== "full" && mark ? 1 : 0;
  const refused = (await readRefusals(deps, mailing, mark, now)) + counted;
  const from = found === "address" && mark ? await readSurgeFrom(deps, mailing, { mark, refused }, now) : undefined;
  const surge = from !== undefined && refused >= from;
  const counts = counted ? [refusedThereWrite(counter, now, now + SURGE_MS)] : [];

  const past = isSoft(found) ? await readPast(deps.db, message.subscriptionId) : [];
  const fates = past.map((p) => (p.mailingId === message.mailingId ? { ...p, fate: "soft" as const } : p));
  const does = consequenceOf(found, { surge, outlasted: outlasted(fates) });
  if (does === "end") {
    const office = await readInstitutionRow(deps.db);
    if (!office) return NOTHING;
    const why = { mailing: message.mailingId, reason: reasonOf(found), by: "system:bounce" };
    const act = unreachableAct(deps, [who], { office, at: now, ...why });
    const calm = from === undefined ? [] : [refusedThereHolds(counter, now, from - counted)];
    return { change: [...calm, ...counts, ...act.change], proof: act.proof, erased: true, held: false };
  }
  const live = who.subscriptions.filter((s) => s.id === message.subscriptionId).map((s) => s.id);
  if (does === "note" || live.length === 0) return { ...NOTHING, change: counts };
  const alert = raiseWrite({ id: deps.ids.uuid(), code: "mailing.held", subject: message.mailingId, at: now });
  return { change: [...counts, holdWrite(live, now), alert], proof: [], erased: false, held: true };
}
