/**
 * `/subscribe`: the lists on offer and the form; `?list=` opens it for one of them. Whatever address is sent, the answer
 * is the same page with the same status: who is on our lists is nobody's business.
 */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { requestSignUp } from "../../domain/consent/request.ts";
import { readOffer } from "../../domain/consent/views/sign-up.ts";
import { isRefusal } from "../../refusal.ts";
import { mailTexts } from "../../texts/mail.ts";
import { asLang, say } from "../../texts/say.ts";
import { signUpTexts } from "../../texts/sign-up.ts";
import type { PublicContext, PublicEnv } from "../env.ts";
import { problemsOf, readForm } from "../forms.ts";
import { speakTo } from "./answers/links.tsx";
import { publicPage } from "./layout.tsx";
import { type FormProps, formPage } from "./sign-up/form.tsx";
import { guarded } from "./sign-up/guard.tsx";

export const subscribePages = new Hono<PublicEnv>()
  .get("/subscribe", (c) => show(c))
  .post("/subscribe", async (c) => {
    const form = await readForm(c);
    const lang = speakTo(c, c.var.lang, form.text("lang"));
    const wanted = asLang(form.text("language"));
    const language = wanted && c.var.institution.languages.includes(wanted) ? wanted : lang;
    const guard = await guarded(c, form.text);
    if (guard === "drop") return sentPage(c, language);
    if (guard === "prove") return show(c, { sent: form, problems: [] });
    const taken = await requestSignUp(c.var.deps, {
      address: form.values.email ?? "",
      language,
      listIds: form.all("list"),
      shown: form.all("statement"),
    });
    return isRefusal(taken) ? show(c, { sent: form, problems: problemsOf(taken, lang) }) : sentPage(c, language);
  });

async function show(c: PublicContext, back: Pick<FormProps, "sent" | "problems"> = {}): Promise<Response> {
  const offer = await readOffer(c.var.deps.db);
  const only = offer.find((o) => o.list.id === c.req.query("list"));
  return formPage(c, { offer, only, ...back });
}

function sentPage(c: PublicContext, language: "lv" | "en"): Promise<Response> {
  const t = say(signUpTexts, c.var.lang);
  return publicPage(c, {
    title: t("sent.title"),
    lead: t("sent.lead"),
    noindex: true,
    children: (
      <>
        <ol>
          <li>{t("sent.open", { subject: say(mailTexts, language)("confirm.subject") })}</li>
          <li>{t("sent.press")}</li>
          <li>{t("sent.confirm")}</li>
        </ol>
        <p>{t("sent.days")}</p>
        <h2>{t("sent.missing")}</h2>
        <p>{t.rich<Child>("sent.missing.text", { a: (inner) => <a href="/subscribe">{inner}</a> })}</p>
        <p class="soft small">{t("sent.same")}</p>
      </>
    ),
  });
}
