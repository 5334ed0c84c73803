/** `/staff/purposes/new`, `/edit`: the sheet is written and corrected; what was typed stays. */
import { Hono } from "hono";
import { savePurpose } from "../../../domain/purposes/save.ts";
import { readPurpose } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import { purposesTexts } from "../../../texts/purposes.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { named } from "../named.ts";
import { Button, ErrorSummary } from "../parts.tsx";
import { SheetForm } from "./sheet-form.tsx";
import { readSheet, type SheetValues, valuesOfSheet } from "./sheet-values.ts";

interface Shown {
  id?: string;
  active?: boolean;
  version?: number;
  values: SheetValues;
  problems?: Problem[];
}

export const purposeForms = new Hono<StaffEnv>()
  .get("/purposes/new", (c) => page(c, { values: {} }))
  .post("/purposes", async (c) => {
    const form = await readForm(c);
    const done = await savePurpose(c.var.deps, c.var.actor, readSheet(form));
    if (!isRefusal(done)) return c.redirect(`/staff/purposes/${done.id}?saved`, 303);
    if (done.code === "staff.forbidden") return refusedPage(c, done, "desk");
    return page(c, { values: form.values, problems: problemsOf(done, c.var.lang) });
  })
  .get("/purposes/:id/edit", async (c) => {
    const purpose = await readPurpose(c.var.deps.db, c.req.param("id"));
    if (!purpose) return refusedPage(c, refuse("purposes.unknown"), "desk");
    if (purpose.state === "ended") return refusedPage(c, refuse("purposes.ended"), "desk");
    const { id, version, basis, sheet, state } = purpose;
    return page(c, { id, version, active: state === "active", values: valuesOfSheet(basis, sheet) });
  })
  .post("/purposes/:id", async (c) => {
    const id = c.req.param("id");
    const form = await readForm(c);
    const version = Number(form.text("version"));
    const done = await savePurpose(c.var.deps, c.var.actor, { existing: { id, version }, ...readSheet(form) });
    if (!isRefusal(done)) return c.redirect(`/staff/purposes/${id}?saved`, 303);
    if (!["form.invalid", "form.stale"].includes(done.code)) return refusedPage(c, done, "desk");
    const active = (await readPurpose(c.var.deps.db, id))?.state === "active";
    return page(c, { id, version, active, values: form.values, problems: problemsOf(done, c.var.lang) });
  });

async function page(c: StaffContext, { id, active, version, values, problems }: Shown): Promise<Response> {
  const { lang, institution, actor } = c.var;
  const t = say(purposesTexts, lang);
  const no = may(actor, "purpose.change");
  if (no) return refusedPage(c, no, "desk");
  const up = id ? `/staff/purposes/${id}` : "/staff/purposes";
  return deskPage(c, {
    title: t(id ? "edit.title" : "new.title"),
    current: "purposes",
    back: { href: up, label: t("back") },
    lede: t(active ? "edit.active" : "new.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary
          lang={lang}
          problems={named(
            problems,
            (field) => t(`f.${field}` as "f.basis"),
            (values) => t("problem.named", values),
          )}
          title={t("problems")}
        />
        <SheetForm
          action={up}
          lang={lang}
          languages={institution.languages}
          values={values}
          problems={problems}
          version={version}
        >
          <Button>{t(active ? "save.active" : "save")}</Button>
          <a href={up}>{t("cancel")}</a>
        </SheetForm>
      </>
    ),
  });
}
