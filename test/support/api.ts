/** Programs at the door of a world: a key with these permissions, and calls with it. */
import { keyHash, keyText } from "../../src/domain/api-keys/rules.ts";
import { insertKey } from "../../src/domain/api-keys/store.ts";
import { inviteStaff } from "../../src/domain/staff/invite.ts";
import { FOR_KEYS, type KeyPermission, PERMISSIONS, type Role } from "../../src/domain/staff/rules.ts";
import { isRefusal } from "../../src/refusal.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import type { World } from "./world.ts";

const YEAR_MS = 365 * 24 * 3_600_000;

export interface Program {
  keyId: string;
  /** As it was shown once. */
  key: string;
  /** User id of its maker. */
  maker: string;
  permissions: readonly KeyPermission[];
  /** Calls below /api/v1; a body is sent as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The same, and the JSON that came back. */
  json(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever came
  body: any;
  headers: Headers;
}

/** A key of a new member with this role. It is written as making one writes it; the desk's own way has a test of its own. */
export async function programOf(
  world: World,
  {
    role = "admin",
    permissions = FOR_KEYS.filter((one) => (PERMISSIONS[one] as readonly Role[]).includes(role)),
    lifeMs = YEAR_MS,
  }: Partial<{ role: Role; permissions: readonly KeyPermission[]; lifeMs: number }> = {},
): Promise<Program> {
  const n = (await world.rows("SELECT count(*) AS n FROM user"))[0]?.n;
  const email = `${role}-${n}@ministrija.example`;
  const invited = await inviteStaff(world.deps, OPERATOR, { email, name: `Paraugs ${n}`, role, language: "lv" });
  if (isRefusal(invited)) throw new Error(`not invited: ${invited.code}`);
  const [row] = await world.rows("SELECT id FROM user WHERE email = ?", email);
  const maker = String(row?.id);
  const secret = world.deps.ids.bytes(32);
  const keyId = world.deps.ids.uuid();
  const now = world.clock.now();
  const { sql, args } = insertKey(world.deps.db, {
    id: keyId,
    hash: keyHash(secret),
    name: "Vietne",
    purpose: "Izmēģinājums",
    permissions: [...permissions],
    createdBy: `staff:${maker}`,
    createdAt: now,
    expiresAt: now + lifeMs,
  });
  await world.client.execute({ sql, args });
  return { keyId, maker, permissions, ...callsWith(world, keyText(secret)) };
}

/** Calls with this key. */
export function callsWith(world: Pick<World, "request">, key: string): Pick<Program, "key" | "call" | "json"> {
  const call: Program["call"] = (method, path, body, headers = {}) =>
    world.request(`/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        ...(body !== undefined && !(body instanceof FormData) && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  return {
    key,
    call,
    async json(method, path, body, headers) {
      const response = await call(method, path, body, headers);
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
    },
  };
}
