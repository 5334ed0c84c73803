/**
 * The clocks of open breaches, on every page of the desk while there is one: what is left of the 72 hours and of the institution's
 * own. Without JavaScript they stand as they were when the page was made, with the moment at which they end.
 */
import { type Breach, clocksOf } from "../../../domain/breaches/rules.ts";
import { readOpenBreaches } from "../../../domain/breaches/views.ts";
import type { StaffContext } from "../../env.ts";
import { BREACHES, breachPath, leftOf, moment, sees, voice } from "./shared.tsx";

/** The strip; nothing where no breach is open. */
export async function breachClocks(c: StaffContext) {
  const open = await readOpenBreaches(c.var.deps.db);
  if (open.length === 0) return null;
  const t = voice(c);
  return (
    <section
      class="desk-clocks no-print"
      id="breach-clocks"
      aria-label={t("clock.label")}
      hx-get={`${BREACHES}/clocks`}
      hx-trigger="every 30s"
      hx-swap="outerHTML"
    >
      {open.map((breach) => (
        <Clock c={c} breach={breach} />
      ))}
    </section>
  );
}

function Clock({ c, breach }: { c: StaffContext; breach: Breach }) {
  const t = voice(c);
  const name = t(breach.kind === "exercise" ? "clock.exercise" : "clock.breach", { n: String(breach.n) });
  const now = c.var.deps.clock.now();
  const running = clocksOf(breach).filter(({ doneAt }) => doneAt === null);
  return (
    <p data-exercise={breach.kind === "exercise" ? "" : undefined}>
      {sees(c, breach) ? <a href={breachPath(breach.id)}>{name}</a> : <strong>{name}</strong>}
      {running.map(({ kind, until }) => {
        const { over, left } = leftOf(t, until, now);
        const when = moment(c, until);
        return (
          <span class={over && kind === "authority" ? "desk-due" : undefined}>
            {t(over ? `clock.${kind}.over` : `clock.${kind}`, { when, left })}
          </span>
        );
      })}
      {running.length === 0 && <span>{t("clock.decided")}</span>}
    </p>
  );
}
