/**
 * Runs dependency-cruiser over the imports of src, also those of types alone. It cannot read TypeScript 7 itself (that
 * has no compiler API), so it gets a mirror of src in .build/imports that holds nothing but the import statements:
 * src/domain/lists/views.ts becomes src/domain/lists/views.js.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const MIRROR = ".build/imports";
const FROM = /^\s*(?:import|export)\b[^;"]*?\bfrom\s*"([^"]+)"/gm;
const BARE = /^\s*import\s*"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"/g;

rmSync(MIRROR, { recursive: true, force: true });
const files = readdirSync("src", { recursive: true }).map((name) => `src/${String(name).replaceAll("\\", "/")}`);
for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
  const source = readFileSync(file, "utf8");
  const targets = [FROM, BARE, DYNAMIC].flatMap((pattern) => [...source.matchAll(pattern)].map((found) => found[1]));
  const mirror = join(MIRROR, asJs(file));
  mkdirSync(dirname(mirror), { recursive: true });
  writeFileSync(mirror, targets.map((target) => `import ${JSON.stringify(asJs(target))};\n`).join(""));
}
symlinkSync(resolve("node_modules"), join(MIRROR, "node_modules"));

const run = spawnSync(
  process.execPath,
  [
    resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
    "--config",
    resolve("test/boundaries.cjs"),
    "src",
  ],
  { cwd: MIRROR, stdio: "inherit" },
);
process.exit(run.status ?? 1);

function asJs(path) {
  return path.replace(/\.tsx?$/, ".js");
}
