/** From an act to what the person is told. */
import type { Deps } from "../../../deps.ts";
import type { Decided } from "../rules/outcome.ts";
import type { LiveSubscription, Standing } from "../rules/standing.ts";
import type { LinkView } from "../views.ts";
import type { LeaveAct } from "./leave.ts";
import { sealReturn } from "./return-seal.ts";

/** Nothing was written: it was so before. What became of other lists is not known from an old link. */
export function decidedAlready(view: LinkView, now: number): Decided {
  return {
    decision: "already",
    at: view.endedAt ?? now,
    ended: [],
    remaining: view.otherLists.map((l) => l.names),
    erased: false,
    eid: "",
    kept: view.kept,
  };
}

/** What follows a "yes" at once: its entry is sealed, its receipt goes out. */
export async function afterYes(deps: Pick<Deps, "queue">): Promise<void> {
  await deps.queue.enqueue({ kind: "seal" });
  await deps.queue.enqueue({ kind: "receipts" });
}

/** What follows a "no" at once: its entry is sealed, and the last mail goes out where one is owed. */
export async function afterNo(
  deps: Pick<Deps, "queue" | "afterErasure">,
  act: Pick<LeaveAct, "erased" | "lastMailUntil">,
): Promise<void> {
  if (act.erased) deps.afterErasure();
  await deps.queue.enqueue({ kind: "seal" });
  if (act.lastMailUntil !== undefined) await deps.queue.enqueue({ kind: "receipts" });
}

/** A "yes" was recorded. */
export function decidedGiven(view: LinkView, eid: string, at: number): Decided {
  return { decision: "given", at, ended: [], remaining: [view.list.names], erased: false, eid, kept: view.kept };
}

/** A "no" was recorded. The way back is sealed to this browser where the purpose rests on consent. */
export function decidedLeft(
  deps: Pick<Deps, "vault">,
  standing: Standing,
  subscription: LiveSubscription,
  act: LeaveAct,
  at: number,
  view: Pick<LinkView, "statement"> & { mailingId?: string },
): Decided {
  const { language } = standing.person;
  const text = view.statement[language] ?? Object.values(view.statement)[0];
  const seal = () =>
    sealReturn(deps.vault, {
      address: standing.address.address,
      name: standing.address.name,
      language,
      listId: subscription.listId,
      subscriptionId: subscription.id,
      personId: standing.person.id,
      mailingId: view.mailingId,
      leaf: act.leaf,
      noticeSha256: (text as { sha256: string }).sha256,
      at,
    });
  return {
    decision: act.decision,
    at,
    ended: act.ended.map((s) => s.listNames),
    remaining: act.remaining.map((s) => s.listNames),
    erased: act.erased,
    eid: act.eid,
    kept: act.kept,
    certificate: act.certificate,
    ...(act.lastMailUntil !== undefined ? { lastMailUntil: act.lastMailUntil } : {}),
    ...(subscription.basis === "a" && text && !standing.address.lost ? { returnSeal: seal() } : {}),
  };
}
