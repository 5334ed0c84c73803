/** A call that may be repeated has its answer, or came to nothing. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import type { Which } from "./acts/alongside.ts";
import { answeredWrite, letGoWrite } from "./store.ts";

/**
 * Remembers the answer; `answer` null where it says something of a person. What it writes is no evidence. "overtaken": the attempt
 * was slow, wrote nothing, and whatever its verb says, the call is another attempt's by now.
 */
export async function endCall(
  deps: Deps,
  which: Which,
  said: { wrote: boolean; status: number; answer: string | null },
): Promise<"ended" | "overtaken"> {
  const change = [said.wrote ? answeredWrite(which, said) : letGoWrite(which)];
  return (await commit(deps, { change, proof: [] })) === "done" ? "ended" : "overtaken";
}
