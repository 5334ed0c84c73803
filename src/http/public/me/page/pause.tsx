/** The pause of one list: a day to choose, or the end of the pause that there is. */

import { dayOf, later } from "../../../../domain/consent/rules/days.ts";
import type { LiveSubscription } from "../../../../domain/consent/rules/standing.ts";
import { MOST_PAUSE_MONTHS } from "../../../../domain/me/rules.ts";
import { ownChoiceTexts } from "../../../../texts/own-choices.ts";
import { say } from "../../../../texts/say.ts";
import type { PublicContext } from "../../../env.ts";
import { calendar, named } from "../../answers/links.tsx";

/** `alone`: the row has no other list, so it need not be named. */
export function PauseForm({ c, one, alone }: { c: PublicContext; one: LiveSubscription; alone: boolean }) {
  const { lang, deps, institution } = c.var;
  const t = say(ownChoiceTexts, lang);
  const list = named(one.listNames, lang);
  const today = dayOf(deps.clock.now(), institution.timeZone);
  const { pausedUntil } = one;
  const hidden = (
    <>
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="list" value={one.listId} />
    </>
  );
  if (pausedUntil && pausedUntil > today)
    return (
      <form method="post" action="/me/pause">
        {hidden}
        <p>
          {!alone && <>{list}: </>}
          {t("pause.on", { date: calendar(c).day(pausedUntil, "dat") })}{" "}
          <button class="linkish" type="submit" aria-label={t("pause.end.of", { list })}>
            {t("pause.end")}
          </button>
        </p>
      </form>
    );
  const id = `f-until-${one.listId}`;
  return (
    <details>
      <summary>{alone ? t("pause.title") : t("pause.title.of", { list })}</summary>
      <form method="post" action="/me/pause">
        {hidden}
        <div class="field">
          <label class="small" for={id}>
            {t("pause.until")}
          </label>
          <p class="small soft" id={`${id}-hint`}>
            {t("pause.until.hint")}
          </p>
          <input
            class="ds-input"
            id={id}
            name="until"
            type="date"
            required
            min={later(today, { days: 1 })}
            max={later(today, { months: MOST_PAUSE_MONTHS })}
            value={later(today, { months: 1 })}
            aria-describedby={`${id}-hint`}
          />
        </div>
        <p class="mt3">
          <button class="ds-button" data-variant="secondary" type="submit">
            {t("pause.button")}
          </button>
        </p>
      </form>
    </details>
  );
}
