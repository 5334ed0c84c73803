/**
 * What will happen to a campaign that waits for answers if nobody acts: until when answers count and why, the reminder,
 * and from three days before the end the deletion itself, with who may still stop it.
 */
import { announceFrom, closesAt, decidedOf, lastDay } from "../../../../domain/campaigns/rules/ending.ts";
import { remindAt } from "../../../../domain/campaigns/rules/reminder.ts";
import type { FrozenMailing } from "../../../../domain/campaigns/rules.ts";
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { countSilent, readUnreached } from "../../../../domain/messages/views/silent.ts";
import type { StaffContext } from "../../../env.ts";
import { Actions, Decide, Facts, LinkButton, Section } from "../../parts.tsx";
import { can, dateTime, day, endingVoice, isLastDayOver, pathOf } from "../frame.tsx";
import { namesEarlier } from "./day.tsx";
import { MissedReminder, RemindLink } from "./remind.tsx";

type Sent = Mailing & { frozen: FrozenMailing };

export async function Ending({ c, mailing, silent }: { c: StaffContext; mailing: Mailing; silent: number }) {
  if (mailing.state !== "sent" || !mailing.frozen || mailing.kind === "reminder") return null;
  const sent: Sent = { ...mailing, frozen: mailing.frozen };
  const running = { ...sent, deadlineDay: sent.frozen.deadlineDay };
  const { timeZone } = sent.frozen.institution;
  const soon = c.var.deps.clock.now() > announceFrom(running, timeZone);
  return mailing.kind === "reconsent" && soon ? (
    <Soon c={c} mailing={sent} counted={silent} />
  ) : (
    <Later c={c} mailing={sent} />
  );
}

/** Why the last day is another one than the mails name, and what of the reminder. */
function Notes({ c, mailing }: { c: StaffContext; mailing: Sent }) {
  const t = endingVoice(c);
  const { frozen, ending } = mailing;
  const { timeZone } = frozen.institution;
  const running = { ...mailing, deadlineDay: frozen.deadlineDay };
  const last = lastDay(running, timeZone);
  const reminder = remindAt(running, timeZone);
  const { postponed } = ending ?? {};
  const dates = postponed && { from: day(c, postponed.from, "gen"), date: day(c, postponed.to, "dat") };
  return (
    <>
      {last.why === "late" && <p>{t("next.late", { named: day(c, frozen.deadlineDay, "nom") })}</p>}
      {postponed && dates && (
        <p>
          {t("next.postponed", { ...dates, reason: postponed.reason })} {namesEarlier(c, mailing)}
        </p>
      )}
      <MissedReminder c={c} mailing={mailing} />
      {reminder !== undefined && <p>{t("next.reminder", { when: dateTime(c, reminder) })}</p>}
      {ending?.remindedBy && (
        <p>
          {t("next.reminded")} <a href={pathOf(ending.remindedBy)}>{t("next.reminded.link")}</a>
        </p>
      )}
    </>
  );
}

function Later({ c, mailing }: { c: StaffContext; mailing: Sent }) {
  const t = endingVoice(c);
  const last = lastDay({ ...mailing, deadlineDay: mailing.frozen.deadlineDay }, mailing.frozen.institution.timeZone);
  const tells = mailing.kind === "notice";
  return (
    <Section title={t("next.title")}>
      <p>
        {tells ? t("next.tell", { date: day(c, last.day, "gen") }) : t("next.ask", { date: day(c, last.day, "dat") })}
      </p>
      <Notes c={c} mailing={mailing} />
      <EndingActs c={c} mailing={mailing} />
    </Section>
  );
}

/** Looking at each of more people would make the page slow; the pages of the acts still do. */
const LOOKED_AT = 50_000;

async function Soon({ c, mailing, counted }: { c: StaffContext; mailing: Sent; counted: number }) {
  const t = endingVoice(c);
  const { db } = c.var.deps;
  const [{ silent, erased, elsewhere, kept }, unreached] = await Promise.all([
    counted > LOOKED_AT ? { silent: counted, erased: 0, elsewhere: 0, kept: 0 } : countSilent(db, mailing.id),
    readUnreached(db, mailing.id),
  ]);
  const { frozen, ending } = mailing;
  const running = { ...mailing, deadlineDay: frozen.deadlineDay };
  const { timeZone } = frozen.institution;
  const stopped = ending?.opinion?.verdict === "objects";
  const when = closesAt(running, c.var.deps.clock.now(), timeZone);
  const people = (key: "delete" | "leave" | "unreached", n: number) =>
    n > 0 && { term: t(`soon.${key}`), value: t("soon.people", { n }) };
  return (
    <Decide
      title={t(stopped && silent > 0 ? "soon.title.stopped" : "soon.title", { n: silent })}
      danger={silent > 0 && !stopped}
    >
      {stopped && <p>{t("soon.stopped")}</p>}
      {!stopped && ending?.restoredAt !== undefined && <p>{t("soon.restored")}</p>}
      {!stopped && ending?.restoredAt === undefined && (
        <p>
          {t("soon.when", { when: dateTime(c, when) })} {t("soon.nothing")}
        </p>
      )}
      <Facts
        items={[
          people("delete", erased),
          people("leave", counted > LOOKED_AT ? 0 : silent - erased),
          elsewhere > 0 && { term: t("soon.elsewhere"), value: t("soon.elsewhere.value", { n: elsewhere }) },
          kept > 0 && { term: t("soon.kept"), value: t("soon.kept.value", { n: kept }) },
          people("unreached", unreached.people),
        ]}
      />
      <div class="above-3">
        <Notes c={c} mailing={mailing} />
      </div>
      <p class="small">
        {ending?.opinion
          ? t("opinion.given", { ...ending.opinion, when: dateTime(c, ending.opinion.at) })
          : t("opinion.none")}
      </p>
      <EndingActs c={c} mailing={mailing} />
    </Decide>
  );
}

function EndingActs({ c, mailing }: { c: StaffContext; mailing: Sent }) {
  const t = endingVoice(c);
  const asks = mailing.kind === "reconsent";
  const stopped = mailing.ending?.opinion?.verdict === "objects";
  return (
    <Actions>
      {asks && can(c, "campaign.close") && isLastDayOver(c, mailing) && !stopped && (
        <LinkButton href={pathOf(mailing.id, "close")}>{t("act.close")}</LinkButton>
      )}
      {asks && <RemindLink c={c} mailing={mailing} />}
      {asks && can(c, "campaign.postpone") && !mailing.ending?.postponed && (
        <LinkButton variant="secondary" href={pathOf(mailing.id, "postpone")}>
          {t("act.postpone")}
        </LinkButton>
      )}
      {asks && can(c, "campaign.opinion") && (
        <LinkButton variant="secondary" href={pathOf(mailing.id, "deletion")}>
          {t("act.opinion")}
        </LinkButton>
      )}
      {can(c, "mailing.cancel") && <a href={pathOf(mailing.id, "annul")}>{t("act.annul")}</a>}
    </Actions>
  );
}

/** Who was not reached: how many, and the way to their own decision; or what was decided. */
export async function Unreached({ c, mailing }: { c: StaffContext; mailing: Mailing }) {
  const t = endingVoice(c);
  if (mailing.kind === "reminder" || !["sent", "closing", "closed"].includes(mailing.state)) return null;
  const decided = mailing.ending?.unreached;
  const { people } = await readUnreached(c.var.deps.db, mailing.id);
  if (people <= decidedOf(mailing.ending))
    return decided ? <p class="small quiet">{t("unreached.decided", { decision: decided.decision })}</p> : null;
  return (
    <Section title={t("unreached.title", { n: people })} lede={t("unreached.text")}>
      {can(c, "campaign.unreached") && (
        <Actions>
          <LinkButton variant="secondary" href={pathOf(mailing.id, "unreached")}>
            {t("unreached.open")}
          </LinkButton>
        </Actions>
      )}
    </Section>
  );
}
