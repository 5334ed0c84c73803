/** The log of sign-ins as a table: when, what happened, from which network; of everybody with the name. */
import type { SignInRow } from "../../../platform/auth/index.ts";
import { showDateTime } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import { secondFactorTexts } from "../../../texts/second-factor.ts";
import type { StaffContext } from "../../env.ts";
import { DataTable } from "../parts.tsx";

export function SignIns(p: {
  c: StaffContext;
  rows: readonly SignInRow[];
  /** Member → name, where the rows are of several. */
  names?: ReadonlyMap<string, string>;
}) {
  const { lang, institution } = p.c.var;
  const t = say(secondFactorTexts, lang);
  if (p.rows.length === 0) return <p>{t("log.none")}</p>;
  const when = (at: number) => showDateTime(at, { lang, zone: institution.timeZone, form: "table" });
  const what = ({ outcome, n }: SignInRow) =>
    n > 1 ? t("log.times", { what: t(`log.${outcome}`), n }) : t(`log.${outcome}`);
  const { names } = p;
  return (
    <DataTable
      label={t("own.sign-ins")}
      width="lines"
      columns={[
        { head: t("log.when") },
        ...(names ? [{ head: t("log.who") }] : []),
        { head: t("log.what") },
        { head: t("log.network") },
      ]}
      rows={p.rows.map((row) => ({
        cells: [
          when(row.at),
          ...(names ? [row.userId === undefined ? t("log.nobody") : (names.get(row.userId) ?? t("log.nobody"))] : []),
          what(row),
          row.network || t("log.unknown"),
        ],
      }))}
    />
  );
}
