/**
 * The figures of an issue: progress of work, the balance, what became of the sent, who left by it. One fragment that the page
 * shows and that asks for itself every two seconds while work goes on; a link does the same without JavaScript.
 */
import { type Mailing, stillToSend } from "../../../../domain/campaigns/views.ts";
import { showTime } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { can, pageVoice, pathOf } from "../../campaigns/frame.tsx";
import { type Figures, isBusy } from "../../campaigns/one/figures.ts";
import { Work } from "../../campaigns/one/numbers.tsx";
import { Reasons, Told, Ways } from "../../campaigns/one/reasons.tsx";
import { Balance, ConnectionLost, Section } from "../../parts.tsx";
import { issuePath } from "../frame.tsx";
import { sendingVoice } from "../send/shared.tsx";

export function IssueNumbers({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const t = pageVoice(c);
  const busy = isBusy(mailing, n);
  const poll = busy && {
    "hx-get": `${issuePath(mailing.id, "sent/numbers")}?state=${mailing.state}`,
    "hx-trigger": "every 2s",
    "hx-select": "#numbers",
    "hx-swap": "outerHTML",
  };
  const now = showTime(c.var.deps.clock.now(), { lang: c.var.lang, zone: c.var.institution.timeZone });
  const why = n.reasons.some(({ state }) => state !== "bounced") ? "#why" : undefined;
  const decide = can(c, "delivery.decide") ? pathOf(mailing.id, "unknown") : why;
  const left = stillToSend(n);
  const agrees = n.sent + n.skipped + n.failed + n.unknown + n.handed + left === n.audience;
  return (
    <div id="numbers" {...poll}>
      <Work c={c} mailing={mailing} n={n} busy={busy} />
      {busy && <ConnectionLost since={now} />}
      <Section title={t("balance.title")}>
        {n.planning ? (
          <p class="quiet">{t("balance.planning")}</p>
        ) : (
          <>
            <Balance
              audience={{ label: t("balance.audience"), count: n.audience }}
              parts={[
                { label: t("balance.sent"), count: n.sent },
                { label: t("balance.skipped"), count: n.skipped, ...(n.skipped > 0 && { href: why }) },
                { label: t("balance.failed"), count: n.failed, ...(n.failed > 0 && { href: why }) },
                { label: t("balance.unknown"), count: n.unknown, ...(n.unknown > 0 && { href: decide }) },
                ...(n.handed > 0 ? [{ label: t("balance.handed"), count: n.handed }] : []),
                ...(left > 0 ? [{ label: t("balance.waiting"), count: left }] : []),
              ]}
            />
            {agrees && <p class="above-3 small quiet">{t("balance.agrees", { time: now })}</p>}
          </>
        )}
      </Section>
      <Reasons c={c} reasons={n.reasons} />
      <Told c={c} n={n} />
      <Left c={c} n={n} />
    </div>
  );
}

function Left({ c, n }: { c: StaffContext; n: Figures }) {
  const t = sendingVoice(c);
  if (n.sent === 0) return null;
  const left = n.ways.reduce((sum, way) => sum + way.n, 0);
  if (left > 0) return <Ways c={c} n={{ ...n, no: left }} />;
  return (
    <Section title={t("left.title")}>
      <p>{t("left.none")}</p>
    </Section>
  );
}
