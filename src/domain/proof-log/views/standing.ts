/** How the log stands, for whoever runs the program: what is signed, what its copy and its witness say, its keys. */
import type { Deps } from "../../../deps.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { readCopyHead } from "../rules/copy.ts";
import type { LogStop } from "../rules/stops.ts";
import { countEntries, readCheckpoint } from "../views.ts";
import { readPastLogs, readStops } from "./copy.ts";
import { type KeyRow, readKeys } from "./keys.ts";

export interface LogStanding {
  origin: string;
  /** Entries under the newest checkpoint, and all there are. */
  size: number;
  entries: number;
  /** Undefined where there is no place for a copy. */
  copy: { log: string; size: number } | "none" | undefined;
  /** Size of the longest head of this origin that the witness knows. */
  witness: number | undefined;
  /** Why nothing is signed. */
  stops: LogStop[];
  past: { origin: string; size: number }[];
  keys: KeyRow[];
}

/** Reads it. Throws before set-up, and where the copy cannot be reached. */
export async function readStanding(deps: Pick<Deps, "db" | "logCopy" | "logWitness">): Promise<LogStanding> {
  const { db, logCopy, logWitness } = deps;
  const found = await logCopy?.readHead();
  const head = found && readCopyHead(found.bytes);
  const origin = await readLogOrigin(db);
  return {
    origin,
    size: (await readCheckpoint(db))?.size ?? 0,
    entries: await countEntries(db),
    copy: logCopy && (head ? { log: head.log, size: head.size } : "none"),
    witness: (await logWitness?.read(origin))?.size,
    stops: (await readStops(db)) as LogStop[],
    past: (await readPastLogs(db)).map(({ origin, size }) => ({ origin, size })),
    keys: await readKeys(db),
  };
}
