/**
 * The last day of a mailing where it is not what the reader would think: over while the mailing stood still, too near for
 * whoever is still to be asked, or put off since mails went out.
 */
import { canPostpone, daysLeast, namedDay } from "../../../../domain/campaigns/rules/ending.ts";
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { dayOf, later } from "../../../../domain/consent/rules/days.ts";
import type { StaffContext } from "../../../env.ts";
import { Actions, LinkButton } from "../../parts.tsx";
import { can, day, endingVoice, haltVoice, pathOf } from "../frame.tsx";
import { CancelLink } from "../one/halt.tsx";

/** How many mails name the day of before it was put off; nobody can change them any more. Empty where none do. */
export function namesEarlier(c: StaffContext, mailing: Mailing): string {
  const { mails: n = 0, from } = mailing.ending?.postponed ?? { from: "" };
  return n > 0 ? endingVoice(c)("next.postponed.mails", { n, from: day(c, from, "nom") }) : "";
}

/** Its end can be put off, and whoever is still to be asked would have less time than everybody. */
export function isShort(c: StaffContext, mailing: Mailing): boolean {
  const today = dayOf(c.var.deps.clock.now(), c.var.institution.timeZone);
  return canPostpone(mailing) === undefined && namedDay(mailing) < later(today, { days: daysLeast(mailing) });
}

/** Until when people can answer, where that is not what the reader would think. */
export function Until({ c, mailing }: { c: StaffContext; mailing: Mailing }) {
  const t = haltVoice(c);
  if (mailing.movedTo !== null)
    return (
      <p>
        {t("moved", { date: day(c, namedDay(mailing), "dat") })} {namesEarlier(c, mailing)}
      </p>
    );
  return isShort(c, mailing) ? <p>{t("short", { date: day(c, namedDay(mailing), "nom") })}</p> : null;
}

export const PostponeLink = ({ c, mailing }: { c: StaffContext; mailing: Mailing }) => (
  <LinkButton variant="secondary" href={pathOf(mailing.id, "postpone")}>
    {haltVoice(c)("over.act")}
  </LinkButton>
);

/** The last day passed meanwhile: it can be given another one, once, or it is cancelled. */
export function Over({ c, mailing }: { c: StaffContext; mailing: Mailing }) {
  const t = haltVoice(c);
  const { campaignId } = mailing;
  const movable = canPostpone(mailing) === undefined;
  const moves = movable && can(c, "campaign.postpone");
  return (
    <>
      <p>{t(campaignId ? "over.reminder" : movable ? "over.text" : "over.text.again")}</p>
      <Actions>
        {campaignId && (
          <LinkButton variant="secondary" href={pathOf(campaignId)}>
            {t("over.campaign")}
          </LinkButton>
        )}
        {moves && <LinkButton href={pathOf(mailing.id, "postpone")}>{t("over.act")}</LinkButton>}
        <CancelLink c={c} mailing={mailing} />
      </Actions>
      {movable && !moves && <p class="small quiet above-3">{t("who.postpone")}</p>}
      {!can(c, "mailing.cancel") && <p class="small quiet above-3">{t("who.cancel")}</p>}
    </>
  );
}
