/** `/staff/suppression`: what waits, how many tags there are and why, and whether an address has one. No tag is ever shown. */
import { dayOf, later } from "../../../domain/consent/rules/days.ts";
import type { Purpose } from "../../../domain/purposes/rules.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { ANNOUNCED_DAYS, dueOf, lastDayFor } from "../../../domain/suppressions/rules/review.ts";
import { readListJobs } from "../../../domain/suppressions/views/lists.ts";
import { type DueGroup, readDue, readReviews } from "../../../domain/suppressions/views/review.ts";
import { readFound } from "../../../domain/suppressions/views/sweep.ts";
import {
  type Counted,
  type KeyInUse,
  readAttempts,
  readCounts,
  readSweep,
  sumBy,
} from "../../../domain/suppressions/views.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { KeepingNote } from "../institution/keeping.tsx";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Button,
  DataTable,
  DeskForm,
  Done,
  Empty,
  ErrorSummary,
  LinkButton,
  Section,
  TextField,
} from "../parts.tsx";
import { Attempts, Lists, Reviews, Sweep } from "./history.tsx";
import { Months } from "./months.tsx";
import { day, reasonName, SUPPRESSION, scopeName, voice } from "./shared.tsx";

/** Lists and decisions that are shown. */
const NEWEST = 10;

export async function suppressionPage(
  c: StaffContext,
  form: { values?: Record<string, string>; problems?: Problem[] } = {},
): Promise<Response> {
  const { deps, actor, institution } = c.var;
  const t = voice(c);
  const today = dayOf(deps.clock.now(), institution.timeZone);
  const [counts, purposes, due, reviews, lists, sweep, attempts] = await Promise.all([
    readCounts(deps.db),
    readPurposes(deps.db),
    readDue(deps.db, later(today, { days: ANNOUNCED_DAYS })),
    readReviews(deps.db, NEWEST),
    readListJobs(deps.db, NEWEST),
    readSweep(deps.db),
    readAttempts(deps.db, later(today, { months: -12 })),
  ]);
  const against = await readFound(
    deps.db,
    (sweep?.lastFound ?? 0) > 0 ? (sweep?.subscriptions.slice(0, 20) ?? []) : [],
  );
  const mayAdd = !may(actor, "suppression.add");
  return deskPage(c, {
    title: t("title"),
    current: "suppression",
    lede: t("lede"),
    status: form.problems ? 422 : 200,
    error: form.problems !== undefined,
    acts: mayAdd && (
      <>
        <LinkButton href={`${SUPPRESSION}/add`}>{t("add")}</LinkButton>
        <LinkButton href={`${SUPPRESSION}/lists/new`} variant="secondary">
          {t("bring")}
        </LinkButton>
      </>
    ),
    aside: (
      <>
        <h2 class="desk-h">{t("lift.title")}</h2>
        <p>{t("lift.text")}</p>
        <p>{t("lift.silence")}</p>
        <p>{t("lift.codes")}</p>
        <KeepingNote c={c} profile={institution} />
      </>
    ),
    children: (
      <>
        <ErrorSummary problems={form.problems} title={t("look.title")} />
        {c.req.query("decided") !== undefined && <Done>{t("review.done")}</Done>}
        <Sweep c={c} sweep={sweep} against={against} />
        {!may(actor, "suppression.look-up") && <LookUp c={c} {...form} />}
        <Due c={c} due={due} purposes={purposes} today={today} />
        {counts.by.length === 0 ? (
          <Empty title={t("empty")} text={t("empty.text")} />
        ) : (
          <>
            <CountsTable c={c} counts={counts.by} purposes={purposes} />
            <Months c={c} months={counts.months} />
            <Keys c={c} keys={counts.keys} />
          </>
        )}
        <Attempts c={c} attempts={attempts} />
        <Lists c={c} lists={lists} />
        <Reviews c={c} reviews={reviews} purposes={purposes} />
      </>
    ),
  });
}

function LookUp({
  c,
  values = {},
  problems,
}: {
  c: StaffContext;
  values?: Record<string, string>;
  problems?: Problem[];
}) {
  const t = voice(c);
  return (
    <Section title={t("look.title")} lede={t("look.lede")} id="look">
      <DeskForm action={`${SUPPRESSION}/look-up`}>
        <TextField
          name="address"
          type="text"
          inputmode="email"
          autocomplete="off"
          spellcheck={false}
          label={t("look.address")}
          value={values.address}
          problem={problemFor(problems, "address")}
        />
        <Actions>
          <Button variant="secondary">{t("look.act")}</Button>
        </Actions>
      </DeskForm>
    </Section>
  );
}

type DueProps = { c: StaffContext; due: readonly DueGroup[]; purposes: readonly Purpose[]; today: string };

function Due({ c, due, purposes, today }: DueProps) {
  const t = voice(c);
  const decides = !may(c.var.actor, "suppression.review");
  const fate = (g: DueGroup) => {
    const what = dueOf(g.reason, g.lives);
    if (what === "stands-on") return t("due.fate.stands");
    if (what === "ends-now") return t("due.fate.over", { day: day(c, g.firstDay < today ? today : g.firstDay) });
    return t("due.fate.ends", { day: day(c, lastDayFor(g.firstDay)) });
  };
  if (due.length === 0)
    return (
      <Section title={t("due.title")} id="due">
        <p>{t("due.none")}</p>
      </Section>
    );
  return (
    <Section title={t("due.title")} lede={decides ? t("due.lede") : `${t("due.lede")} ${t("due.who")}`} id="due">
      <DataTable
        label={t("due.title")}
        width="stack"
        columns={[
          { head: t("scope") },
          { head: t("reason") },
          { head: t("count"), num: true },
          { head: t("due.first"), num: true },
          { head: t("due.fate") },
          ...(decides ? [{ head: t("due.decide") }] : []),
        ]}
        rows={due.map((g) => {
          const [scope, reason] = [scopeName(c, purposes, g.scope), reasonName(c, g.reason)];
          const href = `${SUPPRESSION}/review?${new URLSearchParams({ scope: g.scope, reason: g.reason })}`;
          return {
            cells: [
              scope,
              reason,
              showNumber(g.n, c.var.lang),
              day(c, g.firstDay),
              fate(g),
              ...(decides
                ? [
                    <a href={href} aria-label={t("due.decide.label", { scope, reason })}>
                      {t("due.decide")}
                    </a>,
                  ]
                : []),
            ],
          };
        })}
      />
    </Section>
  );
}

/** One row for each reason of each scope, the largest first. */
function CountsTable({
  c,
  counts,
  purposes,
}: {
  c: StaffContext;
  counts: readonly Counted[];
  purposes: readonly Purpose[];
}) {
  const t = voice(c);
  const n = (value: number) => showNumber(value, c.var.lang);
  const scopes = sumBy(counts, "scope");
  return (
    <Section title={t("counts.title")} id="counts">
      <DataTable
        label={t("counts.title")}
        columns={[{ head: t("scope") }, { head: t("reason") }, { head: t("count"), num: true }]}
        rows={scopes.flatMap(({ key }) => {
          const of = sumBy(
            counts.filter((one) => one.scope === key),
            "reason",
          );
          return of.map((r) => ({ cells: [scopeName(c, purposes, key), reasonName(c, r.key), n(r.n)] }));
        })}
        foot={[t("total"), "", n(scopes.reduce((sum, s) => sum + s.n, 0))]}
      />
    </Section>
  );
}

function Keys({ c, keys }: { c: StaffContext; keys: readonly KeyInUse[] }) {
  const t = voice(c);
  return (
    <Section title={t("keys.title")} lede={t("keys.lede")} id="keys">
      <DataTable
        label={t("keys.title")}
        width="narrow"
        columns={[{ head: t("keys.key") }, { head: t("count"), num: true }, { head: t("keys.last"), num: true }]}
        rows={keys.map((k) => ({
          cells: [<code>{k.keyId}</code>, showNumber(k.n, c.var.lang), day(c, k.lastDay)],
        }))}
      />
    </Section>
  );
}
