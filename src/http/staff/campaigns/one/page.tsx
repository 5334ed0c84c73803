/** The page of one campaign: its state in a sentence, what needs a decision, figures, facts, and what happened when. */
import { readOpenAlerts } from "../../../../domain/alerts/views.ts";
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { readList } from "../../../../domain/lists/views.ts";
import { readFailedOfOurs } from "../../../../domain/messages/views/failed.ts";
import { readHeld } from "../../../../domain/messages/views/held.ts";
import { readPurpose } from "../../../../domain/purposes/views.ts";
import { refuse } from "../../../../refusal.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { AnswersOverTime, readOverTime } from "../../charts/answers-over-time.tsx";
import { deskPage } from "../../layout.tsx";
import { Section } from "../../parts.tsx";
import { OpenDecisions } from "../decide/open.tsx";
import { Ending, Unreached } from "../ending/section.tsx";
import { endingVoice, JustDone, MAILINGS, mailingOf, pageVoice, pathOf, placeOf, stateOf, voice } from "../frame.tsx";
import { ReadinessChecks, readReadiness } from "../readiness.tsx";
import { DraftSteps } from "../steps.tsx";
import { CampaignFacts } from "./facts.tsx";
import { type Figures, isBusy, readFigures } from "./figures.ts";
import { Acts, Lede } from "./head.tsx";
import { History, pausedBy, readCourse } from "./history.tsx";
import { Numbers } from "./numbers.tsx";
import { Paused } from "./standing.tsx";
import { Waves } from "./waves.tsx";

export async function campaignPage(c: StaffContext): Promise<Response> {
  const mailing = await mailingOf(c);
  if (!mailing) return refusedPage(c, refuse("campaigns.unknown"), "desk");
  if (mailing.kind === "newsletter") return toIssue(c, mailing);
  const { db } = c.var.deps;
  const [list, purpose, n, course, alerts, failed, held] = await Promise.all([
    readList(db, mailing.listId),
    readPurpose(db, mailing.purposeId),
    readFigures(c, mailing),
    readCourse(c, mailing),
    readOpenAlerts(db, mailing.id),
    readFailedOfOurs(db, mailing.id),
    readHeld(db, mailing.id),
  ]);
  const draft = mailing.state === "draft";
  const over = draft || mailing.campaignId ? undefined : await readOverTime(c, mailing, n);
  const r = draft ? await readReadiness(c, mailing) : undefined;
  const alert = alerts.find(({ code }) => code === "mailing.paused");
  const { title, campaignId } = mailing;
  const e = endingVoice(c);
  return deskPage(c, {
    title: campaignId ? e("reminder.title", { title }) : title,
    current: "mailings",
    back: campaignId ? { href: pathOf(campaignId), label: title } : { href: MAILINGS, label: voice(c)("list.title") },
    tag: stateOf(c, mailing),
    lede: campaignId ? e("reminder.lede") : <Lede c={c} mailing={mailing} n={n} />,
    acts: <Acts c={c} mailing={mailing} ready={r?.ready === true} />,
    aside: <CampaignFacts c={c} mailing={mailing} list={list} purpose={purpose} />,
    children: (
      <>
        <JustDone c={c} state={mailing.state} />
        {r && <DraftSteps c={c} mailing={mailing} r={r} />}
        {r && (
          <Section title={voice(c)("check.title")}>
            <ReadinessChecks c={c} mailing={mailing} r={r} />
          </Section>
        )}
        {mailing.state === "paused" && <Paused c={c} mailing={mailing} n={n} who={pausedBy(course)} alert={alert} />}
        <Waves c={c} mailing={mailing} n={n} />
        {await Ending({ c, mailing, silent: n.silent })}
        <Cancelled c={c} mailing={mailing} n={n} />
        <OpenDecisions c={c} mailing={mailing} unknown={n.unknown} failed={failed.n} held={held.people} />
        {await Unreached({ c, mailing })}
        {!draft && <Numbers c={c} mailing={mailing} n={n} />}
        {over && <AnswersOverTime c={c} mailing={mailing} over={over} />}
        <History c={c} mailing={mailing} course={course} />
      </>
    ),
  });
}

/** An issue has pages of its own; acts that every mailing shares lead here. */
function toIssue(c: StaffContext, mailing: Mailing): Response {
  const done = c.req.query("done");
  return c.redirect(`${placeOf(mailing)}${done ? `?done=${encodeURIComponent(done)}` : ""}`, 303);
}

/** `GET …/numbers`: the figures alone. When the state is another one than the page shows, the page is loaded anew. */
export async function numbersPart(c: StaffContext): Promise<Response> {
  const mailing = await mailingOf(c);
  if (!mailing || mailing.state === "draft" || mailing.kind === "newsletter") return c.body(null, 404);
  c.header("Cache-Control", "no-store");
  const shown = c.req.query("state");
  const n = await readFigures(c, mailing);
  // Also when the work has come to its end: what may be decided now stands outside the figures.
  if (shown && (shown !== mailing.state || !isBusy(mailing, n))) c.header("HX-Refresh", "true");
  return c.html(<Numbers c={c} mailing={mailing} n={n} />);
}

/** What a cancelled mailing leaves behind. */
function Cancelled({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const t = pageVoice(c);
  if (mailing.state !== "cancelled" || n.sent + n.handed + n.unknown === 0) return null;
  return (
    <Section title={t("next.title")}>
      <p>{t("next.cancelled")}</p>
    </Section>
  );
}
