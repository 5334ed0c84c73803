/** `npm run dev:worker`: the house in workerd, until Ctrl-C. Everything that is started here ends here. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { newKeySet, parseEnvFile } from "../../src/runtime/node/settings.ts";
import { signInForDemo } from "../../src/runtime/node/welcome.ts";
import { startWorkerHouse } from "./worker-house.ts";

const KEYS = ".data/worker-keys.env";
const TURN_MS = 10_000;

mkdirSync(".data", { recursive: true, mode: 0o700 });
if (!existsSync(KEYS)) writeFileSync(KEYS, newKeySet(), { mode: 0o600 });
const keys = parseEnvFile(readFileSync(KEYS, "utf8")) as Record<string, string>;
const port = Number(process.env.PORT ?? 8787);
console.log("Starting sqld, the fake of Resend and workerd …");
const house = await startWorkerHouse({ folder: ".data/sqld", keys, port, mailPort: port + 1, watch: true });
console.log(`
  Staff desk (signs in once)  ${await signInForDemo(house.deps)}
  Public site                 ${house.url}/
  Captured mail               ${house.mailUrl}

Ctrl-C ends it.`);
const turns = setInterval(() => void house.tick().catch(() => {}), TURN_MS);
let shown = 0;
const output = setInterval(() => {
  const text = house.output();
  process.stdout.write(text.slice(shown));
  shown = text.length;
}, 500);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, async () => {
    clearInterval(turns);
    clearInterval(output);
    await house.stop();
    process.exit(0);
  });
