/** `/staff/settings/logo`: the picture above the institution's name in newsletters. */
import { Hono } from "hono";
import { uploadImage } from "../../../domain/images/upload.ts";
import type { Institution } from "../../../domain/institution/rules.ts";
import { setLogo } from "../../../domain/institution/set-logo.ts";
import { readInstitutionRow } from "../../../domain/institution/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { logoTexts } from "../../../texts/logo.ts";
import { type Lang, say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { type Form, problemFor, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, Done, ErrorSummary, Section, TextField } from "../parts.tsx";

const LOGO = "/staff/settings/logo";

export const logoPages = new Hono<StaffEnv>()
  .get("/settings/logo", (c) => logoPage(c))
  .post("/settings/logo", async (c) => {
    const form = await readForm(c);
    const done = form.text("act") === "remove" ? await save(c, form, undefined) : await take(c, form);
    if (!isRefusal(done)) return c.redirect(`${LOGO}?${form.text("act") === "remove" ? "removed" : "saved"}`, 303);
    if (done.code === "staff.forbidden") return refusedPage(c, done, "desk");
    return logoPage(c, done);
  });

async function take(c: StaffContext, form: Form): Promise<{ version: number } | Refusal> {
  const no = may(c.var.actor, "institution.change");
  if (no) return no;
  const file = form.file("file");
  if (!file) return refuseForm([{ field: "file", code: "form.required" }]);
  const image = await uploadImage(c.var.deps, c.var.actor, { bytes: new Uint8Array(await file.arrayBuffer()) });
  if (!isRefusal(image)) return save(c, form, image.sha256);
  if (image.code === "staff.forbidden") return image;
  return refuseForm([{ field: "file", code: image.code, ...(image.values && { values: image.values }) }]);
}

const save = (c: StaffContext, form: Form, image: string | undefined) =>
  setLogo(c.var.deps, c.var.actor, { image, version: Number(form.text("version")) || 0 });

async function logoPage(c: StaffContext, refusal?: Refusal): Promise<Response> {
  const { lang, deps, actor } = c.var;
  const t = say(logoTexts, lang);
  const no = may(actor, "institution.change");
  const row = no ? undefined : await readInstitutionRow(deps.db);
  if (no || !row) return refusedPage(c, no ?? refuse("institution.missing"), "desk");
  const { logo } = row.profile;
  const problems = refusal && problemsOf(refusal, lang);
  const version = <input type="hidden" name="version" value={String(row.version)} />;
  return deskPage(c, {
    title: t("title"),
    current: "settings",
    back: { href: "/staff/settings", label: t("back") },
    lede: t("lede"),
    status: refusal ? statusOf(refusal) : 200,
    error: refusal !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={{ file: t("file") }} title={t("failed")} />
        {c.req.query("saved") !== undefined && <Done>{t("saved")}</Done>}
        {c.req.query("removed") !== undefined && <Done>{t("removed")}</Done>}
        <Section title={t("now")}>
          {logo ? (
            <DeskForm action={LOGO}>
              {version}
              <p>
                <img src={`/media/${logo.image}`} alt="" width={shownWidth(logo)} />
              </p>
              <Actions>
                <Button variant="secondary" name="act" value="remove">
                  {t("remove")}
                </Button>
              </Actions>
            </DeskForm>
          ) : (
            <p>{t("none")}</p>
          )}
        </Section>
        <Section title={t(logo ? "change" : "open")}>
          <DeskForm action={LOGO} upload>
            {version}
            <TextField
              name="file"
              type="file"
              label={t("file")}
              hint={t("file.hint")}
              problem={problemFor(problems, "file")}
              accept=".png,.jpg,.jpeg,.gif"
            />
            <Actions>
              <Button>{t("save")}</Button>
            </Actions>
          </DeskForm>
        </Section>
      </>
    ),
  });
}

/** As wide as in a mail at most. */
const shownWidth = ({ width, height }: { width: number; height: number }) =>
  Math.round(width * Math.min(200 / width, 64 / height, 1));

/** Beside the settings: whether there is one, and the way there. */
export function LogoNote({ lang, profile }: { lang: Lang; profile: Institution }) {
  const t = say(logoTexts, lang);
  return (
    <section class="above-6">
      <h2 class="desk-h">{t("title")}</h2>
      <p>{t(profile.logo ? "some" : "none")}</p>
      <p>
        <a href={LOGO}>{t(profile.logo ? "change" : "open")}</a>
      </p>
    </section>
  );
}
