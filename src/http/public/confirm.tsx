/** `/c/:token`: confirm a sign-up. GET shows, POST acts; a second press shows how things stand and changes nothing. */
import { Hono } from "hono";
import { confirmSignUp } from "../../domain/consent/confirm.ts";
import { declineSignUp } from "../../domain/consent/decline.ts";
import { type Confirmation, readConfirmation } from "../../domain/consent/views/sign-up.ts";
import { isRefusal } from "../../refusal.ts";
import { asLang } from "../../texts/say.ts";
import type { PublicContext, PublicEnv } from "../env.ts";
import { readForm } from "../forms.ts";
import { speakTo } from "./answers/links.tsx";
import { declinedBeforePage, declinedPage, givenPage, gonePage, joinedPage, olderPage } from "./sign-up/answered.tsx";
import { askPage } from "./sign-up/ask.tsx";
import { visitorOf } from "./visitor.ts";

export const confirmPages = new Hono<PublicEnv>()
  .get("/c/:token", async (c) => show(c, await readConfirmation(c.var.deps, c.req.param("token"))))
  .post("/c/:token", async (c) => {
    const token = c.req.param("token");
    const form = await readForm(c);
    const answer = form.text("answer");
    const spoken = form.text("lang");
    if (answer !== "yes" && answer !== "not-me")
      return show(c, await readConfirmation(c.var.deps, token), spoken, true);
    const done =
      answer === "yes"
        ? await confirmSignUp(c.var.deps, { token, visitor: visitorOf(c), lang: asLang(spoken) })
        : await declineSignUp(c.var.deps, { token });
    if (isRefusal(done)) return show(c, undefined, spoken);
    if (done.decision === "already") return show(c, done.view, spoken);
    speakTo(c, done.language, spoken);
    return done.decision === "given" ? givenPage(c, done) : declinedPage(c, done);
  });

/** How things stand with this link. */
function show(c: PublicContext, view: Confirmation | undefined, spoken?: string, missing = false): Promise<Response> {
  speakTo(c, view?.state === "open" ? view.signUp.language : c.var.lang, spoken);
  if (!view) return gonePage(c);
  if (view.state === "open" && view.asksAge) return olderPage(c);
  if (view.state === "open") return askPage(c, c.req.param("token") ?? "", view, missing);
  return view.state === "declined" ? declinedBeforePage(c) : joinedPage(c, view.lists);
}
