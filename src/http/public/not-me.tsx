/** `/n/:token`, from a receipt: "this was not my answer". GET shows what would happen, POST acts. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { invalidateConsent, type NotMeView, readNotMe } from "../../domain/consent/invalidate.ts";
import { NO_MAILING } from "../../platform/tokens.ts";
import { isRefusal } from "../../refusal.ts";
import { lastMailTexts } from "../../texts/last-mail.ts";
import { leaveTexts } from "../../texts/leave.ts";
import { receiptTexts } from "../../texts/receipt.ts";
import { say } from "../../texts/say.ts";
import type { PublicContext, PublicEnv } from "../env.ts";
import { readForm } from "../forms.ts";
import { certificatePage } from "./answers/certificate.tsx";
import { endedPage } from "./answers/ended.tsx";
import { LastMailNote } from "./answers/last-mail.tsx";
import { calendar, ownLanguage, quotedAll, speakTo, unknownLink } from "./answers/links.tsx";
import { publicPage } from "./layout.tsx";

export const notMePages = new Hono<PublicEnv>()
  .get("/n/:token", (c) => show(c, c.req.param("token")))
  .post("/n/:token", async (c) => {
    const token = c.req.param("token");
    const form = await readForm(c);
    const done = await invalidateConsent(c.var.deps, { token });
    if (isRefusal(done)) return unknownLink(c);
    speakTo(c, ownLanguage(c, done.view), form.text("lang"));
    if (done.decision === "already") return show(c, token, form.text("lang"));
    return certificatePage(c, done, done.view, "leave");
  });

async function show(c: PublicContext, token: string, posted?: string): Promise<Response> {
  const found = await readNotMe(c.var.deps, token);
  if (!found) return unknownLink(c);
  speakTo(c, ownLanguage(c, found.view), posted);
  if (found.state === "ended") return endedPage(c, found.view, "leave");
  return found.state === "live" ? askPage(c, found) : changedPage(c, found);
}

function askPage(c: PublicContext, { view, given, standing }: NotMeView): Promise<Response> {
  const { lang } = c.var;
  const t = say(receiptTexts, lang);
  const names = (lists: LinkNames) =>
    quotedAll(
      lists.map((l) => l.names),
      lang,
    );
  const on = standing?.subscriptions.filter((s) => given.lists.includes(s.listSlug)) ?? [];
  const lists = names(on.map((s) => ({ names: s.listNames })));
  const deletes = c.var.institution.lastMail ? say(lastMailTexts, lang)("before.list") : t("page.deletes");
  return publicPage(c, {
    title: t("page.title"),
    lead: t("page.lead", { when: calendar(c).moment(given.at), address: view.maskedAddress ?? "", lists }),
    noindex: true,
    children: (
      <>
        <h2>{t("page.does")}</h2>
        <ul>
          <li>{t("page.invalid")}</li>
          <li>{t("page.ends", { lists: names(view.sameLists) })}</li>
          <li>{view.isLastReason ? deletes : t("page.stays", { lists: names(view.otherLists) })}</li>
        </ul>
        <form class="actions mt4" method="post" action={`/n/${view.token}`}>
          <input type="hidden" name="lang" value={lang} />
          <button class="ds-button" type="submit">
            {t("page.button")}
          </button>
        </form>
        <p>{t("page.mine")}</p>
        <p>{say(leaveTexts, lang)("kept")}</p>
        {view.isLastReason && <LastMailNote c={c} />}
        <p class="soft">{say(leaveTexts, lang)("inert")}</p>
      </>
    ),
  });
}

type LinkNames = NotMeView["view"]["sameLists"];

/** Something newer was said: what is left is to leave. */
function changedPage(c: PublicContext, { view }: NotMeView): Promise<Response> {
  const t = say(receiptTexts, c.var.lang);
  const { subscriptionId } = view;
  const leave = `/u/${c.var.deps.tokens.make("u", { subscriptionId, mailingId: NO_MAILING })}`;
  return publicPage(c, {
    title: t("later.title"),
    lead: t.rich<Child>("later.lead", { a: (inner) => <a href={leave}>{inner}</a> }),
    noindex: true,
    children: <></>,
  });
}
