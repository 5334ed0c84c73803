/** What was deleted: every run, and the report of one, for the disposal act. Counts by rule; no addresses. */

import { isRuleName } from "../../../domain/retention/rules.ts";
import { readProofOf } from "../../../domain/retention/views/proof.ts";
import { type Run, readRun, readRuns, sumOf } from "../../../domain/retention/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { nameOf } from "../../page.tsx";
import { deskPage } from "../layout.tsx";
import { DataTable, Empty, Facts, Pager, Section, Tag } from "../parts.tsx";
import { OpenRun } from "./open-run.tsx";
import { day, moment, namesOf, number, period, RETENTION, ruleVoice, runPath, voice } from "./shared.tsx";

const MOST = 60;

export function RunsTable({ c, runs }: { c: StaffContext; runs: readonly Run[] }) {
  const t = voice(c);
  if (runs.length === 0) return <p class="quiet">{t("runs.none")}</p>;
  const state = (run: Run) =>
    run.state === "held" ? <Tag color="danger">{t("runs.state.held")}</Tag> : t(`runs.state.${run.state}`);
  return (
    <DataTable
      label={t("runs.title")}
      width="stack"
      columns={[
        { head: t("runs.day") },
        { head: t("runs.kind") },
        { head: t("runs.state") },
        { head: t("runs.deleted"), num: true },
        { head: t("runs.kept"), num: true },
      ]}
      rows={runs.map((run) => ({
        cells: [
          <a href={runPath(run.id)}>{day(c, run.day)}</a>,
          t(`runs.kind.${run.kind}`),
          state(run),
          number(c, sumOf(run.deleted)),
          number(c, sumOf(run.kept)),
        ],
      }))}
    />
  );
}

export async function runsPage(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "retention.see");
  if (no) return refusedPage(c, no, "desk");
  const t = voice(c);
  const before = c.req.query("before");
  const runs = await readRuns(c.var.deps.db, MOST, before && /^\d{4}-\d\d-\d\d$/.test(before) ? before : undefined);
  const last = runs.at(-1);
  return deskPage(c, {
    title: t("runs.title"),
    current: "retention",
    back: { href: RETENTION, label: t("back") },
    children:
      runs.length === 0 ? (
        <Empty title={t("runs.title")} text={t("runs.none")} />
      ) : (
        <>
          <RunsTable c={c} runs={runs} />
          <Pager
            next={
              runs.length === MOST && last
                ? { href: `${RETENTION}/runs?before=${last.day}`, label: t("runs.older") }
                : undefined
            }
          />
        </>
      ),
  });
}

/** The report of one run; prints without the rail and its controls. */
export async function runPage(c: StaffContext, id: string): Promise<Response> {
  const no = may(c.var.actor, "retention.see");
  if (no) return refusedPage(c, no, "desk");
  const { deps, institution, lang, staffName } = c.var;
  const run = await readRun(deps.db, id);
  if (!run) return refusedPage(c, refuse("page.not_found"), "desk");
  const t = voice(c);
  const words = ruleVoice(c);
  const name = await namesOf(c, [run.confirmedBy]);
  const proof = run.kind === "night" ? await readProofOf(deps.db, run.day) : undefined;
  const rules = [...new Set([run.planned, run.deleted, run.kept].flatMap((counts) => Object.keys(counts)))];
  const night = run.kind === "night";
  return deskPage(c, {
    title: t("report.title", { day: day(c, run.day) }),
    current: "retention",
    back: { href: RETENTION, label: t("back") },
    ...(run.state === "held" && { tag: { text: t("runs.state.held"), color: "danger" as const } }),
    lede: t("report.lede"),
    children: (
      <>
        {run.state !== "done" && <OpenRun c={c} run={run} />}
        <Facts
          items={[
            { term: t("report.institution"), value: nameOf(institution, lang) },
            { term: t("runs.kind"), value: t(`runs.kind.${run.kind}`) },
            { term: t("runs.state"), value: t(`runs.state.${run.state}`) },
            { term: t(night ? "report.as-of" : "report.began"), value: moment(c, run.at) },
            run.finishedAt !== null && { term: t("report.ended"), value: moment(c, run.finishedAt) },
            night && { term: t("report.ceiling"), value: number(c, run.ceiling) },
            run.confirmedBy !== null && {
              term: t("report.confirmed"),
              value: t("report.confirmed.value", { by: name(run.confirmedBy), when: moment(c, run.confirmedAt ?? 0) }),
            },
            proof !== undefined && { term: t("report.log"), value: <code>{proof}</code> },
          ]}
        />
        <Section title={t("runs.deleted")}>
          {rules.length === 0 ? (
            <p class="quiet">{t("report.nothing")}</p>
          ) : (
            <DataTable
              label={t("runs.deleted")}
              width="stack"
              columns={[
                { head: t("report.rule") },
                { head: t("report.period") },
                ...(night ? [{ head: t("runs.planned"), num: true }] : []),
                { head: t("runs.deleted"), num: true },
                ...(night ? [{ head: t("runs.kept"), num: true }] : []),
              ]}
              rows={rules.map((rule) => ({
                cells: [
                  isRuleName(rule) ? words(rule) : rule,
                  run.periods[rule] && run.periods[rule] !== "P0D" ? period(c, run.periods[rule]) : "",
                  ...(night ? [number(c, run.planned[rule] ?? 0)] : []),
                  number(c, run.deleted[rule] ?? 0),
                  ...(night ? [number(c, run.kept[rule] ?? 0)] : []),
                ],
              }))}
              foot={[
                t("total"),
                "",
                ...(night ? [number(c, sumOf(run.planned))] : []),
                number(c, sumOf(run.deleted)),
                ...(night ? [number(c, sumOf(run.kept))] : []),
              ]}
            />
          )}
        </Section>
        <p class="small quiet above-4 no-print">{t("report.print")}</p>
        <p class="only-print">{t("report.printed", { by: staffName, when: moment(c, deps.clock.now()) })}</p>
      </>
    ),
  });
}
