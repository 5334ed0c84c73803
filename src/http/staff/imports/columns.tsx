/** Which column holds what, with a masked sample beside it: a person confirms or corrects what the program guessed. */
import { COLUMN_USES } from "../../../domain/imports/rules/uses.ts";
import type { Sample } from "../../../domain/imports/views/sample.ts";
import type { StaffContext } from "../../env.ts";
import { Actions, Button, Checkbox, Section } from "../parts.tsx";
import { columnName, ENCODINGS, importPath, type Shown, voice } from "./shared.tsx";
import { StackTable } from "./stack-table.tsx";

export function Columns({ c, shown: { job }, sample }: { c: StaffContext; shown: Shown; sample: Sample | undefined }) {
  const t = voice(c);
  const { mapping, encoding } = job.findings;
  return (
    <Section title={t("columns")} lede={t("columns.lede", { encoding: ENCODINGS[encoding] })}>
      <form method="post" action={`${importPath(job.id)}/columns`}>
        <StackTable
          label={t("columns")}
          columns={[{ head: t("columns.file") }, { head: t("columns.sample") }, { head: t("columns.use"), wide: true }]}
          rows={mapping.uses.map((use, i) => [
            <span id={`col-${i}`}>{columnName(c, job, i)}</span>,
            use === "email" || use === "name" || use === "language" ? (
              (sample?.[use] ?? "")
            ) : (
              <span class="quiet">{t("columns.hidden")}</span>
            ),
            <select class="ds-input" name="use" aria-labelledby={`col-${i}`}>
              {COLUMN_USES.map((one) => (
                <option value={one} selected={one === use}>
                  {t(`use.${one}`)}
                </option>
              ))}
            </select>,
          ])}
        />
        <div class="above-3">
          <input type="hidden" name="above" value={mapping.above ?? 0} />
          <Checkbox
            name="header"
            label={mapping.above ? t("columns.header.below", { row: mapping.above + 1 }) : t("columns.header")}
            checked={mapping.header}
          />
        </div>
        <div class="above-4">
          <Actions>
            <Button variant="secondary">{t("columns.act")}</Button>
          </Actions>
        </div>
      </form>
    </Section>
  );
}
