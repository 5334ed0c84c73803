/** Remembers how the keys stand, where that is another thing than what is remembered, and raises what a person should know. */
import type { Deps } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import { overWrite, raiseOnceWrite, raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readInstitution } from "../institution/views.ts";
import { fateOf, type KeyFacts } from "./rules/fate.ts";
import { historyWrite } from "./store.ts";
import { hasRows, type KeyHistory, readHistory, readKeyFacts, UNSAID } from "./views.ts";

type NoteDeps = Pick<Deps, "db" | "config" | "clock" | "ids" | "queue">;

/** Looks at every key; writes only what has changed. */
export async function noteKeys(deps: NoteDeps): Promise<void> {
  // From the moment that a key is known to be an old one, rows that do not tell their key are looked for under it.
  if (await note(deps)) await note(deps);
}

async function note(deps: NoteDeps): Promise<boolean> {
  const [facts, before, institution] = await Promise.all([
    readKeyFacts(deps, { counted: false }),
    readHistory(deps.db),
    readInstitution(deps.db),
  ]);
  const now = deps.clock.now();
  const change = facts.flatMap((key): Write[] => {
    const was = before.find(({ ring, keyId }) => ring === key.ring && keyId === key.id);
    const is = historyOf(key, now);
    return was && JSON.stringify(was) === JSON.stringify(is) ? [] : [historyWrite(is)];
  });
  const changed = change.length > 0;
  const told = await tell(
    deps,
    facts.map((key) => ({ key, ...fateOf(key, institution ?? UNSAID, now) })),
    now,
  );
  if (changed || told.length > 0) await commit(deps, { change: [...change, ...told], proof: [] });
  if (told.length > 0) await deps.queue.enqueue({ kind: "tell" });
  return changed;
}

/** Alerts to raise and to end. A key that is free is told of once; one that is missing as long as it is. */
async function tell(
  { db, ids, config }: NoteDeps,
  keys: readonly { key: KeyFacts; fate: ReturnType<typeof fateOf>["fate"] }[],
  at: number,
): Promise<Write[]> {
  const found = await db.client.execute(
    "SELECT code, subject, closed_at FROM alert WHERE code IN ('key.missing', 'key.free')",
  );
  const known = new Map(found.rows.map((row) => [`${row.code} ${row.subject}`, row.closed_at]));
  const open = (code: string, id: string) => known.get(`${code} ${id}`) === null;
  return keys.flatMap(({ key: { id }, fate }): Write[] => {
    const alert = { id: ids.uuid(), subject: id, at };
    const lacks = fate === "missing" && !config.lostKeys?.includes(id);
    return [
      ...(lacks && !open("key.missing", id) ? [raiseWrite({ ...alert, code: "key.missing" })] : []),
      ...(!lacks && open("key.missing", id) ? [overWrite(["key.missing"], id, at)] : []),
      ...(fate === "free" && !known.has(`key.free ${id}`) ? [raiseOnceWrite({ ...alert, code: "key.free" })] : []),
      ...(fate !== "free" && open("key.free", id) ? [overWrite(["key.free"], id, at)] : []),
    ];
  });
}

/** What is true of a key now. Times that were noted stay as long as what they say does. */
function historyOf(key: KeyFacts, now: number): KeyHistory {
  const { ring, id, place, rows, newestFrom, newestTo, emptySince, goneAt } = key;
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
