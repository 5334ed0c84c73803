/** `/staff/setup`: the first page of a new installation, until the institution has said who it is. */
import { Hono } from "hono";
import { checkInstallation } from "../../../domain/institution/check.ts";
import { setUpInstitution } from "../../../domain/institution/set-up.ts";
import { isRefusal } from "../../../refusal.ts";
import { say } from "../../../texts/say.ts";
import { settingsTexts } from "../../../texts/settings.ts";
import type { PublicContext, StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemsOf, readForm } from "../../forms.ts";
import { barePage } from "../layout.tsx";
import { named } from "../named.ts";
import { Button, ErrorSummary } from "../parts.tsx";
import { CheckList } from "./checks.tsx";
import { labelOf, ProfileForm } from "./profile-form.tsx";
import { firstValues, readProfile } from "./profile-values.ts";

/** Rooms of set-up. Once it is done they lead to the desk. */
export const setupPages = new Hono<StaffEnv>()
  .use("/setup", async (c, next) => (c.var.institution ? c.redirect("/staff/", 303) : next()))
  .get("/setup", async (c) => page(c, firstValues))
  .post("/setup", async (c) => {
    const form = await readForm(c);
    const done = await setUpInstitution(c.var.deps, c.var.actor, readProfile(form));
    if (!isRefusal(done)) return c.redirect("/staff/settings?first#check", 303);
    return done.fields ? page(c, form.values, problemsOf(done, c.var.lang)) : refusedPage(c, done, "desk");
  });

async function page(c: StaffContext, values: Record<string, string>, problems?: Problem[]): Promise<Response> {
  const { lang, deps, actor } = c.var;
  const checks = await checkInstallation(deps, actor);
  if (isRefusal(checks)) return refusedPage(c, checks, "desk");
  const t = say(settingsTexts, lang);
  return barePage(c as unknown as PublicContext, {
    title: t("setup.title"),
    lede: t("setup.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
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
        <CheckList lang={lang} checks={checks} />
        <p class="small quiet above-3">{t("check.later")}</p>
        <ProfileForm action="/staff/setup" lang={lang} values={values} problems={problems}>
          <Button>{t("setup.save")}</Button>
        </ProfileForm>
      </>
    ),
  });
}
