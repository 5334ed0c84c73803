/**
 * Step 3: log and controller are those that the bundle is about, and the same in every event: a proof of another
 * institution, or of another log of the same one, proves nothing here. A log that lost entries goes on under a new name
 * (`host/log/1a2b3c4d`): then an event of the old one is proved in the new one, whose first act says what it goes on from.
 */
import type { Entry, Notes } from "../entry.ts";

/** What all entries must share. */
export interface Common {
  origin: string;
  /** Of the first event. */
  controller: string;
  /** Origin → the one it goes on from, as proved acts say. */
  goesOn: ReadonlyMap<string, string>;
}

export function checkOrigin(entry: Entry, { origin, controller, goesOn }: Common, { look, note }: Notes): void {
  const { event, head, files } = entry;
  if (!event) return;
  look("origin");
  if (!isOneHouse(event.log, origin)) note("origin.not_the_bundles", "invalid", files.path);
  if (event.ctl !== controller) note("origin.other_controller", "invalid", files.path);
  if (!head || head.origin === event.log) return;
  if (!isOneHouse(head.origin, event.log)) note("origin.other_log", "invalid", files.proofPath);
  else if (!leadsTo(head.origin, event.log, goesOn)) note("origin.earlier_log", "not-checkable", files.proofPath);
}

/** Which log goes on from which, by the acts that are proved to be in it. */
export function continuations(acts: readonly Entry[]): Map<string, string> {
  return new Map(
    acts.flatMap(({ event, included, head }) => {
      const { typ, log, continues } = (event ?? {}) as { typ?: string; log?: string; continues?: unknown };
      const proved = included && typ === "log.opened" && head?.origin === log;
      return proved && typeof log === "string" && typeof continues === "string" ? [[log, continues] as const] : [];
    }),
  );
}

function leadsTo(from: string, to: string, goesOn: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && !seen.has(at); at = goesOn.get(at)) {
    if (at === to) return true;
    seen.add(at);
  }
  return false;
}

/** Names of one log and of those that went on from it. */
export const isOneHouse = (a: string, b: string): boolean => houseOf(a) === houseOf(b);
const houseOf = (origin: string) => origin.replace(/\/log\/[0-9a-f]{8}$/, "/log");
