/** Every minute: tells the officer again where a clock of a breach runs out and nothing is decided. Each once. */
import type { Deps } from "../../deps.ts";
import { raiseOnceWrite } from "../alerts/store.ts";
import { readRaised } from "../alerts/views.ts";
import { commit } from "../commit.ts";
import { dueCodes } from "./rules.ts";
import { readOpenBreaches } from "./views.ts";

const MOST = 200;

/** Raises what is due. Safe to run twice. */
export async function watchBreaches(deps: Deps): Promise<void> {
  const at = deps.clock.now();
  const open = await readOpenBreaches(deps.db, MOST);
  const raised = await readRaised(
    deps.db,
    open.map(({ id }) => id),
  );
  const change = open.flatMap((b) =>
    dueCodes(b, at)
      .filter((code) => !raised.some((one) => one.code === code && one.subject === b.id))
      .map((code) => raiseOnceWrite({ id: deps.ids.uuid(), code, subject: b.id, at })),
  );
  if (change.length === 0) return;
  await commit(deps, { change, proof: [] });
  await deps.queue.enqueue({ kind: "tell" });
}
