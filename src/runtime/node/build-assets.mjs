/**
 * Builds the assets of the pages into .build/site/assets/ (style sheets, fonts, scripts), each named by the hash of its content,
 * and writes src/http/assets.gen.ts, which tells pages the names. The same sources give the same names, so the written
 * file is committed and changes only when an asset does.
 */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const OUT = ".build/site/assets";
const MANIFEST = "src/http/assets.gen.ts";

/** Name in the manifest → source. */
const assets = {
  "composer.js": "src/http/assets/desk/composer/main.ts",
  "desk.css": "src/http/assets/desk.css",
  "public.css": "src/http/assets/public.css",
  "htmx.js": "node_modules/htmx.org/dist/htmx.min.js",
  "polling.js": "src/http/assets/polling.ts",
  "uploading.js": "src/http/assets/uploading.ts",
  "copying.js": "src/http/assets/copying.ts",
  "work.js": "src/http/assets/work.ts",
};

const names = Object.fromEntries(
  Object.entries(assets).map(([name, source]) => [name.replace(/\.[a-z]+$/, ""), source]),
);
const { metafile } = await build({
  entryPoints: names,
  outdir: OUT,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  // Nesting and other new syntax is rewritten for phones that get no more updates.
  target: ["chrome100", "safari15.4", "firefox102"],
  loader: { ".woff2": "file", ".svg": "dataurl" },
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

// Only afterwards, so that a server that is running never misses a file.
const made = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
for (const file of await readdir(OUT)) if (!made.has(file.replace(/\.(br|gz)$/, ""))) await rm(`${OUT}/${file}`);
// Beside each text what a server that compresses nothing itself can send (serve.ts).
for (const file of made)
  if (/\.(css|js)$/.test(file)) {
    const bytes = await readFile(`${OUT}/${file}`);
    await writeFile(`${OUT}/${file}.br`, brotliCompressSync(bytes));
    await writeFile(`${OUT}/${file}.gz`, gzipSync(bytes, { level: 9 }));
  }

// By their names, not by their sources: where node_modules is a link, esbuild tells of a source elsewhere.
const paths = Object.keys(assets).map((name) => {
  const [stem, type] = name.split(".");
  const file = [...made].find((one) => one.startsWith(`${stem}-`) && one.endsWith(`.${type}`));
  if (!file) throw new Error(`${name} was not built`);
  return [name, `/assets/${file}`];
});
paths.sort(([a], [b]) => (a < b ? -1 : 1));

const source = `/** Made by src/runtime/node/build-assets.mjs: asset name → path with the hash of its content. Not edited by hand. */
export const assetPaths = {
${paths.map(([name, path]) => `  ${JSON.stringify(name)}: ${JSON.stringify(path)},`).join("\n")}
} as const;
`;
if ((await readFile(MANIFEST, "utf8").catch(() => "")) !== source) await writeFile(MANIFEST, source);

// Committed, and needed by nobody who only starts the server: built by `npm run assets` alone.
if (process.argv[1]?.endsWith("build-assets.mjs")) await import("./build-verifier.mjs");
