/**
 * Builds what runs on Node into .build/: the server and the command line (our code in one file each, packages left
 * where npm put them), and the assets of the pages.
 */
import { build } from "esbuild";

const started = performance.now();
await build({
  entryPoints: { server: "src/runtime/node.ts", cli: "src/runtime/cli.ts" },
  outdir: ".build",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  sourcemap: "linked",
  logLevel: "warning",
});
if (process.argv.includes("--say")) console.log(`built in ${Math.round(performance.now() - started)} ms`);
