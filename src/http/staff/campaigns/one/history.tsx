/** What happened to a campaign and when: its own moments, and who stopped it, let it go on, decided. */

import { readKeyNames } from "../../../../domain/api-keys/views.ts";
import { type Step, stepsOf } from "../../../../domain/campaigns/rules/course.ts";
import { readActs } from "../../../../domain/campaigns/views/course.ts";
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { endOfDay } from "../../../../domain/consent/rules/days.ts";
import { readMember } from "../../../../domain/staff/views.ts";
import { showTime } from "../../../../texts/dates.ts";
import { issueSendingTexts } from "../../../../texts/issue-sending.ts";
import { say } from "../../../../texts/say.ts";
import type { StaffContext } from "../../../env.ts";
import { Section, Timeline, type TimelineItem } from "../../parts.tsx";
import { dateTime, day, endingVoice, haltVoice, isLastDayOver, lastDayOf, pageVoice } from "../frame.tsx";
import { reasonTitle } from "./standing.tsx";

export interface Course {
  steps: Step[];
  /** Label of an actor → his name. */
  names: ReadonlyMap<string, string>;
}

/** Reads it, with the names of who is still known. */
export async function readCourse(c: StaffContext, mailing: Mailing): Promise<Course> {
  const { deps } = c.var;
  const steps = stepsOf(await readActs(deps.db, mailing.id), mailing);
  const labels = new Set(steps.flatMap((step) => ("by" in step ? [step.by] : [])));
  const names = new Map([...(await readKeyNames(deps.db)), [COMMAND_LINE, haltVoice(c)("history.cli")]]);
  for (const label of labels) {
    const member = label.startsWith("staff:") ? await readMember(deps, label.slice("staff:".length)) : undefined;
    if (member) names.set(label, member.name);
  }
  return { steps, names };
}

/** The operator who gave no name. */
const COMMAND_LINE = "staff:cli";

/** Who pressed the last pause, where a person did; not the command line without a name, which is no person's. */
export function pausedBy({ steps, names }: Course): string | undefined {
  const last = steps.findLast((step) => step.kind === "paused");
  return last && "by" in last && last.by !== COMMAND_LINE ? names.get(last.by) : undefined;
}

interface Shown {
  state?: TimelineItem["state"];
  by?: string;
  via?: string;
  note?: string;
}

/** Newest first; a deadline ahead stands above as what is planned. */
export function History({ c, mailing, course }: { c: StaffContext; mailing: Mailing; course: Course }) {
  const t = pageVoice(c);
  const h = haltVoice(c);
  const zone = c.var.institution.timeZone;
  const item = (ms: number, what: string, more: Shown = {}) => {
    const time = showTime(ms, { lang: c.var.lang, zone });
    const name = more.by && course.names.get(more.by);
    const named = more.via === "cli" && more.by !== COMMAND_LINE ? "history.at.cli" : "history.at";
    const when = name ? h(named, { time, name }) : time;
    return {
      at: ms,
      when: day(c, ms),
      iso: new Date(ms).toISOString(),
      what,
      more: more.note ? `${when}. ${more.note}` : when,
      ...(more.state && { state: more.state }),
    };
  };
  const { state, createdAt, sentAt, finishedAt, closedAt } = mailing;
  const last = lastDayOf(c, mailing);
  const end = sentAt && last && state !== "cancelled" ? endOfDay(last, zone) : undefined;
  const told = course.steps.map((step) => {
    switch (step.kind) {
      case "stopped":
        return item(step.at, h("history.stopped"), { state: "stop", note: reasonTitle(c, step.reason) });
      case "paused":
        return item(step.at, h("history.paused"), { ...step, state: "stop" });
      case "decided": {
        const key = step.decision === "again" ? "history.unknown.again" : "history.unknown.sent";
        return item(step.at, h(key, { n: step.messages }), step);
      }
      case "planned-anew":
        return item(step.at, h("history.planned-anew", { n: step.messages }), step);
      case "said":
        return item(step.at, saidOf(c, step), step.typ === "mailing.annulled" ? { ...step, state: "stop" } : step);
      default:
        return item(step.at, h(`history.${step.kind}`), step);
    }
  });
  const items = [
    item(createdAt, t("history.created")),
    ...(sentAt ? [item(sentAt, t("history.sent"))] : []),
    ...told,
    ...(finishedAt && (state !== "cancelled" || closedAt) ? [item(finishedAt, h("history.finished"))] : []),
    ...(end ? [item(end, t("history.deadline"), isLastDayOver(c, mailing) ? {} : { state: "plan" })] : []),
    ...(closedAt && state === "closed" ? [item(closedAt, t("history.closed"))] : []),
  ];
  return (
    <Section title={t("history.title")}>
      <Timeline items={items.reverse().toSorted((a, b) => b.at - a.at)} />
    </Section>
  );
}

/** The words of an act around the sending: opinions, approval, waves, the end. */
function saidOf(c: StaffContext, { typ, by, says }: Extract<Step, { kind: "said" }>): string {
  const t = endingVoice(c);
  switch (typ) {
    case "mailing.opinion-recorded":
      return t("history.opinion", { about: says.about ?? "asking", verdict: says.verdict ?? "" });
    case "mailing.postponed":
      return t("history.postponed", { date: says.to ? day(c, says.to, "dat") : "" });
    case "mailing.unreached-decided":
      return t("history.unreached", { decision: says.decision ?? "" });
    case "mailing.closed":
      return t("history.closing", { by: by.startsWith("system:") ? "system" : "staff" });
    case "issue.scheduled":
    case "issue.moved":
    case "issue.taken-back": {
      const key = `history.${typ.slice("issue.".length) as "moved"}` as const;
      const when = says.start ? dateTime(c, Date.parse(says.start)) : "";
      return say(issueSendingTexts, c.var.lang)(key, { when, why: says.why ?? "" });
    }
    default:
      return t(SAID[typ]);
  }
}

const SAID = {
  "mailing.approved": "history.approved",
  "mailing.rest-begun": "history.rest",
  "mailing.reminder-begun": "history.reminder",
  "mailing.annulled": "history.annulled",
} as const;
