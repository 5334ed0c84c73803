/** What happens to a second factor is told to the owner of the account by mail, whoever did it: he notices first what he did not do. */
import type { Deps } from "../../../../deps.ts";
import type { Write } from "../../../../platform/db.ts";
import { raiseWrite } from "../../../alerts/store.ts";
import { readInstitution } from "../../../institution/views.ts";

/** `set`: one is set up. `off`: he took it off. `reset`: others did. `codes`: new recovery codes. `recovery`: one was used. */
export type SecondFactorNews = "set" | "off" | "reset" | "codes" | "recovery";

/** The alert that mails him; it stays on the desk only where no mail reached him. None before set-up: nobody could send it. */
export async function toldWrites(
  deps: Pick<Deps, "db" | "ids" | "clock">,
  userId: string,
  news: SecondFactorNews,
): Promise<Write[]> {
  if (!(await readInstitution(deps.db))) return [];
  return [raiseWrite({ id: deps.ids.uuid(), code: `account.second-${news}`, subject: userId, at: deps.clock.now() })];
}
