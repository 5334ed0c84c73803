/** The commands, in the order of the help. */

import { backup } from "./backup/backup.ts";
import { journalGoOn, journalStatus } from "./backup/journal.ts";
import { restore } from "./backup/restore.ts";
import { all, close, create, opinion, send, status } from "./campaigns.ts";
import type { Command } from "./command.ts";
import { cancel, pause, resume, sendAgain } from "./halt.ts";
import { importList, importOf } from "./imports.ts";
import { keysRotate, keysStatus } from "./keys/rotation.ts";
import { keys, migrate } from "./keys/set.ts";
import { keysAdd, logKeep, logKeyLeaked, logNewOrigin, logStatus } from "./log.ts";
import { lookUp, withdraw } from "./people.ts";
import { personalData } from "./personal-data.ts";
import { readLogVerify } from "./read-log.ts";
import { replay } from "./replay/replay.ts";
import { invite, link, secondFactorReset } from "./staff.ts";
import { logTimeStamp } from "./time-stamp.ts";
import { alerts, deadLetters, retryLetters } from "./trouble.ts";
import { verify } from "./verify/verify.ts";

export const commands: readonly Command[] = [
  keysStatus,
  keysRotate,
  keysAdd,
  keys,
  migrate,
  invite,
  link,
  secondFactorReset,
  importList,
  importOf,
  all,
  create,
  opinion,
  send,
  status,
  pause,
  resume,
  cancel,
  sendAgain,
  close,
  retryLetters,
  deadLetters,
  alerts,
  logStatus,
  logTimeStamp,
  logKeep,
  logNewOrigin,
  logKeyLeaked,
  backup,
  restore,
  journalStatus,
  journalGoOn,
  replay,
  lookUp,
  withdraw,
  readLogVerify,
  personalData,
  verify,
];

/** The help: of everything, or of one command. */
export function help(one?: Command): string {
  if (one) {
    const options = [
      ...Object.entries(one.about ?? {}).map(([name, about]) => `  ${name.padEnd(16)} ${about}`),
      ...Object.entries(one.options ?? {}).map(([name, o]) => `  --${name.padEnd(14)} ${o.about}`),
    ];
    return [`npm run pieteka -- ${one.name} ${one.usage}`.trim(), "", one.summary, "", ...options].join("\n").trimEnd();
  }
  const width = Math.max(...commands.map((c) => c.name.length));
  return [
    "npm run pieteka -- <command>",
    "",
    ...commands.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`),
    "",
    "Every command takes --help, and --json for an answer that programs read (npm run -s pieteka -- … keeps it clean).",
    "With --as <e-mail of a member of staff>, or PIETEKA_AS in the environment, the history says who gave the command.",
    "Exit codes: 0 done, 1 fault, 2 wrong usage, 3 refused, 78 settings.",
  ].join("\n");
}

/** What to say of a line that is no command: of a half one, which commands begin with it. */
export function unknownCommand(argv: readonly string[]): string {
  const [first = "", second] = argv.filter((part) => !part.startsWith("-"));
  const siblings = commands.map((c) => c.name).filter((name) => name.startsWith(`${first} `));
  if (siblings.length === 0) return `There is no command \`${first}\`.`;
  const typed = second === undefined ? first : `${first} ${second}`;
  return `There is no command \`${typed}\`. There are: ${siblings.join(", ")}.`;
}

/** One line: how a command is written, and what its words stand for. */
export function usageOf({ name, usage, about = {} }: Command): string {
  const words = Object.entries(about).map(([word, text]) => ` ${word}: ${text}.`);
  return `Usage: ${name} ${usage}${words.length > 0 ? "." : ""}${words.join("")}`.trim();
}
