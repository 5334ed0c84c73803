/** Published texts as a table: each with its day, its hash and its address for ever. */
import type { Notice } from "../../../domain/notices/rules.ts";
import { showDate } from "../../../texts/dates.ts";
import { noticesTexts } from "../../../texts/notices.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { DataTable } from "../parts.tsx";

export function Versions(p: { notices: readonly Notice[]; c: StaffContext }) {
  const { lang, institution } = p.c.var;
  const t = say(noticesTexts, lang);
  return (
    <DataTable
      label={t("versions")}
      columns={[{ head: t("col.version") }, { head: t("col.published"), num: true }, { head: t("col.hash") }]}
      rows={p.notices.map((n) => ({
        cells: [
          <a href={`/privacy/${n.sha256}`}>{t("version.link", { n: n.version, language: t(`lang.${n.language}`) })}</a>,
          showDate(n.createdAt, { lang, zone: institution.timeZone, form: "table" }),
          <span class="mono">{n.sha256.slice(0, 16)}…</span>,
        ],
      }))}
    />
  );
}
