/**
 * Builds what runs on Node into .build/: the assets of the pages, then the server and the command line (our code
 * bundled, packages left where npm put them). With an entry's name it then runs that entry in this process, so that
 * signals reach it:
 *
 *     node src/runtime/node/build.mjs server --demo
 */
import { writeFile } from "node:fs/promises";
import { build } from "esbuild";

const ALWAYS = { server: "src/runtime/node.ts", cli: "src/runtime/cli.ts" };
/** Tools, built only when they are run. */
const TOOLS = {
  deploy: "src/runtime/node/deploy.ts",
  "dev-worker": "test/support/dev-worker.ts",
  "people-list": "test/support/people-list-cli.ts",
  bench: "test/bench/run.ts",
  "drill-kill": "test/drill/run.ts",
  "drill-restore": "test/drill/restore/run.ts",
  "drill-bytes": "test/drill/byte-hunt/run.ts",
  "drill-enumerate": "test/drill/enumerate/run.ts",
  "drill-bomb": "test/drill/bomb/run.ts",
  simulate: "test/simulation/run.ts",
  rehearse: "test/rehearsal/run.ts",
};
/** Show no pages, and may run beside a server that does. */
const WITHOUT_ASSETS = ["cli", "people-list", "simulate"];

const [entry, ...rest] = process.argv.slice(2);

if (!WITHOUT_ASSETS.includes(entry)) {
  await import("./build-assets.mjs");
  // For Workers; on Node the server says the same.
  const headers = ["Cache-Control: public, max-age=31536000, immutable", "X-Content-Type-Options: nosniff"];
  await writeFile(".build/site/_headers", `/assets/*\n${headers.map((line) => `  ${line}\n`).join("")}`);
}
await build({
  entryPoints: TOOLS[entry] ? { [entry]: TOOLS[entry] } : ALWAYS,
  outdir: ".build",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  plugins: [{ name: "packages", setup: packagesBeside }],
  sourcemap: "linked",
  logLevel: "warning",
});
/**
 * Packages stay where npm put them, but for drizzle-orm: Node reads its package.json of 180 kB anew for each of its hundred
 * files, which costs half of the start and 100 MB of memory.
 */
function packagesBeside(own) {
  own.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === "entry-point" || /^drizzle-orm(\/|$)/.test(path) ? undefined : { path, external: true },
  );
}

if (entry) {
  process.argv.splice(1, process.argv.length, `.build/${entry}.js`, ...rest);
  await import(`../../../.build/${entry}.js`);
}
