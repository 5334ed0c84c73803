/**
 * A rehearsal by hand (rehearse.ts). Exit code 1 with what was wrong.
 *
 *     npm run rehearse -- --people 300000
 *     npm run rehearse -- --people 300000 --scan 0.1      machines open every tenth mail only
 */
import { parseArgs } from "node:util";
import { rehearse } from "./rehearse.ts";

const { values } = parseArgs({
  options: { people: { type: "string", default: "3000" }, scan: { type: "string", default: "1" } },
});
const { wrong, figures } = await rehearse({
  people: Number(values.people),
  scanned: Number(values.scan),
  durable: true,
});
console.log(`\n${figures.map(([name, value]) => `${name.padEnd(56)} ${value}`).join("\n")}`);
console.log(wrong.length === 0 ? "\nEverything balances." : `\nWrong:\n${wrong.join("\n")}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
