/** A process that dies in the middle of its work: everything outside it is a step, and one of them is its last. */
import type { Deps } from "../../src/deps.ts";
import { openDatabase } from "../../src/platform/db.ts";

export class Killed extends Error {}

type Store = "logCopy" | "logWitness" | "journal";

/**
 * Deps of a process that ends at its n-th step outside itself: before it took effect, or after and before anybody was told.
 * `database`: the calls of the client that are steps; `stores`: places whose every call is one.
 */
export function mortal(
  deps: Deps,
  n: number,
  after: boolean,
  {
    database = ["batch"],
    stores = [],
  }: { database?: readonly ("batch" | "execute")[]; stores?: readonly Store[] } = {},
): Deps {
  let steps = 0;
  const step = async <T>(work: () => T | Promise<T>): Promise<T> => {
    const now = ++steps;
    if (now > n || (now === n && !after)) throw new Killed();
    const done = await work();
    if (now === n) throw new Killed();
    return done;
  };
  const dying = <T extends object>(place: T, counts: (name: string) => boolean): T =>
    new Proxy(place, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          const work = () => Reflect.apply(value, target, given);
          return counts(String(name)) ? step(work) : work();
        };
      },
    });
  return {
    ...deps,
    db: openDatabase(dying(deps.db.client, (name) => (database as readonly string[]).includes(name))),
    ...Object.fromEntries(stores.map((name) => [name, dying(deps[name] as object, () => true)])),
  };
}
