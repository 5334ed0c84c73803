/** Reads of the heartbeat. */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Deps } from "../../deps.ts";
import { hex, utf8 } from "../../platform/encoding.ts";
import { pulse } from "../../platform/schema.ts";
import { ASLEEP_MS, type Beat } from "./rules.ts";

/** The last heartbeat. */
export async function readBeat(db: Deps["db"]): Promise<Beat | undefined> {
  return db.read.select({ n: pulse.n, at: pulse.at, origin: pulse.origin }).from(pulse).get();
}

/** Fingerprint of the database's address: a restored copy stands at another one. */
export function originOf(config: Deps["config"]): string {
  return hex(sha256(utf8(`pieteka/origin/1 ${config.databaseUrl}`))).slice(0, 16);
}

/** The program has just woken from an outage, or on a copy, and nobody has looked yet what that means. */
export async function isAsleep(deps: Pick<Deps, "db" | "clock" | "config">): Promise<boolean> {
  const last = await readBeat(deps.db);
  return last !== undefined && (deps.clock.now() - last.at >= ASLEEP_MS || last.origin !== originOf(deps.config));
}
