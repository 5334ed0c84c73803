/** The dry run: what will happen to every row, by which columns, why rows are refused, and the one decision. */
import type { Child } from "hono/jsx";
import type { Samples } from "../../../domain/imports/rules/samples.ts";
import type { BothWays } from "../../../domain/imports/views/both-ways.ts";
import type { Sample } from "../../../domain/imports/views/sample.ts";
import type { StaffContext } from "../../env.ts";
import type { Problem } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Alert, ErrorSummary } from "../parts.tsx";
import { Columns } from "./columns.tsx";
import { Decision } from "./decision.tsx";
import { Doubts } from "./doubts.tsx";
import { EncodingChoice } from "./encoding.tsx";
import { FileFacts } from "./file-facts.tsx";
import { Refused } from "./refused.tsx";
import { Parts, SampleRows } from "./row-parts.tsx";
import { IMPORTS, type Shown, voice } from "./shared.tsx";

const bold = { b: (inner: (string | Child)[]) => <strong>{inner}</strong> };

export interface Checked extends Shown {
  sample: Sample | undefined;
  samples: Samples;
  /** An opt-out file was brought for the list before. */
  optOutsBrought: boolean;
  /** Names in each encoding, where it is a guess. */
  readings: BothWays[];
}

export function checkPage(c: StaffContext, shown: Checked, problems?: Problem[]): Promise<Response> {
  const t = voice(c);
  const { job } = shown;
  const { findings } = job;
  const { add, unproven, missing } = findings;
  const nobodyAsked = job.kind === "people" && !shown.optOutsBrought && findings.stopped === 0 && add > 0;
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
        <strong>
          {job.kind === "opt-outs" ? t("check.lede.stop", { n: findings.stopped }) : t("check.lede.add", { n: add })}
        </strong>{" "}
        {unproven > 0 && unproven === add && t("check.lede.unproven")}
        {unproven > 0 && unproven < add && t("check.lede.mixed", { n: unproven })}
      </>
    ),
    aside: <FileFacts c={c} shown={shown} />,
    children: (
      <>
        <ErrorSummary problems={problems} labels={{ missing: t("decide.missing") }} title={t("columns.problem")} />
        {nobodyAsked && (
          <Alert color="warning" title={t("warn.opt-outs")}>
            <p>{t("warn.opt-outs.text")}</p>
            <p>
              <a href={`${IMPORTS}/new?kind=opt-outs&list=${shown.list.id}`}>{t("form.first.link")}</a>
            </p>
          </Alert>
        )}
        {missing !== undefined && missing.people > 0 && (
          <Alert color="warning" title={t("warn.missing", { n: missing.people })}>
            <p>{t("warn.missing.text", { of: missing.of })}</p>
          </Alert>
        )}
        <Doubts c={c} shown={shown} />
        <Parts c={c} shown={shown} />
        <SampleRows c={c} samples={shown.samples} />
        <EncodingChoice c={c} shown={shown} readings={shown.readings} />
        <Columns c={c} shown={shown} sample={shown.sample} />
        {findings.rows > add + findings.already && <Refused c={c} shown={shown} />}
        <div class="above-6">
          <Decision c={c} shown={shown} problems={problems} />
        </div>
      </>
    ),
  });
}
