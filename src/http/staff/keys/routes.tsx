/** `/staff/access/keys`: keys of programs: which there are, a new one, an end. A key is shown once, in the answer to its making. */
import { Hono, type MiddlewareHandler } from "hono";
import { makeKey } from "../../../domain/api-keys/make.ts";
import { revokeKey } from "../../../domain/api-keys/revoke.ts";
import { readKey, readKeys } from "../../../domain/api-keys/views.ts";
import { may, type Permission } from "../../../domain/staff/rules.ts";
import { readStaff } from "../../../domain/staff/views.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { problemsOf, readForm } from "../../forms.ts";
import { peerOf } from "../../frame/peer.ts";
import { keysPage } from "./list-page.tsx";
import { madePage, newKeyPage } from "./new-page.tsx";
import { revokePage } from "./revoke-page.tsx";
import { KEYS } from "./shared.ts";

const needs =
  (permission: Permission): MiddlewareHandler<StaffEnv> =>
  async (c, next) => {
    const no = may(c.var.actor, permission);
    if (no) return refusedPage(c, no, "desk");
    await next();
  };

async function list(c: StaffContext): Promise<Response> {
  const { deps } = c.var;
  const [keys, everybody] = await Promise.all([readKeys(deps.db), readStaff(deps)]);
  return keysPage(c, { keys, everybody, now: deps.clock.now(), revoked: c.req.query("done") === "revoked" });
}

export const apiKeyPages = new Hono<StaffEnv>()
  .use("/access/keys", needs("access.see"))
  .use("/access/keys/*", needs("access.see"))

  .get("/access/keys", list)

  .get("/access/keys/new", needs("api-key.make"), (c) => newKeyPage(c, {}))

  .post("/access/keys/new", needs("api-key.make"), async (c) => {
    const form = await readForm(c);
    const permissions = form.all("permissions");
    const input = {
      name: form.text("name"),
      purpose: form.text("purpose"),
      permissions,
      until: form.text("until"),
      code: form.text("code"),
      headers: c.req.raw.headers,
      client: peerOf(c),
    };
    const made = await makeKey(c.var.deps, c.var.actor, input);
    if (isRefusal(made))
      return newKeyPage(c, { values: form.values, permissions, problems: problemsOf(made, c.var.lang) });
    return madePage(c, { name: input.name, key: made.key });
  })

  .get("/access/keys/:id/revoke", needs("access.review"), async (c) => {
    const key = await readKey(c.var.deps.db, c.req.param("id"));
    return key ? revokePage(c, key) : refusedPage(c, refuse("api-keys.unknown"), "desk");
  })

  .post("/access/keys/:id/revoke", needs("access.review"), async (c) => {
    const done = await revokeKey(c.var.deps, c.var.actor, { id: c.req.param("id") });
    return isRefusal(done) ? refusedPage(c, done, "desk") : c.redirect(`${KEYS}?done=revoked`, 303);
  });
