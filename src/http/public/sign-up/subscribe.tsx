/**
 * `/subscribe`: the lists on offer and the form; `?list=` opens it for one of them. Whatever address is sent, the answer
 * is the same page with the same status: who is on our lists is nobody's business. The form is also taken from sites that the
 * institution has named; from any other the person is shown our own form, empty: what a foreign page filled in or ticked is
 * neither kept nor shown as if it were his.
 */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { requestSignUp } from "../../../domain/consent/request.ts";
import { readOffer } from "../../../domain/consent/views/offered.ts";
import { makeChallenge } from "../../../domain/sign-up-guard/acts/work.ts";
import { isRefusal } from "../../../refusal.ts";
import { mailTexts } from "../../../texts/mail.ts";
import { asLang, say } from "../../../texts/say.ts";
import { signUpTexts } from "../../../texts/sign-up.ts";
import type { PublicContext, PublicEnv } from "../../env.ts";
import { type Form, problemsOf, readForm } from "../../forms.ts";
import { speakTo } from "../answers/links.tsx";
import { publicPage } from "../layout.tsx";
import { type FormProps, formPage } from "./form.tsx";
import { sentFrom } from "./from.ts";
import { CHALLENGE, cameWith } from "./guard.tsx";
import { youngPage } from "./young.tsx";

export const subscribePages = new Hono<PublicEnv>()
  .get("/subscribe", (c) => show(c))
  // A site that embeds our form asks for a challenge too: it holds nothing, and each is signed.
  .get(CHALLENGE, async (c) => {
    c.header("Cache-Control", "no-store");
    c.header("Access-Control-Allow-Origin", "*");
    return c.json(await makeChallenge(c.var.deps));
  })
  .post("/subscribe", async (c) => {
    const form = await readForm(c);
    const lang = speakTo(c, c.var.lang, form.text("lang"));
    const from = sentFrom(c);
    if (from.is === "other") {
      const problems = [{ field: "", text: say(signUpTexts, lang)("foreign") }];
      return show(c, { problems, status: 403 });
    }
    const wanted = asLang(form.text("language"));
    const language = wanted && c.var.institution.languages.includes(wanted) ? wanted : lang;
    const taken = await requestSignUp(c.var.deps, {
      address: form.values.email ?? "",
      language,
      listIds: form.all("list"),
      form: {
        ...(from.is === "here" ? { place: "page" as const } : { place: "snippet" as const, site: from.site }),
        sha256: form.text("form"),
        only: onlyOf(c),
        age: form.text("age"),
      },
      came: cameWith(c, form.text),
    });
    if (!isRefusal(taken)) return sentPage(c, language);
    if (taken.code === "consent.too_young") return young(c, form, Number(taken.values?.age));
    return show(c, { sent: form, problems: problemsOf(taken, lang) });
  });

/** The list that the page is about, where a link named one that is there. */
const onlyOf = (c: PublicContext) => c.req.query("list") || undefined;

async function show(c: PublicContext, back: Pick<FormProps, "sent" | "problems" | "status"> = {}): Promise<Response> {
  const offer = await readOffer(c.var.deps.db);
  const only = offer.find((o) => o.list.id === onlyOf(c));
  return formPage(c, { offer, only, ...back });
}

async function young(c: PublicContext, form: Form, age: number): Promise<Response> {
  const offer = await readOffer(c.var.deps.db);
  const chosen = offer.filter((o) => form.all("list").includes(o.list.id) && o.purpose.sheet.ageFrom !== undefined);
  return youngPage(c, { age, lists: chosen.map((o) => o.list.names) });
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
