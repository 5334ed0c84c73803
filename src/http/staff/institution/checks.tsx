/** What is ready and what is missing, in words. */
import type { Check } from "../../../domain/institution/check.ts";
import { type Lang, say } from "../../../texts/say.ts";
import { settingsTexts } from "../../../texts/settings.ts";
import { Checks } from "../parts.tsx";

export function CheckList(p: { lang: Lang; checks: readonly Check[] }) {
  const t = say(settingsTexts, p.lang);
  const item = ({ what, ok, domain = "" }: Check) => ({
    text: t(`check.${what}.${ok ? "yes" : "no"}`, { domain }),
    state: ok ? ("done" as const) : ("open" as const),
  });
  return (
    <section>
      <h2 class="desk-h" id="check">
        {t("check.title")}
      </h2>
      <Checks items={p.checks.map(item)} />
    </section>
  );
}
