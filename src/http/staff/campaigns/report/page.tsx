/** `GET /staff/mailings/:id/report`: the final report as a page that prints. Whoever sees the desk may read it. */
import { raw } from "hono/html";
import type { CampaignNumbers, Mailing } from "../../../../domain/campaigns/views.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { refuse } from "../../../../refusal.ts";
import { showNumber } from "../../../../texts/dates.ts";
import { outcomeTexts } from "../../../../texts/outcomes.ts";
import { reportTexts } from "../../../../texts/report.ts";
import { say } from "../../../../texts/say.ts";
import { showShares } from "../../../../texts/shares.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { deskPage } from "../../layout.tsx";
import { Balance, DataTable, Facts, LinkButton, Paper, Section } from "../../parts.tsx";
import { dateTime, mailingOf, pathOf } from "../frame.tsx";
import { makeReport, type Report, reasonText } from "./content.ts";

export async function reportPage(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "desk.see");
  if (no) return refusedPage(c, no, "desk");
  const mailing = await mailingOf(c);
  if (!mailing || mailing.state === "draft") return refusedPage(c, refuse("campaigns.unknown"), "desk");
  const t = say(reportTexts, c.var.lang);
  const report = await makeReport(c, mailing);
  const when = dateTime(c, c.var.deps.clock.now());
  return deskPage(c, {
    title: t("title", { title: mailing.title }),
    current: "mailings",
    back: { href: pathOf(mailing.id), label: t("back") },
    lede: t(mailing.state === "closed" || mailing.state === "cancelled" ? "lede" : "lede.open", { when }),
    acts: <LinkButton href={pathOf(mailing.id, "report.csv")}>{t("csv")}</LinkButton>,
    children: (
      <>
        <Section title={t("what.title")}>
          <Facts items={report.what.map(({ item, value }) => ({ term: item, value }))} />
        </Section>
        <Result c={c} report={report} />
        <Waves c={c} report={report} />
        <Acts c={c} report={report} />
        <WordsAsked c={c} mailing={mailing} report={report} />
        <LogHead c={c} report={report} />
        <p class="small quiet no-print">{t("print")}</p>
      </>
    ),
  });
}

type Part = { c: StaffContext; report: Report };

/** Of the sent, what they answered. */
export const ANSWERS = ["yes", "no", "bounced", "silent", "expired", "elsewhere", "kept", "left"] as const;
export const OUTCOMES = ["sent", "skipped", "failed", "unknown", "waiting"] as const;
/** What has not happened is left out, except what a report must state. */
export const answersOf = (n: CampaignNumbers) => ANSWERS.filter((a) => n[a] > 0 || a === "yes" || a === "no");
export const outcomesOf = (n: CampaignNumbers) => OUTCOMES.filter((o) => n[o] > 0 || o === "sent");

function Result({ c, report }: Part) {
  const { lang } = c.var;
  const t = say(reportTexts, lang);
  const { numbers: n, reasons, ways } = report;
  const parts = answersOf(n);
  const shares = showShares(
    parts.map((part) => n[part]),
    n.sent,
    lang,
  );
  const sum = outcomesOf(n).reduce((total, o) => total + n[o], 0);
  return (
    <Section title={t("result.title")}>
      <Balance
        audience={{ label: t("result.audience"), count: n.audience }}
        parts={outcomesOf(n).map((o) => ({ label: t(`result.${o}`), count: n[o] }))}
      />
      {sum === n.audience && <p class="small quiet above-3">{t("result.balance")}</p>}
      <DataTable
        caption={t("result.answers")}
        width="narrow"
        columns={[
          { head: t("result.answer") },
          { head: t("result.people"), num: true },
          { head: t("result.share"), num: true },
        ]}
        rows={parts.map((part, i) => ({ cells: [t(`result.${part}`), showNumber(n[part], lang), shares[i] ?? ""] }))}
        foot={[t("result.total"), showNumber(n.sent, lang), ""]}
      />
      {reasons.length > 0 && (
        <DataTable
          caption={t("reasons.title")}
          width="narrow"
          columns={[{ head: t("reasons.reason") }, { head: t("result.people"), num: true }]}
          rows={reasons.map((r) => ({ cells: [reasonText(c, r), showNumber(r.n, lang)] }))}
        />
      )}
      {ways.length > 0 && (
        <DataTable
          caption={t("ways.title")}
          width="narrow"
          columns={[{ head: say(outcomeTexts, lang)("ways.way") }, { head: t("result.people"), num: true }]}
          rows={ways.map(({ way, n: people }) => ({
            cells: [say(outcomeTexts, lang)(`ways.${way}`), showNumber(people, lang)],
          }))}
        />
      )}
    </Section>
  );
}

function Waves({ c, report }: Part) {
  const { lang } = c.var;
  const t = say(reportTexts, lang);
  const { waves } = report.read;
  const n = (value: number) => showNumber(value, lang);
  return (
    <Section title={t("waves.title")}>
      <DataTable
        label={t("waves.title")}
        columns={[
          { head: t("waves.wave") },
          { head: t("waves.began") },
          { head: t("result.people"), num: true },
          { head: t("result.sent"), num: true },
          { head: t("result.yes"), num: true },
          { head: t("result.no"), num: true },
          { head: t("result.bounced"), num: true },
        ]}
        rows={waves.map((w) => ({
          cells: [
            t(`waves.${w.kind}`),
            w.at === null ? "–" : dateTime(c, w.at, "table"),
            ...[w.people, w.sent, w.yes, w.no, w.bounced].map(n),
          ],
        }))}
      />
      {waves.some((w) => w.kind === "reminder") && <p class="small quiet above-3">{t("waves.note")}</p>}
    </Section>
  );
}

function Acts({ c, report }: Part) {
  const { lang } = c.var;
  const t = say(reportTexts, lang);
  const { pages } = report.read;
  return (
    <Section title={t("acts.title")} lede={t("acts.lede")}>
      <DataTable
        label={t("acts.title")}
        width="wide"
        columns={[
          { head: t("acts.when") },
          { head: t("acts.what") },
          { head: t("acts.who") },
          { head: t("acts.entry"), num: true },
        ]}
        rows={report.acts.map((a) => ({
          cells: [
            dateTime(c, a.at ?? 0, "table"),
            <>
              {a.item}
              {a.value && <div class="small quiet">{a.value}</div>}
            </>,
            a.who,
            a.index === undefined ? "–" : showNumber(a.index, lang),
          ],
        }))}
      />
      {pages.length > 0 && (
        <DataTable
          caption={t("pages.title")}
          width="narrow"
          columns={[
            { head: t("reasons.reason") },
            { head: t("result.people"), num: true },
            { head: t("pages.events"), num: true },
          ]}
          rows={pages.map((p) => ({
            cells: [t(`pages.${p.typ as "consent.expired"}`), showNumber(p.people, lang), showNumber(p.events, lang)],
          }))}
        />
      )}
    </Section>
  );
}

/** Headings of the page stand two levels down: this page has its own. */
const lowered = (body: string) => body.replaceAll(/<(\/?)h1>/g, "<$1h4>").replaceAll(/<(\/?)h2>/g, "<$1h5>");

function WordsAsked({ c, mailing, report }: Part & { mailing: Mailing }) {
  const t = say(reportTexts, c.var.lang);
  const named = (language: string) => t(language === "en" ? "lang.en" : "lang.lv");
  return (
    <Section title={t("words.title")} lede={t("words.lede")}>
      {Object.entries(mailing.frozen?.texts ?? {}).map(([language, text]) => (
        <>
          <h3 class="above-4">{t("words.mail", { language: named(language) })}</h3>
          <Facts
            items={[
              { term: t("words.subject"), value: <span lang={language}>{text.subject}</span> },
              { term: t("words.heading"), value: <span lang={language}>{text.heading}</span> },
              { term: t("words.lead"), value: <span lang={language}>{text.lead}</span> },
            ]}
          />
        </>
      ))}
      {report.read.texts.map(({ language, sha256, body }) => (
        <>
          <h3 class="above-4">{t("words.page", { language: named(language) })}</h3>
          <p class="small">
            {t("words.hash")}:{" "}
            <a class="mono" href={`/privacy/${sha256}`}>
              {sha256.match(/.{8}/g)?.join(" ")}
            </a>
          </p>
          <Paper lang={language === "en" ? "en" : "lv"}>{raw(lowered(body))}</Paper>
        </>
      ))}
    </Section>
  );
}

function LogHead({ c, report }: Part) {
  const t = say(reportTexts, c.var.lang);
  const { head } = report.read;
  return (
    <Section title={t("log.title")} lede={head ? t("log.lede") : t("log.none")}>
      {head && (
        <Facts
          items={[
            { term: t("log.size"), value: showNumber(head.size, c.var.lang) },
            { term: t("log.root"), value: <span class="mono">{head.root}</span> },
          ]}
        />
      )}
    </Section>
  );
}
