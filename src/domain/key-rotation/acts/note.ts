/** Remembers how the keys stand, where that is another thing than what is remembered. */
import type { Deps } from "../../../deps.ts";
import { commit } from "../../commit.ts";
import type { KeyFacts } from "../rules/fate.ts";
import { historyWrite } from "../store.ts";
import { hasRows, type KeyHistory, readHistory, readKeyFacts } from "../views.ts";

/** Looks at every key; writes only what has changed. */
export async function noteKeys(deps: Pick<Deps, "db" | "config" | "clock" | "ids">): Promise<void> {
  // From the moment that a key is known to be an old one, rows that do not tell their key are looked for under it.
  if (await note(deps)) await note(deps);
}

async function note(deps: Pick<Deps, "db" | "config" | "clock" | "ids">): Promise<boolean> {
  const [facts, before] = await Promise.all([readKeyFacts(deps, { counted: false }), readHistory(deps.db)]);
  const now = deps.clock.now();
  const change = facts.flatMap((key) => {
    const was = before.find(({ ring, keyId }) => ring === key.ring && keyId === key.id);
    const is = historyOf(key, now);
    return was && JSON.stringify(was) === JSON.stringify(is) ? [] : [historyWrite(is)];
  });
  if (change.length > 0) await commit(deps, { change, proof: [] });
  return change.length > 0;
}

/** What is true of a key now. Times that were noted stay as long as what they say does. */
function historyOf(
  { ring, id, place, rows, newestFrom, newestTo, emptySince, goneAt }: KeyFacts,
  now: number,
): KeyHistory {
  const needed = rows.moved + rows.ends + rows.stays > 0;
  const used = newestFrom !== null || newestTo !== null || needed;
  return {
    ring,
    keyId: id,
    newestFrom: place === 0 ? (newestFrom ?? now) : newestFrom,
    newestTo: place === 0 || !used ? null : (newestTo ?? now),
    emptySince: place === 0 || !used || needed || !hasRows(ring) ? null : (emptySince ?? now),
    goneAt: place === undefined ? (goneAt ?? now) : null,
  };
}
