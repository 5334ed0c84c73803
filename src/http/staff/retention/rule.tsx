/** One rule: what it says, what another period would change, the decision, and samples of what goes first. */

import type { Child } from "hono/jsx";
import { Temporal } from "temporal-polyfill";
import { readInstitutionRow } from "../../../domain/institution/views.ts";
import { FORESEEN } from "../../../domain/retention/acts/forecast.ts";
import type { Counted, Sample } from "../../../domain/retention/acts/hand.ts";
import { type Ahead, BOUND, simulate } from "../../../domain/retention/acts/simulate.ts";
import { periodProblems } from "../../../domain/retention/rules/period.ts";
import { isRuleName, type RuleName, ruleOf } from "../../../domain/retention/rules.ts";
import { readForecast } from "../../../domain/retention/views/forecast.ts";
import { periodOf, readDecided } from "../../../domain/retention/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { refuse, refuseForm } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor, problemsOf } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Button,
  DataTable,
  Decide,
  DeskForm,
  Done,
  ErrorSummary,
  Facts,
  Section,
  Select,
  TextArea,
  TextField,
} from "../parts.tsx";
import { can, day, moment, namesOf, number, period, RETENTION, rulePath, ruleVoice, term, voice } from "./shared.tsx";

export interface RuleInput {
  values?: Record<string, string>;
  problems?: Problem[];
  samples?: readonly Sample[];
}

/** `24` and `months` as `P24M`; what is no number stays no period. */
export const periodTyped = (n: string, unit: string): string => `P${n}${unit === "days" ? "D" : "M"}`;

export async function rulePage(c: StaffContext, name: string, given: RuleInput = {}): Promise<Response> {
  const no = may(c.var.actor, "retention.see");
  if (no) return refusedPage(c, no, "desk");
  const office = await readInstitutionRow(c.var.deps.db);
  if (!isRuleName(name) || !office) return refusedPage(c, refuse("page.not_found"), "desk");
  const t = voice(c);
  const words = ruleVoice(c);
  const rule = ruleOf(name);
  const decisions = await readDecided(c.var.deps.db);
  const decided = decisions.get(name);
  const present = periodOf(name, office.profile, decisions);
  const values = given.values ?? { n: c.req.query("n") ?? "", unit: c.req.query("unit") ?? "" };
  const asked = values.n ? periodTyped(values.n, values.unit ?? "") : undefined;
  const wrong = asked && rule.bounds ? periodProblems(asked, rule.bounds) : [];
  const problems =
    given.problems ??
    (wrong.length > 0 ? problemsOf(refuseForm(wrong.map((one) => ({ ...one, field: "n" }))), c.var.lang) : undefined);
  const { deps } = c.var;
  const at = deps.clock.now();
  const bounded = (of: string) => simulate(deps, office, name, { period: of, at, most: BOUND });
  const compared = asked && wrong.length === 0 && rule.bounds;
  const forecast = compared ? undefined : await readForecast(deps.db);
  // Two periods are compared as of now, both up to the same bound.
  const ahead = compared ? await bounded(present) : forecast?.counts[name];
  const then = compared ? await bounded(asked) : undefined;
  const who = await namesOf(c, [decided?.by ?? null]);
  const change = rule.bounds && can(c, "retention.change") ? rule.bounds : undefined;
  return deskPage(c, {
    title: words(name),
    current: "retention",
    back: { href: RETENTION, label: t("back") },
    lede: words(`${name}.why`),
    status: given.problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        {c.req.query("done") === "saved" && <Done>{t("rule.saved")}</Done>}
        <ErrorSummary
          problems={problems}
          labels={{ n: t("rule.number"), reason: t("reason") }}
          title={t("rule.problem")}
        />
        <Facts
          items={[
            { term: t("rule.term"), value: term(c, name, present) },
            { term: t("rule.how"), value: t(`how.${rule.how}`) },
            { term: t("rule.turn"), value: t(`turn.${rule.turn}`) },
            { term: t("rule.bounds"), value: <Bounds c={c} name={name} /> },
            decided && {
              term: t("rule.decided"),
              value: t("rule.decided.value", {
                by: who(decided.by),
                when: moment(c, decided.at),
                reason: decided.reason,
              }),
            },
          ]}
        />
        {(ahead || FORESEEN.includes(name)) && (
          <Section
            title={t("ahead.title")}
            lede={
              !compared &&
              (forecast?.finishedAt ? t("counted", { when: moment(c, forecast.finishedAt) }) : t("counted.never"))
            }
          >
            {ahead && (
              <Counts
                c={c}
                rows={[{ head: t("rule.now"), ahead }, ...(then ? [{ head: t("rule.then"), ahead: then }] : [])]}
              />
            )}
          </Section>
        )}
        {change && ahead && then && asked && asked !== present && (
          <Decide title={t("rule.effect")}>
            <p>{t("rule.effect.lede", { period: term(c, name, asked) })}</p>
            <p>{effect(c, ahead.tonight, then.tonight)}</p>
            <DeskForm action={rulePath(name)}>
              <input type="hidden" name="n" value={values.n} />
              <input type="hidden" name="unit" value={values.unit} />
              <input type="hidden" name="version" value={String(decided?.version ?? 0)} />
              <TextArea
                name="reason"
                label={t("reason")}
                hint={t("reason.hint")}
                rows={2}
                value={values.reason}
                problem={problemFor(problems, "reason")}
              />
              <Actions>
                <Button>{t("rule.save", { period: period(c, asked) })}</Button>
              </Actions>
            </DeskForm>
          </Decide>
        )}
        {change && <ChangeForm c={c} name={name} present={present} values={values} problems={problems} />}
        <Samples c={c} name={name} samples={given.samples} />
      </>
    ),
  });
}

/** What another period does to the coming night. Where both are beyond what is counted at once, only that is said. */
function effect(c: StaffContext, now: Counted, then: Counted): string {
  const t = voice(c);
  if (now.more && then.more) return t("rule.both", { n: BOUND });
  if (then.more) return t("rule.many", { n: then.due });
  if (then.due > now.due) return t("rule.more", { n: then.due - now.due });
  return t(now.more || then.due < now.due ? "rule.less" : "rule.same");
}

function Bounds({ c, name }: { c: StaffContext; name: RuleName }) {
  const t = voice(c);
  const { bounds, period: from } = ruleOf(name);
  const link = (href: string) => (inner: Child) => <a href={href}>{inner}</a>;
  if (bounds) return <>{t("rule.bounds.value", { least: period(c, bounds[0]), most: period(c, bounds[1]) })}</>;
  if (from === "of-purpose") return <>{t.rich<Child>("rule.purposes", { a: link("/staff/purposes") })}</>;
  if (typeof from === "object") return <>{t.rich<Child>("rule.setting", { a: link("/staff/settings") })}</>;
  return <>{t("rule.fixed")}</>;
}

function Counts({ c, rows }: { c: StaffContext; rows: readonly { head: string; ahead: Ahead }[] }) {
  const t = voice(c);
  return (
    <DataTable
      label={t("ahead.title")}
      width="stack"
      columns={[
        { head: t("rule.term") },
        { head: t("tonight"), num: true },
        { head: t("week"), num: true },
        { head: t("month"), num: true },
        { head: t("held"), num: true },
      ]}
      rows={rows.map(({ head, ahead: { tonight, week, month } }) => ({
        cells: [
          head,
          ...[tonight, week, month].map(({ due, more }) => (more ? t("at-least", { n: due }) : number(c, due))),
          month.more ? t("at-least", { n: month.kept }) : number(c, month.kept),
        ],
      }))}
    />
  );
}

function ChangeForm(p: {
  c: StaffContext;
  name: RuleName;
  present: string;
  values: Record<string, string>;
  problems: Problem[] | undefined;
}) {
  const t = voice(p.c);
  const { months, days } = Temporal.Duration.from(p.present);
  return (
    <Section title={t("rule.change.title")} lede={t("rule.change.lede")}>
      <DeskForm action={rulePath(p.name)} method="get">
        <TextField
          name="n"
          label={t("rule.number")}
          value={p.values.n || String(months || days)}
          problem={problemFor(p.problems, "n")}
          inputmode="numeric"
          size={5}
        />
        <Select
          name="unit"
          label={t("rule.unit")}
          value={p.values.unit || (months > 0 ? "months" : "days")}
          options={(["days", "months"] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
        />
        <Actions>
          <Button variant="secondary">{t("rule.simulate")}</Button>
        </Actions>
      </DeskForm>
    </Section>
  );
}

function Samples({ c, name, samples }: { c: StaffContext; name: RuleName; samples: readonly Sample[] | undefined }) {
  const t = voice(c);
  const since = (at: Sample["since"]) => (at === null ? "" : typeof at === "number" ? moment(c, at) : day(c, at));
  return (
    <Section title={t("samples.title")} id="samples" lede={t("samples.text")}>
      {samples === undefined ? (
        <form method="post" action={`${rulePath(name)}/samples#samples`}>
          <Button variant="secondary">{t("samples.act")}</Button>
        </form>
      ) : samples.length === 0 ? (
        <p class="quiet">{t("samples.none")}</p>
      ) : (
        <DataTable
          label={t("samples.title")}
          width="narrow"
          columns={[{ head: t("samples.mark") }, { head: t("samples.since"), num: true }]}
          rows={samples.map((one) => ({ cells: [one.mark || t("samples.unmarked"), since(one.since)] }))}
        />
      )}
    </Section>
  );
}
