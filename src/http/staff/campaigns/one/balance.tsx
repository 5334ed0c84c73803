/** The balance of a mailing: everybody who was planned, and what became of each (DESIGN P7). Of a campaign and of an issue alike. */
import { type Mailing, stillToSend } from "../../../../domain/campaigns/views.ts";
import type { StaffContext } from "../../../env.ts";
import { Balance, Section } from "../../parts.tsx";
import { can, pageVoice, pathOf } from "../frame.tsx";
import type { Figures } from "./figures.ts";

interface Props {
  c: StaffContext;
  mailing: Mailing;
  n: Figures;
  /** The time of the figures, as it is shown. */
  now: string;
  /** A sentence behind "it agrees". */
  more?: string | false;
}

export function MailingBalance({ c, mailing, n, now, more }: Props) {
  const t = pageVoice(c);
  const why = n.reasons.some(({ state }) => state !== "bounced") ? "#why" : undefined;
  const decide = can(c, "delivery.decide") ? pathOf(mailing.id, "unknown") : why;
  const left = stillToSend(n);
  const agrees = n.sent + n.skipped + n.failed + n.unknown + n.handed + left === n.audience;
  return (
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
          {agrees && (
            <p class="above-3 small quiet">
              {t("balance.agrees", { time: now })} {more}
            </p>
          )}
        </>
      )}
    </Section>
  );
}
