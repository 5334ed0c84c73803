/**
 * The program's heartbeat. When it was asleep for an hour, or the database is an older copy, every mailing under way is
 * paused in the same commit and named people are told: nothing overdue goes out by itself (promise P7),
 * and no deletion that was announced before happens without being announced anew. The first sweep
 * after a start beats before any batch is handed over: the attempt itself asks for a fresh heartbeat.
 */
import type { Deps } from "../../deps.ts";
import { standStillAct } from "../campaigns/acts/stand-still.ts";
import { holdEndingsWrite } from "../campaigns/store/ending.ts";
import { commit } from "../commit.ts";
import { shutWrite } from "../erasure-journal/store.ts";
import { readMark } from "../erasure-journal/views.ts";
import { readLogOrigin } from "../institution/views.ts";
import { takeBackAct } from "../issues/acts/take-back.ts";
import { olderCopyWrite } from "../issues/store/sending.ts";
import { readScheduled } from "../issues/views/scheduled.ts";
import { countedDay } from "../last-mails/rules.ts";
import { forgetLastMailsWrites } from "../last-mails/store.ts";
import { readUnfinished } from "../messages/views/work.ts";
import { signOf, waking } from "./rules.ts";
import { beatWrite } from "./store.ts";
import { originOf, readBeat } from "./views.ts";

/** A heartbeat this young is not written anew. */
const FRESH_MS = 20_000;

/** Beats. `stale`: a race was lost; nothing may be set off before the next sweep has looked. */
export async function beat(deps: Deps): Promise<"done" | "stale"> {
  const origin = originOf(deps.config);
  // The witness first: it never knows more than the database it saw.
  const witness = await deps.witness?.read();
  const last = await readBeat(deps.db);
  const now = deps.clock.now();
  const woken = waking(last, now, origin, witness);
  if (woken === "alive" && last && now - last.at < FRESH_MS && now >= last.at) return "done";
  // What the page of a mailing tells of it: what was seen, and since when nobody had heard of the program.
  const detail = { sign: signOf(last, now, origin, witness) ?? "silence", ...(last && { from: last.at }) };
  const next = { n: Math.max(last?.n ?? 0, typeof witness === "number" ? witness : 0) + 1, at: now, origin };
  const paused =
    woken === "alive"
      ? []
      : (await readUnfinished(deps.db)).filter((m) => m.state === "planning" || m.state === "sending");
  // An older copy whose erasure journal is lost as well: nobody knows what was erased since, and a person decides.
  const unknown =
    woken === "restored" && (await readMark(deps.db)) !== undefined && (await deps.journal?.readHead()) === undefined;
  const missed = woken === "alive" ? [] : await missedIssues(deps, woken, now);
  const done = await commit(deps, {
    change: [
      beatWrite(last, next),
      ...missed.flatMap((act) => act.change),
      ...(unknown && deps.journal ? [shutWrite(now)] : []),
      ...paused.flatMap(({ id }) =>
        standStillAct(deps, { id, reason: woken === "restored" ? "restored" : "outage", at: now, detail }),
      ),
      ...(woken === "alive" ? [] : [holdEndingsWrite(woken, now)]),
      // After the issues that are drafts again: they are among those that may have gone out since the copy was made.
      ...(woken === "restored" ? [olderCopyWrite(last?.at ?? now)] : []),
      // Those of an older copy of the database may have gone out since it was made.
      ...(woken === "restored" ? forgetLastMailsWrites(countedDay(now)) : []),
    ],
    proof: missed.flatMap((act) => act.proof),
  });
  // Stale: another process has beaten, or a mailing was finished meanwhile; the next sweep looks again.
  if (done === "stale") return "stale";
  await deps.witness?.write(next.n).catch((error) => deps.log.fault("witness", error));
  if (woken !== "alive") deps.log.warn("woken", { from: woken, paused: paused.length });
  if (paused.length + missed.length > 0) await deps.queue.enqueue({ kind: "tell" });
  return "done";
}

/** Issues whose time came while the program was asleep; of an older copy all that wait, for they may have gone out already. */
async function missedIssues(deps: Deps, woken: "outage" | "restored", now: number) {
  const missed = (await readScheduled(deps.db)).filter((one) => woken === "restored" || one.notBefore <= now);
  if (missed.length === 0) return [];
  const said = { log: await readLogOrigin(deps.db), why: woken, by: "system:pulse" } as const;
  return missed.map((issue) => takeBackAct(deps, issue, said));
}
