/** The forms by which a section of a breach's record is written anew: the newest version stands in the fields. */
import type { Child } from "hono/jsx";
import { type Bodies, RISKS, SECTIONS, type Section, UNTOLD } from "../../../domain/breaches/rules.ts";
import { type BreachRecord, readBreach } from "../../../domain/breaches/views.ts";
import { wallOf } from "../../../domain/periods/rules.ts";
import { may } from "../../../domain/staff/rules.ts";
import { refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Alert, Button, DeskForm, ErrorSummary, Radios, TextArea, TextField } from "../parts.tsx";
import { MomentFields, ReportFields } from "./report.tsx";
import { breachPath, type Voice, voice } from "./shared.tsx";

export const isSection = (text: string): text is Section => (SECTIONS as readonly string[]).includes(text);

export async function writePage(
  c: StaffContext,
  id: string,
  section: Section,
  typed?: Record<string, string>,
  problems?: Problem[],
): Promise<Response> {
  const no = may(c.var.actor, "breach.decide");
  if (no) return refusedPage(c, no, "desk");
  const record = await readBreach(c.var.deps.db, id);
  if (!record) return refusedPage(c, refuse("page.not_found"), "desk");
  const t = voice(c);
  const values = { ...valuesOf(c, record, section), ...typed };
  const back = t("back.one", { n: String(record.breach.n) });
  return deskPage(c, {
    title: t(`section.${section}`),
    current: "breaches",
    back: { href: breachPath(id), label: back },
    ...(section === "facts" && { lede: t("facts.hint") }),
    ...(section === "closing" && { lede: t("closing.text") }),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labelsOf(t, section)} title={t("form.problem")} />
        <DeskForm action={`${breachPath(id)}/${section}`}>
          <input type="hidden" name="version" value={String(record.breach.version)} />
          <Fields c={c} section={section} record={record} values={values} problems={problems} />
          <Actions>
            <Button>{t(section === "closing" ? "closing.act" : "form.save")}</Button>
            <a href={breachPath(id)}>{t("form.cancel")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

interface FieldsProps {
  c: StaffContext;
  section: Section;
  record: BreachRecord;
  values: Readonly<Record<string, string | undefined>>;
  problems: Problem[] | undefined;
}

function Fields(p: FieldsProps): Child {
  const t = voice(p.c);
  const field = (name: string) => ({ name, value: p.values[name], problem: problemFor(p.problems, name) });
  const area = (name: string, label: string, hint?: string, rows = 3) => (
    <TextArea {...field(name)} label={label} {...(hint && { hint })} rows={rows} optional="group" />
  );
  switch (p.section) {
    case "report":
      return (
        <>
          <ReportFields {...p} aware={t("correct.aware")} />
          <div class="above-5">
            <TextArea {...field("why")} label={t("correct.why")} hint={t("correct.why.hint")} rows={2} />
          </div>
        </>
      );
    case "facts":
      return (
        <>
          <TextField {...field("people")} label={t("facts.people")} hint={t("facts.people.hint")} optional="group" />
          <TextField {...field("records")} label={t("facts.records")} optional="group" />
          {area("categories", t("facts.categories"))}
          {area("consequences", t("facts.consequences"))}
          {area("measures", t("facts.measures"))}
        </>
      );
    case "authority":
      return (
        <>
          <Radios
            {...field("risk")}
            legend={t("risk.legend")}
            options={RISKS.map((value) => ({ value, label: t(`risk.${value}`) }))}
          />
          <div class="above-5">
            <Radios
              {...field("decision")}
              legend={t("authority.legend")}
              hint={t("authority.how")}
              options={(["notified", "not"] as const).map((value) => ({
                value,
                label: t(`authority.${value}`),
                hint: t(`authority.${value}.hint`),
              }))}
            />
          </div>
          <div class="above-5">
            <MomentFields {...p} legend={t("authority.when")} />
          </div>
          <div class="above-5">
            <TextField {...field("reference")} label={t("authority.reference")} optional="group" />
            {area("late", t("authority.late"), undefined, 2)}
            {area("reason", t("authority.reason"), undefined, 2)}
          </div>
        </>
      );
    case "persons":
      return (
        <>
          {p.record.now.authority?.risk === "high" && (
            <Alert color="warning">
              <p>{t("persons.risk")}</p>
            </Alert>
          )}
          <div class="above-5">
            <Radios
              {...field("decision")}
              legend={t("persons.legend")}
              options={(["told", "not"] as const).map((value) => ({ value, label: t(`persons.${value}`) }))}
            />
          </div>
          <div class="above-5">
            <MomentFields {...p} legend={t("persons.when")} />
          </div>
          <div class="above-5">{area("how", t("persons.how"), undefined, 2)}</div>
          <div class="above-5">
            <Radios
              {...field("why")}
              legend={t("persons.why")}
              options={UNTOLD.map((value) => ({ value, label: t(`untold.${value}`) }))}
            />
          </div>
          <div class="above-5">{area("reason", t("persons.reason"), undefined, 2)}</div>
        </>
      );
    case "closing":
      return area("lesson", t("closing.lesson"));
  }
}

/** What stands in the fields at first: the newest version, and now as the moment of what is told. */
function valuesOf(c: StaffContext, record: BreachRecord, section: Section): Record<string, string> {
  const zone = c.var.institution.timeZone;
  const body = record.now[section];
  const wall = (at: number | undefined) => wallOf(at ?? c.var.deps.clock.now(), zone);
  const texts = Object.fromEntries(
    Object.entries(body ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  if (section === "report") {
    const { why: _, ...report } = texts;
    return { ...report, ...wall((body as Bodies["report"] | undefined)?.awareAt ?? record.breach.awareAt) };
  }
  if (section === "authority" || section === "persons")
    return { ...texts, ...wall((body as Bodies["authority"] | undefined)?.at) };
  return texts;
}

/** Labels of the fields whose sentences name none. */
function labelsOf(t: Voice, section: Section): Record<string, string> {
  const time = t("report.time");
  if (section === "authority")
    return {
      time,
      risk: t("risk.legend"),
      decision: t("authority.legend"),
      reason: t("authority.reason"),
      late: t("authority.late"),
    };
  if (section === "persons")
    return {
      time,
      decision: t("persons.legend"),
      how: t("persons.how"),
      why: t("persons.why"),
      reason: t("persons.reason"),
    };
  return { time, why: t("correct.why") };
}
