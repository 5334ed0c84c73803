/**
 * The report of a campaign as data: sections of lines, in the reader's words. The page and the file are both written from
 * this, so that they say the same.
 */
import { readKeyNames } from "../../../../domain/api-keys/views.ts";
import { type ReportAct, type ReportRead, readReport } from "../../../../domain/campaigns/views/report.ts";
import { type CampaignNumbers, type Mailing, readNumbers } from "../../../../domain/campaigns/views.ts";
import { isDay } from "../../../../domain/consent/rules/days.ts";
import { type ReasonCount, readReasons, readWays, type Way } from "../../../../domain/messages/views/figures.ts";
import { inLanguage } from "../../../../domain/purposes/rules.ts";
import { readMember } from "../../../../domain/staff/views.ts";
import { outcomeTexts } from "../../../../texts/outcomes.ts";
import { reportTexts } from "../../../../texts/report.ts";
import { say } from "../../../../texts/say.ts";
import type { StaffContext } from "../../../env.ts";
import { dateTime, day, lastDayOf, stateOf } from "../frame.tsx";
import { reasonKey } from "../one/reasons.tsx";
import { reasonTitle } from "../one/standing.tsx";

/** One line: what, its value, and for an act when, by whom and where in the log. */
export interface Line {
  item: string;
  value: string;
  /** Milliseconds. */
  at?: number | undefined;
  who?: string;
  index?: number | undefined;
  leaf?: string;
}

export interface Report {
  what: Line[];
  numbers: CampaignNumbers;
  reasons: ReasonCount[];
  ways: { way: Way; n: number }[];
  read: ReportRead;
  acts: Line[];
}

/** Reads and words it. */
export async function makeReport(c: StaffContext, mailing: Mailing): Promise<Report> {
  const { deps } = c.var;
  const [numbers, reasons, ways] = await Promise.all([
    readNumbers(deps.db, mailing.id),
    readReasons(deps.db, mailing.id),
    readWays(deps.db, mailing.id),
  ]);
  const read = await readReport(deps.db, mailing.id, numbers);
  const languages: readonly string[] = (mailing.frozen?.institution ?? c.var.institution).languages;
  read.texts.sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language));
  return { what: whatOf(c, mailing), numbers, reasons, ways, read, acts: await actsOf(c, mailing, read.acts) };
}

/** What was asked and on which ground; what nobody said is left out. */
function whatOf(c: StaffContext, m: Mailing): Line[] {
  const { lang } = c.var;
  const t = say(reportTexts, lang);
  const { frozen, draft, review } = m;
  const inst = (frozen?.institution ?? c.var.institution).names;
  const sender = (frozen?.institution ?? c.var.institution).sender;
  const opinion = review?.opinion;
  const last = lastDayOf(c, m);
  const lines: (Line | false | null | undefined)[] = [
    { item: t("what.inst"), value: lang === "lv" ? inst.lv.nom : inst.en },
    frozen && { item: t("what.list"), value: inLanguage(frozen.list.names, lang) },
    frozen && {
      item: t("what.purpose"),
      value: t("what.purpose.value", { ...frozen.purpose, purpose: inLanguage(frozen.purpose.names, lang) } as never),
    },
    { item: t("what.kind"), value: t(m.kind === "notice" ? "what.kind.notice" : "what.kind.reconsent") },
    { item: t("what.reason"), value: draft.reasonToAsk },
    draft.askBasis !== undefined && {
      item: t("what.basis"),
      value: t("what.basis.value", { letter: draft.askBasis }),
    },
    Boolean(draft.askNorm) && { item: t("what.norm"), value: draft.askNorm ?? "" },
    Boolean(draft.movedReason) && { item: t("what.moved"), value: draft.movedReason ?? "" },
    opinion && {
      item: t("what.opinion"),
      value: t(`what.opinion.${opinion.verdict}`, { text: opinion.text }),
      at: opinion.at,
    },
    { item: t("what.sender"), value: `${sender.name[lang]} <${sender.address}>` },
    { item: t("what.reply"), value: sender.replyTo },
    m.sentAt !== null && { item: t("what.sent"), value: dateTime(c, m.sentAt), at: m.sentAt },
    m.finishedAt !== null && { item: t("what.finished"), value: dateTime(c, m.finishedAt), at: m.finishedAt },
    m.deadlineDay !== null && {
      item: t("what.deadline"),
      value: t("what.deadline.value", { date: day(c, m.deadlineDay, "nom") }),
    },
    last !== undefined &&
      last !== m.deadlineDay && {
        item: t("what.last"),
        value: t("what.deadline.value", { date: day(c, last, "dat") }),
      },
    m.closedAt !== null && {
      item: t(m.state === "closed" ? "what.closed" : "what.annulled"),
      value: dateTime(c, m.closedAt),
      at: m.closedAt,
    },
    { item: t("what.state"), value: stateOf(c, m).text },
    { item: t("what.id"), value: m.id },
  ];
  return lines.filter((line) => line !== false && line !== null && line !== undefined);
}

async function actsOf(c: StaffContext, m: Mailing, acts: readonly ReportAct[]): Promise<Line[]> {
  const t = say(reportTexts, c.var.lang);
  const names = await readKeyNames(c.var.deps.db);
  const nameOf = async (label: string) => {
    if (label === "staff:cli") return t("acts.cli");
    if (!label.startsWith("staff:")) return names.get(label) ?? t("acts.program");
    const known = names.get(label) ?? (await readMember(c.var.deps, label.slice("staff:".length)))?.name;
    names.set(label, known ?? t("acts.nobody"));
    return names.get(label) ?? "";
  };
  const made: Line = {
    item: t("act.created"),
    value: "",
    at: m.createdAt,
    who: await nameOf(m.createdBy.includes(":") ? m.createdBy : `staff:${m.createdBy}`),
  };
  const lines = [made];
  for (const { typ, at, by, facts, index, leaf } of acts) {
    const key = `act.${typ.slice("mailing.".length)}`;
    const item = key in reportTexts.lv ? t(key as "act.sent") : t("act.other", { typ });
    lines.push({ item, value: told(c, facts), at, who: await nameOf(by), index, leaf });
  }
  return lines;
}

/** The words and figures of an act that an inspector wants: reasons and decisions as they were given. */
const TOLD = [
  "about",
  "verdict",
  "text",
  "written",
  "reason",
  "decision",
  "from",
  "to",
  "audience",
  "yes",
  "no",
  "silent",
  "n",
  "messages",
] as const;

function told(c: StaffContext, facts: ReportAct["facts"]): string {
  const t = say(reportTexts, c.var.lang);
  const held = facts.held as { at: number; reason: string } | undefined;
  const stopped = held && [t("told.held", { when: dateTime(c, held.at, "gen"), why: reasonTitle(c, held.reason) })];
  const said = TOLD.flatMap((name) => {
    const value = facts[name];
    if (typeof value !== "string" && typeof value !== "number") return [];
    const shown = typeof value === "string" && isDay(value) ? day(c, value) : value;
    const whole = `told.${name}.${value}`;
    return [whole in reportTexts.lv ? t(whole as "told.verdict.agrees") : t(`told.${name}`, { value: shown })];
  });
  return [...(stopped ?? []), ...said].join("; ");
}

/** A count of a reason, in words. */
export const reasonText = (c: StaffContext, { state, reason }: ReasonCount) =>
  say(outcomeTexts, c.var.lang)(reasonKey(state, reason));
