/** `/staff/settings`: the institution's profile, later; what is ready; a test letter. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { changeInstitution } from "../../../domain/institution/change.ts";
import { checkInstallation } from "../../../domain/institution/check.ts";
import type { Institution } from "../../../domain/institution/rules.ts";
import { sendTestMail } from "../../../domain/institution/test-mail.ts";
import { readInstitutionRow } from "../../../domain/institution/views.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import { alertTexts } from "../../../texts/alerts.ts";
import { keysTexts } from "../../../texts/keys.ts";
import { type Lang, say } from "../../../texts/say.ts";
import { settingsTexts } from "../../../texts/settings.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { named } from "../named.ts";
import { Button, Done, ErrorSummary } from "../parts.tsx";
import { CheckList } from "./checks.tsx";
import { KeepingNote } from "./keeping.tsx";
import { LogoNote, logoPages } from "./logo.tsx";
import { labelOf, ProfileForm } from "./profile-form.tsx";
import { readProfile, valuesOf } from "./profile-values.ts";

/** Rooms of settings. */
export const settingsPages = new Hono<StaffEnv>()
  .route("/", logoPages)
  .get("/settings", (c) =>
    page(c, {
      saved: c.req.query("saved") !== undefined,
      mailed: ["capture", "smtp", "resend"].find((m) => m === c.req.query("mailed")),
    }),
  )
  .post("/settings", async (c) => {
    const form = await readForm(c);
    const input = { profile: readProfile(form), version: Number(form.text("version")) };
    const done = await changeInstitution(c.var.deps, c.var.actor, input);
    if (!isRefusal(done)) return c.redirect("/staff/settings?saved", 303);
    if (done.code === "staff.forbidden") return refusedPage(c, done, "desk");
    return page(c, { values: form.values, version: input.version, problems: problemsOf(done, c.var.lang) });
  })
  .post("/settings/test-mail", async (c) => {
    const done = await sendTestMail(c.var.deps, c.var.actor, { language: c.var.lang });
    if (!isRefusal(done)) return c.redirect(`/staff/settings?mailed=${done.mailer}#check`, 303);
    if (done.code === "staff.forbidden") return refusedPage(c, done, "desk");
    return page(c, { problems: problemsOf(done, c.var.lang) });
  });

interface Shown {
  values?: Record<string, string>;
  version?: number;
  problems?: Problem[];
  saved?: boolean;
  mailed?: string | undefined;
}

async function page(c: StaffContext, shown: Shown): Promise<Response> {
  const { lang, deps, actor } = c.var;
  const t = say(settingsTexts, lang);
  const [row, checks] = await Promise.all([readInstitutionRow(deps.db), checkInstallation(deps, actor)]);
  if (isRefusal(checks)) return refusedPage(c, checks, "desk");
  if (!row) return refusedPage(c, refuse("institution.missing"), "desk");
  const { problems, saved, mailed } = shown;
  const link = (inner: Child) => <a href="/staff/notices/privacy">{inner}</a>;
  return deskPage(c, {
    title: t("settings.title"),
    current: "settings",
    lede: t("settings.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    aside: (
      <>
        <CheckList lang={lang} checks={checks} />
        <form method="post" action="/staff/settings/test-mail" class="above-4">
          <Button variant="secondary">{t("check.send")}</Button>
        </form>
        <Telling lang={lang} telling={row.profile.telling} />
        <p class="above-6">
          <a href="/staff/settings/keys">{say(keysTexts, lang)("link")}</a>
        </p>
        <LogoNote lang={lang} profile={row.profile} />
        <KeepingNote c={c} profile={row.profile} />
      </>
    ),
    children: (
      <>
        <ErrorSummary
          lang={lang}
          problems={named(
            problems,
            (field) => labelOf(field, lang),
            (values) => t("problem.named", values),
          )}
          title={t("problems")}
        />
        {saved && (
          <Done>
            {t("settings.saved")} {t.rich<Child>("settings.privacy", { link: (inner) => link(inner as Child) })}
          </Done>
        )}
        {mailed && <Done>{t("check.sent", { mailer: mailed })}</Done>}
        <ProfileForm
          action="/staff/settings"
          lang={lang}
          values={shown.values ?? valuesOf(row.profile)}
          problems={problems}
          version={shown.version ?? row.version}
        >
          <Button>{t("settings.save")}</Button>
          <a href="/staff/">{t("settings.cancel")}</a>
        </ProfileForm>
      </>
    ),
  });
}

/** Who is told of trouble: a page of its own, because it is no part of the profile. */
function Telling(p: { lang: Lang; telling: Institution["telling"] }) {
  const t = say(alertTexts, p.lang);
  const { people = [], webhook = "" } = p.telling ?? {};
  const somebody = people.length > 0 || webhook !== "";
  return (
    <section class="above-6">
      <h2 class="desk-h">{t("telling.title")}</h2>
      <p>{somebody ? t("telling.some", { n: people.length }) : t("telling.nobody")}</p>
      <p>
        <a href="/staff/settings/alerts">{t(somebody ? "telling.change" : "telling.open")}</a>
      </p>
    </section>
  );
}
