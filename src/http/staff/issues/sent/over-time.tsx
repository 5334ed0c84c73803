/** What became of an issue over time: stacked areas for the eye, a table for reading, both from the same readings. */
import { lastOfDays } from "../../../../domain/campaigns/rules/reading.ts";
import { dayOf } from "../../../../domain/consent/rules/days.ts";
import type { IssueReading } from "../../../../domain/issues/rules/reading.ts";
import { readIssueNow, readIssueReadings } from "../../../../domain/issues/views/readings.ts";
import type { Issue } from "../../../../domain/issues/views.ts";
import { showDate, showDateTime, showNumber } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { Stack } from "../../charts/areas.tsx";
import { DataTable, Section } from "../../parts.tsx";
import { sendingVoice } from "../send/shared.tsx";

/** From the bottom up, in the colours that answers have elsewhere. */
const LAYERS = [
  { key: "delivered", fill: "yes" },
  { key: "complained", fill: "no" },
  { key: "bounced", fill: "bounced" },
  { key: "nothing", fill: "silent" },
] as const;

/** From "send" to now, oldest first. */
async function readOverTime(c: StaffContext, { id, sentAt }: Issue): Promise<IssueReading[]> {
  const { db, clock } = c.var.deps;
  const [kept, now] = await Promise.all([readIssueReadings(db, id), readIssueNow(db, id, clock.now())]);
  const from = sentAt ?? now.at;
  const none: IssueReading = { at: from, sent: 0, delivered: 0, bounced: 0, complained: 0, nothing: 0, left: 0 };
  return [none, ...kept.filter((r) => r.at > from && r.at < now.at), now];
}

export async function IssueOverTime({ c, issue }: { c: StaffContext; issue: Issue }) {
  const t = sendingVoice(c);
  const { lang, institution } = c.var;
  const readings = await readOverTime(c, issue);
  const now = readings.at(-1) as IssueReading;
  if (now.sent === 0)
    return (
      <Section title={t("time.title")} id="over-time">
        <p>{t("time.none")}</p>
      </Section>
    );
  const { at, ...counts } = now;
  const date = showDate(at, { lang, zone: institution.timeZone });
  return (
    <Section title={t("time.title")} id="over-time">
      <Stack
        c={c}
        title={t("time.chart")}
        finding={t("time.finding", { date, ...counts })}
        layers={LAYERS.map(({ key, fill }) => ({ fill, label: t(`time.${key}`) }))}
        points={readings.map((r) => ({ at: r.at, counts: LAYERS.map(({ key }) => r[key]) }))}
      />
      <Moments c={c} readings={readings} />
    </Section>
  );
}

/** What was told; the rest of the sent is what nobody has told of. */
const HEARD = ["delivered", "complained", "bounced"] as const;
/** So many rows stand on the page. */
const ROWS = 12;

/** Of the first day every reading that differs, then the last of each day. */
function Moments({ c, readings }: { c: StaffContext; readings: readonly IssueReading[] }) {
  const t = sendingVoice(c);
  const { lang, institution } = c.var;
  const zone = institution.timeZone;
  const days = lastOfDays(readings.slice(1), (ms) => dayOf(ms, zone));
  const shown = (days.length > 1 ? days : readings.slice(1).filter(differs)).slice(-ROWS);
  const n = (value: number) => showNumber(value, lang);
  return (
    <DataTable
      caption={t("time.table")}
      width="stack"
      columns={[
        { head: t("time.at") },
        { head: t("time.sent"), num: true },
        ...HEARD.map((key) => ({ head: t(`time.${key}`), num: true })),
        { head: t("time.left"), num: true },
      ]}
      rows={shown.map((r) => {
        const when = showDateTime(r.at, { lang, zone, form: "table" });
        return {
          cells: [
            r === readings.at(-1) ? t("time.now", { when }) : when,
            n(r.sent),
            ...HEARD.map((key) => n(r[key])),
            n(r.left),
          ],
        };
      })}
    />
  );
}

/** The first of readings that tell the same is enough; the newest always stands. */
function differs(r: IssueReading, i: number, all: readonly IssueReading[]): boolean {
  const { at: _, ...now } = r;
  const { at: __, ...before } = all[i - 1] ?? { at: 0 };
  return i === all.length - 1 || JSON.stringify(now) !== JSON.stringify(before);
}
