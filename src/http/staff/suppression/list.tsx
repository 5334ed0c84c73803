/** One list that came in: what it would change, how far it is, what it changed. */
import { readPurposes } from "../../../domain/purposes/views.ts";
import { LIST_LIFE_MS } from "../../../domain/suppressions/rules.ts";
import type { ListJob } from "../../../domain/suppressions/views/lists.ts";
import { showDateTime, showNumber } from "../../../texts/dates.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Alert, Button, ConnectionLost, DataTable, Decide, Done, Facts, Progress } from "../parts.tsx";
import { day, reasonName, SUPPRESSION, scopeName, voice } from "./shared.tsx";

const frame = (c: StaffContext) =>
  ({ current: "suppression", back: { href: SUPPRESSION, label: voice(c)("back") } }) as const;

export async function listPage(c: StaffContext, job: ListJob): Promise<Response> {
  const t = voice(c);
  const aside = await Aside({ c, job });
  const own = `${SUPPRESSION}/lists/${job.id}`;
  if (job.state === "running") {
    const { fresh, kept } = job.findings;
    const done = Object.values(job.written).reduce((sum, n) => sum + n, 0);
    return deskPage(c, {
      ...frame(c),
      title: t("running.title"),
      tag: { text: t("state.running"), color: "info" },
      aside,
      children: (
        <>
          <div id="run" hx-get={own} hx-trigger="every 2s" hx-select="#run" hx-swap="outerHTML">
            <Progress
              label={t("running.progress")}
              value={Math.min(done, fresh + kept)}
              max={fresh + kept}
              left={t("running.left")}
            />
            <ConnectionLost
              since={showDateTime(c.var.deps.clock.now(), { lang: c.var.lang, zone: c.var.institution.timeZone })}
            />
          </div>
          <p class="above-3">
            <a href={own}>{t("running.reload")}</a>
          </p>
        </>
      ),
    });
  }
  // The progress of a run that has ended asks for a part that this page does not have.
  if (c.req.header("HX-Request")) c.header("HX-Refresh", "true");
  if (job.state === "checked") return checkedPage(c, job, aside, own);
  if (job.state !== "done")
    return deskPage(c, { ...frame(c), title: t("dropped.title"), lede: t("dropped.text"), aside, children: null });
  const { added = 0, ended = 0, known = 0, kept = 0 } = job.written;
  const n = (value: number) => showNumber(value, c.var.lang);
  return deskPage(c, {
    ...frame(c),
    title: t("done.title"),
    aside,
    children: (
      <>
        <Done>{t("done.title")}</Done>
        <Facts
          items={[
            { term: t("done.added"), value: n(added) },
            { term: t("done.ended"), value: n(ended) },
            { term: t("done.known"), value: n(known + job.findings.known) },
            { term: t("done.kept"), value: n(kept) },
          ]}
        />
      </>
    ),
  });
}

function checkedPage(c: StaffContext, job: ListJob, aside: Awaited<ReturnType<typeof Aside>>, own: string) {
  const t = voice(c);
  const { findings } = job;
  const n = (value: number) => showNumber(value, c.var.lang);
  const until = showDateTime(job.createdAt + LIST_LIFE_MS, {
    lang: c.var.lang,
    zone: c.var.institution.timeZone,
    form: "dat",
  });
  const refused = findings.refused.reduce((sum, r) => sum + r.rows, 0);
  return deskPage(c, {
    ...frame(c),
    title: t("check.title"),
    tag: { text: t("state.checked") },
    lede: t("check.lede", { until }),
    aside,
    children: (
      <>
        <DataTable
          label={t("check.title")}
          width="narrow"
          columns={[{ head: t("check.what") }, { head: t("check.n"), num: true }]}
          rows={[
            { cells: [<strong>{t("check.fresh")}</strong>, <strong>{n(findings.fresh)}</strong>] },
            { cells: [t("check.known"), n(findings.known)] },
            { cells: [t("check.kept"), n(findings.kept)] },
            { cells: [t("check.duplicates"), n(findings.duplicates)] },
            { cells: [t("check.stillIn"), n(findings.stillIn)] },
            { cells: [t("check.refused"), n(refused)] },
          ]}
          foot={[t("check.rows"), n(findings.rows)]}
        />
        {findings.refused.map((r) => (
          <p class="small quiet">
            {t("check.refused.rows", {
              text: refusalText({ field: "", code: r.code }, c.var.lang),
              rows: r.first.join(", ") + (r.rows > r.first.length ? " …" : ""),
            })}
          </p>
        ))}
        {findings.ending > 0 && (
          <Alert color="warning" title={t("check.ending", { n: findings.ending })}>
            <p>{t("check.ending.text")}</p>
          </Alert>
        )}
        <Decide title={t("check.ending", { n: findings.ending })}>
          <form method="post" action={`${own}/run`}>
            <Actions>
              <Button>{t("check.run")}</Button>
              <Button variant="secondary" formaction={`${own}/drop`}>
                {t("check.drop")}
              </Button>
            </Actions>
          </form>
        </Decide>
      </>
    ),
  });
}

async function Aside({ c, job }: { c: StaffContext; job: ListJob }) {
  const t = voice(c);
  const purposes = await readPurposes(c.var.deps.db);
  return (
    <>
      <h2 class="desk-h">{t("facts.title")}</h2>
      <Facts
        inline={false}
        items={[
          { term: t("lists.source"), value: job.source },
          { term: t("lists.day"), value: day(c, job.createdAt) },
          { term: t("scope"), value: scopeName(c, purposes, job.scope) },
          { term: t("bring.reason"), value: reasonName(c, job.reason) },
          { term: t("bring.proven"), value: t(job.endsProven ? "bring.proven.end" : "bring.proven.keep") },
        ]}
      />
    </>
  );
}
