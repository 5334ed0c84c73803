/** Why rows are not added, and the file of them. */
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { Actions, Button, Section } from "../parts.tsx";
import { importPath, rowReason, type Shown, voice } from "./shared.tsx";
import { StackTable } from "./stack-table.tsx";

export function Refused({ c, shown: { job } }: { c: StaffContext; shown: Shown }) {
  const t = voice(c);
  const { lang } = c.var;
  const { refused, reasons } = job.findings;
  const rowsOf = (first: number[], all: number) =>
    `${first.map((n) => showNumber(n, lang)).join(", ")}${all > first.length ? " …" : ""}`;
  return (
    <Section
      title={refused > 0 ? t("refused", { n: refused }) : t("refused.others")}
      id="refused"
      lede={refused > 0 ? t("refused.lede") : undefined}
    >
      {refused > 0 && (
        <StackTable
          label={t("refused", { n: refused })}
          columns={[{ head: t("refused.reason") }, { head: t("parts.count"), num: true }, { head: t("refused.where") }]}
          rows={reasons.map((reason) => [
            rowReason(reason.code, lang),
            showNumber(reason.rows, lang),
            rowsOf(reason.first, reason.rows),
          ])}
          foot={[t("part.total"), showNumber(refused, lang), ""]}
        />
      )}
      <form method="post" action={`${importPath(job.id)}/refused`} class="above-4">
        <Actions>
          <Button variant="secondary">{t("refused.download")}</Button>
        </Actions>
        <p class="small quiet above-2">{t("refused.logged")}</p>
      </form>
    </Section>
  );
}
