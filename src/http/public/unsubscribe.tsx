/**
 * `/u/:token`: two buttons, equally near: this purpose, or everything. GET shows, POST acts. The one-click POST of mail
 * programs (RFC 8058) has the same address and stands before this page (http/one-click.ts); ours carries `scope`.
 */
import { Hono } from "hono";
import { type LinkView, readLink } from "../../domain/consent/views.ts";
import { withdrawByLink } from "../../domain/consent/withdraw.ts";
import { isRefusal } from "../../refusal.ts";
import { lastMailWords } from "../../texts/last-mail.ts";
import { leaveTexts } from "../../texts/leave.ts";
import { asLang, say } from "../../texts/say.ts";
import type { PublicContext, PublicEnv } from "../env.ts";
import { readForm } from "../forms.ts";
import { certificatePage } from "./answers/certificate.tsx";
import { endedPage } from "./answers/ended.tsx";
import { LastMailNote } from "./answers/last-mail.tsx";
import { ownLanguage, quoted, quotedAll, speakTo, unknownLink } from "./answers/links.tsx";
import { publicPage } from "./layout.tsx";

export const unsubscribePages = new Hono<PublicEnv>()
  .get("/u/:token", (c) => show(c, c.req.param("token")))
  .post("/u/:token", (c) => unsubscribePost(c));

/** The POST of our own page: `scope=list|everything`; anything else ends this purpose only. */
export async function unsubscribePost(c: PublicContext): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const form = await readForm(c);
  const scope = form.text("scope") === "everything" ? "everything" : "list";
  const language = asLang(form.text("lang")) ?? c.var.lang;
  const outcome = await withdrawByLink(c.var.deps, { token, scope, via: "unsubscribe-page", language });
  if (isRefusal(outcome) || !outcome.view) return unknownLink(c);
  speakTo(c, ownLanguage(c, outcome.view), form.text("lang"));
  if (outcome.decision === "already") return show(c, token, form.text("lang"));
  return certificatePage(c, outcome, outcome.view, "leave", scope);
}

async function show(c: PublicContext, token: string, posted?: string): Promise<Response> {
  const view = await readLink(c.var.deps, "u", token);
  if (!view) return unknownLink(c);
  speakTo(c, ownLanguage(c, view), posted);
  return view.status === "ended" ? endedPage(c, view, "leave") : choicePage(c, view);
}

export function choicePage(c: PublicContext, view: LinkView): Promise<Response> {
  const { lang } = c.var;
  const t = say(leaveTexts, lang);
  const words = c.var.institution.lastMail ? lastMailWords(lang) : undefined;
  const ends = quotedAll(view.sameLists.length > 0 ? view.sameLists.map((l) => l.names) : [view.list.names], lang);
  const quote = (label: string) => quoted({ lv: label, en: label }, lang);
  const stays = quotedAll(
    view.otherLists.map((l) => l.names),
    lang,
  );
  return publicPage(c, {
    title: t("title", { list: quoted(view.list.names, lang) }),
    lead: t("lead", { address: view.maskedAddress ?? "" }),
    wide: true,
    noindex: true,
    children: (
      <>
        <form class="answer wide mt6" method="post" action={`/u/${view.token}`} aria-label={t("choice")}>
          <input type="hidden" name="lang" value={lang} />
          <div class="ways">
            <div>
              <h2>{quote(t("list.button"))}</h2>
              <ul>
                <li>{t("list.ends", { lists: ends })}</li>
                <li>
                  {view.isLastReason
                    ? (words?.["list.deletes"] ?? t("list.deletes"))
                    : t("list.stays", { lists: stays })}
                </li>
              </ul>
            </div>
            <div>
              <h2>{quote(t("all.button"))}</h2>
              <ul>
                <li>{t("all.ends")}</li>
                <li>{words?.["all.deletes"] ?? t("all.deletes")}</li>
              </ul>
            </div>
          </div>
          <div class="pair long">
            <button class="ds-button" type="submit" name="scope" value="list">
              {t("list.button")}
            </button>
            <button class="ds-button" type="submit" name="scope" value="everything">
              {t("all.button")}
            </button>
          </div>
        </form>
        <div class="col flow">
          <p class="mt5">{t("kept")}</p>
          <LastMailNote c={c} />
          <p class="soft">{t("inert")}</p>
        </div>
      </>
    ),
  });
}
