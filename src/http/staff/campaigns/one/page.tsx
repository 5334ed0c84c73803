/** The page of one campaign: its state in a sentence, what needs a decision, figures, facts, and what happened when. */
import type { Child } from "hono/jsx";
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { readList } from "../../../../domain/lists/views.ts";
import { readPurpose } from "../../../../domain/purposes/views.ts";
import { refuse } from "../../../../refusal.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { deskPage } from "../../layout.tsx";
import { Actions, Decide, LinkButton, Section } from "../../parts.tsx";
import { can, day, isOver, JustDone, MAILINGS, mailingOf, pageVoice, pathOf, stateOf, voice } from "../frame.tsx";
import { ReadinessChecks, readReadiness } from "../readiness.tsx";
import { CampaignFacts, History } from "./facts.tsx";
import { type Figures, isBusy, Numbers, readFigures } from "./numbers.tsx";

export async function campaignPage(c: StaffContext): Promise<Response> {
  const mailing = await mailingOf(c);
  if (!mailing) return refusedPage(c, refuse("campaigns.unknown"), "desk");
  const { db } = c.var.deps;
  const [list, purpose, n] = await Promise.all([
    readList(db, mailing.listId),
    readPurpose(db, mailing.purposeId),
    readFigures(c, mailing),
  ]);
  const draft = mailing.state === "draft";
  const r = draft ? await readReadiness(c, mailing) : undefined;
  return deskPage(c, {
    title: mailing.title,
    current: "mailings",
    back: { href: MAILINGS, label: voice(c)("list.title") },
    tag: stateOf(c, mailing),
    lede: <Lede c={c} mailing={mailing} n={n} />,
    acts: <Acts c={c} mailing={mailing} ready={r?.ready === true} />,
    aside: <CampaignFacts c={c} mailing={mailing} list={list} purpose={purpose} />,
    children: (
      <>
        <JustDone c={c} state={mailing.state} />
        {r && (
          <Section title={voice(c)("check.title")}>
            <ReadinessChecks c={c} mailing={mailing} r={r} />
          </Section>
        )}
        <Next c={c} mailing={mailing} n={n} />
        {!draft && <Numbers c={c} mailing={mailing} n={n} />}
        <History c={c} mailing={mailing} />
      </>
    ),
  });
}

/** `GET …/numbers`: the figures alone. When the state is another one than the page shows, the page is loaded anew. */
export async function numbersPart(c: StaffContext): Promise<Response> {
  const mailing = await mailingOf(c);
  if (!mailing || mailing.state === "draft") return c.body(null, 404);
  c.header("Cache-Control", "no-store");
  const shown = c.req.query("state");
  if (shown && shown !== mailing.state) c.header("HX-Refresh", "true");
  return c.html(<Numbers c={c} mailing={mailing} n={await readFigures(c, mailing)} />);
}

function Lede({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const t = pageVoice(c);
  const { state, deadlineDay, closedAt } = mailing;
  const strong = { b: (inner: Child[]) => <strong>{inner}</strong> };
  const answers = { answered: n.yes + n.no, sent: n.sent };
  if (state === "sent") {
    const over = isOver(c, deadlineDay);
    const date = day(c, deadlineDay ?? 0, over ? "loc" : "dat");
    return <>{t.rich<Child>(over ? "lede.over" : "lede.sent", { ...answers, date, ...strong })}</>;
  }
  if (state === "closed")
    return <>{t.rich<Child>("lede.closed", { ...answers, date: day(c, closedAt ?? 0, "loc"), ...strong })}</>;
  return <>{t(`lede.${state}`, { date: deadlineDay ? day(c, deadlineDay, "dat") : "" })}</>;
}

function Acts({ c, mailing, ready }: { c: StaffContext; mailing: Mailing; ready: boolean }) {
  const t = pageVoice(c);
  if (mailing.state !== "draft")
    return (
      <LinkButton variant="secondary" href={pathOf(mailing.id, "preview")}>
        {t("act.mail")}
      </LinkButton>
    );
  if (!can(c, "campaign.write")) return null;
  const edit = (
    <LinkButton href={pathOf(mailing.id, "edit")} {...(ready && { variant: "secondary" as const })}>
      {t("act.edit")}
    </LinkButton>
  );
  const preview = (
    <LinkButton variant="secondary" href={pathOf(mailing.id, "preview")}>
      {t("act.preview")}
    </LinkButton>
  );
  const send = can(c, "campaign.send") && (
    <LinkButton href={pathOf(mailing.id, "send")} {...(!ready && { variant: "secondary" as const })}>
      {t("act.send")}
    </LinkButton>
  );
  return ready ? <>{[send, preview, edit]}</> : <>{[edit, preview, send]}</>;
}

/** What happens if nobody acts; after the deadline, the decision itself. */
function Next({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const t = pageVoice(c);
  const { state, deadlineDay } = mailing;
  if (!deadlineDay || !(state === "sent" || state === "planning" || state === "sending")) return null;
  if (state === "sent" && isOver(c, deadlineDay))
    return (
      <Decide title={t("decide.title", { n: n.silent })} danger={n.silent > 0}>
        <p>{t("decide.text")}</p>
        {can(c, "campaign.close") ? (
          <Actions>
            <LinkButton href={pathOf(mailing.id, "close")}>{t("decide.act")}</LinkButton>
          </Actions>
        ) : (
          <p class="small quiet">{t("decide.admin")}</p>
        )}
      </Decide>
    );
  if (isBusy(mailing)) return null;
  return (
    <Section title={t("next.title")}>
      <p>{t("next.text", { date: day(c, deadlineDay, "gen") })}</p>
    </Section>
  );
}
