/** What commands read from outside: files, standard input, the name of a list. */
import { readFileSync } from "node:fs";
import type { Deps } from "../../deps.ts";
import type { List } from "../../domain/lists/rules.ts";
import { readLists } from "../../domain/lists/views.ts";
import { UsageError } from "./command.ts";

/** The bytes of a file; `-` is standard input. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path === "-" ? 0 : path);
  } catch (error) {
    throw new UsageError(`The file cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** A JSON file. */
export function readJson<T>(path: string): T {
  try {
    return JSON.parse(new TextDecoder().decode(readBytes(path)));
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError("The file is not JSON.");
  }
}

/** An address as typed; `-` reads it from standard input, so that it stays out of the shell's history. */
export function readAddress(typed: string): string {
  return typed === "-" ? new TextDecoder().decode(readBytes("-")).trim() : typed;
}

/** A list by its short name or id. */
export async function listNamed(deps: Deps, name: string): Promise<List> {
  const lists = await readLists(deps.db);
  const found = lists.find((list) => list.slug === name || list.id === name);
  if (!found)
    throw new UsageError(`There is no list \`${name}\`. Lists: ${lists.map((l) => l.slug).join(", ") || "none"}.`);
  return found;
}
