/**
 * `/me`: a person's own page. It asks for a link by mail; the link shows one button, whose POST opens a visit of half an hour.
 * GET and HEAD change nothing, and whatever address is sent, the answer is the same page with the same status.
 */
import { Hono } from "hono";
import { enterOwnPage } from "../../../domain/me/enter.ts";
import { requestOwnPage } from "../../../domain/me/request-link.ts";
import { signOut } from "../../../domain/me/sign-out.ts";
import { readOwnLink } from "../../../domain/me/views.ts";
import { isRefusal } from "../../../refusal.ts";
import type { PublicContext, PublicEnv } from "../../env.ts";
import { problemsOf, readForm } from "../../forms.ts";
import { speakTo } from "../answers/links.tsx";
import { cameWith } from "../sign-up/guard.tsx";
import { actPages } from "./act/routes.ts";
import { askedPage, askPage } from "./ask.tsx";
import { beginVisit, endVisit, visitOf, visitSecret } from "./cookie.ts";
import { bundleFile, receiptFile } from "./files.tsx";
import { buttonPage, linkGonePage, outPage } from "./link.tsx";
import { ownPage } from "./own.tsx";

export const mePages = new Hono<PublicEnv>()
  .get("/me", async (c) => {
    const visit = await visitOf(c);
    return visit ? ownPage(c, visit) : askPage(c, { over: visitSecret(c) !== undefined });
  })
  .post("/me", async (c) => {
    const form = await readForm(c);
    const language = speakTo(c, c.var.lang, form.text("lang"));
    const taken = await requestOwnPage(c.var.deps, {
      address: form.values.email ?? "",
      language,
      came: cameWith(c, form.text),
    });
    return isRefusal(taken) ? askPage(c, { sent: form, problems: problemsOf(taken, language) }) : askedPage(c);
  })
  .post("/me/sign-out", async (c) => {
    speakTo(c, c.var.lang, (await readForm(c)).text("lang"));
    const visit = visitSecret(c);
    if (visit !== undefined) await signOut(c.var.deps, { visit });
    endVisit(c);
    return outPage(c);
  })
  .get("/me/proofs/:record", bundleFile)
  .get("/me/proofs/:record/receipt", receiptFile)
  .route("/", actPages)
  .get("/me/:token", (c) => showLink(c))
  .post("/me/:token", async (c) => {
    const form = await readForm(c);
    const entered = await enterOwnPage(c.var.deps, { token: c.req.param("token") });
    if (isRefusal(entered)) return showLink(c, form.text("lang"));
    beginVisit(c, entered.visit);
    return c.redirect("/me", 303);
  });

async function showLink(c: PublicContext, spoken?: string): Promise<Response> {
  const link = await readOwnLink(c.var.deps, c.req.param("token") ?? "");
  speakTo(c, link?.signUp.language ?? c.var.lang, spoken);
  if (link?.state === "open") return buttonPage(c, link);
  // A second press of the button: the first one has opened the page.
  const visit = link && (await visitOf(c));
  return linkGonePage(c, { used: link !== undefined, open: visit?.intakeId === link?.intakeId && visit !== undefined });
}
