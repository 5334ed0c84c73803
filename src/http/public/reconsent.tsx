/** `/r/:token`: the two equal answers to a re-consent campaign. GET shows, POST acts; a second press changes nothing. */
import { Hono } from "hono";
import { answerReconsent } from "../../domain/consent/answer.ts";
import { readLink } from "../../domain/consent/views.ts";
import { isRefusal } from "../../refusal.ts";
import type { PublicContext, PublicEnv } from "../env.ts";
import { refusedPage } from "../failures.tsx";
import { readForm } from "../forms.ts";
import { certificatePage } from "./answers/certificate.tsx";
import { endedPage } from "./answers/ended.tsx";
import { ownLanguage, speakTo, unknownLink } from "./answers/links.tsx";
import { questionPage } from "./answers/question.tsx";
import { givenPage, receiptPage } from "./answers/receipt.tsx";
import { visitorOf } from "./visitor.ts";

export const reconsentPages = new Hono<PublicEnv>()
  .get("/r/:token", (c) => show(c, c.req.param("token")))
  .post("/r/:token", async (c) => {
    const token = c.req.param("token");
    const form = await readForm(c);
    const answer = form.text("answer");
    if (answer !== "yes" && answer !== "no") return show(c, token, form.text("lang"), true);
    const outcome = await answerReconsent(c.var.deps, {
      token,
      answer,
      noticeSha256: form.text("notice"),
      visitor: visitorOf(c),
    });
    if (isRefusal(outcome)) {
      return outcome.code === "consent.link_unknown" ? unknownLink(c) : refusedPage(c, outcome, "public");
    }
    speakTo(c, ownLanguage(c, outcome.view), form.text("lang"));
    if (outcome.decision === "given") return receiptPage(c, outcome);
    if (outcome.decision === "already") return show(c, token, form.text("lang"));
    return certificatePage(c, outcome, outcome.view, "answer");
  });

/** How things stand with this link. */
async function show(c: PublicContext, token: string, posted?: string, missing = false): Promise<Response> {
  const view = await readLink(c.var.deps, "r", token);
  if (!view) return unknownLink(c);
  speakTo(c, ownLanguage(c, view), posted);
  if (view.status === "ended") return endedPage(c, view, "answer");
  // The list does not rest on consent any more: what is left is to leave it.
  if (view.purpose.basis !== "a") {
    const { subscriptionId, mailingId } = view;
    return c.redirect(`/u/${c.var.deps.tokens.make("u", { subscriptionId, mailingId })}`, 303);
  }
  if (view.recordState === "given" && !view.campaign?.unanswered) return givenPage(c, view);
  return questionPage(c, view, missing);
}
