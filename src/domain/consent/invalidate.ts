/**
 * "This was not my answer", by the link of a receipt, `/n/:token`: the consent is declared invalid, and the address is
 * treated as after a refusal. The link names one event: once the answer has changed since, it changes nothing. Both the
 * consent and its end stay in the log.
 */
import type { Deps } from "../../deps.ts";
import { NO_MAILING } from "../../platform/tokens.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { afterNo, decidedAlready, decidedLeft } from "./acts/decided.ts";
import type { Door } from "./acts/events.ts";
import { leaveAct } from "./acts/leave.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import type { Decided } from "./rules/outcome.ts";
import type { Standing } from "./rules/standing.ts";
import { type ConsentEvent, readConsentEvent } from "./views/receipt.ts";
import { type LinkView, readTarget } from "./views.ts";

const door: Door = { method: "not-me-page.post", channel: "page", reason: "not-me" };

/** What the link of a receipt stands for. */
export interface NotMeView {
  view: LinkView;
  given: ConsentEvent;
  standing: Standing | undefined;
  /** live: this consent holds. changed: the person is there, and something newer was said. ended: it is over. */
  state: "live" | "changed" | "ended";
}

/** Reads it; undefined for anything that is not such a link. Changes nothing. */
export async function readNotMe(
  deps: Pick<Deps, "db" | "vault" | "tokens" | "clock">,
  token: string,
): Promise<NotMeView | undefined> {
  const target = deps.tokens.read("n", token);
  if (!target) return undefined;
  const { subscriptionId, mailingId: eid } = target;
  const [found, given] = await Promise.all([
    readTarget(deps, token, { subscriptionId, mailingId: NO_MAILING }),
    readConsentEvent(deps.db, eid),
  ]);
  if (!found || !given) return undefined;
  const { view, standing } = found;
  const record = standing?.records.find((r) => r.id === given.recordId);
  const newest = record?.state === "given" && record.version === given.version;
  const state = view.status === "ended" || !standing ? "ended" : newest ? "live" : "changed";
  return { view, given, standing, state };
}

/** Declares the consent invalid. Refuses a link that is not ours; what has changed since is left as it is. */
export async function invalidateConsent(
  deps: Deps,
  input: { token: string },
): Promise<(Decided & { view: LinkView }) | Refusal> {
  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const found = await readNotMe(deps, input.token);
    if (!found) return refuse("consent.link_unknown");
    const { view, standing } = found;
    const at = deps.clock.now();
    const subscription = standing?.subscriptions.find((s) => s.id === view.subscriptionId);
    if (found.state !== "live" || !standing || !subscription) return { ...decidedAlready(view, at), view };
    const { purposeId } = subscription;
    const act = leaveAct(deps, standing, { purposeId, scope: "list", door, at, invalidates: true });
    if ((await commit(deps, act)) === "stale") continue;
    await afterNo(deps, act);
    return { ...decidedLeft(deps, standing, subscription, act, at, view), view };
  }
  throw new Error("an invalidation lost every race for its rows");
}
