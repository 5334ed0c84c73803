/**
 * A list is asked for as a file: why, for whom, and which columns. Nothing leaves yet: a job counts who is in it, page by
 * page, and whoever asked fetches it within a day.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { readList } from "../lists/views.ts";
import { commitReading, mayRead } from "../read-log/acts/record.ts";
import { type Actor, actorLabel } from "../staff/rules.ts";
import { askProblems, type ListAsked, tidyAsked } from "./rules.ts";
import { askWrite } from "./store.ts";

/** Asks for it. The line of the read log stands before the first row is counted. */
export async function askListExport(
  deps: Deps,
  actor: Actor,
  listId: string,
  asked: ListAsked & { language: "lv" | "en" },
): Promise<{ id: string } | Refusal> {
  const no = await mayRead(deps, actor, "people.export", { act: "list.export", subject: listId });
  if (no) return no;
  const list = await readList(deps.db, listId);
  if (!list) return refuse("lists.unknown");
  const problems = askProblems(asked);
  if (problems.length > 0) return refuseForm(problems);
  const tidy = tidyAsked(asked, asked.language);
  const id = deps.ids.uuid();
  const row = {
    id,
    subject: list.id,
    ...tidy,
    form: { ...tidy.form },
    askedBy: actorLabel(actor),
    askedAt: deps.clock.now(),
  };
  const reading = { act: "list.export" as const, subject: list.id, reason: tidy.reason };
  const done = await commitReading(deps, actor, [reading], { change: [askWrite(deps.db, row)], proof: [] });
  if (done === "stale") throw new Error("an export could not be written down");
  await deps.queue.enqueue({ kind: "export-page", exportId: id });
  return { id };
}
