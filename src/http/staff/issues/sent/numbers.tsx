/**
 * The figures of an issue: progress of work, the balance, what became of the sent, who left by it. One fragment that the page
 * shows and that asks for itself every two seconds while work goes on; a link does the same without JavaScript.
 */
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { showTime } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { MailingBalance } from "../../campaigns/one/balance.tsx";
import { type Figures, isBusy } from "../../campaigns/one/figures.ts";
import { Work } from "../../campaigns/one/numbers.tsx";
import { Reasons, Told, Ways } from "../../campaigns/one/reasons.tsx";
import { ConnectionLost, Section } from "../../parts.tsx";
import { issuePath } from "../frame.tsx";
import { sendingVoice } from "../send/shared.tsx";

export function IssueNumbers({ c, mailing, n }: { c: StaffContext; mailing: Mailing; n: Figures }) {
  const busy = isBusy(mailing, n);
  const poll = busy && {
    "hx-get": `${issuePath(mailing.id, "sent/numbers")}?state=${mailing.state}`,
    "hx-trigger": "every 2s",
    "hx-select": "#numbers",
    "hx-swap": "outerHTML",
  };
  const now = showTime(c.var.deps.clock.now(), { lang: c.var.lang, zone: c.var.institution.timeZone });
  return (
    <div id="numbers" {...poll}>
      <Work c={c} mailing={mailing} n={n} busy={busy} />
      {busy && <ConnectionLost since={now} />}
      <MailingBalance c={c} mailing={mailing} n={n} now={now} />
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
