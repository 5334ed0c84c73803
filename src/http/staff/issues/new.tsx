/** A new issue: which list, which name, and whether it begins empty or as the last one was. */
import { createIssue } from "../../../domain/issues/drafts/create.ts";
import { reuseIssue } from "../../../domain/issues/drafts/reuse.ts";
import { BASES_OF, type List } from "../../../domain/lists/rules.ts";
import { readLists } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { type Problem, problemFor, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, Empty, ErrorSummary, LinkButton, Radios, TextField } from "../parts.tsx";
import { ISSUES, issuePath, pagesVoice } from "./frame.tsx";

/** Lists that issues can be written for: active, with an active purpose of a basis that fits them. */
async function issueLists(c: StaffContext): Promise<List[]> {
  const [lists, purposes] = await Promise.all([readLists(c.var.deps.db), readPurposes(c.var.deps.db)]);
  const basis = new Map(purposes.filter((p) => p.state === "active").map((p) => [p.id, p.basis]));
  return lists.filter((list) => {
    const on = basis.get(list.purposeId);
    return list.state === "active" && list.kind !== "press" && on && BASES_OF[list.kind].includes(on);
  });
}

export async function newPage(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "campaign.write");
  if (no) return refusedPage(c, no, "desk");
  return form(c, { listId: c.req.query("list") ?? "", from: "blank" });
}

export async function create(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const input = { listId: typed.text("listId"), title: typed.text("title") };
  const again = typed.text("from") === "last";
  const result = await (again ? reuseIssue : createIssue)(c.var.deps, c.var.actor, input);
  if (!isRefusal(result)) return c.redirect(`${issuePath(result.id)}?done=created`, 303);
  if (statusOf(result) === 403) return refusedPage(c, result, "desk");
  return form(c, typed.values, problemsOf(result, c.var.lang));
}

async function form(c: StaffContext, values: Record<string, string>, problems?: Problem[]): Promise<Response> {
  const t = pagesVoice(c);
  const lists = await issueLists(c);
  return deskPage(c, {
    title: t("new.title"),
    current: "issues",
    back: { href: ISSUES, label: t("list.title") },
    lede: lists.length > 0 && t("new.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children:
      lists.length === 0 ? (
        <Empty
          title={t("new.none")}
          text={t("new.none.text")}
          acts={<LinkButton href="/staff/lists">{t("new.none.lists")}</LinkButton>}
        />
      ) : (
        <>
          <ErrorSummary problems={problems} title={t("new.failed")} />
          <DeskForm action={`${ISSUES}/new`}>
            <Radios
              name="listId"
              legend={t("new.list")}
              options={lists.map(({ id, names }) => ({ value: id, label: inLanguage(names, c.var.lang) }))}
              value={values.listId}
              problem={problemFor(problems, "listId")}
            />
            <TextField
              name="title"
              label={t("new.name")}
              hint={t("new.name.hint")}
              value={values.title}
              autocomplete="off"
              problem={problemFor(problems, "title")}
            />
            <Radios
              name="from"
              legend={t("new.from")}
              value={values.from}
              options={[
                { value: "blank", label: t("new.from.blank") },
                { value: "last", label: t("new.from.last"), hint: t("new.from.last.hint") },
              ]}
            />
            <Actions>
              <Button>{t("new.act")}</Button>
              <a href={ISSUES}>{t("cancel")}</a>
            </Actions>
          </DeskForm>
        </>
      ),
  });
}
