/** `/staff/purposes`: the purposes, and the page of one with what is still missing. */
import { Hono } from "hono";
import { readLists } from "../../../domain/lists/views.ts";
import { readStatements } from "../../../domain/notices/views.ts";
import { unflaggedTopics } from "../../../domain/purposes/rules/people.ts";
import { checkActive, missingLanguages } from "../../../domain/purposes/rules/sheet.ts";
import { inLanguage, type Purpose } from "../../../domain/purposes/rules.ts";
import { readPurpose, readPurposes } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { type FieldProblem, refuse } from "../../../refusal.ts";
import { purposesTexts } from "../../../texts/purposes.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import { type Lang, say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { fieldId } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Button, DataTable, Decide, Done, Empty, LinkButton, Links, Section, Tag } from "../parts.tsx";
import { basisWords, SheetFacts } from "./sheet-facts.tsx";
import { topicWords } from "./sheet-people.tsx";

export const purposePages = new Hono<StaffEnv>()
  .get("/purposes", async (c) => {
    const { lang, deps, institution, actor } = c.var;
    const t = say(purposesTexts, lang);
    const [purposes, lists, statements] = await Promise.all([
      readPurposes(deps.db),
      readLists(deps.db),
      readStatements(deps.db),
    ]);
    const changes = !may(actor, "purpose.change");
    const statement = (p: Purpose) => {
      const have = statements.get(p.id);
      if (!have) return t("statement.none");
      const missing = missingLanguages(have.languages, institution);
      const n = have.version;
      return missing.length === 0
        ? t("statement.version", { n })
        : t("statement.missing", { n, languages: missing.join(", ") });
    };
    const rows = purposes.map((p) => ({
      cells: [
        <a href={`/staff/purposes/${p.id}`}>{inLanguage(p.sheet.names, lang)}</a>,
        p.basis ? t(`basis.${p.basis}`) : t("basis.none"),
        p.state === "active" ? t("state.active") : <StateTag state={p.state} lang={lang} />,
        String(lists.filter((l) => l.purposeId === p.id && l.state === "active").length),
        statement(p),
      ],
    }));
    const create = changes && <LinkButton href="/staff/purposes/new">{t("new")}</LinkButton>;
    const register = <a href="/staff/purposes/register">{t("register")}</a>;
    return deskPage(c, {
      title: t("title"),
      current: "purposes",
      lede: t("lede"),
      acts: purposes.length > 0 && create,
      children:
        purposes.length === 0 ? (
          <Empty title={t("empty.title")} text={t("empty.text")} acts={create} />
        ) : (
          <>
            <DataTable
              label={t("title")}
              width="wide"
              columns={[
                { head: t("col.name") },
                { head: t("col.basis") },
                { head: t("col.state") },
                { head: t("col.lists"), num: true },
                { head: t("col.statement") },
              ]}
              rows={rows}
            />
            <p class="small above-5">{register}</p>
          </>
        ),
    });
  })
  .get("/purposes/:id", (c) => purposePage(c, c.req.param("id")));

/** The page of one purpose; the verbs' pages come back to it with what was refused. */
export async function purposePage(c: StaffContext, id: string, refusedBy?: string): Promise<Response> {
  const { lang, deps, institution, actor } = c.var;
  const t = say(purposesTexts, lang);
  const [purpose, lists, statements] = await Promise.all([
    readPurpose(deps.db, id),
    readLists(deps.db),
    readStatements(deps.db),
  ]);
  if (!purpose) return refusedPage(c, refuse("purposes.unknown"), "desk");
  const { state } = purpose;
  const own = lists.filter((l) => l.purposeId === id && l.state === "active");
  const changes = !may(actor, "purpose.change") && state !== "ended";
  const have = statements.get(id);
  const hinted = unflaggedTopics(purpose.sheet);
  const missing: FieldProblem[] = [
    ...checkActive(purpose.basis, purpose.sheet, institution),
    ...missingLanguages(have?.languages ?? [], institution).map((l) => ({
      field: `statement.${l}`,
      code: `purposes.no_statement_${l}` as const,
    })),
  ];
  return deskPage(c, {
    title: inLanguage(purpose.sheet.names, lang),
    current: "purposes",
    back: { href: "/staff/purposes", label: t("back") },
    tag: state === "active" ? undefined : { text: t(`state.${state}`), color: "neutral" },
    lede: basisWords(purpose.basis, lang),
    status: refusedBy ? 422 : 200,
    acts: changes && (
      <LinkButton href={`/staff/purposes/${id}/edit`} variant="secondary">
        {t("detail.edit")}
      </LinkButton>
    ),
    aside: (
      <>
        <section>
          <h2 class="desk-h">{t("detail.statement")}</h2>
          {have ? (
            <p>{t("statement.version", { n: have.version })}</p>
          ) : (
            <p class="quiet">{t("detail.statement.none")}</p>
          )}
          <p>
            <a href={`/staff/notices/purpose/${id}`}>
              {have ? t("detail.statement.see") : t("detail.statement.write")}
            </a>
          </p>
        </section>
        <section class="above-6">
          <h2 class="desk-h">{t("detail.lists")}</h2>
          {own.length === 0 ? (
            <p class="quiet">{t("detail.no-lists")}</p>
          ) : (
            <Links items={own.map((l) => ({ href: `/staff/lists/${l.id}`, label: inLanguage(l.names, lang) }))} />
          )}
          {state === "active" && !may(actor, "list.change") && (
            <p class="above-3">
              <a href={`/staff/lists/new?purpose=${id}`}>{t("detail.new-list")}</a>
            </p>
          )}
        </section>
        {changes && state === "active" && (
          <p class="above-6 small no-print">
            <a href={`/staff/purposes/${id}/end`}>{t("end.link")}</a>
          </p>
        )}
      </>
    ),
    children: (
      <>
        {refusedBy && (
          <div class="ds-alert" data-color="danger" role="alert">
            <p>{refusedBy}</p>
          </div>
        )}
        {c.req.query("saved") !== undefined && <Done>{t("saved")}</Done>}
        {c.req.query("active") !== undefined && <Done>{t("activate.done")}</Done>}
        {c.req.query("ended") !== undefined && <Done>{t("end.done")}</Done>}
        {changes && state === "draft" && missing.length === 0 && (
          <Decide title={t("activate.title")}>
            <p>{t("activate.lede")}</p>
            <form method="post" action={`/staff/purposes/${id}/activate`}>
              <input type="hidden" name="version" value={String(purpose.version)} />
              <Button>{t("activate.act")}</Button>
            </form>
          </Decide>
        )}
        {state !== "ended" && missing.length > 0 && <Missing id={id} problems={missing} lang={lang} linked={changes} />}
        {changes && hinted.length > 0 && (
          <section class="ds-alert above-5" data-color="info" aria-labelledby="unflagged">
            <h2 class="desk-h" id="unflagged">
              {t("unflagged.title")}
            </h2>
            <p>{t("unflagged", { topics: topicWords(hinted, lang) })}</p>
          </section>
        )}
        <Section title={t("detail.facts")}>
          <SheetFacts purpose={purpose} lang={lang} institution={institution} />
        </Section>
      </>
    ),
  });
}

/** What stands between the sheet and an active purpose, each with the way to it. */
function Missing(p: { id: string; problems: readonly FieldProblem[]; lang: Lang; linked: boolean }) {
  const t = say(purposesTexts, p.lang);
  const sentence = (problem: FieldProblem) =>
    t("problem.named", { label: t(`f.${problem.field}` as "f.basis"), text: refusalText(problem, p.lang) });
  const href = (field: string) =>
    field.startsWith("statement.")
      ? `/staff/notices/purpose/${p.id}`
      : `/staff/purposes/${p.id}/edit#${fieldId(field)}`;
  return (
    <section class="desk-decide" aria-labelledby="missing">
      <h2 id="missing">{t("ready.title")}</h2>
      <p>{t("ready.lede")}</p>
      <ul>
        {p.problems.map((problem) => (
          <li>{p.linked ? <a href={href(problem.field)}>{sentence(problem)}</a> : sentence(problem)}</li>
        ))}
      </ul>
    </section>
  );
}

function StateTag(p: { state: "draft" | "ended"; lang: Lang }) {
  return (
    <Tag color={p.state === "draft" ? "warning" : "neutral"}>{say(purposesTexts, p.lang)(`state.${p.state}`)}</Tag>
  );
}
