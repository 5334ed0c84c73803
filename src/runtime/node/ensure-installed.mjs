/**
 * First step of `npm start` and `npm test`: installs the packages of package-lock.json if node_modules does not hold
 * exactly them, then goes on with the program that is named, in the Node of node_modules where there is one:
 *
 *     node src/runtime/node/ensure-installed.mjs src/runtime/node/build.mjs server --demo
 *
 * Plain JavaScript for any Node, because it runs before anything is installed, and a step inside the script, because with
 * `ignore-scripts=true` npm runs no pre-scripts.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const LOCK = "package-lock.json";
const INSTALLED = "node_modules/.package-lock.json";
/**
 * For the command line, which reads lists of a million: of 25 MB that live, V8 would let 100 MB of what is dead pile up, and
 * 96 MB of what is new. It collects earlier so; test/bench/import.ts measures with the same.
 */
const LEAN = ["--max-semi-space-size=12", "--max-old-space-size=1536"];

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  console.error(`Pieteka needs Node 20 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

if (!sameAsLock()) install();
if (process.argv.length > 2) goOn(process.argv.slice(2));

function install() {
  // Not on stdout: that belongs to the script that follows.
  console.error("Installing the packages of package-lock.json (once; about a minute) …");
  const started = Date.now();
  // The build needs the development packages, also where NODE_ENV=production would leave them out.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = npm
    ? spawnSync(process.execPath, [npm].concat(args), { stdio: ["inherit", 2, 2] })
    : spawnSync("npm", args, { stdio: ["inherit", 2, 2], shell: process.platform === "win32" });
  if (run.status !== 0) {
    console.error("The packages could not be installed. The lines above say why; the command is `npm ci`.");
    process.exit(run.status || 1);
  }
  console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function goOn(args) {
  const bin = resolve("node_modules/.bin");
  const newer = join(bin, "node");
  const child = spawn(
    existsSync(newer) ? newer : process.execPath,
    ["--enable-source-maps"].concat(args[1] === "cli" ? LEAN : [], args),
    {
      stdio: "inherit",
      env: Object.assign({}, process.env, { PATH: bin + delimiter + process.env.PATH }),
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm gives a signal to its shell, which dies without passing it on: then we have another parent.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
  child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
}

/** Whether node_modules holds each package of the lock in its version, except optional ones of other platforms. */
function sameAsLock() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = JSON.parse(readFileSync(LOCK, "utf8")).packages;
  const present = JSON.parse(readFileSync(INSTALLED, "utf8")).packages;
  for (const path of Object.keys(present)) if (!wanted[path]) return false;
  return Object.keys(wanted).every((path) => {
    if (path === "") return true;
    const found = present[path];
    return found ? found.version === wanted[path].version : Boolean(wanted[path].optional || wanted[path].devOptional);
  });
}
