/**
 * The drilled house on Workers: the Worker in workerd behind unreliable queues (unreliable-worker.ts), over a real libSQL
 * server. Its crons are the drill's doing, once a second. A Worker that is killed takes all that its queues held with it.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../support/port.ts";
import { KEY_SET } from "../../support/settings.ts";
import { startSqld } from "../../support/sqld.ts";
import { bundleWorker, startWorkerd, type Workerd } from "../../support/workerd.ts";
import { buildDrilled } from "./build.ts";
import type { DrillHouse, HouseOptions } from "./node.ts";
import { openOffice } from "./office.ts";

const TICK_MS = 1_000;

export async function openWorkerHouse({ processes, settings }: HouseOptions): Promise<DrillHouse> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-drill-"));
  const built = await buildDrilled();
  const bundle = await bundleWorker(folder, "test/drill/house/unreliable-worker.ts");
  const sqld = await startSqld(join(folder, "sqld"));
  const ports = await Promise.all(Array.from({ length: processes }, freePort));
  const urls = ports.map((port) => `http://localhost:${port}`);
  const clock = { ms: 0 };
  const all = {
    ...KEY_SET,
    NODE_ENV: "development",
    PUBLIC_URL: urls[0] as string,
    DATABASE_URL: sqld.url,
    DATABASE_AUTH_TOKEN: "none-on-loopback",
    // Of the command line beside it; the folder of a demo in this checkout is not ours.
    LOG_FOLDER: join(folder, "log"),
    ...settings,
  };
  const office = await openOffice({ folder, built, clock, settings: all });
  const workers: (Workerd | undefined)[] = ports.map(() => undefined);
  const counts: Record<string, number> = { "jobs that came": 0, "jobs that came again": 0, "jobs lost": 0 };
  let written = "";
  let ticks: NodeJS.Timeout | undefined;

  const tell = (url: string) => fetch(`${url}/drill/clock`, { method: "POST", body: String(clock.ms) }).catch(() => {});
  const tick = () => {
    for (const worker of workers) void worker?.tick().catch(() => {});
  };
  const count = async (url: string) => {
    const told = await fetch(`${url}/drill/queue`).catch(() => undefined);
    if (!told?.ok) return;
    const { came, again, lost } = (await told.json()) as Record<"came" | "again" | "lost", number>;
    for (const [name, n] of Object.entries({ came, "came again": again }))
      counts[`jobs that ${name}`] = (counts[`jobs that ${name}`] ?? 0) + n;
    counts["jobs lost"] = (counts["jobs lost"] ?? 0) + lost;
  };
  const end = async (n: number) => {
    const worker = workers[n];
    if (!worker) return;
    await count(urls[n] as string);
    workers[n] = undefined;
    await worker.kill();
    written += worker.output();
  };

  return {
    ...office,
    get clockMs() {
      return clock.ms;
    },
    pass(ms) {
      clock.ms += ms;
      for (const [n, url] of urls.entries()) if (workers[n]) void tell(url);
      for (const one of office.processes) one.tell(clock.ms);
    },
    urls,
    async start() {
      for (const [n, port] of ports.entries()) {
        if (workers[n]) continue;
        const started = await startWorkerd({ ...all, PORT: String(port) }, { port, bundle });
        await tell(started.url);
        workers[n] = started;
      }
      ticks ??= setInterval(tick, TICK_MS);
    },
    async kill(which) {
      await Promise.all(which === "all" ? workers.map((_, n) => end(n)) : [end(which)]);
    },
    output: () => written + [...workers, ...office.processes].map((one) => one?.output() ?? "").join(""),
    async figures() {
      for (const [n, url] of urls.entries()) if (workers[n]) await count(url);
      return counts;
    },
    async stop() {
      clearInterval(ticks);
      for (const n of workers.keys()) await end(n);
      await sqld.stop();
      await office.close();
    },
  };
}
