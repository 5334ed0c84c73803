/** `keys status`, `keys rotate`: what needs each key, which may be destroyed, and bringing rows under the newest now. */
import { hasRows, type KeyStanding, readKeys } from "../../../domain/key-rotation/views.ts";
import type { RingName } from "../../../platform/keys.ts";
import type { CliDeps, Command } from "../command.ts";
import { createProgress } from "../progress.ts";

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
  return keys
    .map((key) => {
      const rows = key.rows === undefined ? "" : `${key.rows.toLocaleString("en")} rows`;
      const since = key.replaced ? ` (replaced ${key.replaced})` : "";
      return `${key.ring.padEnd(16)}  ${key.key}  ${rows.padStart(16)}  ${SAYS[key.state](key)}${since}`;
    })
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

/** Rows that are to be moved. */
const leftOf = async (deps: CliDeps) =>
  (await readKeys(deps)).filter((key) => key.fate === "moving").reduce((n, key) => n + key.rows.moved, 0);

/** Looks at a server that rotates at the same time this often; so many looks without a row moved, and it is given up. */
const LOOK_MS = 2_000;
const LOOKS = 5;

/** Moves rows until none is left, or none moves any more; a server beside it may have the turn. */
async function rotateAll(deps: CliDeps, show: (done: number, of: number) => void): Promise<void> {
  const of = await leftOf(deps);
  const look = setInterval(async () => show(of - (await leftOf(deps)), of), LOOK_MS);
  try {
    show(0, of);
    for (let left = of, still = 0; left > 0 && still < LOOKS; ) {
      if (still > 0) await deps.clock.pause(LOOK_MS);
      await deps.queue.enqueue({ kind: "rotate" });
      await deps.finish();
      const now = await leftOf(deps);
      still = now < left ? 0 : still + 1;
      left = now;
    }
  } finally {
    clearInterval(look);
  }
}

export const keysRotate: Command = {
  name: "keys rotate",
  usage: "",
  summary:
    "bring every row that is under an old key under the newest one now; ended at any moment, it goes on the next time",
  run: async (deps, { options }) => {
    const progress = createProgress(!options.json);
    try {
      await rotateAll(deps, (done, of) => progress.show("resealing", done, of));
    } finally {
      progress.end();
    }
    await deps.queue.enqueue({ kind: "rotate" });
    await deps.finish();
    return (await readKeys(deps)).map(shown);
  },
  show,
};
