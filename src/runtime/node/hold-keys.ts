/** Before anything is done: are all keys there that the database needs? Without one, nothing that it sealed would open. */
import type { Deps } from "../../deps.ts";
import { missingError } from "../../domain/key-rotation/acts/missing.ts";
import { readMissingKeys } from "../../domain/key-rotation/views.ts";

/** In production throws a ConfigError that names each missing key; elsewhere only says so. */
export async function holdKeys(deps: Pick<Deps, "db" | "config">, say: (sentence: string) => void): Promise<void> {
  const missing = await readMissingKeys(deps);
  if (missing.length === 0) return;
  const error = missingError(missing);
  if (deps.config.mode === "production") throw error;
  say(error.message);
}
