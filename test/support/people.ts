/** People at the doors of a world: a browser with cookies and forms, and staff who are signed in. */
import { inviteStaff } from "../../src/domain/staff/invite.ts";
import type { Role } from "../../src/domain/staff/rules.ts";
import { isRefusal } from "../../src/refusal.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import type { World } from "./open-world.ts";

export type StaffRole = Role;

export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form: fields as urlencoded, or multipart if one of them is a file. */
  post(path: string, fields: Record<string, string | string[] | File>): Promise<Response>;
  /** Sends a request of any kind. */
  send(path: string, init: RequestInit): Promise<Response>;
}

/** A browser of its own in this world. */
export const browserOf = (world: World): Browser => browserAt(world.deps.config.publicUrl, world.request);

/** A browser of its own before whoever answers. Cookies are kept, redirects are not followed. */
export function browserAt(publicUrl: string, request: (path: string, init: RequestInit) => Promise<Response>): Browser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await request(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return response;
  };
  return {
    send,
    get: (path, headers) => send(path, { headers }),
    post(path, fields) {
      const entries = Object.entries(fields).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
      );
      const files = entries.some(([, value]) => value instanceof File);
      const body = files ? new FormData() : new URLSearchParams();
      for (const [name, value] of entries) (body as FormData).append(name, value as string);
      return send(path, { method: "POST", body, headers: { Origin: publicUrl } });
    },
  };
}

/** Invites a member with this role and goes in by the link. */
export async function signedInAs(world: World, role: StaffRole): Promise<Browser> {
  const email = `${role}-${(await world.rows("SELECT count(*) AS n FROM user"))[0]?.n}@ministrija.example`;
  const invited = await inviteStaff(world.deps, OPERATOR, { email, name: `Paraugs ${role}`, role, language: "lv" });
  if (isRefusal(invited)) throw new Error(`not invited: ${invited.code}`);
  const browser = browserOf(world);
  const entered = await browser.post(new URL(invited.signInUrl).pathname, {});
  if (entered.status !== 303) throw new Error(`not signed in: ${entered.status}`);
  return browser;
}
