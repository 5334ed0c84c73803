/**
 * First step of `npm start` and `npm test`: installs the packages of package-lock.json if node_modules does not hold
 * exactly them. Plain JavaScript for any Node, because it runs before anything is installed, and a step inside the
 * script, because with `ignore-scripts=true` npm runs no pre-scripts.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const LOCK = "package-lock.json";
const INSTALLED = "node_modules/.package-lock.json";

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  console.error(`Pieteka needs Node 20 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

if (!sameAsLock()) {
  console.log("Installing the packages of package-lock.json (once; about a minute) …");
  const started = Date.now();
  const npm = process.env.npm_execpath;
  // The build needs the development packages, also where NODE_ENV=production would leave them out.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = npm
    ? spawnSync(process.execPath, [npm].concat(args), { stdio: "inherit" })
    : spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  if (run.status !== 0) {
    console.error("The packages could not be installed. The lines above say why; the command is `npm ci`.");
    process.exit(run.status || 1);
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
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
