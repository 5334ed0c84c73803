/** "Justify or delete": what is held without a purpose, a source or a review, and what was decided about it. */
import { readCases } from "../../../domain/retention/views/review.ts";
import { may } from "../../../domain/staff/rules.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Button,
  Decide,
  DeskForm,
  Done,
  Empty,
  ErrorSummary,
  Facts,
  Radios,
  Section,
  TextArea,
  TextField,
} from "../parts.tsx";
import { both, can, day, RETENTION, voice } from "./shared.tsx";

export const REVIEW = `${RETENTION}/review`;
const MOST = 100;

type Case = Awaited<ReturnType<typeof readCases>>[number];

interface Given {
  id?: string;
  values?: Record<string, string>;
  problems?: Problem[];
}

export async function reviewPage(c: StaffContext, given: Given = {}): Promise<Response> {
  const no = may(c.var.actor, "retention.see");
  if (no) return refusedPage(c, no, "desk");
  const t = voice(c);
  const cases = await readCases(c.var.deps.db, MOST);
  const open = cases.filter(({ closedAt }) => closedAt === null);
  const past = cases.filter(({ closedAt }) => closedAt !== null);
  const waiting = open.filter(({ decision }) => decision === null);
  // One decision in sight: the one that is typed in, or the first that waits.
  const asked = open.find(({ id }) => id === (given.id ?? c.req.query("case"))) ?? waiting[0];
  return deskPage(c, {
    title: t("review.title"),
    current: "retention",
    back: { href: RETENTION, label: t("back") },
    lede: t("review.lede"),
    status: given.problems ? 422 : 200,
    error: given.problems !== undefined,
    children: (
      <>
        {c.req.query("done") && <Done>{t("review.done")}</Done>}
        <ErrorSummary
          problems={given.problems}
          labels={{ decision: t("review.decision"), reason: t("reason"), until: t("review.until") }}
          title={t("review.problem")}
        />
        {open.length === 0 && <Empty title={t("review.none.title")} text={t("review.none")} />}
        {asked && can(c, "retention.decide") && <Ask c={c} one={asked} given={given} />}
        {open.length > 0 && (
          <div class="above-5">
            <Facts
              items={open.map((one) => ({
                term: can(c, "retention.decide") ? (
                  <a href={`${REVIEW}?case=${one.id}`}>{what(c, one)}</a>
                ) : (
                  what(c, one)
                ),
                value: said(c, one),
              }))}
            />
          </div>
        )}
        {past.length > 0 && (
          <Section title={t("review.past")}>
            <Facts items={past.map((one) => ({ term: what(c, one), value: said(c, one) }))} />
          </Section>
        )}
      </>
    ),
  });
}

const what = (c: StaffContext, { kind, of }: Case): string => voice(c)(`kind.${kind}`, { of: of ? both(c, of) : "" });

function said(c: StaffContext, one: Case): string {
  const t = voice(c);
  const decided =
    one.decision === null
      ? t("review.answer", { day: day(c, one.answerDay) })
      : t(`review.decided.${one.decision}`, { day: one.until ? day(c, one.until) : "", reason: one.reason ?? "" });
  return one.closedAt === null ? decided : `${decided} ${t("review.closed", { day: day(c, one.closedAt) })}`;
}

function Ask({ c, one, given }: { c: StaffContext; one: Case; given: Given }) {
  const t = voice(c);
  const field = (name: string) => ({ name, value: given.values?.[name], problem: problemFor(given.problems, name) });
  return (
    <Decide title={what(c, one)}>
      <p>{t("review.answer", { day: day(c, one.answerDay) })}</p>
      {one.kind === "overdue" && (
        <p>
          <a href={`/staff/purposes/${one.subject}`}>{t("kind.act.overdue")}</a>
        </p>
      )}
      <DeskForm action={`${REVIEW}/${one.id}`}>
        <Radios
          {...field("decision")}
          legend={t("review.decision")}
          options={[
            { value: "justified", label: t("review.justify"), hint: t("review.justify.hint") },
            { value: "delete", label: t("review.delete"), hint: t("review.delete.hint") },
          ]}
        />
        <TextArea {...field("reason")} label={t("reason")} hint={t("reason.hint")} rows={2} />
        <TextField
          {...field("until")}
          type="date"
          label={t("review.until")}
          hint={t("review.until.hint")}
          optional="group"
        />
        <Actions>
          <Button>{t("review.act")}</Button>
        </Actions>
      </DeskForm>
    </Decide>
  );
}
