/** `/staff/sign-up-forms`: which sites may send our form, a new one, those that were made, and the call for programs. */
import { type Offered, readOffer } from "../../../domain/consent/views/offered.ts";
import { readLists } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { shownForm } from "../../../domain/sign-up-forms/acts/shown.ts";
import { type MadeForm, readForms } from "../../../domain/sign-up-forms/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { showDate } from "../../../texts/dates.ts";
import { embedTexts } from "../../../texts/embed.ts";
import { type Lang, say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { type Form, fieldId, type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { named } from "../named.ts";
import {
  Actions,
  Button,
  Checkbox,
  DataTable,
  DeskForm,
  Done,
  Empty,
  ErrorSummary,
  Fieldset,
  Section,
  Select,
} from "../parts.tsx";

/** How a form stands: `older` is still taken, because the statements in it are the newest. */
export type FormState = "now" | "older" | "old" | "ended";

/** Its state, and the form as it would be made now. */
export function stateOf(c: StaffContext, form: MadeForm, offer: readonly Offered[]) {
  const { language, lists, statements } = form;
  const offered = offer.filter((o) => lists.includes(o.list.id));
  const now = shownForm(c.var.institution, offered, { place: "snippet", language, one: offered.length === 1 });
  const stands =
    offered.length > 0 &&
    offered.every((o) => Object.values(o.statement).some((notice) => statements.includes(notice.sha256)));
  const state: FormState =
    form.endedAt !== null ? "ended" : !stands ? "old" : now.sha256 === form.sha256 ? "now" : "older";
  return { state, now };
}

export async function formsPage(c: StaffContext, back: { sent?: Form; problems?: Problem[] } = {}): Promise<Response> {
  const { lang, deps, actor, institution } = c.var;
  const t = say(embedTexts, lang);
  const [offer, forms, lists] = await Promise.all([readOffer(deps.db), readForms(deps.db), readLists(deps.db)]);
  const nameOf = new Map(lists.map((l) => [l.id, inLanguage(l.names, lang)]));
  const changes = !may(actor, "list.change");
  const wanted = back.sent?.all("list") ?? (c.req.query("list") ? [c.req.query("list") as string] : []);
  return deskPage(c, {
    title: t("title"),
    current: "lists",
    back: { href: "/staff/lists", label: t("back.lists") },
    lede: t("lede"),
    status: back.problems ? 422 : 200,
    error: back.problems !== undefined,
    aside: <Sites c={c} />,
    children: (
      <>
        <ErrorSummary
          lang={lang}
          problems={named(
            back.problems,
            (field) => t(`f.${field}` as "f.list"),
            (values) => `${values.label}: ${values.text}`,
          )}
          title={t("problems")}
        />
        {c.req.query("ended") !== undefined && <Done>{t("ended")}</Done>}
        {changes && offer.length === 0 && <Empty title={t("none.title")} text={t("none.text")} />}
        {changes && offer.length > 0 && (
          <Section title={t("make.title")} lede={t("make.lede")}>
            <DeskForm action="/staff/sign-up-forms">
              <Fieldset legend={t("f.list")} name="list" problem={problemFor(back.problems, "list")}>
                {offer.map((o) => (
                  <Checkbox
                    name="list"
                    value={o.list.id}
                    label={inLanguage(o.list.names, lang)}
                    checked={wanted.includes(o.list.id)}
                  />
                ))}
              </Fieldset>
              <Select
                name="language"
                value={back.sent?.text("language") || institution.languages[0]}
                label={t("f.language")}
                problem={problemFor(back.problems, "language")}
                options={institution.languages.map((value) => ({ value, label: t(`lang.${value}`) }))}
              />
              <Actions>
                <Button>{t("act")}</Button>
              </Actions>
            </DeskForm>
          </Section>
        )}
        <Section title={t("made.title")}>
          {forms.length === 0 ? (
            <p class="quiet">{t("made.none")}</p>
          ) : (
            <DataTable
              label={t("made.title")}
              width="stack"
              columns={[
                { head: t("col.lists") },
                { head: t("col.language") },
                { head: t("col.made") },
                { head: t("col.state") },
              ]}
              rows={forms.map((form) => ({
                cells: [
                  <a href={`/staff/sign-up-forms/${form.sha256}`}>
                    {form.lists.map((id) => nameOf.get(id) ?? id).join(", ")}
                  </a>,
                  t(`lang.${form.language}`),
                  showDate(form.madeAt, { lang, zone: institution.timeZone, form: "table" }),
                  t(`state.${stateOf(c, form, offer).state}`),
                ],
              }))}
            />
          )}
        </Section>
        <Call lang={lang} publicUrl={deps.config.publicUrl} list={offer[0]?.list.id ?? ""} />
      </>
    ),
  });
}

function Sites({ c }: { c: StaffContext }) {
  const t = say(embedTexts, c.var.lang);
  const sites = c.var.institution.signUpSites ?? [];
  return (
    <section>
      <h2 class="desk-h">{t("sites.title")}</h2>
      {sites.length === 0 ? (
        <p class="quiet">{t("sites.none")}</p>
      ) : (
        <ul>
          {sites.map((site) => (
            <li>
              <code>{site}</code>
            </li>
          ))}
        </ul>
      )}
      {!may(c.var.actor, "institution.change") && (
        <p>
          <a href="/staff/settings#f-signUpSites">{t("sites.change")}</a>
        </p>
      )}
      <p class="small quiet">{t("sites.policy")}</p>
    </section>
  );
}

/** How a program asks, by example. */
function Call(p: { lang: Lang; publicUrl: string; list: string }) {
  const t = say(embedTexts, p.lang);
  const sent = JSON.stringify({ email: "anna@example.org", lists: [p.list], form: "…", language: p.lang });
  return (
    <Section title={t("call.title")} lede={t("call.text")}>
      <label class="ds-label" for={fieldId("get")}>
        {t("call.get")}
      </label>
      <textarea class="ds-input" id={fieldId("get")} rows={2} readonly spellcheck={false} lang="en">
        {`GET ${p.publicUrl}/subscribe.json?language=${p.lang}`}
      </textarea>
      <p class="above-4">
        <label class="ds-label" for={fieldId("post")}>
          {t("call.post")}
        </label>
      </p>
      <textarea class="ds-input" id={fieldId("post")} rows={6} readonly spellcheck={false} lang="en">
        {`POST ${p.publicUrl}/subscribe.json\nContent-Type: application/json\n\n${sent}`}
      </textarea>
    </Section>
  );
}
