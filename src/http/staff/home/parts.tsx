/** The parts of the desk's home page. */
import type { Telling } from "../../../domain/alerts/rules/telling.ts";
import type { CampaignNumbers, MailingRow } from "../../../domain/campaigns/views.ts";
import type { Import } from "../../../domain/imports/views.ts";
import { may, type StaffActor } from "../../../domain/staff/rules.ts";
import { showDate, showNumber } from "../../../texts/dates.ts";
import { deskTexts } from "../../../texts/desk.ts";
import { type Lang, say } from "../../../texts/say.ts";
import { LinkButton } from "../parts/acts.tsx";
import { Section } from "../parts/facts.tsx";
import { Progress } from "../parts/figures.tsx";
import { Empty } from "../parts/states.tsx";
import { DataTable } from "../parts/tables.tsx";
import type { stepsOf } from "../today.ts";

export interface Common {
  lang: Lang;
  zone: string;
  /** Who is told of alerts. */
  telling: Telling | undefined;
  actor: StaffActor;
  numbers: ReadonlyMap<string, CampaignNumbers>;
}

/** Of an issue or a campaign. */
export const campaignHref = (campaign: { id: string; kind?: string }) =>
  `/staff/${campaign.kind === "newsletter" ? "issues" : "mailings"}/${campaign.id}`;

/** What to do in a new house, step by step; the first open step is the way on. */
export function Start(p: Common & { steps: ReturnType<typeof stepsOf>; first: boolean }) {
  const t = say(deskTexts, p.lang);
  const next = p.steps.find((s) => !s.done)?.step;
  const href = {
    purpose: "/staff/purposes",
    list: "/staff/lists",
    import: "/staff/imports",
    campaign: "/staff/mailings",
  };
  return (
    <section class={p.first ? undefined : "desk-section"}>
      <h2 class="desk-h">{t("start")}</h2>
      <p class="quiet">{t("start.lede")}</p>
      <ol class="desk-steps">
        {p.steps.map(({ step, done }) => (
          <li data-state={done ? "done" : step === next ? "next" : undefined}>
            <div>
              <h3>
                <a href={href[step]}>{t(`start.${step}`)}</a>
                {done && (
                  <span class="ds-tag" data-color="success">
                    {t("start.done")}
                  </span>
                )}
                {step === next && (
                  <span class="ds-tag" data-color="info">
                    {t("start.next")}
                  </span>
                )}
              </h3>
              <p>{t(`start.${step}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Nothing waits: says so, and what comes next. */
export function Nothing(p: Common & { next: MailingRow | undefined }) {
  const t = say(deskTexts, p.lang);
  const { next } = p;
  const date = next?.lastDay && showDate(next.lastDay, { lang: p.lang, zone: p.zone, form: "loc" });
  const text = next && date ? t("nothing.next", { date, title: next.title }) : t("nothing.quiet");
  const mayWrite = may(p.actor, "campaign.write") === undefined;
  const begin = !next && mayWrite && (
    <LinkButton href="/staff/mailings/new" variant="secondary">
      {t("nothing.begin")}
    </LinkButton>
  );
  return <Empty title={t("nothing")} text={text} acts={begin || undefined} />;
}

/** Work that goes on without anybody. */
export function Running(p: Common & { campaigns: readonly MailingRow[]; imports: readonly Import[] }) {
  const t = say(deskTexts, p.lang);
  return (
    <Section title={t("running")}>
      {p.campaigns.map((campaign) => {
        const { audience = 0, waiting = 0, expired = 0, silent = 0 } = p.numbers.get(campaign.id) ?? {};
        const name = <a href={campaignHref(campaign)}>{campaign.title}</a>;
        // How many there will be is known when all are planned; until then a bar would be full of half a number.
        if (campaign.state === "planning")
          return (
            <p>
              {name} <span class="quiet">{`${t("running.planning")} ${t("running.close")}`}</span>
            </p>
          );
        const closing = campaign.state === "closing";
        return (
          <Progress
            id={`run-${campaign.id}`}
            label={name}
            value={closing ? expired : audience - waiting}
            max={closing ? expired + silent : audience}
            left={[closing && t("running.closing"), t("running.close")].filter(Boolean).join(" ")}
          />
        );
      })}
      {p.imports.map((job) => {
        const { written, add, already, left } = job.findings;
        return (
          <Progress
            id={`run-${job.id}`}
            label={<a href={`/staff/imports/${job.id}`}>{t("running.import", { file: job.fileName })}</a>}
            value={written.added + written.already + written.left}
            max={add + already + left}
            left={t("running.close")}
          />
        );
      })}
      <p class="above-4 small">
        <a href="/staff/">{t("running.refresh")}</a>
      </p>
    </Section>
  );
}

/** Campaigns whose people may still answer. */
export function Awaiting(p: Common & { campaigns: readonly MailingRow[] }) {
  const t = say(deskTexts, p.lang);
  return (
    <Section title={t("awaiting")}>
      <DataTable
        label={t("awaiting")}
        width="stack"
        columns={[
          { head: t("awaiting.campaign") },
          { head: t("awaiting.deadline"), num: true },
          { head: t("awaiting.yes"), num: true },
          { head: t("awaiting.no"), num: true },
          { head: t("awaiting.silent"), num: true },
        ]}
        rows={p.campaigns.map((campaign) => {
          const numbers = p.numbers.get(campaign.id);
          return {
            cells: [
              <a href={campaignHref(campaign)}>{campaign.title}</a>,
              campaign.lastDay ? showDate(campaign.lastDay, { lang: p.lang, zone: p.zone, form: "table" }) : "",
              showNumber(numbers?.yes ?? 0, p.lang),
              showNumber(numbers?.no ?? 0, p.lang),
              showNumber(numbers?.silent ?? 0, p.lang),
            ],
          };
        })}
      />
    </Section>
  );
}
