/** An import whose file is being checked, that runs, is finished or was dropped. */

import { showTime } from "../../../texts/dates.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Alert, Button, ConnectionLost, Done, LinkButton, Progress } from "../parts.tsx";
import { FileFacts } from "./file-facts.tsx";
import { IMPORTS, importPath, listName, membersPath, type Shown, voice } from "./shared.tsx";

/** Says that nobody answers any more, when that is so. */
function Lost({ c }: { c: StaffContext }) {
  const { lang, deps, institution } = c.var;
  return <ConnectionLost since={showTime(deps.clock.now(), { lang, zone: institution.timeZone })} />;
}

/** htmx asks for the page every two seconds and takes this part of it; when the run has ended, the page is loaded anew. */
function RunProgress({ c, shown: { job } }: { c: StaffContext; shown: Shown }) {
  const t = voice(c);
  const { findings } = job;
  const { added, already, left, stopped, removed, kept } = findings.written;
  return (
    <div id="run" hx-get={importPath(job.id)} hx-trigger="every 2s" hx-select="#run" hx-swap="outerHTML">
      <Progress
        label={t("running.progress")}
        value={added + already + left + (job.kind === "sync" ? removed : 0) + stopped + kept}
        max={findings.add + findings.stopped + (findings.missing?.people ?? 0)}
        left={t("running.left")}
      />
      <Lost c={c} />
    </div>
  );
}

/** The check of a large file goes on in jobs; the page asks for itself as above. */
export function checkingPage(c: StaffContext, shown: Shown): Promise<Response> {
  const t = voice(c);
  const { job } = shown;
  const own = importPath(job.id);
  return deskPage(c, {
    title: t("checking.title"),
    current: "imports",
    back: { href: IMPORTS, label: t("title") },
    tag: { text: t("state.checking"), color: "info" },
    lede: t("checking.lede"),
    aside: <FileFacts c={c} shown={shown} />,
    children: (
      <>
        <div id="run" hx-get={own} hx-trigger="every 2s" hx-select="#run" hx-swap="outerHTML">
          <Progress
            label={t("checking.progress")}
            value={job.cursor?.part ?? 0}
            max={job.cursor?.parts ?? 1}
            left={t("checking.rows", { n: job.findings.rows })}
          />
          <Lost c={c} />
        </div>
        <p class="above-3">
          <a href={own}>{t("running.reload")}</a>
        </p>
        <form method="post" action={`${own}/drop`} class="above-5">
          <Actions>
            <Button variant="secondary">{t("decide.drop")}</Button>
          </Actions>
        </form>
      </>
    ),
  });
}

export function runningPage(c: StaffContext, shown: Shown): Promise<Response> {
  const t = voice(c);
  return deskPage(c, {
    title: t("running.title"),
    current: "imports",
    back: { href: IMPORTS, label: t("title") },
    tag: { text: t("state.running"), color: "info" },
    lede: t("running.lede", { list: listName(c, shown.list) }),
    aside: <FileFacts c={c} shown={shown} />,
    children: (
      <>
        <RunProgress c={c} shown={shown} />
        <p class="above-3">
          <a href={importPath(shown.job.id)}>{t("running.reload")}</a>
        </p>
        <form method="post" action={`${importPath(shown.job.id)}/drop`} class="above-5">
          <p class="quiet">{t("running.stop.text")}</p>
          <Actions>
            <Button variant="secondary">{t("running.stop")}</Button>
          </Actions>
        </form>
      </>
    ),
  });
}

export function endedPage(c: StaffContext, shown: Shown): Promise<Response> {
  const t = voice(c);
  const { job, list } = shown;
  const { findings } = job;
  const { added, unproven, already, left, stopped, removed, kept } = findings.written;
  const done = job.state === "done";
  const text = !done
    ? t("dropped.text", { n: added })
    : job.kind === "opt-outs"
      ? t("done.stop", { n: stopped })
      : t("done.text", { n: added, list: listName(c, list) });
  const ask = done && unproven > 0;
  // Opt-outs come first; whoever has brought them comes for the people next.
  const next = done && job.kind === "opt-outs" && list.state === "active";
  return deskPage(c, {
    title: done ? t("done.title") : t("dropped.title"),
    current: "imports",
    back: { href: IMPORTS, label: t("title") },
    ...(done ? {} : { tag: { text: t("state.dropped") } }),
    aside: <FileFacts c={c} shown={shown} />,
    children: (
      <>
        {findings.fault ? (
          <Alert color="danger" title={t("dropped.fault")}>
            <p>{refusalText({ field: "", ...findings.fault }, c.var.lang)}</p>
          </Alert>
        ) : (
          <Done>{text}</Done>
        )}
        {unproven > 0 && unproven < added && <p>{t("done.unproven", { n: unproven })}</p>}
        {job.kind !== "opt-outs" && stopped > 0 && <p>{t("done.stop", { n: stopped })}</p>}
        {removed > 0 && <p>{t("done.removed", { n: removed })}</p>}
        {kept > 0 && <p>{t("done.kept", { n: kept })}</p>}
        {done && findings.refused > 0 && <p>{t("done.refused", { n: findings.refused })}</p>}
        {already + left > 0 && <p>{t("done.changed", { already, left })}</p>}
        {ask && <p>{t("done.next.unproven")}</p>}
        <Actions>
          {ask && <LinkButton href={`/staff/mailings/new?list=${list.id}`}>{t("done.next.link")}</LinkButton>}
          {next && <LinkButton href={`${IMPORTS}/new?list=${list.id}`}>{t("done.next.people")}</LinkButton>}
          <LinkButton href={membersPath(list.id)} variant="secondary">
            {t("done.members")}
          </LinkButton>
        </Actions>
      </>
    ),
  });
}
