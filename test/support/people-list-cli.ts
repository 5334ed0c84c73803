/**
 * A list by hand (people-list.ts):
 *
 *     npm run -s people-list -- --rows 1000 > saraksts.csv
 *     npm run -s people-list -- --rows 1000 --seed 2 --encoding windows-1257 --delimiter ';' --header en --faulty 0
 */
import { parseArgs } from "node:util";
import { type ListOptions, peopleList } from "./people-list.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { rows: text, seed: text, encoding: text, delimiter: text, header: text, duplicates: text, faulty: text },
});
const number = (given: string | undefined) => (given === undefined ? undefined : Number(given));
process.stdout.write(
  peopleList({
    rows: number(values.rows) ?? 1000,
    seed: number(values.seed),
    encoding: values.encoding as ListOptions["encoding"],
    delimiter: values.delimiter as ListOptions["delimiter"],
    header: values.header as ListOptions["header"],
    duplicates: number(values.duplicates),
    faulty: number(values.faulty),
  }),
);
