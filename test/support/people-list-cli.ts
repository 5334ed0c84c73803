/**
 * A list by hand (people-list.ts):
 *
 *     npm run -s people-list -- --rows 1000 > saraksts.csv
 *     npm run -s people-list -- --rows 1000 --seed 2 --encoding windows-1257 --delimiter ';' --header en --faulty 0
 */
import { parseArgs } from "node:util";
import { type ListOptions, peopleList } from "./people-list.ts";

const USAGE = `npm run -s people-list -- [options] > list.csv

  --rows <n>            rows; 1000 if not given
  --seed <n>            another seed gives other people; 1 if not given
  --format <name>       plain or mailchimp; plain if not given
  --encoding <name>     utf-8, utf-8-bom, windows-1257, utf-16le or utf-16be
  --delimiter <char>    comma, semicolon or tab, quoted for the shell
  --header <which>      lv, en or none
  --duplicates <share>  rows that repeat an earlier address; 0.02 if not given
  --faulty <share>      rows with a fault; 0.02 if not given`;

const text = { type: "string" } as const;

function read() {
  const number = (given: string | undefined) => (given === undefined ? undefined : Number(given));
  try {
    const { values } = parseArgs({
      options: {
        help: { type: "boolean", short: "h" },
        rows: text,
        seed: text,
        encoding: text,
        delimiter: text,
        header: text,
        format: text,
        duplicates: text,
        faulty: text,
      },
    });
    if (values.help) return undefined;
    return {
      rows: number(values.rows) ?? 1000,
      seed: number(values.seed),
      encoding: values.encoding as ListOptions["encoding"],
      delimiter: values.delimiter as ListOptions["delimiter"],
      header: values.header as ListOptions["header"],
      format: values.format as ListOptions["format"],
      duplicates: number(values.duplicates),
      faulty: number(values.faulty),
    };
  } catch (error) {
    return (error as Error).message;
  }
}

const options = read();
if (options === undefined) console.log(USAGE);
else if (typeof options === "string") {
  console.error(`${options}\n\n${USAGE}`);
  process.exitCode = 2;
} else process.stdout.write(peopleList(options));
