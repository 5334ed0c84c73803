/** Key rings of a running house, changed as an operator changes the environment and starts the program again. */
import type { Deps } from "../../../src/deps.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { type KeyRing, makeKey, type RingName } from "../../../src/platform/keys.ts";
import { createVault } from "../../../src/platform/vault.ts";

type Held = Pick<Deps, "config" | "vault">;

function put(deps: Held, name: RingName, all: KeyRing["all"]): void {
  const newest = all[0];
  if (!newest) throw new Error("a ring is never empty");
  const rings = {
    ...deps.config.rings,
    [name]: { newest, all, get: (id: string) => all.find((key) => key.id === id) },
  };
  deps.config = { ...deps.config, rings };
  deps.vault = createVault(rings, randomIds);
}

/** Puts a new key in front of these rings. */
export function renew(deps: Held, ...names: RingName[]): void {
  for (const name of names) put(deps, name, [makeKey(randomIds.bytes(32)), ...deps.config.rings[name].all]);
}

/** Puts a new key behind: it may be read with, and nothing is made with it yet. */
export function announce(deps: Held, name: RingName): string {
  const key = makeKey(randomIds.bytes(32));
  put(deps, name, [...deps.config.rings[name].all, key]);
  return key.id;
}

/** Takes every key but the newest away. */
export function destroyOld(deps: Held, ...names: RingName[]): void {
  for (const name of names) put(deps, name, [deps.config.rings[name].newest]);
}

/** Takes the newest away. */
export function loseNewest(deps: Held, name: RingName): void {
  put(deps, name, deps.config.rings[name].all.slice(1));
}
