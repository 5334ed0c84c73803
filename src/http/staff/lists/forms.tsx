/** A list is created, its words corrected, and it ends. */
import { Hono } from "hono";
import { changeList } from "../../../domain/lists/change.ts";
import { createList } from "../../../domain/lists/create.ts";
import { endList } from "../../../domain/lists/end.ts";
import type { ListKind } from "../../../domain/lists/rules.ts";
import { readList } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import { listsTexts } from "../../../texts/lists.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import { say } from "../../../texts/say.ts";
import type { StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Form, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button } from "../parts.tsx";
import { formPage } from "./form-page.tsx";
import { listPage } from "./pages.tsx";

const words = (form: Form) => ({
  names: { lv: form.text("names.lv"), en: form.text("names.en") },
  promise: { lv: form.text("promise.lv"), en: form.text("promise.en") },
});

export const listForms = new Hono<StaffEnv>()
  .get("/lists/new", (c) => formPage(c, { values: { purposeId: c.req.query("purpose") ?? "" } }))
  .post("/lists", async (c) => {
    const form = await readForm(c);
    const input = { ...words(form), kind: form.text("kind") as ListKind, purposeId: form.text("purposeId") };
    const done = await createList(c.var.deps, c.var.actor, input);
    if (!isRefusal(done)) return c.redirect(`/staff/lists/${done.id}?created`, 303);
    if (done.code === "staff.forbidden") return refusedPage(c, done, "desk");
    return formPage(c, { values: form.values, problems: problemsOf(done, c.var.lang) });
  })
  .get("/lists/:id/edit", async (c) => {
    const list = await readList(c.var.deps.db, c.req.param("id"));
    if (!list) return refusedPage(c, refuse("lists.unknown"), "desk");
    if (list.state === "ended") return refusedPage(c, refuse("lists.ended"), "desk");
    const { names, promise } = list;
    const values = { "names.lv": names.lv, "names.en": names.en, "promise.lv": promise.lv, "promise.en": promise.en };
    return formPage(c, { list: { id: list.id, version: list.version }, values });
  })
  .post("/lists/:id", async (c) => {
    const form = await readForm(c);
    const list = { id: c.req.param("id"), version: Number(form.text("version")) };
    const done = await changeList(c.var.deps, c.var.actor, { ...list, ...words(form) });
    if (!isRefusal(done)) return c.redirect(`/staff/lists/${list.id}?saved`, 303);
    if (!["form.invalid", "form.stale"].includes(done.code)) return refusedPage(c, done, "desk");
    return formPage(c, { list, values: form.values, problems: problemsOf(done, c.var.lang) });
  })
  .get("/lists/:id/end", async (c) => {
    const { lang, deps, actor } = c.var;
    const t = say(listsTexts, lang);
    const no = may(actor, "list.change");
    if (no) return refusedPage(c, no, "desk");
    const list = await readList(deps.db, c.req.param("id"));
    if (!list) return refusedPage(c, refuse("lists.unknown"), "desk");
    const here = `/staff/lists/${list.id}`;
    return deskPage(c, {
      title: t("end.title", { name: inLanguage(list.names, lang) }),
      current: "lists",
      back: { href: here, label: t("back") },
      children: (
        <form method="post" action={`${here}/end`}>
          <p>{t("end.lede")}</p>
          <input type="hidden" name="version" value={String(list.version)} />
          <Actions>
            <Button danger>{t("end.act")}</Button>
            <a href={here}>{t("end.back")}</a>
          </Actions>
        </form>
      ),
    });
  })
  .post("/lists/:id/end", async (c) => {
    const id = c.req.param("id");
    const version = Number((await readForm(c)).text("version"));
    const done = await endList(c.var.deps, c.var.actor, { id, version });
    if (!isRefusal(done)) return c.redirect(`/staff/lists/${id}?ended`, 303);
    if (done.code === "staff.forbidden") return refusedPage(c, done, "desk");
    return listPage(c, id, refusalText(done, c.var.lang));
  });
