/** Ends a visit at once, with the request that it came of: nothing of it stays. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { dropWrites } from "../consent/store/sign-up.ts";
import { readVisit } from "./views.ts";

/** A visit that is over already is no fault. */
export async function signOut(deps: Deps, { visit }: { visit: string }): Promise<void> {
  const found = await readVisit(deps, visit);
  if (!found) return;
  await commit(deps, { change: dropWrites(deps.db, found.intakeId), proof: [] });
  deps.afterErasure();
}
