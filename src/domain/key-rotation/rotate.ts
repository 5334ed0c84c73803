/**
 * The `rotate` job: brings rows that are under an old key under the newest one, a page at a time. What is left to do is
 * whatever rows the old keys still have, so a job that was killed has lost nothing, and the next one goes on. A page is one
 * batch: each value is replaced only where it still is what was read.
 */
import type { Deps } from "../../deps.ts";
import type { Key } from "../../platform/keys.ts";
import { commit } from "../commit.ts";
import { MOVES, type Move, readLeft, readPage } from "./acts/moves.ts";

/** Rows of one page: some milliseconds in which an embedded database does nothing else. Each tag moves to another place of its index. */
const PAGE = 25;
/** Pages of one job, so that a queue's own limits are far. */
const PAGES = 80;

/** Moves the next pages; enqueues itself while rows move, and says whether any did. Safe to run twice. */
export async function rotate(deps: Deps): Promise<boolean> {
  const moved = (await movePages(deps, PAGES)) > 0;
  if (moved) await deps.queue.enqueue({ kind: "rotate" });
  return moved;
}

/** Moves up to so many pages; gives the rows that came under the newest key. */
async function movePages(deps: Deps, pages: number): Promise<number> {
  let moved = 0;
  let left = pages;
  for (const move of MOVES)
    for (const key of deps.config.rings[move.place.ring].all.slice(1)) {
      for (let after = 0; left > 0; ) {
        const page = await movePage(deps, move, key, after);
        if (!page) break;
        after = page.after;
        moved += page.moved;
        // Rows that cannot be moved hold nobody up.
        if (page.moved > 0) left--;
        await deps.queue.calm?.();
      }
      if (left === 0) return moved;
    }
  return moved;
}

async function movePage(
  deps: Deps,
  move: Move,
  key: Key,
  after: number,
): Promise<{ after: number; moved: number } | undefined> {
  const page = await readPage(deps, move, key, { after, size: PAGE });
  if (!page) return undefined;
  if (!page.write) return { after: page.after, moved: 0 };
  await commit(deps, { change: [page.write], proof: [] });
  const told = move.place.says.by === "seal" ? key.idBytes : key.id;
  return { after: page.after, moved: page.ids.length - (await readLeft(deps, move, told, page.ids)) };
}
