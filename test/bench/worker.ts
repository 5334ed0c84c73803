/** Size of the Worker as it is uploaded, and the CPU time of its start. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Figure } from "./run.ts";

const OUT = ".build/worker";

function wrangler(...args: string[]): string {
  const run = spawnSync(process.execPath, ["node_modules/wrangler/bin/wrangler.js", ...args], {
    encoding: "utf8",
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" },
  });
  if (run.status !== 0) throw new Error(`wrangler ${args.join(" ")}\n${run.stderr}\n${run.stdout}`);
  return run.stdout + run.stderr;
}

export async function workerBundle(): Promise<Figure[]> {
  wrangler("deploy", "--dry-run", "--outdir", OUT);
  const bundle = readFileSync(`${OUT}/worker.js`);
  const figures: Figure[] = [
    { name: "Worker bundle, gzip", value: gzipSync(bundle, { level: 9 }).length / 1024, unit: "KiB" },
    { name: "Worker bundle", value: statSync(`${OUT}/worker.js`).size / 1024, unit: "KiB" },
  ];
  wrangler("check", "startup", "--outfile", ".build/startup.cpuprofile");
  const profile = existsSync(".build/startup.cpuprofile") ? ".build/startup.cpuprofile" : undefined;
  if (profile) {
    const { samples, timeDeltas, nodes } = JSON.parse(readFileSync(profile, "utf8"));
    const idle = new Set(
      nodes.filter((n: Node) => /^\((idle|program)\)$/.test(n.callFrame.functionName)).map((n: Node) => n.id),
    );
    const active = timeDeltas.reduce(
      (sum: number, us: number, i: number) => (idle.has(samples[i]) ? sum : sum + us),
      0,
    );
    figures.push({ name: "Worker start, active CPU (local)", value: active / 1000, unit: "ms" });
  }
  return figures;
}

interface Node {
  id: number;
  callFrame: { functionName: string };
}
