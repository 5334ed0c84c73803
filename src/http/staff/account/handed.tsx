/** What came to this member when a colleague's account ended. */
import type { Handed } from "../../../domain/staff/views/handed.ts";
import { showDate } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import { staffEndingTexts } from "../../../texts/staff-ending.ts";
import type { StaffContext } from "../../env.ts";
import { Actions, Button, DataTable, Section } from "../parts.tsx";

const PLACE = { mailing: "/staff/mailings", import: "/staff/imports", telling: undefined, reviewing: undefined };

export function HandedToMe(p: { c: StaffContext; handed: readonly Handed[]; names: ReadonlyMap<string, string> }) {
  const { lang, institution } = p.c.var;
  const t = say(staffEndingTexts, lang);
  const what = ({ kind, subject, name }: Handed) => {
    const place = PLACE[kind];
    if (!place) return kind === "reviewing" ? t("handed.reviewing") : t("handed.telling");
    return name ? <a href={`${place}/${subject}`}>{name}</a> : t("handed.gone");
  };
  return (
    <Section title={t("handed.title")} id="handed" lede={t("handed.lede")}>
      <DataTable
        label={t("handed.title")}
        width="stack"
        columns={[{ head: t("handed.what") }, { head: t("handed.from") }, { head: t("handed.when") }]}
        rows={p.handed.map((one) => ({
          cells: [
            what(one),
            p.names.get(one.fromUser) ?? "",
            showDate(one.at, { lang, zone: institution.timeZone, form: "table" }),
          ],
        }))}
      />
      {p.handed.some(({ seen }) => !seen) && (
        <form method="post" action="/staff/account/handed" class="above-4">
          <Actions>
            <Button variant="secondary">{t("handed.seen")}</Button>
          </Actions>
        </form>
      )}
    </Section>
  );
}
