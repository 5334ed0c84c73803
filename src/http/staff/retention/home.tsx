/** `/staff/retention`: what waits for a person, what will be deleted, every rule, what was deleted, and the limits. */
import { dayOf } from "../../../domain/consent/rules/days.ts";
import { readInstitutionRow } from "../../../domain/institution/views.ts";
import { ANSWER_DAYS } from "../../../domain/retention/rules/input.ts";
import { nextNightAt } from "../../../domain/retention/rules/period.ts";
import { DEFAULT_CEILING } from "../../../domain/retention/rules.ts";
import { readForecast } from "../../../domain/retention/views/forecast.ts";
import { lasts, readHolds } from "../../../domain/retention/views/holds.ts";
import { readOpenCases } from "../../../domain/retention/views/review.ts";
import { readDecided, readOpenRun, readRuns, sumOf } from "../../../domain/retention/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, Done, ErrorSummary, Facts, Section, TextField } from "../parts.tsx";
import { AheadSection, RuleTables, rulesAhead, sums } from "./ahead.tsx";
import { OpenRun } from "./open-run.tsx";
import { RunsTable } from "./runs.tsx";
import { can, moment, RETENTION, voice } from "./shared.tsx";

const DONE = { limits: "limits.saved", confirmed: "confirmed.done" } as const;
const LAST = 8;
const NIGHTS = 30;

export async function retentionHome(
  c: StaffContext,
  typed: Record<string, string> = {},
  problems?: Problem[],
): Promise<Response> {
  const no = may(c.var.actor, "retention.see");
  if (no) return refusedPage(c, no, "desk");
  const { deps, lang, institution } = c.var;
  const office = await readInstitutionRow(deps.db);
  if (!office) return refusedPage(c, refuse("institution.missing"), "desk");
  const t = voice(c);
  const [decided, forecast, open, runs, holds, cases] = await Promise.all([
    readDecided(deps.db),
    readForecast(deps.db),
    readOpenRun(deps.db),
    readRuns(deps.db, 2 * NIGHTS),
    readHolds(deps.db, 100),
    readOpenCases(deps.db),
  ]);
  const rules = rulesAhead(office.profile, decided, forecast);
  const now = deps.clock.now();
  const today = dayOf(now, institution.timeZone);
  const most = Math.max(0, ...runs.filter(({ kind }) => kind === "night").map(({ planned }) => sumOf(planned)));
  const done = Object.entries(DONE).find(([name]) => name === c.req.query("done"))?.[1];
  // Of another night the number would be wrong.
  const counted = forecast?.state === "done" && nextNightAt(forecast.at, institution.timeZone) > now;
  const when = moment(c, nextNightAt(now, institution.timeZone), lang === "lv" ? "loc" : "table");
  const waiting = cases.filter(({ decision }) => decision === null).length;
  const link = (path: string, text: string) => <a href={`${RETENTION}/${path}`}>{text}</a>;
  return deskPage(c, {
    title: t("title"),
    current: "retention",
    // What waits for a person does not go tonight by itself.
    lede: open?.state !== "held" && (counted ? t("lede", { when, n: sums(rules).tonight }) : t("lede.when", { when })),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        {done && <Done>{t(done)}</Done>}
        <ErrorSummary
          problems={problems}
          labels={{ ceiling: t("limits.ceiling"), answerDays: t("limits.answer") }}
          title={t("limits.problem")}
        />
        {open && <OpenRun c={c} run={open} />}
        <AheadSection c={c} rules={rules} forecast={forecast} />
        <Section title={t("more.title")}>
          <Facts
            items={[
              {
                term: link("holds", t("more.holds")),
                value: t("more.holds.text", { n: holds.filter((hold) => lasts(hold, today)).length }),
              },
              { term: link("review", t("more.review")), value: t("more.review.text", { n: waiting }) },
              { term: link("records", t("more.records")), value: t("more.records.text") },
            ]}
          />
        </Section>
        <RuleTables c={c} rules={rules} />
        <Section title={t("runs.title")}>
          <RunsTable c={c} runs={runs.slice(0, LAST)} />
          {runs.length > LAST && <p class="above-3">{link("runs", t("runs.all"))}</p>}
        </Section>
        {can(c, "retention.change") && (
          <Section title={t("limits.title")} lede={t("limits.lede")}>
            <DeskForm action={`${RETENTION}/limits`}>
              <input type="hidden" name="version" value={String(office.version)} />
              <TextField
                name="ceiling"
                label={t("limits.ceiling")}
                hint={t("limits.ceiling.hint", { n: most })}
                value={typed.ceiling ?? String(institution.retention?.ceiling ?? DEFAULT_CEILING)}
                problem={problemFor(problems, "ceiling")}
                inputmode="numeric"
                size={8}
                suffix={t("limits.ceiling.unit")}
              />
              <TextField
                name="answerDays"
                label={t("limits.answer")}
                hint={t("limits.answer.hint")}
                value={typed.answerDays ?? String(institution.retention?.answerDays ?? ANSWER_DAYS.usual)}
                problem={problemFor(problems, "answerDays")}
                inputmode="numeric"
                size={4}
                suffix={t("limits.answer.unit")}
              />
              <Actions>
                <Button variant="secondary">{t("limits.save")}</Button>
              </Actions>
            </DeskForm>
          </Section>
        )}
      </>
    ),
  });
}
