/** What every end of a request writes: the answer, the end of the pause, the end of its alerts. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { overWrite } from "../../alerts/store.ts";
import { type Actor, actorLabel } from "../../staff/rules.ts";
import { type Contents, contentsPlace, type RequestOutcome, type RightsRequest } from "../rules.ts";
import { liftWrite } from "../store/pause.ts";
import { answerWrite } from "../store.ts";
import { tagsOf } from "./tags.ts";

/** `contents` undefined: who asked, and his words, go in this act. */
export function closingWrites(
  deps: Deps,
  actor: Actor,
  request: Pick<RightsRequest, "id" | "right">,
  end: { outcome: RequestOutcome; answeredDay: string; at: number },
  contents: Contents | undefined,
  tags = tagsOf(deps, contents),
): Write[] {
  const { id, right } = request;
  const sealed = contents ? deps.vault.seal(contentsPlace(id), JSON.stringify(contents)) : null;
  return [
    answerWrite({ id, ...end, sealed, by: actorLabel(actor) }),
    // Restriction was asked for and granted: it is no pause any more.
    liftWrite(tags, right === "restrict" && end.outcome !== "refused"),
    overWrite(["request.own", "request.due", "request.over"], id, end.at),
  ];
}
