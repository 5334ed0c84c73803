/** The program pauses a mailing by itself, with the reason, and tells named people. Only a person lets it go on. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { standStillAct } from "./acts/stand-still.ts";
import type { OwnReason } from "./rules/hold.ts";

/** Pauses it. Changes nothing if it neither plans nor sends any more. */
export async function standStill(
  deps: Pick<Deps, "db" | "ids" | "clock" | "queue">,
  mailing: { id: string; reason: OwnReason },
): Promise<void> {
  const change = standStillAct(deps, { ...mailing, at: deps.clock.now() });
  const done = await commit(deps, { change, proof: [] });
  if (done === "done") await deps.queue.enqueue({ kind: "tell" });
}
