/** A small office for the tests of people and imports: own database file, real migrations, real vault, a queue that is read by hand. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@libsql/client";
import { afterEach } from "vitest";
import type { Deps } from "../../../src/deps.ts";
import { checkImportPart } from "../../../src/domain/imports/check-part.ts";
import { writeImportPage } from "../../../src/domain/imports/write-page.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import type { Job } from "../../../src/jobs.ts";
import { type Clock, realPause } from "../../../src/platform/clock.ts";
import { openDatabase } from "../../../src/platform/db.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { type KeyRings, newRingText, RING_NAMES, readRing } from "../../../src/platform/keys.ts";
import { institution, list, purpose, suppression } from "../../../src/platform/schema.ts";
import { createVault } from "../../../src/platform/vault.ts";
import { openClient } from "../../../src/runtime/node/database.ts";
import { migrateDatabase } from "../../../src/runtime/node/migrate.ts";

const both = (text: string) => ({ lv: text, en: text });
export const NOW = Date.UTC(2026, 10, 22, 10, 0);
export const editor: StaffActor = { kind: "staff", id: "ilze", role: "editor", via: "desk" };
export const auditor: StaffActor = { kind: "staff", id: "anna", role: "auditor", via: "desk" };

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

export interface Office {
  deps: Deps;
  client: Client;
  jobs: Job[];
  clock: Clock & { set(ms: number): void };
  /** Runs import jobs until none waits; returns how many pages were written. */
  work(): Promise<number>;
  count(sql: string, args?: (string | number)[]): Promise<number>;
  /** A suppression of an address as withdrawal leaves it. */
  suppress(normalised: string, scope: string, day?: string): Promise<void>;
}

/** Ids of the office's lists, by kind; `other` is a second newsletter with its own purpose. */
export const LISTS = {
  newsletter: "list-news",
  service: "list-service",
  staff: "list-staff",
  press: "list-press",
  other: "list-other",
};
export const PURPOSES = { news: "purpose-news", other: "purpose-other", task: "purpose-task" };

/** `keys`: keys in each ring; the last is the oldest. */
export async function createOffice({ keys = 1 } = {}): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-"));
  const client = await openClient({ databaseUrl: `file:${join(folder, "db")}`, databaseAuthToken: undefined });
  open.push(() => {
    client.close();
    rmSync(folder, { recursive: true });
  });
  await migrateDatabase(client);
  const db = openDatabase(client);
  const rings = Object.fromEntries(
    RING_NAMES.map((name) => [
      name,
      readRing(name, Array.from({ length: keys }, () => newRingText(randomIds)).join(",")),
    ]),
  ) as KeyRings;
  const vault = createVault(rings, randomIds);
  const jobs: Job[] = [];
  let now = NOW;
  const clock = {
    now: () => now,
    pause: async (ms: number) => {
      now += ms;
    },
    elapse: realPause,
    set(ms: number) {
      now = ms;
    },
  };
  const deps = {
    db,
    vault,
    clock,
    ids: randomIds,
    queue: { enqueue: async (job: Job) => void jobs.push(job) },
    config: { publicUrl: "https://news.ministry.example", rings },
    afterErasure: () => {},
    mayServe: async () => true,
  } as unknown as Deps;
  await seed(deps);
  return {
    deps,
    client,
    jobs,
    clock,
    async work() {
      let pages = 0;
      for (let job = jobs.shift(); job; job = jobs.shift())
        if (job.kind === "import-page") {
          await checkImportPart(deps, job.importId);
          if ((await writeImportPage(deps, job.importId)) === "written") pages++;
        }
      return pages;
    },
    count: async (sql, args = []) => Number((await client.execute({ sql, args })).rows[0]?.[0]),
    async suppress(normalised, scope, day = "2026-01-15") {
      for (const { tag, keyId } of vault.suppressionTags(normalised))
        await db.read
          .insert(suppression)
          .values({ tag, keyId, scope, reason: "withdrawn", day, reviewDay: "2029-01-15" });
    },
  };
}

async function seed({ db }: Deps): Promise<void> {
  const kept = { proofMonths: 36, suppressionReviewMonths: 36, restoreWindowDays: 30 };
  const profile = {
    languages: ["lv", "en"],
    timeZone: "Europe/Riga",
    ownDomains: ["ministry.example"],
    names: {},
    processors: [],
    ...kept,
  };
  await db.read.insert(institution).values({ id: 1, profile, logOrigin: "news.ministry.example/log", updatedAt: NOW });
  for (const [id, basis] of [
    [PURPOSES.news, "a"],
    [PURPOSES.other, "a"],
    [PURPOSES.task, "e"],
  ] as const)
    await db.read.insert(purpose).values({
      id,
      slug: id,
      state: "active",
      basis,
      sheet: { names: both(id), retention: { kind: "until-withdrawal" } },
      createdAt: NOW,
      updatedAt: NOW,
    });
  for (const [kind, id] of Object.entries(LISTS))
    await db.read.insert(list).values({
      id,
      slug: id,
      kind: kind === "other" ? "newsletter" : (kind as "newsletter"),
      purposeId: kind === "newsletter" ? PURPOSES.news : kind === "other" ? PURPOSES.other : PURPOSES.task,
      names: both(id),
      promise: both(id),
      state: "active",
      createdAt: NOW,
    });
}

export const bytes = (text: string) => utf8(text);
export const claim = {
  source: "Iepriekšējās sistēmas eksports",
  since: "2019-03-01",
  basis: "consent" as const,
  origin: "themselves" as const,
  proof: "",
};
