/** A call that may be repeated has its answer, or came to nothing. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import type { Which } from "./acts/alongside.ts";
import { answeredWrite, letGoWrite } from "./store.ts";

/** Remembers the answer; `answer` null where it says something of a person. What it writes is no evidence. */
export async function endCall(
  deps: Deps,
  which: Which,
  said: { wrote: boolean; status: number; answer: string | null },
): Promise<void> {
  await commit(deps, { change: [said.wrote ? answeredWrite(which, said) : letGoWrite(which)], proof: [] });
}
