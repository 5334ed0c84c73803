/** One page of the planned messages of a cancelled mailing is taken back. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { takeBackWrite } from "./store/plan.ts";
import { hasPlanned } from "./views/planned.ts";

const PAGE = 5_000;

/** `done`: none is left. Safe to run twice. */
export async function takeBackPage(deps: Deps, mailingId: string): Promise<"more" | "done"> {
  await commit(deps, { change: [takeBackWrite(mailingId, PAGE)], proof: [] });
  return (await hasPlanned(deps.db, mailingId)) ? "more" : "done";
}
