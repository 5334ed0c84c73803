/** A purpose becomes active, or ends. Ending asks on a page of its own, because nothing takes it back. */
import { Hono } from "hono";
import { activatePurpose } from "../../../domain/purposes/activate.ts";
import { endPurpose } from "../../../domain/purposes/end.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { readPurpose } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { purposesTexts } from "../../../texts/purposes.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button } from "../parts.tsx";
import { purposePage } from "./pages.tsx";

export const purposeSteps = new Hono<StaffEnv>()
  .post("/purposes/:id/activate", async (c) => {
    const id = c.req.param("id");
    const version = Number((await readForm(c)).text("version"));
    const done = await activatePurpose(c.var.deps, c.var.actor, { id, version });
    return isRefusal(done) ? refused(c, id, done) : c.redirect(`/staff/purposes/${id}?active`, 303);
  })
  .get("/purposes/:id/end", async (c) => {
    const { lang, deps, actor } = c.var;
    const t = say(purposesTexts, lang);
    const purpose = await readPurpose(deps.db, c.req.param("id"));
    const no = may(actor, "purpose.change") ?? (purpose ? undefined : refuse("purposes.unknown"));
    if (no || !purpose) return refusedPage(c, no ?? refuse("purposes.unknown"), "desk");
    const here = `/staff/purposes/${purpose.id}`;
    return deskPage(c, {
      title: t("end.title", { name: inLanguage(purpose.sheet.names, lang) }),
      current: "purposes",
      back: { href: here, label: t("back") },
      children: (
        <form method="post" action={`${here}/end`}>
          <p>{t("end.lede")}</p>
          <input type="hidden" name="version" value={String(purpose.version)} />
          <Actions>
            <Button danger>{t("end.act")}</Button>
            <a href={here}>{t("end.back")}</a>
          </Actions>
        </form>
      ),
    });
  })
  .post("/purposes/:id/end", async (c) => {
    const id = c.req.param("id");
    const version = Number((await readForm(c)).text("version"));
    const done = await endPurpose(c.var.deps, c.var.actor, { id, version });
    return isRefusal(done) ? refused(c, id, done) : c.redirect(`/staff/purposes/${id}?ended`, 303);
  });

/** Back to the purpose with the sentence; what is missing stands on that page anyway. */
function refused(c: StaffContext, id: string, no: Refusal): Promise<Response> {
  if (no.code === "staff.forbidden" || no.code === "purposes.unknown") return refusedPage(c, no, "desk");
  return purposePage(c, id, refusalText(no, c.var.lang));
}
