/**
 * A person's word about unusual volume: these are people (a broadcast named us, a campaign runs), so confirmation mails go at
 * full speed for a day; or he takes that word back. The caps of a mailbox and of a network hold on.
 */
import type { Deps } from "../../deps.ts";
import type { Refusal } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { DAY_MS } from "./rules/caps.ts";
import { gateWrite, wakeWrite } from "./store.ts";

/** `go`: at full speed for a day, beginning with those who wait. Otherwise at the pace of the house again. */
export async function letSignUpsGo(
  deps: Deps,
  actor: Actor,
  { go }: { go: boolean },
): Promise<{ until: number | undefined } | Refusal> {
  const no = may(actor, "delivery.decide");
  if (no) return no;
  const at = deps.clock.now();
  const until = go ? at + DAY_MS : at;
  await commit(deps, {
    change: [
      gateWrite({ goUntil: until, by: actorLabel(actor), at }),
      ...(go ? [wakeWrite(at), overWrite(["sign-up.unusual"], "sign-up", at)] : []),
    ],
    // Nothing about a person is said or changed by it.
    proof: [],
  });
  if (go) await deps.queue.enqueue({ kind: "recover" });
  return { until: go ? until : undefined };
}
