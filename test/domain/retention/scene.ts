/** A house in which time passes and nights come. */
import type { Client } from "@libsql/client";
import type { Deps } from "../../../src/deps.ts";
import { openDatabase } from "../../../src/platform/db.ts";
import { type Desk, openDesk } from "../../http/staff/campaigns/desk.ts";

export interface Scene extends Desk {
  /** The run of this night, whole. */
  night(): Promise<void>;
  one(sql: string): Promise<unknown>;
  json(sql: string): Promise<Record<string, unknown>>;
}

export async function openScene(): Promise<Scene> {
  const desk = await openDesk();
  const scene: Scene = {
    ...desk,
    async night() {
      await desk.deps.queue.enqueue({ kind: "retain" });
      await desk.work();
    },
    one: async (sql) => Object.values((await desk.rows(sql))[0] ?? {})[0],
    json: async (sql) => JSON.parse(String(Object.values((await desk.rows(sql))[0] ?? {})[0] ?? "{}")),
  };
  Object.defineProperty(scene, "jobs", { get: () => desk.jobs });
  return scene;
}

/** A process beside which something happens once, right after its first question with these words. */
export function besides(deps: Deps, words: string, happens: () => Promise<unknown>): Deps {
  let open = true;
  const { client } = deps.db;
  const watched = new Proxy(client, {
    get(target, name) {
      if (name === "execute")
        return async (...given: Parameters<Client["execute"]>) => {
          const found = await target.execute(...given);
          if (!open || !JSON.stringify(given[0]).includes(words)) return found;
          open = false;
          await happens();
          return found;
        };
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { ...deps, db: openDatabase(watched) };
}
