/** What commands read from outside: files, standard input, the name of a list. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import type { Deps } from "../../deps.ts";
import type { List } from "../../domain/lists/rules.ts";
import { readLists } from "../../domain/lists/views.ts";
import { type Given, UsageError } from "./command.ts";

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

/** A JSON file in which a text may stand in a file of its own: `"lead": "@lead.lv.txt"`, found from where the JSON file is. */
export function readSheet<T>(path: string): T {
  const folder = path === "-" ? process.cwd() : dirname(path);
  return filled(readJson<T>(path), folder) as T;
}

function filled(value: unknown, folder: string): unknown {
  if (typeof value === "string" && /^@./.test(value))
    return new TextDecoder().decode(readBytes(resolve(folder, value.slice(1)))).trim();
  if (Array.isArray(value)) return value.map((one) => filled(one, folder));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, folder)]));
}

/** An address as typed; `-` reads it from standard input, so that it stays out of the shell's history. */
export function readAddress(typed: string): string {
  return typed === "-" ? new TextDecoder().decode(readBytes("-")).trim() : typed;
}

/** Asks before what cannot be undone; `--yes` has answered. Throws UsageError for a no, and where nobody can be asked. */
export async function confirmed(question: string, given: Given): Promise<void> {
  if (given.options.yes === true) return;
  if (!process.stdin.isTTY) throw new UsageError(`${question} To go on, say --yes.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} Type yes to go on: `).finally(() => terminal.close());
  if (answer.trim().toLowerCase() !== "yes") throw new UsageError("Nothing was changed.");
}

/** A list by its short name or id. */
export async function listNamed(deps: Deps, name: string): Promise<List> {
  const lists = await readLists(deps.db);
  const found = lists.find((list) => list.slug === name || list.id === name);
  if (!found)
    throw new UsageError(`There is no list \`${name}\`. Lists: ${lists.map((l) => l.slug).join(", ") || "none"}.`);
  return found;
}
