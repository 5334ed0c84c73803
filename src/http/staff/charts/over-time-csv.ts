/** `GET /staff/mailings/:id/over-time.csv`: every day of a campaign, the skipped by reason. Holds nothing personal. */
import { lastOfDays } from "../../../domain/campaigns/rules/reading.ts";
import { dayOf } from "../../../domain/consent/rules/days.ts";
import { csvLine } from "../../../domain/imports/file/write-csv.ts";
import { refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { mailingOf } from "../campaigns/frame.tsx";
import { readOverTime } from "./answers-over-time.tsx";

const COLUMNS = [
  "audience",
  "waiting",
  "sent",
  "yes",
  "no",
  "bounced",
  "silent",
  "skipped",
  "failed",
  "unknown",
] as const;

/** Names of columns are the same in every language: the file is for programs too. */
export async function overTimeCsv(c: StaffContext): Promise<Response> {
  const mailing = await mailingOf(c);
  if (!mailing || mailing.state === "draft") return refusedPage(c, refuse("campaigns.unknown"), "desk");
  const zone = c.var.institution.timeZone;
  const { readings } = await readOverTime(c, mailing);
  const days = lastOfDays(readings.slice(1), (ms) => dayOf(ms, zone));
  const reasons = [...new Set(days.flatMap((r) => Object.keys(r.skippedWhy)))].sort();
  const rows = [
    ["day", "at", ...COLUMNS, ...reasons.map((reason) => `skipped: ${reason}`)],
    ...days.map((r) => [
      dayOf(r.at, zone),
      new Date(r.at).toISOString(),
      ...COLUMNS.map((column) => String(r[column])),
      ...reasons.map((reason) => String(r.skippedWhy[reason] ?? 0)),
    ]),
  ];
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header("Content-Disposition", `attachment; filename="answers-${mailing.id.slice(0, 8)}.csv"`);
  c.header("Cache-Control", "no-store");
  return c.body(`\uFEFF${rows.map((row) => csvLine(row)).join("")}`);
}
