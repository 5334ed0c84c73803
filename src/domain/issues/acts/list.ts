/** The list that an issue is written for. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { BASES_OF, type List } from "../../lists/rules.ts";
import { readList } from "../../lists/views.ts";
import { readPurpose } from "../../purposes/views.ts";

/** The list, if issues can be written for it: active, with an active purpose of a fitting basis; press lists get releases. */
export async function issueList(deps: Pick<Deps, "db">, listId: string): Promise<List | Refusal> {
  const list = await readList(deps.db, listId);
  if (list?.state !== "active" || list.kind === "press")
    return refuseForm([{ field: "listId", code: "issues.list_missing" }]);
  const purpose = await readPurpose(deps.db, list.purposeId);
  if (purpose?.state !== "active" || !purpose.basis || !BASES_OF[list.kind].includes(purpose.basis))
    return refuse("issues.no_basis");
  return list;
}
