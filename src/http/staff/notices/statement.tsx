/** `/staff/notices/purpose/:id`: the statement of a purpose is written, looked at as people will see it, and published. */
import { Hono } from "hono";
import { raw } from "hono/html";
import { publishNotice } from "../../../domain/notices/publish.ts";
import { checkStatement, statementBody, statementText } from "../../../domain/notices/rules/statement.ts";
import { readVersions } from "../../../domain/notices/views.ts";
import { topicsOf } from "../../../domain/purposes/rules/people.ts";
import { inLanguage, type Purpose } from "../../../domain/purposes/rules.ts";
import { readPurpose } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, refuse, refuseForm } from "../../../refusal.ts";
import { noticesTexts } from "../../../texts/notices.ts";
import { type Lang, say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Form, type Problem, problemFor, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { named } from "../named.ts";
import { Actions, Button, DeskForm, Done, ErrorSummary, Paper, Section, TextArea } from "../parts.tsx";
import { Versions } from "./versions.tsx";

type Texts = Partial<Record<Lang, string>>;
const readTexts = (form: Form, languages: readonly Lang[]): Texts =>
  Object.fromEntries(languages.map((l) => [l, form.text(`text.${l}`)]));

export const statementPages = new Hono<StaffEnv>()
  .get("/notices/purpose/:id", (c) => page(c, c.req.param("id"), {}))
  .post("/notices/purpose/:id", async (c) => {
    const id = c.req.param("id");
    const form = await readForm(c);
    const texts = readTexts(form, c.var.institution.languages);
    if (form.text("act") === "back") return page(c, id, { texts });
    if (form.text("act") !== "publish") return page(c, id, { texts, preview: true });
    const done = await publishNotice(c.var.deps, c.var.actor, { kind: "consent", purposeId: id, texts });
    if (!isRefusal(done)) return c.redirect(`/staff/notices/purpose/${id}?done=${done.version}`, 303);
    if (done.code === "staff.forbidden" || done.code.startsWith("purposes.")) return refusedPage(c, done, "desk");
    return page(c, id, { texts, problems: problemsOf(done, c.var.lang) });
  });

interface Shown {
  texts?: Texts;
  preview?: boolean;
  problems?: Problem[];
}

async function page(c: StaffContext, id: string, shown: Shown): Promise<Response> {
  const { lang, deps, institution, actor } = c.var;
  const t = say(noticesTexts, lang);
  const [purpose, versions] = await Promise.all([
    readPurpose(deps.db, id),
    readVersions(deps.db, { kind: "consent", purposeId: id }),
  ]);
  if (!purpose) return refusedPage(c, refuse("purposes.unknown"), "desk");
  const newest = versions[0]?.version ?? 0;
  const now = versions.filter((n) => n.version === newest);
  const texts = shown.texts ?? Object.fromEntries(now.map((n) => [n.language, statementText(n.body)]));
  const found = shown.preview ? checkStatement(texts, purpose.basis, institution, topicsOf(purpose.sheet)) : [];
  const problems = found.length > 0 ? problemsOf(refuseForm(found), lang) : shown.problems;
  const may_ = !may(actor, "notice.publish") && purpose.state !== "ended";
  const done = versions.find((n) => String(n.version) === c.req.query("done"));
  const part = { c, purpose, texts, version: newest + 1, problems };
  return deskPage(c, {
    title: t("statement.title", { purpose: inLanguage(purpose.sheet.names, lang) }),
    current: "notices",
    back: { href: "/staff/notices", label: t("back") },
    lede: purpose.state === "ended" ? t("statement.ended") : t("statement.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary
          lang={lang}
          problems={named(
            problems,
            (field) => t(`f.${field}` as "f.text.lv"),
            (values) => t("problem.named", values),
          )}
          title={t("problems")}
        />
        {done && <Done>{t("statement.done", { n: done.version })}</Done>}
        {may_ && (shown.preview && !problems ? <Preview {...part} /> : <Write {...part} />)}
        <Section title={t("versions")}>
          {newest === 0 ? <p>{t("versions.none")}</p> : <Versions notices={versions} c={c} />}
          <p class="above-4 small">
            <a href={`/staff/purposes/${id}`}>{t("to-purpose")}</a>
          </p>
        </Section>
      </>
    ),
  });
}

interface PartProps {
  c: StaffContext;
  purpose: Purpose;
  texts: Texts;
  version: number;
  problems: readonly Problem[] | undefined;
}

function Write({ c, purpose, texts, problems }: PartProps) {
  const { lang, institution } = c.var;
  const t = say(noticesTexts, lang);
  const { basis } = purpose;
  const should =
    basis === "a"
      ? "statement.should.a"
      : basis === "e" || basis === "f"
        ? "statement.should.objection"
        : "statement.should";
  return (
    <DeskForm action={`/staff/notices/purpose/${purpose.id}`}>
      <p class="quiet">{t(should)}</p>
      {institution.languages.map((l) => (
        <TextArea
          name={`text.${l}`}
          label={t(`f.text.${l}`)}
          hint={t("h.text")}
          value={texts[l]}
          problem={problemFor(problems, `text.${l}`)}
          lang={l}
          rows={9}
        />
      ))}
      <Actions>
        <Button name="act" value="preview">
          {t("statement.preview")}
        </Button>
      </Actions>
    </DeskForm>
  );
}

function Preview({ c, purpose, texts, version }: PartProps) {
  const { lang, institution } = c.var;
  const t = say(noticesTexts, lang);
  return (
    <Section title={t("preview.title")} lede={t("preview.lede")}>
      {institution.languages.map((language) => (
        <Paper lang={language}>
          {raw(statementBody({ purposeId: purpose.id, language, version, text: texts[language] ?? "" }))}
        </Paper>
      ))}
      <form method="post" action={`/staff/notices/purpose/${purpose.id}`} class="above-5">
        {institution.languages.map((l) => (
          <input type="hidden" name={`text.${l}`} value={texts[l] ?? ""} />
        ))}
        <Actions>
          <Button name="act" value="publish">
            {t("statement.publish", { n: version })}
          </Button>
          <Button name="act" value="back" variant="secondary">
            {t("statement.back")}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
