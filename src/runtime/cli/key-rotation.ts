/** `keys status`, `keys rotate`: what needs each key, which may be destroyed, and bringing rows under the newest now. */
import { hasRows, type KeyStanding, readKeys } from "../../domain/key-rotation/views.ts";
import type { RingName } from "../../platform/keys.ts";
import type { CliDeps, Command } from "./command.ts";
import { createProgress } from "./progress.ts";

interface Shown {
  ring: RingName;
  key: string;
  state: KeyStanding["fate"];
  /** Rows under it. Undefined where the database holds none by design (links in mails, the log). */
  rows: number | undefined;
  /** Since when another key is in front. */
  replaced: string | undefined;
  /** Day from which nothing needs it. */
  free: string | undefined;
}

const all = ({ rows }: KeyStanding) => rows.moved + rows.ends + rows.stays;

function shown(key: KeyStanding): Shown {
  return {
    ring: key.ring,
    key: key.id,
    state: key.fate,
    rows: hasRows(key.ring) ? all(key) : undefined,
    replaced: key.newestTo === null ? undefined : new Date(key.newestTo).toISOString().slice(0, 10),
    free: key.fate === "backups" || key.fate === "free" ? key.day : undefined,
  };
}

/** What may be done with a key, in a sentence. */
const SAYS: Record<KeyStanding["fate"], (key: Shown) => string> = {
  newest: () => "in use",
  waiting: () => "behind the others, not used yet",
  missing: () => "MISSING: rows need it and the settings do not hold it",
  moving: () => "keep: its rows are brought under the newest one (keys rotate)",
  ending: () => "keep: its last rows end by themselves within days",
  staying: () =>
    "keep: sealed proofs, holds or suppression tags under it cannot be made anew; they end on their own days",
  always: () => "keep for ever: links in old mails",
  log: () => "see: log status",
  backups: ({ free }) => `no row needs it; backups may until ${free}. Destroy it then; earlier makes them unreadable`,
  free: ({ free }) => `destroy it: free since ${free}`,
  gone: () => "destroyed",
};

function show(keys: readonly Shown[]): string {
  const lines = keys.map((key) => {
    const rows = key.rows === undefined ? "" : key.rows.toLocaleString("en");
    const since = key.replaced ? ` (replaced ${key.replaced})` : "";
    return `${key.ring.padEnd(16)} ${key.key}  ${rows.padStart(11)} rows  ${SAYS[key.state](key)}${since}`;
  });
  return lines
    .map((line) => (line.includes("              rows") ? line.replace(" rows ", "      ") : line))
    .join("\n");
}

export const keysStatus: Command = {
  name: "keys status",
  usage: "",
  summary: "show every key by its id: how many rows are under it, and which may be destroyed from when",
  lacksKeys: true,
  run: async (deps) => (await readKeys(deps)).map(shown),
  show,
};

/** Shows how far it is until `work` is done. */
async function watched(deps: CliDeps, work: () => Promise<void>, wanted: boolean): Promise<void> {
  const left = async () => (await readKeys(deps)).filter((key) => key.place).reduce((n, key) => n + key.rows.moved, 0);
  const progress = createProgress(wanted);
  const of = await left();
  const look = setInterval(async () => progress.show("resealing", of - (await left()), of), 2_000);
  try {
    progress.show("resealing", 0, of);
    await work();
  } finally {
    clearInterval(look);
    progress.end();
  }
}

export const keysRotate: Command = {
  name: "keys rotate",
  usage: "",
  summary:
    "bring every row that is under an old key under the newest one now; ended at any moment, it goes on the next time",
  run: async (deps, { options }) => {
    await watched(
      deps,
      async () => {
        await deps.queue.enqueue({ kind: "rotate" });
        await deps.finish();
      },
      !options.json,
    );
    return (await readKeys(deps)).map(shown);
  },
  show,
};
