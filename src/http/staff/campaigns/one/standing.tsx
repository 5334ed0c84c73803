/** Why a mailing stands: the decision about a paused one, and the sentences under a bar that does not move. */
import type { Alert } from "../../../../domain/alerts/views.ts";
import { type Mailing, stillToSend } from "../../../../domain/campaigns/views.ts";
import { haltTexts } from "../../../../texts/halt.ts";
import type { StaffContext } from "../../../env.ts";
import { toldSentences } from "../../delivery/told.ts";
import { Actions, Decide } from "../../parts.tsx";
import { isShort, Over, PostponeLink, Until } from "../ending/day.tsx";
import { can, dateTime, endingVoice, haltVoice, isSendingOver, moment } from "../frame.tsx";
import type { Figures } from "./figures.ts";
import { CancelLink, ResumeButton } from "./halt.tsx";

type HaltKey = keyof (typeof haltTexts)["lv"];

const keyOf = (reason: string | null) => (`why.${reason}` in haltTexts.lv ? `why.${reason}` : "why.other") as HaltKey;

/** The title of a reason, also in the history. `who` is the name of whoever paused it. */
export function reasonTitle(c: StaffContext, reason: string | null, who?: string): string {
  const t = haltVoice(c);
  return reason === "person" && who ? t("why.person.named", { name: who }) : t(keyOf(reason));
}

interface PausedProps {
  c: StaffContext;
  mailing: Mailing;
  n: Figures;
  /** Who paused it, where a person did. */
  who: string | undefined;
  /** The alert of a pause that the program made: what was seen, and who has been told. */
  alert: Alert | undefined;
}

/** Why it stands, what to look at, what happens on "go on", who may press it. */
export function Paused({ c, mailing, n, who, alert }: PausedProps) {
  const t = haltVoice(c);
  const { heldReason: reason } = mailing;
  const { telling, timeZone } = c.var.institution;
  if (isSendingOver(c, mailing))
    return (
      <Decide title={reason === "deadline" ? reasonTitle(c, reason) : t("over.title")}>
        <Over c={c} mailing={mailing} />
      </Decide>
    );
  const moved = mailing.movedTo !== null && reason === "deadline";
  return (
    <Decide title={moved ? t("over.moved") : reasonTitle(c, reason, who)} danger={reason === "restored"}>
      {alert && <Seen c={c} alert={alert} />}
      {!moved && <p>{t(`${keyOf(reason)}.look` as HaltKey)}</p>}
      <Until c={c} mailing={mailing} />
      {reason?.startsWith("pilot-") && (
        <p>{endingVoice(c)("pilot.so-far", { bounced: n.told.bounced, complained: n.told.complained, no: n.no })}</p>
      )}
      <p>{t(reason === "restored" ? "go.restored" : "go")}</p>
      {mailing.wave === "waiting" && (
        <p>{t("go.waiting", { n: stillToSend(n), when: dateTime(c, mailing.notBefore ?? 0) })}</p>
      )}
      {alert && <p class="small quiet">{toldSentences(alert, telling, { lang: c.var.lang, zone: timeZone })}</p>}
      {can(c, "mailing.resume") ? (
        <>
          <Actions>
            <ResumeButton c={c} mailing={mailing} n={n.planning || mailing.wave !== null ? 0 : stillToSend(n)} />
            {isShort(c, mailing) && can(c, "campaign.postpone") && <PostponeLink c={c} mailing={mailing} />}
            <CancelLink c={c} mailing={mailing} />
          </Actions>
          <p class="small quiet above-3">{t("by-itself")}</p>
        </>
      ) : (
        <>
          {isShort(c, mailing) && can(c, "campaign.postpone") && (
            <Actions>
              <PostponeLink c={c} mailing={mailing} />
            </Actions>
          )}
          <p class="small quiet">{t("who.resume")}</p>
        </>
      )}
    </Decide>
  );
}

/** What the program saw when it stopped the mailing after an outage or on what may be a copy. */
function Seen({ c, alert }: { c: StaffContext; alert: Alert }) {
  const key = `seen.${alert.detail.sign}`;
  const when = (ms: unknown) => (typeof ms === "number" ? dateTime(c, ms, "table") : "?");
  if (!(key in haltTexts.lv)) return null;
  return <p>{haltVoice(c)(key as HaltKey, { from: when(alert.detail.from), until: when(alert.at) })}</p>;
}

/**
 * A job that works takes its lease for two minutes and begins its last hand-over within twenty seconds; one that has less
 * than this left and hands nothing over was interrupted.
 */
const INTERRUPTED_MS = 95_000;

/** Why the bar stands still, in sentences; none while it moves. */
export function barSentences(c: StaffContext, mailing: Mailing, n: Figures): string[] {
  const t = haltVoice(c);
  const now = c.var.deps.clock.now();
  const { way, block } = n;
  if (mailing.state === "paused" || mailing.state === "cancelled")
    return n.handed > 0 ? [t("in-doubt", { n: n.handed })] : [];
  if (mailing.state !== "sending") return [];
  const said: string[] = [];
  // What waits after a pilot is told beside its button.
  if (mailing.notBefore !== null && mailing.notBefore > now && mailing.wave !== "waiting")
    said.push(t("bar.not-before", { time: moment(c, mailing.notBefore) }));
  if (block && block.until > now) {
    const key = `bar.blocked.${block.code.replace(/^provider\./, "")}`;
    said.push(t((key in haltTexts.lv ? key : "bar.blocked.other") as HaltKey, { time: moment(c, block.until) }));
  }
  if (way.doubtful > 0 && way.askAt !== undefined)
    said.push(t("bar.doubt", { n: way.doubtful, time: moment(c, Math.max(way.askAt, now)) }));
  if (way.later > 0 && way.laterAt !== undefined)
    said.push(t("bar.later", { n: way.later, time: moment(c, way.laterAt) }));
  const idle = said.length === 0 && n.waiting > 0 && n.handed === 0;
  if (idle && way.leaseUntil !== undefined && way.leaseUntil - now < INTERRUPTED_MS)
    said.push(t("bar.lease", { time: moment(c, way.leaseUntil) }));
  return said;
}
