/**
 * A page of the people on a list, their addresses partly hidden: on record before it is shown, with how many there were.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import type { List } from "../lists/rules.ts";
import { readList, readListCounts } from "../lists/views.ts";
import { mayRead, recordReading } from "../read-log/acts/record.ts";
import type { Actor } from "../staff/rules.ts";
import { type MemberPage, type MembersAsked, readMembers } from "./views.ts";

export interface MembersSeen {
  list: List;
  counts: { active: number; unproven: number };
  page: MemberPage;
}

/** Shows the page. */
export async function listMembers(deps: Deps, actor: Actor, ask: MembersAsked): Promise<MembersSeen | Refusal> {
  const list = await readList(deps.db, ask.listId);
  const of = { act: "list.members", subject: list?.id } as const;
  const no = await mayRead(deps, actor, "desk.see", of);
  if (no) return no;
  if (!list) return refuse("page.not_found");
  const counts = (await readListCounts(deps.db, list.id)).get(list.id) ?? { active: 0, unproven: 0 };
  const there = ask.state ? counts[ask.state] : counts.active + counts.unproven;
  // Of a list without people nothing is seen.
  if (there === 0) return { list, counts, page: { rows: [] } };
  const recorded = await recordReading(deps, actor, { ...of, count: Math.min(there, ask.limit) });
  return { list, counts, page: await readMembers(deps, recorded, ask) };
}
