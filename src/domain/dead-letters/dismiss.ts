/** "Take off the list": a person has looked at a job that failed, and nothing more is to be done about it. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { membersOf } from "./rules.ts";
import { dropWrite, quietWrite } from "./store.ts";
import { isDead } from "./views.ts";

/** Takes it off. The sweep may still find work in its rows. */
export async function dismissDeadLetter(
  deps: Deps,
  actor: Actor,
  input: { job: string },
): Promise<{ kind: string } | Refusal> {
  const no = may(actor, "delivery.decide");
  if (no) return no;
  if (!(await isDead(deps.db, input.job))) return refuse("dead-letters.unknown");
  const { kind } = membersOf(input.job);
  const change = [dropWrite(input.job), quietWrite(kind, deps.clock.now())];
  return (await commit(deps, { change, proof: [] })) === "done" ? { kind } : refuse("dead-letters.unknown");
}
