/** Entry of the command line: finds the command, runs it, writes its answer, and says by the exit code how it ended. */
import { parseArgs } from "node:util";
import { ConfigError } from "../platform/config.ts";
import { isRefusal } from "../refusal.ts";
import { type Command, EXIT, type Given, operatorNamed, sentencesOf, UsageError } from "./cli/command.ts";
import { commands, help, unknownCommand, usageOf } from "./cli/commands.ts";
import { inHouse } from "./cli/house.ts";

const argv = process.argv.slice(2);
const json = argv.includes("--json");

process.exitCode = await main().catch((error: Error) => {
  if (error instanceof ConfigError) return fail(EXIT.settings, "settings", error.message, { problems: error.problems });
  if (error instanceof UsageError)
    return fail(EXIT.usage, "usage", `${withoutAddresses(error.message)}\nSee: npm run pieteka -- help`);
  // Messages of drivers and providers hold values of rows: only the class is shown.
  return fail(EXIT.fault, "fault", `It failed (${error.name}). Nothing is half done; it can be tried again.`);
});

/** An address typed in the wrong place is not repeated: what a command says may be kept by whoever runs it. */
function withoutAddresses(sentence: string): string {
  return sentence.replace(/[^\s`]*@[^\s`]*/g, "…");
}

async function main(): Promise<number> {
  const command = commands.find((c) => c.name.split(" ").every((part, i) => argv[i] === part));
  if (!command) {
    const name = argv.find((part) => !part.startsWith("-"));
    if (name && name !== "help") throw new UsageError(unknownCommand(argv));
    return say(
      json ? commands.map(({ name, usage, summary }) => ({ name, usage, summary })) : help(),
      (text: string) => text,
    );
  }
  if (argv.includes("--help")) return say(help(command), (text: string) => text);
  const given = read(command);
  const as = typeof given.options.as === "string" ? given.options.as : process.env.PIETEKA_AS;
  const answer = command.alone
    ? await command.alone(given)
    : await inHouse(
        async (deps) => command.run?.(deps, { ...given, operator: await operatorNamed(deps, as) }),
        command,
      );
  if (!isRefusal(answer)) {
    say(json && command.json ? command.json(answer as never) : answer, command.show);
    return command.exit?.(answer as never) ?? EXIT.done;
  }
  return fail(EXIT.refused, answer.code, sentencesOf(command, answer), { fields: answer.fields });
}

function read(command: Command): Given {
  const options = { json: { type: "boolean" as const }, as: { type: "string" as const }, ...command.options };
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true, strict: true });
    const words = positionals.slice(command.name.split(" ").length);
    if (words.length !== (command.words ?? 0)) throw new UsageError(usageOf(command));
    for (const [name, option] of Object.entries(command.options ?? {}))
      if (option.required && !values[name as keyof typeof values]) throw new UsageError(`--${name} is missing.`);
    return { words, options: values };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

function say(answer: unknown, show: (answer: never) => string): number {
  console.log(json ? JSON.stringify(answer, null, 2) : show(answer as never));
  return EXIT.done;
}

function fail(exit: number, code: string, message: string, more: object = {}): number {
  if (json) console.log(JSON.stringify({ error: { code, message, ...more } }, null, 2));
  else console.error(message);
  return exit;
}
