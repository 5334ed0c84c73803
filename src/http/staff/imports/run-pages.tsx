/** An import that runs, is finished or was dropped. */

import { entersAs } from "../../../domain/imports/rules/claim.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, Done, LinkButton, Progress } from "../parts.tsx";
import { FileFacts } from "./check-page.tsx";
import { IMPORTS, importPath, listName, membersPath, type Shown, voice } from "./shared.tsx";

/** htmx asks for the page every two seconds and takes this part of it; when the run has ended, the page is loaded anew. */
function RunProgress({ c, shown: { job } }: { c: StaffContext; shown: Shown }) {
  const t = voice(c);
  const { added, already, left } = job.findings.written;
  return (
    <div id="run" hx-get={importPath(job.id)} hx-trigger="every 2s" hx-select="#run" hx-swap="outerHTML">
      <Progress
        label={t("running.progress")}
        value={added + already + left}
        max={job.findings.add}
        left={t("running.left")}
      />
    </div>
  );
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
  const { added, already, left } = job.findings.written;
  const done = job.state === "done";
  const text = done ? t("done.text", { n: added, list: listName(c, list) }) : t("dropped.text", { n: added });
  const ask = done && added > 0 && entersAs(list.kind, job.claim) === "unproven";
  return deskPage(c, {
    title: done ? t("done.title") : t("dropped.title"),
    current: "imports",
    back: { href: IMPORTS, label: t("title") },
    ...(done ? {} : { tag: { text: t("state.dropped") } }),
    aside: <FileFacts c={c} shown={shown} />,
    children: (
      <>
        <Done>{text}</Done>
        {already + left > 0 && <p>{t("done.changed", { already, left })}</p>}
        {ask && <p>{t("done.next.unproven")}</p>}
        <Actions>
          {ask && <LinkButton href={`/staff/mailings/new?list=${list.id}`}>{t("done.next.link")}</LinkButton>}
          <LinkButton href={membersPath(list.id)} variant="secondary">
            {t("done.members")}
          </LinkButton>
        </Actions>
      </>
    ),
  });
}
