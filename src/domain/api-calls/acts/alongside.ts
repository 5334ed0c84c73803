/**
 * The deps of a verb that a repeatable call runs: the first thing it writes says, in the same batch, that the call is done. So
 * "was it done?" has one answer, also where the program died between the act and its answer.
 */
import type { Deps } from "../../../deps.ts";
import { guarded, openDatabase } from "../../../platform/db.ts";
import { doneWrite } from "../store.ts";

export interface Which {
  keyId: string;
  mark: Uint8Array;
  attempt: number;
}

export interface Alongside {
  deps: Deps;
  /** Whether the act wrote anything. */
  wrote(): boolean;
}

/** `makes`: the verb makes a thing, whose id is the first that it draws. */
export function alongside(deps: Deps, which: Which, makes: boolean): Alongside {
  let first: string | undefined;
  let wrote = false;
  const { client } = deps.db;
  const batch: typeof client.batch = async (statements, mode) => {
    if (mode !== "write" || wrote) return client.batch(statements, mode);
    const ours = guarded([doneWrite(which, makes ? first : undefined)]);
    const results = await client.batch([...statements, ...ours], mode);
    wrote = true;
    return results.slice(0, statements.length);
  };
  const watched = new Proxy(client, {
    get(target, name) {
      if (name === "batch") return batch;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const ids = {
    ...deps.ids,
    uuid() {
      const id = deps.ids.uuid();
      first ??= id;
      return id;
    },
  };
  return { deps: { ...deps, db: openDatabase(watched), ids }, wrote: () => wrote };
}
