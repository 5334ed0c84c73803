/**
 * The figures of a campaign: progress of work, the balance, the answers. One fragment that the page shows and that asks
 * for itself every two seconds while work goes on; a link does the same without JavaScript.
 */
import { type CampaignNumbers, type Mailing, readNumbers } from "../../../../domain/campaigns/views.ts";
import { countAudience } from "../../../../domain/messages/views.ts";
import { showTime } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { Balance, Progress, Section } from "../../parts.tsx";
import { pageVoice, pathOf } from "../frame.tsx";
import { Answers } from "./answers.tsx";

export interface Figures extends CampaignNumbers {
  /** The parts add up to what was planned. While rows are being planned the two are of two moments, and not compared. */
  agrees: boolean;
  /** While planning: how many the list still asks for. */
  toPlan: number;
}

/** Counts everything now. */
export async function readFigures(c: StaffContext, mailing: Mailing): Promise<Figures> {
  const { db } = c.var.deps;
  const planning = mailing.state === "planning";
  const [numbers, toPlan] = await Promise.all([
    readNumbers(db, mailing.id),
    planning ? countAudience(db, mailing.listId) : 0,
  ]);
  const { sent, skipped, failed, unknown, waiting } = numbers;
  const parts = sent + skipped + failed + unknown + waiting;
  const audience = planning ? parts : numbers.audience;
  return { ...numbers, audience, agrees: parts === audience, toPlan };
}

export const isBusy = (mailing: Mailing) => ["planning", "sending", "closing"].includes(mailing.state);

export function Numbers({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const t = pageVoice(c);
  const busy = isBusy(mailing);
  const poll = busy && {
    "hx-get": `${pathOf(mailing.id, "numbers")}?state=${mailing.state}`,
    "hx-trigger": "every 2s",
    "hx-select": "#numbers",
    "hx-swap": "outerHTML",
  };
  const at = { lang: c.var.lang, zone: c.var.institution.timeZone };
  return (
    <div id="numbers" {...poll}>
      {busy && <Work c={c} mailing={mailing} n={n} />}
      <Section title={t("balance.title")}>
        <Balance
          audience={{ label: t("balance.audience"), count: n.audience }}
          parts={[
            { label: t("balance.sent"), count: n.sent },
            { label: t("balance.skipped"), count: n.skipped },
            { label: t("balance.failed"), count: n.failed },
            { label: t("balance.unknown"), count: n.unknown },
            ...(n.waiting > 0 ? [{ label: t("balance.waiting"), count: n.waiting }] : []),
          ]}
        />
        {n.agrees && (
          <p class="above-3 small quiet">
            {t("balance.agrees", { time: showTime(c.var.deps.clock.now(), at) })}{" "}
            {n.skipped > 0 && `${t("balance.skipped-why")} `}
            {n.failed + n.unknown > 0 && t("balance.unsure", { n: n.failed + n.unknown })}
          </p>
        )}
      </Section>
      <Answers c={c} n={n} />
    </div>
  );
}

function Work({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const t = pageVoice(c);
  const all = n.expired + n.silent;
  const [value, max] =
    mailing.state === "planning"
      ? [n.audience, Math.max(n.audience, n.toPlan)]
      : mailing.state === "sending"
        ? [n.audience - n.waiting, n.audience]
        : [n.expired, all];
  const reload = (
    <>
      {t("progress.left")}{" "}
      <a id="reload" href={pathOf(mailing.id)}>
        {t("progress.reload")}
      </a>
    </>
  );
  return <Progress label={t(`progress.${mailing.state as "sending"}`)} value={value} max={max} left={reload} />;
}
