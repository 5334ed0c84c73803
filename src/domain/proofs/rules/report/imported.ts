/** An import in a report: what the institution stated about the list that it brought. */
import { escapeText } from "../../../notices/rules.ts";
import type { ReportImport } from "./content.ts";
import { factsTable, named } from "./html.ts";
import type { Voice } from "./words.ts";

export function importSection(one: ReportImport, { t, lang, moment, day, number }: Voice): string {
  return `<section class="record">
<h2>${escapeText(t("import", { list: named(one.list, lang) }))}</h2>
${factsTable([
  [t("answer"), `<strong>${escapeText(t("act.imported"))}</strong>`],
  [
    t("when"),
    escapeText(
      t("when.value", {
        when: moment(one.at),
        utc: new Date(one.at).toISOString().replace("T", "\u00a0").replace("Z", ""),
      }),
    ),
  ],
  [t("stands"), escapeText(t("vouched.institution"))],
  [t("import.source"), escapeText(one.source)],
  ...(one.basis ? [[t("import.basis"), escapeText(t(`basis.${one.basis}`))] as const] : []),
  [t("import.since"), escapeText(/^\d{4}-\d\d-\d\d$/.test(one.since) ? day(one.since) : one.since)],
  [t("import.proof"), escapeText(one.proof || t("import.proof.none"))],
  [t("import.rows"), number(one.rows)],
  [
    t("entry"),
    one.index === undefined
      ? escapeText(t("entry.none"))
      : `${escapeText(t("entry.value", { index: number(one.index) }))}<br><code>${escapeText(one.eid)}</code>`,
  ],
])}
</section>`;
}
