/**
 * The figures of a campaign: progress of work, the balance, the answers. One fragment that the page shows and that asks
 * for itself every two seconds while work goes on; a link does the same without JavaScript.
 */
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { showTime } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { ConnectionLost, Progress } from "../../parts.tsx";
import { pageVoice, pathOf, placeOf } from "../frame.tsx";
import { Answers } from "./answers.tsx";
import { MailingBalance } from "./balance.tsx";
import { type Figures, isBusy } from "./figures.ts";
import { Reasons, Told, Ways } from "./reasons.tsx";
import { barSentences } from "./standing.tsx";

export function Numbers({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const t = pageVoice(c);
  const busy = isBusy(mailing, n);
  const poll = busy && {
    "hx-get": `${pathOf(mailing.id, "numbers")}?state=${mailing.state}`,
    "hx-trigger": "every 2s",
    "hx-select": "#numbers",
    "hx-swap": "outerHTML",
  };
  const now = showTime(c.var.deps.clock.now(), { lang: c.var.lang, zone: c.var.institution.timeZone });
  const over = mailing.state === "cancelled" || mailing.state === "closed" || mailing.state === "closing";
  return (
    <div id="numbers" {...poll}>
      <Work c={c} mailing={mailing} n={n} busy={busy} />
      {busy && <ConnectionLost since={now} />}
      <MailingBalance
        c={c}
        mailing={mailing}
        n={n}
        now={now}
        more={!over && n.failed + n.unknown > 0 && t("balance.unsure", { n: n.failed + n.unknown })}
      />
      <Reasons c={c} reasons={n.reasons} />
      <Answers c={c} n={n} cancelled={mailing.state === "cancelled"} />
      <Ways c={c} n={n} />
      <Told c={c} n={n} />
    </div>
  );
}

interface WorkProps {
  c: StaffContext;
  mailing: Mailing;
  n: Figures;
  busy: boolean;
}

/** The bar with what is left, and why it stands where it does. A paused mailing shows how far it came. */
export function Work({ c, mailing, n, busy }: WorkProps) {
  const t = pageVoice(c);
  const { state } = mailing;
  const said = barSentences(c, mailing, n);
  if (!busy && state !== "paused")
    return (
      <>
        {said.map((sentence) => (
          <p class="small quiet">{sentence}</p>
        ))}
      </>
    );
  const [value, max] = n.planning
    ? [n.audience, Math.max(n.audience, n.toPlan)]
    : state === "closing"
      ? [n.expired, n.expired + n.silent]
      : [n.audience - n.waiting, n.audience];
  const label = n.planning
    ? "planning"
    : state === "paused"
      ? "sending"
      : (state as "sending" | "closing" | "cancelled");
  const left = (
    <>
      {said.map((sentence) => (
        <>{sentence} </>
      ))}
      {busy && (
        <>
          {state !== "paused" && `${t("progress.left")} `}
          <a id="reload" href={placeOf(mailing)}>
            {t("progress.reload")}
          </a>
        </>
      )}
    </>
  );
  return <Progress label={t(`progress.${label}`)} value={value} max={max} left={left} />;
}
