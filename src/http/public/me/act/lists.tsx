/** Lists on and off, by the buttons of one's own page. */
import { raw } from "hono/html";
import { readOffer } from "../../../../domain/consent/views/offered.ts";
import { pauseList } from "../../../../domain/me/choices/pause.ts";
import { switchOff } from "../../../../domain/me/choices/switch-off.ts";
import { switchOn } from "../../../../domain/me/choices/switch-on.ts";
import { asksMore } from "../../../../domain/me/rules/offer.ts";
import { isRefusal, refuse } from "../../../../refusal.ts";
import { ownChoiceTexts } from "../../../../texts/own-choices.ts";
import { say } from "../../../../texts/say.ts";
import type { PublicContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { problemsOf } from "../../../forms.ts";
import { certificatePage } from "../../answers/certificate.tsx";
import { lowered } from "../../answers/ended.tsx";
import { quoted } from "../../answers/links.tsx";
import { publicPage } from "../../layout.tsx";
import { visitorOf } from "../../visitor.ts";
import { endVisit } from "../cookie.ts";
import { ownPage } from "../own.tsx";
import { Problems } from "../page/parts.tsx";
import { acted, visited } from "./frame.tsx";

/** The text that is consented to, and one button. */
export const onPage = (c: PublicContext, problems: Parameters<typeof Problems>[0]["problems"] = []) =>
  visited(c, async (visit) => {
    const { lang, deps } = c.var;
    const t = say(ownChoiceTexts, lang);
    const one = (await readOffer(deps.db)).find((o) => o.list.id === c.req.param("list"));
    const notice = one && (one.statement[lang] ?? Object.values(one.statement)[0]);
    if (!one || !notice || asksMore(one.purpose)) return refusedPage(c, refuse("page.not_found"), "public");
    return publicPage(c, {
      title: t("on.title", { list: quoted(one.list.names, lang) }),
      lead: t("on.lead", { address: visit.address }),
      status: problems.length > 0 ? 422 : 200,
      error: problems.length > 0,
      noindex: true,
      children: (
        <>
          <Problems c={c} problems={problems} />
          <p>{t("on.statement")}</p>
          <div class="quoted flow" lang={notice.language}>
            {raw(lowered(notice.body))}
          </div>
          <p>{t("on.off")}</p>
          <form class="actions mt4" method="post" action={`/me/lists/${one.list.id}`}>
            <input type="hidden" name="lang" value={lang} />
            <input type="hidden" name="notice" value={notice.sha256} />
            <button class="ds-button" type="submit">
              {t("on.button")}
            </button>
            <a href="/me">{t("on.back")}</a>
          </form>
        </>
      ),
    });
  });

export const onPost = (c: PublicContext) =>
  acted(
    c,
    async (visit, form) => {
      const listId = c.req.param("list") ?? "";
      const { lang, deps } = c.var;
      const visitor = visitorOf(c);
      const done = await switchOn(deps, { visit, listId, noticeSha256: form.text("notice"), language: lang, visitor });
      return done === "given" ? "on" : done;
    },
    (visit, form, no) =>
      no.code === "me.text_changed"
        ? onPage(c, problemsOf(no, c.var.lang))
        : ownPage(c, visit, { problems: problemsOf(no, c.var.lang), lang: form.text("lang") }),
  );

export const offPost = (c: PublicContext) =>
  acted(c, async (visit, form) => {
    const purposeId = form.text("purpose");
    // "Everything" has a page and an address of its own.
    if (purposeId === "everything") return refuse("me.not_held");
    return left(c, visit, purposeId);
  });

/** The certificate of what ended; where the address is gone, the visit is over too. */
export async function left(c: PublicContext, visit: string, purposeId: string) {
  const done = await switchOff(c.var.deps, { visit, purposeId, language: c.var.lang });
  if (isRefusal(done)) return done;
  if (done.erased) endVisit(c);
  return certificatePage(c, done, done.view, "leave", purposeId === "everything" ? "everything" : "list");
}

export const pausePost = (c: PublicContext) =>
  acted(c, async (visit, form) => {
    const until = form.text("until");
    const done = await pauseList(c.var.deps, { visit, listId: form.text("list"), until });
    if (done !== "done") return done;
    return until === "" ? "resume" : "pause";
  });
