/** What every act of one's own page shares: who is on a visit, and what becomes of a refusal. */
import { isFresh } from "../../../../domain/me/rules.ts";
import type { Visit } from "../../../../domain/me/views.ts";
import type { Refusal } from "../../../../refusal.ts";
import { ownChoiceTexts } from "../../../../texts/own-choices.ts";
import { say } from "../../../../texts/say.ts";
import type { PublicContext } from "../../../env.ts";
import { type Form, problemsOf, readForm } from "../../../forms.ts";
import { speakTo } from "../../answers/links.tsx";
import { publicPage } from "../../layout.tsx";
import { visitOf, visitSecret } from "../cookie.ts";
import { ownPage } from "../own.tsx";
import type { Done } from "../page/parts.tsx";

/** A page of the visit; whoever is on none is asked who he is. `fresh`: the act behind it cannot be undone. */
export async function visited(
  c: PublicContext,
  show: (visit: Visit) => Promise<Response>,
  { fresh = false } = {},
): Promise<Response> {
  const visit = await visitOf(c);
  if (!visit) return c.redirect("/me", 303);
  speakTo(c, visit.language);
  return fresh && !isFresh(visit, c.var.deps.clock.now()) ? freshPage(c) : show(visit);
}

/**
 * A posted act. Done, it leads back to the page, which says so; refused, the page that was pressed stands there again (`again`), the
 * whole page with the sentence, or the offer of a new link.
 */
export async function acted(
  c: PublicContext,
  act: (secret: string, form: Form) => Promise<Done | Response | Refusal>,
  again?: (visit: Visit, form: Form, no: Refusal) => Promise<Response>,
): Promise<Response> {
  const form = await readForm(c);
  const visit = await visitOf(c);
  if (!visit) return c.redirect("/me", 303);
  speakTo(c, visit.language, form.text("lang"));
  const done = await act(visitSecret(c) ?? "", form);
  if (done instanceof Response) return done;
  if (typeof done === "string") return c.redirect(`/me?done=${done}`, 303);
  if (done.code === "me.visit_over") return c.redirect("/me", 303);
  if (done.code === "me.not_fresh") return freshPage(c);
  if (again) return again(visit, form, done);
  const problems = problemsOf(done, c.var.lang).map(({ text }) => ({ field: "", text }));
  return ownPage(c, visit, { problems, lang: form.text("lang") });
}

/** The visit is too old for what cannot be undone: one press sends a new link to the address of the visit. */
export function freshPage(c: PublicContext): Promise<Response> {
  const { lang } = c.var;
  const t = say(ownChoiceTexts, lang);
  return publicPage(c, {
    title: t("fresh.title"),
    lead: t("fresh.lead"),
    status: 403,
    noindex: true,
    children: (
      <>
        <p>{t("fresh.why")}</p>
        <form class="actions mt4" method="post" action="/me/fresh">
          <input type="hidden" name="lang" value={lang} />
          <button class="ds-button" type="submit">
            {t("fresh.button")}
          </button>
          <a href="/me">{t("fresh.back")}</a>
        </form>
        <p class="soft">{t("fresh.leave")}</p>
      </>
    ),
  });
}
