/** The dry run: what will happen to every row, by which columns, why rows are refused, and the one decision. */
import type { Child } from "hono/jsx";
import { entersAs } from "../../../domain/imports/rules/claim.ts";
import { COLUMN_USES } from "../../../domain/imports/rules/columns.ts";
import { CHECK_LIFE_MS } from "../../../domain/imports/rules/findings.ts";
import type { Sample } from "../../../domain/imports/views.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import type { Problem } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, Checkbox, Decide, ErrorSummary, Facts, LinkButton, Section } from "../parts.tsx";
import {
  day,
  ENCODINGS,
  IMPORTS,
  importPath,
  listName,
  membersPath,
  moment,
  rowReason,
  type Shown,
  voice,
} from "./shared.tsx";
import { StackTable } from "./stack-table.tsx";

const bold = { b: (inner: (string | Child)[]) => <strong>{inner}</strong> };
const KEYS = { add: "yes", already: "silent", left: "no", refused: "bounced" } as const;
const PARTS = ["add", "already", "left", "refused"] as const;

export function checkPage(
  c: StaffContext,
  shown: Shown,
  sample: Sample | undefined,
  problems?: Problem[],
): Promise<Response> {
  const t = voice(c);
  const { job, list } = shown;
  const { findings } = job;
  const enters = entersAs(list.kind, job.claim);
  return deskPage(c, {
    title: t("check.title"),
    current: "imports",
    back: { href: IMPORTS, label: t("title") },
    tag: { text: t("check.tag") },
    status: problems ? 422 : 200,
    error: problems !== undefined,
    lede: (
      <>
        {t.rich<Child>("check.lede.rows", { n: findings.rows, file: job.fileName, ...bold })}{" "}
        <strong>{t("check.lede.add", { n: findings.add })}</strong>{" "}
        {enters === "unproven" && findings.add > 0 && t("check.lede.unproven")}
      </>
    ),
    aside: <FileFacts c={c} shown={shown} />,
    children: (
      <>
        <ErrorSummary problems={problems} title={t("columns.problem")} />
        <Parts c={c} shown={shown} />
        <Columns c={c} shown={shown} sample={sample} />
        {findings.refused + findings.left > 0 && <Refused c={c} shown={shown} />}
        <div class="above-6">
          <Decision c={c} shown={shown} enters={enters} />
        </div>
      </>
    ),
  });
}

/** The share bar and its table; the figures add up to the rows of the file. */
function Parts({ c, shown: { job, list } }: { c: StaffContext; shown: Shown }) {
  const t = voice(c);
  const { lang } = c.var;
  const { findings } = job;
  const enters = entersAs(list.kind, job.claim);
  const what: Record<(typeof PARTS)[number], Child> = {
    add: `${t(`part.add.${enters}`, { list: listName(c, list) })}${t("part.add.known", { n: findings.known })}`,
    already: t("part.already.what"),
    left: t.rich<Child>("part.left.what", bold),
    refused: t("part.refused.what"),
  };
  let x = 0;
  const bars = PARTS.filter((part) => findings[part] > 0).map((part) => {
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
        rows={PARTS.map((part) => [
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

function Columns({ c, shown: { job }, sample }: { c: StaffContext; shown: Shown; sample: Sample | undefined }) {
  const t = voice(c);
  const { mapping, titles, encoding } = job.findings;
  return (
    <Section title={t("columns")} lede={t("columns.lede", { encoding: ENCODINGS[encoding] })}>
      <form method="post" action={`${importPath(job.id)}/columns`}>
        <StackTable
          label={t("columns")}
          columns={[{ head: t("columns.file") }, { head: t("columns.sample") }, { head: t("columns.use"), wide: true }]}
          rows={mapping.uses.map((use, i) => [
            <span id={`col-${i}`}>{titles[i] || t("columns.untitled", { n: i + 1 })}</span>,
            use === "skip" ? <span class="quiet">{t("columns.hidden")}</span> : (sample?.[use] ?? ""),
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
          <Checkbox name="header" label={t("columns.header")} checked={mapping.header} />
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

function Refused({ c, shown: { job } }: { c: StaffContext; shown: Shown }) {
  const t = voice(c);
  const { lang } = c.var;
  const { refused, reasons } = job.findings;
  const rowsOf = (first: number[], all: number) =>
    `${first.map((n) => showNumber(n, lang)).join(", ")}${all > first.length ? " …" : ""}`;
  return (
    <Section title={t("refused", { n: refused })} id="refused" lede={t("refused.lede")}>
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

function Decision({ c, shown: { job }, enters }: { c: StaffContext; shown: Shown; enters: "active" | "unproven" }) {
  const t = voice(c);
  const n = job.findings.add;
  const drop = (
    <Button variant="tertiary" formaction={`${importPath(job.id)}/drop`}>
      {t("decide.drop")}
    </Button>
  );
  const other = (
    <LinkButton href={`${IMPORTS}/new`} variant="secondary">
      {t("decide.other")}
    </LinkButton>
  );
  return (
    <Decide title={n === 0 ? t("decide.nobody") : t(`decide.${enters}`, { n })}>
      <p>{n === 0 ? t("decide.nobody.text") : t(`decide.${enters}.text`)}</p>
      <form method="post" action={`${importPath(job.id)}/run`}>
        <Actions>
          {n > 0 && <Button>{t(`decide.${enters}.act`, { n })}</Button>}
          {other}
          {drop}
        </Actions>
      </form>
    </Decide>
  );
}

/** What the office said of the file, and until when we hold it. */
export function FileFacts({ c, shown: { job, list } }: { c: StaffContext; shown: Shown }) {
  const t = voice(c);
  const { claim } = job;
  const facts: [Child, Child][] = [
    [t("fact.name"), job.fileName],
    [t("fact.list"), <a href={membersPath(list.id)}>{listName(c, list)}</a>],
    [t("fact.source"), claim.source],
    [t("fact.since"), day(c, claim.since)],
    [t("fact.basis"), t(`basis.${claim.basis}`)],
    [t("fact.origin"), t(`origin.${claim.origin}`)],
    [t("fact.proof"), claim.proof || t("fact.proof.none")],
    [t("fact.hash"), <span class="mono">{`${job.fileSha256.slice(0, 4)}…${job.fileSha256.slice(-4)}`}</span>],
    [t("fact.checked"), moment(c, job.createdAt)],
  ];
  if (job.state === "checked")
    facts.push([t("fact.deleted"), t("fact.deleted.value", { day: moment(c, job.createdAt + CHECK_LIFE_MS) })]);
  return (
    <>
      <h2 class="desk-h">{t("fact.file")}</h2>
      <Facts inline={false} items={facts.map(([term, value]) => ({ term, value }))} />
    </>
  );
}
