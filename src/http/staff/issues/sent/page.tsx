/** `/staff/issues/:id/sent`: an issue on its way and after: its state in a sentence, what needs a decision, figures over time, what happened. */
import type { Child } from "hono/jsx";
import { readOpenAlerts } from "../../../../domain/alerts/views.ts";
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { type Issue, readIssue } from "../../../../domain/issues/views.ts";
import type { List } from "../../../../domain/lists/rules.ts";
import { readLists } from "../../../../domain/lists/views.ts";
import { readFailedOfOurs } from "../../../../domain/messages/views/failed.ts";
import { readHeld } from "../../../../domain/messages/views/held.ts";
import { inLanguage } from "../../../../domain/purposes/rules.ts";
import { refuse } from "../../../../refusal.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { OpenDecisions } from "../../campaigns/decide/open.tsx";
import { dateTime, mailingOf, JustDone as SharedDone } from "../../campaigns/frame.tsx";
import { type Figures, isBusy, readFigures } from "../../campaigns/one/figures.ts";
import { CancelLink, PauseButton } from "../../campaigns/one/halt.tsx";
import { History, pausedBy, readCourse } from "../../campaigns/one/history.tsx";
import { Paused } from "../../campaigns/one/standing.tsx";
import { Waves } from "../../campaigns/one/waves.tsx";
import { deskPage } from "../../layout.tsx";
import { Facts, LinkButton } from "../../parts.tsx";
import { ISSUES, issueOf, issuePath, pagesVoice, stateOf } from "../frame.tsx";
import { JustDone, SegmentWords, sendingVoice } from "../send/shared.tsx";
import { IssueNumbers } from "./numbers.tsx";
import { IssueOverTime } from "./over-time.tsx";

export async function sentIssuePage(c: StaffContext): Promise<Response> {
  const [issue, mailing] = await Promise.all([issueOf(c), mailingOf(c)]);
  if (!issue || !mailing) return refusedPage(c, refuse("issues.unknown"), "desk");
  if (issue.state === "draft") return c.redirect(issuePath(issue.id), 303);
  if (issue.state === "scheduled") return c.redirect(issuePath(issue.id, "send"), 303);
  const { db } = c.var.deps;
  const [lists, n, course, alerts, failed, held] = await Promise.all([
    readLists(db),
    readFigures(c, mailing),
    readCourse(c, mailing),
    readOpenAlerts(db, mailing.id),
    readFailedOfOurs(db, mailing.id),
    readHeld(db, mailing.id),
  ]);
  const alert = alerts.find(({ code }) => code === "mailing.paused");
  const { text, color } = stateOf(c, issue.state);
  return deskPage(c, {
    title: issue.title,
    current: "issues",
    back: { href: ISSUES, label: pagesVoice(c)("list.title") },
    tag: { text, ...(color && { color }) },
    lede: <Lede c={c} mailing={mailing} n={n} />,
    acts: <Acts c={c} mailing={mailing} />,
    aside: <IssueFacts c={c} issue={issue} lists={lists} />,
    children: (
      <>
        <JustDone c={c} />
        <SharedDone c={c} state={mailing.state} />
        {mailing.state === "paused" && <Paused c={c} mailing={mailing} n={n} who={pausedBy(course)} alert={alert} />}
        <Waves c={c} mailing={mailing} n={n} />
        <OpenDecisions c={c} mailing={mailing} unknown={n.unknown} failed={failed.n} held={held.people} />
        <IssueNumbers c={c} mailing={mailing} n={n} />
        {await IssueOverTime({ c, issue })}
        <History c={c} mailing={mailing} course={course} />
      </>
    ),
  });
}

/** `GET …/sent/numbers`: the figures alone. When the state is another one than the page shows, the page is loaded anew. */
export async function issueNumbersPart(c: StaffContext): Promise<Response> {
  const mailing = await mailingOf(c);
  const known = mailing && (await readIssue(c.var.deps.db, mailing.id));
  if (!mailing || !known || mailing.state === "draft" || mailing.state === "scheduled") return c.body(null, 404);
  c.header("Cache-Control", "no-store");
  const shown = c.req.query("state");
  const n = await readFigures(c, mailing);
  if (shown && (shown !== mailing.state || !isBusy(mailing, n))) c.header("HX-Refresh", "true");
  return c.html(<IssueNumbers c={c} mailing={mailing} n={n} />);
}

function Lede({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const t = sendingVoice(c);
  const { state, finishedAt } = mailing;
  const when = dateTime(c, finishedAt ?? 0);
  const said = { sent: n.sent, audience: n.audience, when, b: (inner: Child[]) => <strong>{inner}</strong> };
  if (state === "sent" || state === "cancelled") return <>{t.rich<Child>(`lede.${state}`, said)}</>;
  if (state === "planning" || state === "sending" || state === "paused") return <>{t(`lede.${state}`)}</>;
  return null;
}

function Acts({ c, mailing }: { c: StaffContext; mailing: Mailing }) {
  const { state, id } = mailing;
  return (
    <>
      {(state === "planning" || state === "sending") && [
        <PauseButton c={c} mailing={mailing} />,
        <CancelLink c={c} mailing={mailing} />,
      ]}
      <LinkButton variant="secondary" href={issuePath(id, "preview")}>
        {sendingVoice(c)("mail.sent")}
      </LinkButton>
    </>
  );
}

function IssueFacts({ c, issue, lists }: { c: StaffContext; issue: Issue; lists: List[] }) {
  const t = sendingVoice(c);
  const { lang } = c.var;
  const { frozen, sentAt, listId } = issue;
  const text = frozen?.texts[lang] ?? Object.values(frozen?.texts ?? {})[0];
  return (
    <>
      <h2 class="desk-h">{t("facts.title")}</h2>
      <Facts
        inline={false}
        items={[
          {
            term: t("who.list"),
            value: <a href={`/staff/lists/${listId}`}>{frozen && inLanguage(frozen.list.names, lang)}</a>,
          },
          { term: t("who.part"), value: <SegmentWords c={c} segment={frozen?.segment} lists={lists} /> },
          text && { term: t("facts.subject"), value: text.subject },
          sentAt !== null && { term: t("facts.sent"), value: dateTime(c, sentAt, "table") },
        ]}
      />
    </>
  );
}
