/**
 * The history of the keys and origins of the log, as programs read it (`/log/keys.json`):
 *
 *     {"format":"pieteka-log-keys/1","origin":"news.ministry.example/log",
 *      "origins":[{"origin":"news.ministry.example/log","size":null,"ended":null}],
 *      "keys":[{"vkey":"news.ministry.example/log+270827b6+AepK…","origin":"news.ministry.example/log",
 *               "from":"2026-11-22T09:00:00.000Z","to":null,"leaked":null}]}
 *
 * A key that ended still verifies what it signed. What a leaked key signed counts only with a time stamp from before.
 */
import { readVkey } from "./note.ts";

export interface KeyTimes {
  vkey: string;
  fromAt: number;
  toAt: number | null;
  leakedAt: number | null;
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export function keysJson(
  origin: string,
  past: readonly { origin: string; size: number; endedAt: number }[],
  keys: readonly KeyTimes[],
) {
  return {
    format: "pieteka-log-keys/1",
    origin,
    origins: [
      ...past.map((p) => ({ origin: p.origin, size: p.size, ended: iso(p.endedAt) })),
      { origin, size: null, ended: null },
    ],
    keys: keys.map(({ vkey, fromAt, toAt, leakedAt }) => ({
      vkey,
      origin: readVkey(vkey)?.name ?? "",
      from: iso(fromAt),
      to: iso(toAt),
      leaked: iso(leakedAt),
    })),
  };
}
