/** A real database file with staff sign-in over it, captured mails and a clock that the test moves. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { afterEach, vi } from "vitest";
import { type Auth, createAuth, type SignInMail } from "../../../src/platform/auth/index.ts";
import { systemClock } from "../../../src/platform/clock.ts";
import { openDatabase, type Write } from "../../../src/platform/db.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { noPowerFailure } from "../../support/no-power-failure.ts";

const open: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const close of open.splice(0)) close();
});

export interface SignInWorld {
  db: ReturnType<typeof openDatabase>;
  auth: Auth;
  mails: SignInMail[];
  /** Moves the clock of everything, better-auth included. */
  pass(minutes: number): void;
  /** Runs writes as `commit` would, without evidence. */
  run(writes: Write[]): Promise<void>;
  member(email: string, role?: "admin" | "editor" | "auditor"): Promise<string>;
  /** The whole database as text, to look for what must not be in it. */
  bytes(): string;
}

export async function signInWorld(publicUrl = "https://news.ministry.example"): Promise<SignInWorld> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 3, 9) });
  const folder = mkdtempSync(join(tmpdir(), "pieteka-auth-"));
  const file = join(folder, "test.db");
  const client = createClient({ url: `file:${file}` });
  open.push(() => {
    client.close();
    rmSync(folder, { recursive: true });
  });
  await noPowerFailure(client);
  const sql = readdirSync("drizzle")
    .filter((f) => f.endsWith(".sql"))
    .sort();
  for (const f of sql) await client.executeMultiple(readFileSync(join("drizzle", f), "utf8"));
  const db = openDatabase(client);
  const mails: SignInMail[] = [];
  const auth = createAuth({
    db,
    publicUrl,
    secret: "k0-2vH8q3mYw9bT5xR7nL4cJ6fD1sA0zP-gUeQiWoBt",
    clock: systemClock,
    onSignInMail: async (mail) => {
      mails.push(mail);
      return true;
    },
    defer: (work) => work(),
  });
  const run = async (writes: Write[]) => {
    await client.batch(
      writes.map(({ sql, args }) => ({ sql, args })),
      "write",
    );
  };
  return {
    db,
    auth,
    mails,
    pass: (minutes) => vi.setSystemTime(Date.now() + minutes * 60_000),
    run,
    async member(email, role = "editor") {
      const id = randomIds.uuid();
      await run(auth.users.add({ id, email, name: "Anna Paraugs", role, language: "lv" }));
      return id;
    },
    bytes: () =>
      readdirSync(folder)
        .map((f) => readFileSync(join(folder, f), "latin1"))
        .join(""),
  };
}

/** The cookies of an answer as the browser would send them back. */
export function asBrowser(cookies: string[]): Headers {
  return new Headers({ cookie: cookies.map((c) => c.split(";")[0]).join("; ") });
}
