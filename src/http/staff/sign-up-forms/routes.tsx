/** `/staff/sign-up-forms`: forms for other sites are made, shown with their code, and ended. */
import { Hono } from "hono";
import { raw } from "hono/html";
import { readOffer } from "../../../domain/consent/views/offered.ts";
import { endForm } from "../../../domain/sign-up-forms/end.ts";
import { makeForm } from "../../../domain/sign-up-forms/make.ts";
import { readForm as readMade, readWords } from "../../../domain/sign-up-forms/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import { embedTexts } from "../../../texts/embed.ts";
import { asLang, say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { fieldId, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Button, Section, Tag } from "../parts.tsx";
import { formsPage, stateOf } from "./list-page.tsx";
import { snippetOf } from "./snippet.ts";

const HOME = "/staff/sign-up-forms";

export const signUpFormPages = new Hono<StaffEnv>()
  .get("/sign-up-forms", (c) => formsPage(c))
  .post("/sign-up-forms", async (c) => {
    const form = await readForm(c);
    const language = asLang(form.text("language")) ?? c.var.lang;
    const done = await makeForm(c.var.deps, c.var.actor, { listIds: form.all("list"), language });
    if (!isRefusal(done)) return c.redirect(`${HOME}/${done.sha256}`, 303);
    if (done.code === "staff.forbidden") return refusedPage(c, done, "desk");
    return formsPage(c, { sent: form, problems: problemsOf(done, c.var.lang) });
  })
  .get("/sign-up-forms/:sha256", (c) => onePage(c, c.req.param("sha256")))
  .post("/sign-up-forms/:sha256/end", async (c) => {
    const done = await endForm(c.var.deps, c.var.actor, { sha256: c.req.param("sha256") });
    return isRefusal(done) ? refusedPage(c, done, "desk") : c.redirect(`${HOME}?ended`, 303);
  });

/** The words with their headings under those of this page. */
const lowered = (body: string) =>
  body.replace(/<(\/?)h([12])>/g, (_, end: string, level: string) => `<${end}h${Number(level) + 2}>`);

async function onePage(c: StaffContext, sha256: string): Promise<Response> {
  const { lang, deps, actor, institution } = c.var;
  const t = say(embedTexts, lang);
  const [form, words, offer] = await Promise.all([
    readMade(deps.db, sha256),
    readWords(deps.db, sha256),
    readOffer(deps.db),
  ]);
  if (!form || words === undefined) return refusedPage(c, refuse("lists.form_unknown"), "desk");
  const { state, now } = stateOf(c, form, offer);
  const id = fieldId("code");
  return deskPage(c, {
    title: now.words.title,
    current: "lists",
    back: { href: HOME, label: t("back") },
    lede: t("one.lede"),
    children: (
      <>
        <p>
          <Tag color={state === "now" || state === "older" ? "success" : "neutral"}>{t(`state.${state}`)}</Tag>
        </p>
        <Section title={t("code.title")}>
          {state === "now" ? (
            <>
              <label class="ds-label" for={id}>
                {t("code.label")}
              </label>
              <textarea class="ds-input" id={id} rows={14} readonly spellcheck={false} lang={form.language}>
                {snippetOf(now, { publicUrl: deps.config.publicUrl, values: institution.languages })}
              </textarea>
              <p class="above-3">
                {/* Without a script the code is selected and copied by hand, and the button is not there. */}
                <button class="ds-button" data-variant="secondary" type="button" data-copies={id} hidden>
                  {t("copy")}
                </button>{" "}
                <span role="status" data-copied={t("copied")} />
              </p>
            </>
          ) : (
            <p>{t("code.gone")}</p>
          )}
        </Section>
        <Section title={t("words.title")}>
          <div class="desk-paper" lang={form.language}>
            {raw(lowered(words))}
          </div>
          <p class="small">
            {t("words.hash")}: <span class="mono">{sha256}</span>
          </p>
        </Section>
        {form.endedAt === null && !may(actor, "list.change") && (
          <Section title={t("end.title")} lede={t("end.lede")}>
            <form method="post" action={`${HOME}/${sha256}/end`}>
              <Button variant="secondary">{t("end.act")}</Button>
            </form>
          </Section>
        )}
      </>
    ),
  });
}
