/** Entry of the server on Node. `--demo` is what `npm start` says; without it nothing is made that was not asked for. */
import { start } from "./node/start.ts";

try {
  await start({ demo: process.argv.includes("--demo") });
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
