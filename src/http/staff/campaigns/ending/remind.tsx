/**
 * A reminder that missed its day: that it does not come by itself, until when a person can have it sent, and the page on
 * which he does. Too near the last day nobody can, and the page says why.
 */
import { remindByHand } from "../../../../domain/campaigns/ending/remind.ts";
import { canPostpone, lastDay } from "../../../../domain/campaigns/rules/ending.ts";
import { latestReminder, mayRemind, missedReminder } from "../../../../domain/campaigns/rules/reminder.ts";
import type { FrozenMailing } from "../../../../domain/campaigns/rules.ts";
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { countToRemind } from "../../../../domain/messages/views/audience.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { isRefusal, refuse } from "../../../../refusal.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { deskPage } from "../../layout.tsx";
import { Actions, Alert, Button, DeskForm, Facts, LinkButton } from "../../parts.tsx";
import { can, dateTime, day, endingVoice, mailingOf, pathOf } from "../frame.tsx";

type Sent = Mailing & { frozen: FrozenMailing };

/** Nothing where none was planned, it has gone out, or comes by itself. */
export function MissedReminder({ c, mailing }: { c: StaffContext; mailing: Sent }) {
  const t = endingVoice(c);
  const { timeZone } = mailing.frozen.institution;
  const running = { ...mailing, deadlineDay: mailing.frozen.deadlineDay };
  const no = mayRemind(running, c.var.deps.clock.now(), timeZone)?.code;
  if (no && no !== "campaigns.reminder_late") return null;
  const why = t(missedReminder(mailing) ? "next.reminder.missed" : "next.reminder.late");
  if (no)
    return (
      <p>
        {why} {t("next.reminder.over")} {!canPostpone(mailing) && t("next.reminder.over.postpone")}
      </p>
    );
  return (
    <p>
      {why} {t("next.reminder.by-hand", { until: dateTime(c, latestReminder(running, timeZone), "dat") })}
    </p>
  );
}

/** The way to it, for whoever may send, where it can be sent. */
export function RemindLink({ c, mailing }: { c: StaffContext; mailing: Sent }) {
  const running = { ...mailing, deadlineDay: mailing.frozen.deadlineDay };
  const no = mayRemind(running, c.var.deps.clock.now(), mailing.frozen.institution.timeZone);
  if (no || !can(c, "campaign.send")) return null;
  return (
    <LinkButton variant="secondary" href={pathOf(mailing.id, "remind")}>
      {endingVoice(c)("act.remind")}
    </LinkButton>
  );
}

export async function remind(c: StaffContext): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const result = await remindByHand(c.var.deps, c.var.actor, { id });
  return isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(`${pathOf(id)}?done=reminded`, 303);
}

/** The question before: how many get it, until when they can answer. */
export async function remindPage(c: StaffContext): Promise<Response> {
  const t = endingVoice(c);
  const mailing = await mailingOf(c);
  const frozen = mailing?.frozen;
  const forbidden = may(c.var.actor, "campaign.send");
  if (forbidden || !mailing || !frozen) return refusedPage(c, forbidden ?? refuse("campaigns.unknown"), "desk");
  const { timeZone } = frozen.institution;
  const running = { ...mailing, deadlineDay: frozen.deadlineDay };
  const n = await countToRemind(c.var.deps.db, mailing);
  const no = mayRemind(running, c.var.deps.clock.now(), timeZone) ?? (n === 0 && refuse("campaigns.nobody_to_remind"));
  if (no) return refusedPage(c, no, "desk");
  return deskPage(c, {
    title: t("remind.title"),
    current: "mailings",
    back: { href: pathOf(mailing.id), label: mailing.title },
    lede: t("remind.lede"),
    children: (
      <DeskForm action={pathOf(mailing.id, "remind")}>
        {mailing.ending?.restoredAt !== undefined && <Alert color="warning">{t("remind.twice")}</Alert>}
        <Facts
          items={[
            { term: t("remind.people"), value: t("remind.people.value", { n }) },
            { term: t("remind.until"), value: day(c, lastDay(running, timeZone).day, "dat") },
            { term: t("remind.mail"), value: t("remind.mail.value") },
          ]}
        />
        <Actions>
          <Button>{t("remind.act", { n })}</Button>
          <a href={pathOf(mailing.id)}>{t("remind.back")}</a>
        </Actions>
      </DeskForm>
    ),
  });
}
