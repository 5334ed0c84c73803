/** The top of a campaign's page: its state in a sentence, and the acts on the whole of it. */
import type { Child } from "hono/jsx";
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import type { StaffContext } from "../../../env.ts";
import { LinkButton } from "../../parts.tsx";
import { can, dateTime, day, haltVoice, isLastDayOver, lastDayOf, pageVoice, pathOf } from "../frame.tsx";
import type { Figures } from "./figures.ts";
import { CancelLink, PauseButton } from "./halt.tsx";

export function Lede({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const t = pageVoice(c);
  const h = haltVoice(c);
  const { state, closedAt, heldAt, finishedAt } = mailing;
  const strong = { b: (inner: Child[]) => <strong>{inner}</strong> };
  const answers = { answered: n.yes + n.no, sent: n.sent };
  switch (state) {
    case "sent": {
      const over = isLastDayOver(c, mailing);
      const date = day(c, lastDayOf(c, mailing) ?? 0, over ? "loc" : "dat");
      return <>{t.rich<Child>(over ? "lede.over" : "lede.sent", { ...answers, date, ...strong })}</>;
    }
    case "closed":
      return <>{t.rich<Child>("lede.closed", { ...answers, date: day(c, closedAt ?? 0, "loc"), ...strong })}</>;
    case "paused":
      return <>{h("lede.paused", { when: dateTime(c, heldAt ?? 0, "gen") })}</>;
    case "cancelled": {
      if (closedAt !== null)
        return <>{t.rich<Child>("lede.annulled", { ...answers, when: dateTime(c, closedAt), ...strong })}</>;
      const when = dateTime(c, finishedAt ?? 0);
      return <>{h.rich<Child>("lede.cancelled", { sent: n.sent, audience: n.audience, when, ...strong })}</>;
    }
    case "scheduled":
      // Only issues are planned for a time, and they have pages of their own.
      return null;
    default: {
      const last = lastDayOf(c, mailing);
      return <>{t(`lede.${state}`, { date: last ? day(c, last, "dat") : "" })}</>;
    }
  }
}

export function Acts({ c, mailing, ready }: { c: StaffContext; mailing: Mailing; ready: boolean }) {
  const t = pageVoice(c);
  const { state, id } = mailing;
  if (state !== "draft")
    return (
      <>
        {(state === "planning" || state === "sending") && [
          <PauseButton c={c} mailing={mailing} />,
          <CancelLink c={c} mailing={mailing} />,
        ]}
        <LinkButton variant="secondary" href={pathOf(id, "preview")}>
          {t("act.mail")}
        </LinkButton>
        {mailing.kind !== "reminder" && (state === "sent" || state === "closed" || state === "cancelled") && (
          <LinkButton variant={state === "sent" ? "secondary" : "primary"} href={pathOf(id, "report")}>
            {t("act.report")}
          </LinkButton>
        )}
      </>
    );
  if (!can(c, "campaign.write")) return null;
  const edit = (
    <LinkButton href={pathOf(id, "edit")} {...(ready && { variant: "secondary" as const })}>
      {t("act.edit")}
    </LinkButton>
  );
  const preview = (
    <LinkButton variant="secondary" href={pathOf(id, "preview")}>
      {t("act.preview")}
    </LinkButton>
  );
  const send = can(c, "campaign.send") && (
    <LinkButton href={pathOf(id, "send")} {...(!ready && { variant: "secondary" as const })}>
      {t("act.send")}
    </LinkButton>
  );
  const [first, last] = ready ? [send, edit] : [edit, send];
  return (
    <>
      {first}
      {preview}
      {last}
    </>
  );
}
