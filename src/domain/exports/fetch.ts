/**
 * An export leaves the house: the file is written from the live rows while it is sent, so whoever left or was erased since it
 * was asked for is not in it. Before its first byte it is a disclosure: in the read log, in the proof log, and for each
 * person by the number of his row, so that its recipient can be told (GDPR Art. 19).
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { readLogOrigin } from "../institution/views.ts";
import type { List } from "../lists/rules.ts";
import { readList } from "../lists/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { commitReading, mayRead } from "../read-log/acts/record.ts";
import { type Actor, actorLabel, viaOf } from "../staff/rules.ts";
import { type Column, type ListForm, stageOf } from "./rules.ts";
import { fetchedWrite } from "./store.ts";
import { countRows, type LiveRow, readExport, readLiveRows } from "./views.ts";

const PAGE = 500;

export interface Fetched {
  list: List;
  columns: readonly Column[];
  language: ListForm["language"];
  pages: AsyncGenerator<LiveRow[]>;
}

/** Hands it out to whoever asked for it; again within its day, and counted again. */
export async function fetchExport(deps: Deps, actor: Actor, input: { id: string }): Promise<Fetched | Refusal> {
  const no = await mayRead(deps, actor, "people.export", { act: "export.fetch" });
  if (no) return no;
  const one = await readExport(deps.db, input.id);
  const subject = one?.subject;
  if (one?.kind !== "list" || !subject) return refuse("exports.unknown");
  if (one.askedBy !== actorLabel(actor)) return refuse("exports.not_yours");
  const now = deps.clock.now();
  const stage = stageOf(one, now);
  if (stage === "making") return refuse("exports.not_ready");
  if (stage === "over") return refuse("exports.over");
  const [list, people, log] = await Promise.all([
    readList(deps.db, subject),
    countRows(deps.db, one.id),
    readLogOrigin(deps.db),
  ]);
  if (!list) return refuse("lists.unknown");
  if (people === 0) return refuse("exports.nobody");
  const { columns, language } = one.form;
  const facts = {
    export: one.id,
    kind: one.kind,
    list: list.slug,
    n: people,
    columns: [...columns],
    to: one.recipient,
    by: actorLabel(actor),
    ...viaOf(actor),
  };
  const reading = { act: "export.fetch" as const, subject, count: people, reason: one.reason };
  const done = await commitReading(deps, actor, [reading], {
    change: [fetchedWrite(one.id, now)],
    proof: [actEvidence(deps, { log, at: now, typ: "export.handed-out", facts })],
  });
  if (done === "stale") return refuse("exports.over");
  await deps.queue.enqueue({ kind: "seal" });
  return { list, columns, language, pages: readLiveRows(deps, done, one.id, PAGE) };
}
