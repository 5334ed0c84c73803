/** An office on a real database file with the real migrations: what the tests of institution, purposes, notices and lists need. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { afterEach } from "vitest";
import { postMail } from "../../src/delivery/post.ts";
import type { Deps, Handover, OutgoingMail } from "../../src/deps.ts";
import type { StaffActor } from "../../src/domain/staff/rules.ts";
import { realPause } from "../../src/platform/clock.ts";
import { openDatabase } from "../../src/platform/db.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { type KeyRings, newRingText, RING_NAMES, readRing } from "../../src/platform/keys.ts";
import { createTokens } from "../../src/platform/tokens.ts";
import { createVault } from "../../src/platform/vault.ts";
import { isRefusal, type Refusal } from "../../src/refusal.ts";
import { migrateDatabase } from "../../src/runtime/node/migrate.ts";
import { mailerOf } from "../support/mailer.ts";
import { noPowerFailure } from "../support/no-power-failure.ts";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

export const admin: StaffActor = {
  kind: "staff",
  id: "11111111-1111-4111-8111-111111111111",
  role: "admin",
  via: "desk",
};
export const auditor: StaffActor = { ...admin, role: "auditor" };
export const officer: StaffActor = { ...admin, role: "dpo" };
export const editor: StaffActor = { ...admin, role: "editor" };

export interface Office {
  deps: Deps;
  /** Mails handed over, and what the next hand-over says. */
  mails: OutgoingMail[];
  handover: { next?: Handover };
  /** Moves the clock. */
  pass(ms: number): void;
  rows(sql: string): Promise<Record<string, unknown>[]>;
}

export async function emptyOffice(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-office-"));
  const client = createClient({ url: `file:${join(folder, "test.db")}` });
  open.push(() => {
    client.close();
    rmSync(folder, { recursive: true });
  });
  await noPowerFailure(client);
  await migrateDatabase(client);
  const rings = Object.fromEntries(RING_NAMES.map((n) => [n, readRing(n, newRingText(randomIds))])) as KeyRings;
  let now = Date.UTC(2026, 10, 2, 9);
  const mails: OutgoingMail[] = [];
  const handover: { next?: Handover } = {};
  const users = {
    byId: async (id: string) => (id === admin.id ? { id, email: "ilze@ministrija.example" } : undefined),
  };
  const clock = { now: () => now, pause: async () => {}, elapse: realPause };
  const mailer = mailerOf(
    async (sent) => {
      mails.push(...sent);
      return handover.next ?? { outcome: "accepted", ids: sent.map(() => "1") };
    },
    { name: "capture" },
  );
  const deps = {
    db: openDatabase(client),
    queue: { enqueue: async () => {} },
    mailer,
    post: (mail: OutgoingMail, key: string) => postMail({ ...deps, mailer }, mail, key),
    auth: { users },
    vault: createVault(rings, randomIds),
    tokens: createTokens(rings.TOKEN_KEYS),
    clock,
    ids: randomIds,
    log: { info() {}, warn() {}, fault() {} },
    config: { mode: "test", publicUrl: "https://news.ministry.example", mailer: { kind: "capture" }, rings },
  } as unknown as Deps;
  return {
    deps,
    mails,
    handover,
    pass: (ms) => {
      now += ms;
    },
    rows: async (sql) => (await client.execute(sql)).rows as unknown as Record<string, unknown>[],
  };
}

/** The result of a verb that must not refuse here. */
export function must<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.fields ?? [])}`);
  return result;
}

/** The same office, in which somebody else writes `sql` after the verb has read and before it commits. */
export function meanwhile(deps: Deps, sql: string): Deps {
  const { client } = deps.db;
  let first = true;
  const raced = new Proxy(client, {
    get(target, name) {
      if (name !== "batch") return Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name);
      return async (...args: Parameters<typeof client.batch>) => {
        if (first) await target.executeMultiple(sql);
        first = false;
        return target.batch(...args);
      };
    },
  });
  return { ...deps, db: { ...deps.db, client: raced } };
}
