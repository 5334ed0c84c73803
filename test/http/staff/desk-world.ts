/** Sign-in and the staff page behind the frame's own guards, over a real database file. */
import { Hono } from "hono";
import type { Deps } from "../../../src/deps.ts";
import type { Institution } from "../../../src/domain/institution/rules.ts";
import type { PublicEnv } from "../../../src/http/env.ts";
import { formsFromHere } from "../../../src/http/frame/guards.ts";
import { institution } from "../../../src/http/frame/institution.ts";
import { language } from "../../../src/http/frame/language.ts";
import { signedIn } from "../../../src/http/staff/guard.ts";
import { memberPages } from "../../../src/http/staff/members/routes.tsx";
import { signInPages } from "../../../src/http/staff/sign-in/routes.tsx";
import { systemClock } from "../../../src/platform/clock.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { type KeyRing, type KeyRings, makeKey, RING_NAMES } from "../../../src/platform/keys.ts";
import { createVault } from "../../../src/platform/vault.ts";
import { type SignInWorld, signInWorld } from "../../platform/auth/sign-in-world.ts";

export const ORIGIN = "https://news.ministry.example";

const office = {
  names: { lv: { nom: "Paraugu ministrija", gen: "", dat: "", acc: "", loc: "" }, en: "Ministry of Samples" },
  languages: ["lv", "en"],
  timeZone: "Europe/Riga",
  phone: "+371 6000 0000",
  email: "pasts@ministry.example",
  look: { link: "#1e4577", accent: "#9d2b38", markSvg: "" },
} as unknown as Institution;

function rings(): KeyRings {
  const entries = RING_NAMES.map((name, i) => {
    const key = makeKey(Uint8Array.from({ length: 32 }, (_, n) => (n * 7 + i) % 256));
    const ring: KeyRing = { newest: key, all: [key], get: (id) => (id === key.id ? key : undefined) };
    return [name, ring] as const;
  });
  return Object.fromEntries(entries) as KeyRings;
}

export interface DeskWorld extends SignInWorld {
  deps: Deps;
  app: Hono<PublicEnv>;
  /** Sends a form as a browser on our own page would. */
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Cookie header of a member who has just signed in by code. */
  cookieOf(email: string): Promise<string>;
  /** Types of the events in the log, oldest first. */
  evidence(): Promise<string[]>;
}

export async function deskWorld(options: { setUp?: boolean } = {}): Promise<DeskWorld> {
  const world = await signInWorld(ORIGIN);
  if (options.setUp !== false)
    await world.db.client.execute({
      sql: "INSERT INTO institution (id, profile, log_origin, version, updated_at) VALUES (1, ?, 'news.ministry.example/log', 1, 0)",
      args: [JSON.stringify(office)],
    });
  const deps = {
    db: world.db,
    auth: world.auth,
    ids: randomIds,
    clock: systemClock,
    vault: createVault(rings(), randomIds),
    config: { publicUrl: ORIGIN, mode: "test" },
  } as unknown as Deps;

  const app = new Hono<PublicEnv>();
  app.use(async (c, next) => {
    c.set("deps", deps);
    await next();
  });
  app.use(institution, language, formsFromHere);
  app.route("/staff", signInPages);
  // biome-ignore lint/suspicious/noExplicitAny: the guard adds the variables that staff pages need
  app.use("/staff/*", signedIn as any);
  // biome-ignore lint/suspicious/noExplicitAny: see above
  app.route("/staff", memberPages as any);
  app.get("/staff/", (c) => c.text("desk"));

  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.request(`${ORIGIN}${path}`, { headers });
  const post = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(`${ORIGIN}${path}`, {
      method: "POST",
      body: new URLSearchParams(form).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", origin: ORIGIN, ...headers },
    });
  return {
    ...world,
    deps,
    app,
    get,
    post,
    async cookieOf(email) {
      await world.auth.requestSignIn({ email, client: email });
      const entry = await post("/staff/sign-in/code", { email, code: world.mails.at(-1)?.code ?? "" });
      return (entry.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
    },
    async evidence() {
      return (await world.db.client.execute("SELECT typ FROM event ORDER BY rowid")).rows.map((row) => String(row.typ));
    },
  };
}
