/** `/staff/lists/:id/move`: a newsletter is moved to a public task. Says first what follows, and for whom it is no way. */
import { Hono } from "hono";
import { moveToTask } from "../../../domain/lists/move-to-task.ts";
import { readList, readListCounts, readLists } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { moveTexts } from "../../../texts/list-move.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { problemFor, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, Empty, ErrorSummary, Facts, LinkButton, Select, TextArea } from "../parts.tsx";
import { listPage } from "./pages.tsx";

export const movePages = new Hono<StaffEnv>()
  .get("/lists/:id/move", (c) => page(c, c.req.param("id"), {}))
  .post("/lists/:id/move", async (c) => {
    const form = await readForm(c);
    const id = c.req.param("id");
    const input = { id, version: Number(form.text("version")), purposeId: form.text("purposeId") };
    const done = await moveToTask(c.var.deps, c.var.actor, { ...input, reason: form.text("reason") });
    if (!isRefusal(done)) return c.redirect(`/staff/lists/${id}?moved`, 303);
    if (statusOf(done) === 403) return refusedPage(c, done, "desk");
    return done.fields ? page(c, id, form.values, done) : listPage(c, id, refusalText(done, c.var.lang));
  });

async function page(c: StaffContext, id: string, values: Record<string, string>, refusal?: Refusal): Promise<Response> {
  const { lang, deps, actor } = c.var;
  const t = say(moveTexts, lang);
  const no = may(actor, "list.move");
  if (no) return refusedPage(c, no, "desk");
  const [list, lists, purposes, counts] = await Promise.all([
    readList(deps.db, id),
    readLists(deps.db),
    readPurposes(deps.db),
    readListCounts(deps.db, id),
  ]);
  if (!list) return refusedPage(c, refuse("lists.unknown"), "desk");
  if (list.kind !== "newsletter" || list.state !== "active") return c.redirect(`/staff/lists/${id}`, 303);
  const { active = 0, unproven = 0 } = counts.get(id) ?? {};
  const name = inLanguage(list.names, lang);
  const back = { href: `/staff/lists/${id}`, label: name };
  const head = { title: t("title", { list: name }), current: "lists" as const, back };
  if (active > 0)
    return deskPage(c, {
      ...head,
      lede: refusalText(refuse("lists.proven_stay", { values: { n: active } }), lang),
      children: <></>,
    });
  const fit = purposes.filter(
    (p) => p.state === "active" && p.basis === "e" && !lists.some((other) => other.purposeId === p.id),
  );
  const problems = refusal && problemsOf(refusal, lang);
  return deskPage(c, {
    ...head,
    lede: t("lede"),
    status: refusal ? statusOf(refusal) : 200,
    error: refusal !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} title={t("failed")} />
        <Facts
          items={[
            { term: t("people"), value: t("people.value", { n: unproven }) },
            { term: t("follows"), value: t("follows.value") },
            { term: t("silence"), value: t("silence.value") },
            { term: t("left"), value: t("left.value") },
            { term: t("never"), value: t("never.value") },
          ]}
        />
        {fit.length === 0 ? (
          <Empty
            title={t("none")}
            text={t("none.text")}
            acts={!may(actor, "purpose.change") && <LinkButton href="/staff/purposes/new">{t("none.act")}</LinkButton>}
          />
        ) : (
          <div class="above-6">
            <DeskForm action={`/staff/lists/${id}/move`}>
              <input type="hidden" name="version" value={String(list.version)} />
              <Select
                name="purposeId"
                label={t("purpose")}
                hint={t("purpose.hint")}
                value={values.purposeId}
                problem={problemFor(problems, "purposeId")}
                options={[
                  { value: "", label: t("choose") },
                  ...fit.map((p) => ({ value: p.id, label: inLanguage(p.sheet.names, lang) })),
                ]}
              />
              <TextArea
                name="reason"
                label={t("reason")}
                hint={t("reason.hint")}
                rows={4}
                value={values.reason}
                problem={problemFor(problems, "reason")}
              />
              <Actions>
                <Button danger>{t("act")}</Button>
                <a href={`/staff/lists/${id}`}>{t("back")}</a>
              </Actions>
            </DeskForm>
          </div>
        )}
      </>
    ),
  });
}
