/** What of a mailing waits for a decision beside its own course: unknown outcomes, failures of ours, held addresses. */
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { mayDecideUnknown } from "../../../../domain/messages/rules/unknown.ts";
import { showNumber } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { LinkButton } from "../../parts.tsx";
import { can, isSendingOver, outcomeVoice, pathOf } from "../frame.tsx";

interface OpenProps {
  c: StaffContext;
  mailing: Mailing;
  unknown: number;
  /** Failed through a fault of ours. */
  failed: number;
  held: number;
}

export function OpenDecisions({ c, mailing, unknown, failed, held }: OpenProps) {
  const t = outcomeVoice(c);
  const ended = mailing.state === "closing" || mailing.state === "closed";
  const sends = mayDecideUnknown("again", mailing.state, isSendingOver(c, mailing)) === undefined;
  const tasks = [
    { kind: "unknown" as const, n: ended ? 0 : unknown },
    { kind: "failed" as const, n: sends ? failed : 0 },
    { kind: "held" as const, n: held },
  ].filter(({ n }) => n > 0);
  if (tasks.length === 0) return null;
  const may = can(c, "delivery.decide");
  return (
    <section class="desk-section" aria-labelledby="open">
      <h2 id="open">{t("open.title")}</h2>
      <ol class="desk-tasks">
        {tasks.map(({ kind, n }) => (
          <li>
            <b>{showNumber(n, c.var.lang)}</b>
            <div>
              <h3>{may ? <a href={pathOf(mailing.id, kind)}>{t(`open.${kind}`)}</a> : t(`open.${kind}`)}</h3>
              <p>
                {t(`open.${kind}.text`)}
                {!may && ` ${t("open.who")}`}
              </p>
            </div>
            {may && (
              <div class="desk-acts">
                <LinkButton variant="secondary" href={pathOf(mailing.id, kind)}>
                  {t(`open.${kind}.act`)}
                </LinkButton>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
