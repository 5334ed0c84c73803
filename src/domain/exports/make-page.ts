/**
 * The `export-page` job: puts the next page of a list into an export, as numbers and ids; no address is opened, and none
 * is in it whose key is gone. Killed at any
 * instant, the cursor tells the next run where to go on; the last turn makes it ready for a day.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { type Export, MAKING_MS, type Mark } from "./rules.ts";
import { pageWrites, readyWrite } from "./store.ts";
import { readExport, readPageEnd } from "./views.ts";

const PAGE = 2_000;

/** Does one page and enqueues the next. Safe to run twice: the second finds the cursor moved. */
export async function makeExportPage(deps: Deps, exportId: string): Promise<void> {
  const one = await readExport(deps.db, exportId);
  const now = deps.clock.now();
  if (one?.state !== "making" || one.subject === null || one.askedAt <= now - MAKING_MS) return;
  const from = one.cursor === null ? undefined : (JSON.parse(one.cursor) as Mark);
  const to = await nextEnd(deps, one, one.subject, from);
  const keyIds = deps.config.rings.ADDRESS_KEYS.all.map(({ id }) => id);
  const change = to ? pageWrites(one, from, to, keyIds) : [readyWrite(one, now)];
  // Ids of people on a list, for a file that leaves only by a person's press: there is nothing to prove yet.
  const done = await commit(deps, { change, proof: [] });
  if (to && done === "done") await deps.queue.enqueue({ kind: "export-page", exportId });
}

/** Those who may be mailed come first; the others only where they were asked for. */
async function nextEnd(
  deps: Deps,
  { form }: Export,
  listId: string,
  from: Mark | undefined,
): Promise<Mark | undefined> {
  const next = (state: Mark["state"]) => readPageEnd(deps.db, listId, state, from, PAGE);
  const active = from?.state === "unproven" ? undefined : await next("active");
  return active ?? (form.whom === "all" ? next("unproven") : undefined);
}
