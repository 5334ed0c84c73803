/** `/staff/account`: every member's own account. Reached by the name in the rail. */
import { type Context, Hono } from "hono";
import { leaveSecondFactor } from "../../../domain/staff/second-factor/leave.ts";
import { renewRecoveryCodes } from "../../../domain/staff/second-factor/renew-codes.ts";
import { seeHanded } from "../../../domain/staff/see-handed.ts";
import { readHanded } from "../../../domain/staff/views/handed.ts";
import { readStaff } from "../../../domain/staff/views.ts";
import { isRefusal, type Refusal } from "../../../refusal.ts";
import type { PublicContext, StaffContext, StaffEnv } from "../../env.ts";
import { problemsOf, readForm } from "../../forms.ts";
import { clientOf } from "../sign-in/client.ts";
import { codesPage } from "../sign-in/second-pages.tsx";
import { ACCOUNT, accountPage } from "./page.tsx";

const MOST = 20;

async function account(c: StaffContext, no?: { refusal: Refusal; field: string }): Promise<Response> {
  const { deps, actor, lang } = c.var;
  const [everybody, handed, codesLeft, signIns] = await Promise.all([
    readStaff(deps),
    readHanded(deps.db, actor.id),
    deps.auth.second.codesLeft(actor.id),
    deps.auth.signIns({ userId: actor.id, limit: MOST }),
  ]);
  const member = everybody.find(({ id }) => id === actor.id);
  const problems = no && problemsOf(no.refusal, lang).map(({ text }) => ({ field: no.field, text }));
  return accountPage(c, {
    enabled: member?.secondFactor === true,
    codesLeft,
    signIns,
    handed,
    names: new Map(everybody.map(({ id, name }) => [id, name])),
    recovered: c.req.query("recovered") !== undefined,
    email: member?.email ?? "",
    language: member?.language ?? lang,
    problems,
  });
}

export const accountPages = new Hono<StaffEnv>()
  .get("/account", (c) => account(c))

  .post("/account/handed", async (c) => {
    await seeHanded(c.var.deps, c.var.actor);
    return c.redirect(`${ACCOUNT}#handed`, 303);
  })

  .post("/account/codes", async (c) => {
    const input = { headers: c.req.raw.headers, code: (await readForm(c)).text("codes"), client: clientOf(c) };
    const done = await renewRecoveryCodes(c.var.deps, c.var.actor, input);
    if (isRefusal(done)) return account(c, { refusal: done, field: "codes" });
    return codesPage(c as Context as PublicContext, { codes: done.codes, to: ACCOUNT, renewed: true });
  })

  .post("/account/second/off", async (c) => {
    const input = { headers: c.req.raw.headers, code: (await readForm(c)).text("off"), client: clientOf(c) };
    const done = await leaveSecondFactor(c.var.deps, c.var.actor, input);
    if (isRefusal(done)) return account(c, { refusal: done, field: "off" });
    for (const cookie of await c.var.deps.auth.signOut(c.req.raw.headers))
      c.header("Set-Cookie", cookie, { append: true });
    return c.redirect("/staff/sign-in?out=1", 303);
  });
