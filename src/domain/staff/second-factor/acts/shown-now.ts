/** Whether the member who sits there shows his authenticator now: asked before an act on the second factor itself. */
import type { Deps } from "../../../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../../../refusal.ts";

/** A refusal unless the code is right; every try is counted and logged. */
export async function shownNow(
  deps: Deps,
  input: { headers: Headers; code: string; client: string },
): Promise<{ shown: true } | Refusal> {
  if (input.code.trim() === "") return refuseForm([{ field: "code", code: "staff.second_missing" }]);
  const entry = await deps.auth.second.show(input);
  if (entry.outcome === "in") return { shown: true };
  return entry.outcome === "wait"
    ? refuse("staff.second_wait", { values: { minutes: Math.ceil(entry.waitSeconds / 60) } })
    : refuseForm([{ field: "code", code: "staff.second_wrong" }]);
}
