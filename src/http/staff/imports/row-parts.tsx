/** What will happen to the rows: the share bar, its table, whose figures add up to the rows of the file, and samples. */
import type { Child } from "hono/jsx";
import { SAMPLE_KINDS, type Samples } from "../../../domain/imports/rules/samples.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { DataTable, Details, Section } from "../parts.tsx";
import { day, listName, type Shown, voice } from "./shared.tsx";
import { StackTable } from "./stack-table.tsx";

const bold = { b: (inner: (string | Child)[]) => <strong>{inner}</strong> };
const KEYS = {
  add: "yes",
  already: "silent",
  left: "no",
  stopped: "no",
  unconfirmed: "bounced",
  refused: "bounced",
} as const;
const PARTS = ["add", "already", "left", "stopped", "unconfirmed", "refused"] as const;

export function Parts({ c, shown: { job, list } }: { c: StaffContext; shown: Shown }) {
  const t = voice(c);
  const { lang } = c.var;
  const { findings } = job;
  const { add, unproven } = findings;
  // Nobody expects an opt-out of a file that has no column for it.
  const parts = PARTS.filter(
    (part) => findings[part] > 0 || (part !== "stopped" && part !== "unconfirmed" && job.kind !== "opt-outs"),
  );
  const enters = unproven === 0 ? "active" : unproven === add ? "unproven" : "mixed";
  const what: Record<(typeof PARTS)[number], Child> = {
    add: `${t(`part.add.${enters}`, { list: listName(c, list), n: unproven })}${t("part.add.known", { n: findings.known })}`,
    already: t("part.already.what"),
    left: t.rich<Child>("part.left.what", bold),
    stopped: t.rich<Child>("part.stopped.what", bold),
    unconfirmed: t("part.unconfirmed.what"),
    refused: t("part.refused.what"),
  };
  let x = 0;
  const bars = parts
    .filter((part) => findings[part] > 0)
    .map((part) => {
      const width = (findings[part] / findings.rows) * 1000;
      const bar = (
        <rect class={`fill-${KEYS[part]}`} x={x.toFixed(1)} width={Math.max(width - 3, 1).toFixed(1)} height="12" />
      );
      x += width;
      return bar;
    });
  return (
    <Section title={t("check.parts")}>
      <svg class="desk-whole" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
        {bars}
      </svg>
      <StackTable
        label={t("check.parts")}
        columns={[{ head: t("parts.rows") }, { head: t("parts.count"), num: true }, { head: t("parts.what") }]}
        rows={parts.map((part) => [
          <>
            <span class="desk-key" data-key={KEYS[part]} />
            {t(`part.${part}`)}
          </>,
          showNumber(findings[part], lang),
          what[part],
        ])}
        foot={[t("part.total"), showNumber(findings.rows, lang), t("part.total.what")]}
      />
    </Section>
  );
}

/** A few masked rows of each kind, folded. */
export function SampleRows({ c, samples }: { c: StaffContext; samples: Samples }) {
  const t = voice(c);
  const rows = SAMPLE_KINDS.flatMap((kind) => (samples[kind] ?? []).map((row) => ({ kind, row })));
  if (rows.length === 0) return null;
  return (
    <div class="above-4">
      <Details summary={t("samples")}>
        <DataTable
          label={t("samples")}
          width="stack"
          columns={[{ head: t("samples.address") }, { head: t("csv.row"), num: true }, { head: t("samples.what") }]}
          rows={rows.map(({ kind, row }) => ({
            cells: [
              row.address,
              showNumber(row.row, c.var.lang),
              kind === "left" && row.day
                ? t("samples.left", { day: day(c, row.day) })
                : kind === "stopped" && row.reason
                  ? t(`samples.${row.reason}`)
                  : t(`samples.${kind}`),
            ],
          }))}
        />
      </Details>
    </div>
  );
}
