/**
 * The figures of a campaign: progress of work, the balance, the answers. One fragment that the page shows and that asks
 * for itself every two seconds while work goes on; a link does the same without JavaScript.
 */
import { type Mailing, stillToSend } from "../../../../domain/campaigns/views.ts";
import { showTime } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { Balance, ConnectionLost, Progress, Section } from "../../parts.tsx";
import { can, pageVoice, pathOf, placeOf } from "../frame.tsx";
import { Answers } from "./answers.tsx";
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
  const at = { lang: c.var.lang, zone: c.var.institution.timeZone };
  const over = mailing.state === "cancelled" || mailing.state === "closed" || mailing.state === "closing";
  const why = n.reasons.some(({ state }) => state !== "bounced") ? "#why" : undefined;
  const left = stillToSend(n);
  const agrees = n.sent + n.skipped + n.failed + n.unknown + n.handed + left === n.audience;
  const decide = can(c, "delivery.decide") ? pathOf(mailing.id, "unknown") : why;
  return (
    <div id="numbers" {...poll}>
      <Work c={c} mailing={mailing} n={n} busy={busy} />
      {busy && <ConnectionLost since={showTime(c.var.deps.clock.now(), at)} />}
      <Section title={t("balance.title")}>
        {n.planning ? (
          <p class="quiet">{t("balance.planning")}</p>
        ) : (
          <>
            <Balance
              audience={{ label: t("balance.audience"), count: n.audience }}
              parts={[
                { label: t("balance.sent"), count: n.sent },
                { label: t("balance.skipped"), count: n.skipped, ...(n.skipped > 0 && { href: why }) },
                { label: t("balance.failed"), count: n.failed, ...(n.failed > 0 && { href: why }) },
                { label: t("balance.unknown"), count: n.unknown, ...(n.unknown > 0 && { href: decide }) },
                ...(n.handed > 0 ? [{ label: t("balance.handed"), count: n.handed }] : []),
                ...(left > 0 ? [{ label: t("balance.waiting"), count: left }] : []),
              ]}
            />
            {agrees && (
              <p class="above-3 small quiet">
                {t("balance.agrees", { time: showTime(c.var.deps.clock.now(), at) })}{" "}
                {!over && n.failed + n.unknown > 0 && t("balance.unsure", { n: n.failed + n.unknown })}
              </p>
            )}
          </>
        )}
      </Section>
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
