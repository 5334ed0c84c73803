/**
 * The second step of sign-in and setting up an authenticator. Mounted beside sign-in, before the guard of the desk: whoever is
 * half-way in reaches these pages and no other. GET and HEAD change nothing; the secret is made by a button.
 */
import { Hono } from "hono";
import type { StaffActor } from "../../../domain/staff/rules.ts";
import { beginSecondFactor } from "../../../domain/staff/second-factor/begin.ts";
import { confirmSecondFactor } from "../../../domain/staff/second-factor/confirm.ts";
import { showSecondFactor } from "../../../domain/staff/second-factor/show.ts";
import type { StaffSession } from "../../../platform/auth/index.ts";
import { isRefusal } from "../../../refusal.ts";
import type { PublicContext, PublicEnv } from "../../env.ts";
import { problemsOf, readForm } from "../../forms.ts";
import { clientOf } from "./client.ts";
import { returnTo } from "./return-to.ts";
import { codesPage, enrolPage, onward, recoveryPage, SIGN_IN, showPage } from "./second-pages.tsx";

const actorOf = ({ userId, role }: StaffSession): StaffActor => ({ kind: "staff", id: userId, role, via: "desk" });

/** Where the half-way go on; those who are in already go where they wanted; strangers sign in. */
async function due(c: PublicContext, step: "code" | "enrol", to: string): Promise<StaffSession | Response> {
  const { auth } = c.var.deps;
  const { headers } = c.req.raw;
  const half = await auth.halfWay(headers);
  if (half?.step === step) return half;
  if (half) return c.redirect(onward(`${SIGN_IN}/${half.step === "code" ? "second" : "enrol"}`, to), 303);
  const session = await auth.session(headers);
  if (!session) return c.redirect(onward(SIGN_IN, to), 303);
  // Whoever is not asked to may set one up all the same.
  return step === "enrol" && !session.second ? session : c.redirect(to, 303);
}

/** What the page of setting up needs to know of whoever is there. */
async function enrolling(c: PublicContext, to: string) {
  const { auth } = c.var.deps;
  const { headers } = c.req.raw;
  const must = (await auth.halfWay(headers)) !== undefined;
  return { to, must, uri: await auth.second.uri(headers) };
}

async function show(c: PublicContext, recovery: boolean): Promise<Response> {
  const form = await readForm(c);
  const to = returnTo(form.text("to"));
  const who = await due(c, "code", to);
  if (who instanceof Response) return who;
  const { headers } = c.req.raw;
  const input = { headers, code: form.text("code"), client: clientOf(c), recovery };
  const shown = await showSecondFactor(c.var.deps, actorOf(who), input);
  if (!isRefusal(shown)) return c.redirect(recovery ? "/staff/account?recovered=1" : to, 303);
  const problems = problemsOf(shown, c.var.lang);
  return recovery ? recoveryPage(c, { to, problems }) : showPage(c, { to, problems });
}

export const secondFactorPages = new Hono<PublicEnv>()
  .get("/sign-in/second", async (c) => {
    const to = returnTo(c.req.query("to"));
    const who = await due(c, "code", to);
    return who instanceof Response ? who : showPage(c, { to });
  })
  .post("/sign-in/second", (c) => show(c, false))

  .get("/sign-in/recovery", async (c) => {
    const to = returnTo(c.req.query("to"));
    const who = await due(c, "code", to);
    return who instanceof Response ? who : recoveryPage(c, { to });
  })
  .post("/sign-in/recovery", (c) => show(c, true))

  .get("/sign-in/enrol", async (c) => {
    const to = returnTo(c.req.query("to"));
    const who = await due(c, "enrol", to);
    return who instanceof Response ? who : enrolPage(c, await enrolling(c, to));
  })

  .post("/sign-in/enrol/begin", async (c) => {
    const to = returnTo((await readForm(c)).text("to"));
    const who = await due(c, "enrol", to);
    if (who instanceof Response) return who;
    const begun = await beginSecondFactor(c.var.deps, actorOf(who), { headers: c.req.raw.headers });
    if (isRefusal(begun)) return enrolPage(c, { ...(await enrolling(c, to)), problems: problemsOf(begun, c.var.lang) });
    return c.redirect(onward(`${SIGN_IN}/enrol`, to), 303);
  })

  .post("/sign-in/enrol", async (c) => {
    const form = await readForm(c);
    const to = returnTo(form.text("to"));
    const who = await due(c, "enrol", to);
    if (who instanceof Response) return who;
    const input = { headers: c.req.raw.headers, code: form.text("code"), client: clientOf(c) };
    const done = await confirmSecondFactor(c.var.deps, actorOf(who), input);
    if (isRefusal(done)) return enrolPage(c, { ...(await enrolling(c, to)), problems: problemsOf(done, c.var.lang) });
    for (const cookie of done.cookies) c.header("Set-Cookie", cookie, { append: true });
    return codesPage(c, { codes: done.codes, to });
  });
