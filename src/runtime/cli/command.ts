/**
 * What a command of `npm run pieteka --` is. A command answers with a value; `show` writes it for people, and with
 * `--json` the value itself is written. Exit codes: 0 done, 1 fault, 2 wrong usage, 3 refused, 78 settings.
 */
import type { Deps } from "../../deps.ts";
import type { StaffActor } from "../../domain/staff/rules.ts";
import type { Refusal } from "../../refusal.ts";
import { refusalText } from "../../texts/refusals/index.ts";

export const EXIT = { done: 0, fault: 1, usage: 2, refused: 3, settings: 78 } as const;

/** The operator, who has the keys and the database anyway; records call him "the command line". */
export const OPERATOR: StaffActor = { kind: "staff", id: "cli", role: "admin", via: "cli" };

/** Whoever the command is given by: the member of staff named with `--as` or PIETEKA_AS, else the operator without a name. */
export const operatorOf = ({ operator = OPERATOR }: Given): StaffActor => operator;

/**
 * The operator under the name of a member of staff, so that what he does stands in the history with a name. He may what the
 * command line may: a name is no permission. Throws UsageError for an address that is no member's.
 */
export async function operatorNamed(deps: Pick<Deps, "auth">, address: string | undefined): Promise<StaffActor> {
  if (!address) return OPERATOR;
  const member = await deps.auth.users.byEmail(address);
  if (!member || member.disabledAt !== undefined) throw new UsageError("--as: no member of staff has this address.");
  return { ...OPERATOR, id: member.id };
}

/** Options as typed: `--name value`, or `--flag`. */
export type Options = Record<string, string | boolean | undefined>;

/** The house at the command line: `finish` does all queued work, so that a command can tell how it ended. */
export type CliDeps = Deps & { finish(): Promise<void> };

export interface Command {
  /** As typed, for example `campaign send`. */
  name: string;
  /** The rest of the line, for example `<campaign-id> [--wait]`. */
  usage: string;
  summary: string;
  /** Options with a value, and flags. `--json`, `--as` and `--help` are everybody's. */
  options?: Record<string, { type: "string" | "boolean"; required?: boolean; about: string }>;
  /** Number of words after the name. */
  words?: number;
  /** What a word of the usage stands for, where it does not say so itself. */
  about?: Record<string, string>;
  /** What a field of a refusal is called here, where the option of the same name is not meant. */
  fields?: Record<string, string>;
  /** Runs without settings and database. */
  alone?: (given: Given) => Promise<unknown>;
  /** Runs in the house also where a key is missing that rows need: it shows which. */
  lacksKeys?: boolean;
  /** Runs in the house also while its doors are shut, because nobody knows what an older copy of the database has missed. */
  shut?: boolean;
  /** Runs in the house. A refusal is answered with its sentence. */
  run?: (deps: CliDeps, given: Given) => Promise<unknown | Refusal>;
  show: (answer: never) => string;
  /** What `--json` writes, where it is not the answer itself. */
  json?: (answer: never) => unknown;
  /** How it ended, where an answer can be bad news. */
  exit?: (answer: never) => number;
}

export interface Given {
  words: string[];
  options: Options;
  operator?: StaffActor;
}

/** Wrong use of a command: one sentence. */
export class UsageError extends Error {}

/** An option that must be there as text. */
export function text(given: Given, name: string): string {
  const value = given.options[name];
  if (typeof value !== "string" || value === "") throw new UsageError(`--${name} is missing.`);
  return value;
}

/** An option that may be there. */
export function maybe(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The n-th word after the name. */
export function word(given: Given, n: number): string {
  const found = given.words[n];
  if (found === undefined) throw new UsageError("A word is missing.");
  return found;
}

/** The sentence of a refusal; of one that names fields a line for each, under the name it has at the command line. */
export function sentencesOf(command: Command, no: Refusal): string {
  if (!no.fields || no.fields.length === 0) return refusalText(no, "en");
  const called = (field: string) => command.fields?.[field] ?? (command.options?.[field] ? `--${field}` : field);
  return no.fields.map((f) => (f.field ? `${called(f.field)}: ` : "") + refusalText(f, "en")).join("\n");
}
