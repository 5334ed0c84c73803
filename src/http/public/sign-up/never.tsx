/** `/c/:token/never`, from a confirmation mail: "this was not me, never write again". GET shows one button, POST acts. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { declineSignUp } from "../../../domain/consent/decline.ts";
import { type Confirmation, readConfirmation } from "../../../domain/consent/views/sign-up.ts";
import { isRefusal } from "../../../refusal.ts";
import { neverTexts } from "../../../texts/never.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext, PublicEnv } from "../../env.ts";
import { readForm } from "../../forms.ts";
import { calendar, speakTo } from "../answers/links.tsx";
import { publicPage } from "../layout.tsx";
import { MailLink } from "../parts.tsx";
import { declinedBeforePage, gonePage, joinedPage } from "./answered.tsx";

export const neverPages = new Hono<PublicEnv>()
  .get("/c/:token/never", async (c) => show(c, await readConfirmation(c.var.deps, c.req.param("token"))))
  .post("/c/:token/never", async (c) => {
    const spoken = (await readForm(c)).text("lang");
    const done = await declineSignUp(c.var.deps, { token: c.req.param("token"), never: true });
    if (isRefusal(done)) return show(c, undefined, spoken);
    if (done.decision === "already") return show(c, done.view, spoken);
    speakTo(c, done.language, spoken);
    return donePage(c, done.never ?? "everything", done.reviewDay);
  });

/** How things stand with this link. */
function show(c: PublicContext, view: Confirmation | undefined, spoken?: string): Promise<Response> {
  speakTo(c, view?.state === "open" ? view.signUp.language : c.var.lang, spoken);
  if (!view) return gonePage(c);
  if (view.state === "open") return askPage(c, view);
  return view.state === "declined" ? declinedBeforePage(c) : joinedPage(c, view.lists);
}

function askPage(c: PublicContext, view: Extract<Confirmation, { state: "open" }>): Promise<Response> {
  const { lang } = c.var;
  const t = say(neverTexts, lang);
  const { day, time } = calendar(c);
  const page = `/c/${c.req.param("token")}`;
  const onList = view.livePurposes.length > 0;
  return publicPage(c, {
    title: t("title"),
    lead: t("lead", { date: day(view.signUp.at), time: time(view.signUp.at), address: view.maskedAddress }),
    noindex: true,
    children: (
      <>
        <h2>{t("does")}</h2>
        <ul>
          <li>{t("does.delete")}</li>
          <li>{t(onList ? "does.others" : "does.never")}</li>
          <li>{t("does.mark")}</li>
        </ul>
        {onList && <p>{t.rich<Child>("on-list", { a: (inner) => <a href="/me">{inner}</a> })}</p>}
        <form class="actions mt4" method="post" action={`${page}/never`}>
          <input type="hidden" name="lang" value={lang} />
          <button class="ds-button" type="submit">
            {t("button")}
          </button>
        </form>
        <p>{t.rich<Child>("mine", { a: (inner) => <a href={page}>{inner}</a> })}</p>
        <p class="soft">{t("inert")}</p>
      </>
    ),
  });
}

function donePage(c: PublicContext, never: "everything" | "others", reviewDay: string): Promise<Response> {
  const { email } = c.var.institution;
  const t = say(neverTexts, c.var.lang);
  return publicPage(c, {
    title: t(`done.${never}`),
    lead: t(`done.${never}.lead`),
    noindex: true,
    children: (
      <>
        <p>{t("done.kept", { date: calendar(c).day(reviewDay) })}</p>
        <p>{t.rich<Child>("done.back", { email, mail: () => <MailLink address={email} /> })}</p>
      </>
    ),
  });
}
