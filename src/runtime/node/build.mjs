/**
 * Builds what runs on Node into .build/: the assets of the pages, then the server and the command line (our code
 * bundled, packages left where npm put them). With an entry's name it then runs that entry in this process, so that
 * signals reach it:
 *
 *     node src/runtime/node/build.mjs server --demo
 */
import { writeFile } from "node:fs/promises";
import { build } from "esbuild";

const [entry, ...rest] = process.argv.slice(2);

// The command line shows no pages, and may run beside a server that does.
if (entry !== "cli") await import("./build-assets.mjs");

// For Workers; on Node the server says the same.
if (entry !== "cli")
  await writeFile(
  ".build/site/_headers",
  "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n  X-Content-Type-Options: nosniff\n",
);
await build({
  entryPoints: {
    server: "src/runtime/node.ts",
    cli: "src/runtime/cli.ts",
    "dev-worker": "test/support/dev-worker.ts",
    deploy: "src/runtime/node/deploy.ts",
  },
  outdir: ".build",
  bundle: true,
  splitting: true,
  chunkNames: "parts/[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  sourcemap: "linked",
  logLevel: "warning",
});
if (entry) {
  process.argv.splice(1, process.argv.length, `.build/${entry}.js`, ...rest);
  await import(`../../../.build/${entry}.js`);
}
