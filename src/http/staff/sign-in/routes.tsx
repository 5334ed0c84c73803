/**
 * The door to the desk: address, code or link, out again. Mounted at `/staff` before the guard. GET and HEAD sign nobody
 * in: mail scanners open every link.
 */
import { Hono } from "hono";
import { normaliseAddress } from "../../../domain/people/rules.ts";
import type { Entry } from "../../../platform/auth/index.ts";
import { type FieldProblem, isRefusal, refuseForm } from "../../../refusal.ts";
import type { PublicContext, PublicEnv } from "../../env.ts";
import { problemsOf, readForm } from "../../forms.ts";
import { clientOf } from "./client.ts";
import { addressPage, codePage, linkPage, spentPage, waitPage } from "./pages.tsx";
import { returnTo } from "./return-to.ts";
import { onward, SIGN_IN } from "./second-pages.tsx";

const LINK = "/sign-in/:token{[A-Za-z]{32}}";

const problem = (c: PublicContext, field: FieldProblem) => problemsOf(refuseForm([field]), c.var.lang);

/** Goes where the member wanted to go, or to the second step, with the session in the browser. */
function enter(c: PublicContext, entry: Extract<Entry, { outcome: "in" }>, to: string): Response {
  for (const cookie of entry.cookies) c.header("Set-Cookie", cookie, { append: true });
  if (entry.step) return c.redirect(onward(`${SIGN_IN}/${entry.step === "code" ? "second" : "enrol"}`, to), 303);
  return c.redirect(to, 303);
}

export const signInPages = new Hono<PublicEnv>()
  .get("/sign-in", async (c) => {
    const to = returnTo(c.req.query("to"));
    if (await c.var.deps.auth.session(c.req.raw.headers)) return c.redirect(to, 303);
    const note = c.req.query("ended") ? "ended" : c.req.query("out") ? "out" : undefined;
    return addressPage(c, { to, note });
  })

  .post("/sign-in", async (c) => {
    const form = await readForm(c);
    const email = form.text("email");
    const to = returnTo(form.text("to"));
    const address = normaliseAddress(email);
    if (isRefusal(address))
      return addressPage(c, { email, to, problems: problem(c, { field: "email", code: address.code }) });
    const answer = await c.var.deps.auth.requestSignIn({ email: address.normalised, client: clientOf(c) });
    return answer.outcome === "wait" ? waitPage(c, answer.waitSeconds) : codePage(c, { email, to });
  })

  .post("/sign-in/code", async (c) => {
    const form = await readForm(c);
    const email = form.text("email");
    const to = returnTo(form.text("to"));
    const code = form.text("code");
    const address = normaliseAddress(email);
    if (isRefusal(address)) return c.redirect("/staff/sign-in", 303);
    if (code === "")
      return codePage(c, { email, to, problems: problem(c, { field: "code", code: "staff.code_missing" }) });
    const entry = await c.var.deps.auth.completeByCode({ email: address.normalised, code, client: clientOf(c) });
    if (entry.outcome === "in") return enter(c, entry, to);
    if (entry.outcome === "wait") return waitPage(c, entry.waitSeconds);
    const values = { left: entry.left };
    return codePage(c, { email, to, problems: problem(c, { field: "code", code: "staff.code_wrong", values }) });
  })

  // The page of a POST, opened anew.
  .get("/sign-in/code", (c) => c.redirect("/staff/sign-in", 303))

  .get(LINK, (c) => linkPage(c))

  .post(LINK, async (c) => {
    const entry = await c.var.deps.auth.completeByLink({ token: c.req.param("token"), client: clientOf(c) });
    if (entry.outcome === "in") return enter(c, entry, returnTo(undefined));
    return entry.outcome === "wait" ? waitPage(c, entry.waitSeconds) : spentPage(c);
  })

  .post("/sign-out", async (c) => {
    for (const cookie of await c.var.deps.auth.signOut(c.req.raw.headers))
      c.header("Set-Cookie", cookie, { append: true });
    return c.redirect("/staff/sign-in?out=1", 303);
  });
