/**
 * Answers of a campaign over time: stacked areas for the eye, a table of days for reading, both from the same readings. What
 * the colours mean stands beside the areas and in the table's head.
 */
import { lastOfDays, type Reading, readingOf } from "../../../domain/campaigns/rules/reading.ts";
import { readNow, readReadings, readReminders, skippedOf } from "../../../domain/campaigns/views/readings.ts";
import type { Mailing } from "../../../domain/campaigns/views.ts";
import { dayOf, endOfDay } from "../../../domain/consent/rules/days.ts";
import { showDate, showNumber } from "../../../texts/dates.ts";
import { overTimeTexts } from "../../../texts/over-time.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { lastDayOf } from "../campaigns/frame.tsx";
import type { Figures } from "../campaigns/one/figures.ts";
import { DataTable, Section } from "../parts.tsx";
import { Chart, type OverTime } from "./stack.tsx";

/** Reads what the chart needs: a few thousand kept rows at most. `n`: the figures of this moment, where they are read already. */
export async function readOverTime(c: StaffContext, mailing: Mailing, n?: Figures): Promise<OverTime> {
  const { db, clock } = c.var.deps;
  const { id, sentAt, closedAt, frozen } = mailing;
  const last = lastDayOf(c, mailing);
  const [kept, now, reminders] = await Promise.all([
    readReadings(db, id),
    n ? readingOf(closedAt ?? clock.now(), n, skippedOf(n.reasons)) : readNow(db, id, closedAt ?? clock.now()),
    readReminders(db, id),
  ]);
  const zero = Object.fromEntries(Object.keys(now).map((key) => [key, 0])) as unknown as Reading;
  const start = sentAt === null ? [] : [{ ...zero, at: sentAt, skippedWhy: {} }];
  const readings = [...start, ...kept.filter((r) => r.at > (sentAt ?? 0) && r.at < now.at), now];
  const zone = frozen?.institution.timeZone ?? c.var.institution.timeZone;
  return { readings, reminders, deadline: last ? endOfDay(last, zone) : undefined };
}

/** The section of the campaign page. */
export function AnswersOverTime({ c, mailing, over }: { c: StaffContext; mailing: Mailing; over: OverTime }) {
  const t = say(overTimeTexts, c.var.lang);
  const now = over.readings.at(-1);
  if (!now || now.sent === 0)
    return (
      <Section title={t("title")} id="over-time">
        <p>{t("none")}</p>
      </Section>
    );
  return (
    <Section title={t("title")} id="over-time" lede={t("lede")}>
      <Chart c={c} over={over} />
      <Days c={c} over={over} />
      <p class="small above-3">
        <a href={`/staff/mailings/${mailing.id}/over-time.csv`}>{t("csv")}</a>
        {" · "}
        <a href={`/staff/mailings/${mailing.id}/report`}>{t("report")}</a>
      </p>
    </Section>
  );
}

/** So many days stand on the page; the file has them all. */
const DAYS = 10;

function Days({ c, over }: { c: StaffContext; over: OverTime }) {
  const { lang, institution } = c.var;
  const t = say(overTimeTexts, lang);
  const zone = institution.timeZone;
  const days = lastOfDays(over.readings.slice(1), (ms) => dayOf(ms, zone));
  const shown = days.slice(-DAYS);
  const n = (value: number) => showNumber(value, lang);
  return (
    <DataTable
      caption={t("table")}
      columns={[
        { head: t("table.day") },
        {
          head: (
            <>
              <span class="desk-key" data-key="yes"></span>
              {t("yes")}
            </>
          ),
          num: true,
        },
        {
          head: (
            <>
              <span class="desk-key" data-key="no"></span>
              {t("no")}
            </>
          ),
          num: true,
        },
        {
          head: (
            <>
              <span class="desk-key" data-key="bounced"></span>
              {t("bounced")}
            </>
          ),
          num: true,
        },
        {
          head: (
            <>
              <span class="desk-key" data-key="silent"></span>
              {t("silent")}
            </>
          ),
          num: true,
        },
        { head: t("skipped"), num: true },
      ]}
      rows={shown.map((r) => {
        const date = showDate(r.at, { lang, zone, form: "table" });
        return {
          cells: [
            r === days.at(-1) ? t("table.now", { date }) : date,
            n(r.yes),
            n(r.no),
            n(r.bounced),
            n(r.silent),
            n(r.skipped),
          ],
        };
      })}
    />
  );
}
