/** The two steps of a request that have a form of their own: more time, and the answer. */
import { dayOf } from "../../../domain/consent/rules/days.ts";
import {
  daysOf,
  extensionProblem,
  GROUNDS,
  OUTCOMES,
  type RightsRequest,
} from "../../../domain/rights-requests/rules.ts";
import { readRequest } from "../../../domain/rights-requests/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, Checkbox, DeskForm, ErrorSummary, Radios, TextArea, TextField } from "../parts.tsx";
import { day, requestPath, voice } from "./shared.tsx";

type Values = Readonly<Record<string, string | undefined>>;

async function openRequest(c: StaffContext, id: string): Promise<RightsRequest | Refusal> {
  const no = may(c.var.actor, "request.answer");
  if (no) return no;
  const request = await readRequest(c.var.deps.db, id);
  if (!request) return refuse("page.not_found");
  return request.closedAt === null ? request : refuse("requests.closed");
}

export async function answerPage(c: StaffContext, id: string, typed?: Values, problems?: Problem[]): Promise<Response> {
  const request = await openRequest(c, id);
  if (isRefusal(request)) return refusedPage(c, request, "desk");
  const t = voice(c);
  const today = dayOf(c.var.deps.clock.now(), c.var.institution.timeZone);
  const values: Values = { day: today, ...typed };
  const field = (name: string) => ({ name, value: values[name], problem: problemFor(problems, name) });
  const met = request.right === "restrict" ? t("answer.restrict.hint") : t("answer.met.hint");
  const labels = {
    outcome: t("answer.outcome"),
    day: t("answer.day"),
    reason: t("answer.reason"),
    complaint: t("answer.complaint"),
  };
  return deskPage(c, {
    title: t("answer.title"),
    current: "requests",
    back: { href: requestPath(id), label: t("back.one", { n: String(request.n) }) },
    lede: t("answer.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("answer.problem")} />
        <DeskForm action={`${requestPath(id)}/answer`}>
          <Radios
            {...field("outcome")}
            legend={labels.outcome}
            options={OUTCOMES.map((value) => ({
              value,
              label: t(`outcome.${value}`),
              ...(value === "met" && { hint: met }),
            }))}
          />
          <div class="above-5">
            <TextField {...field("day")} type="date" label={labels.day} />
            <TextArea
              {...field("reason")}
              label={labels.reason}
              hint={t("answer.reason.hint")}
              rows={4}
              optional="group"
            />
            <Checkbox
              name="complaint"
              label={labels.complaint}
              hint={t("answer.complaint.hint")}
              checked={values.complaint === "yes"}
              problem={problemFor(problems, "complaint")}
            />
          </div>
          <Actions>
            <Button>{t("answer.act")}</Button>
            <a href={requestPath(id)}>{t("cancel")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

export async function extendPage(
  c: StaffContext,
  id: string,
  values: Values = {},
  problems?: Problem[],
): Promise<Response> {
  const request = await openRequest(c, id);
  if (isRefusal(request)) return refusedPage(c, request, "desk");
  const today = dayOf(c.var.deps.clock.now(), c.var.institution.timeZone);
  const late = extensionProblem(request, today);
  if (late) return refusedPage(c, refuse(late), "desk");
  const t = voice(c);
  const until = day(c, daysOf(request).extended, c.var.lang === "lv" ? "dat" : "table");
  const field = (name: string) => ({ name, value: values[name], problem: problemFor(problems, name) });
  const labels = { ground: t("extend.ground"), reason: t("extend.reason"), told: t("extend.told") };
  return deskPage(c, {
    title: t("extend.title"),
    current: "requests",
    back: { href: requestPath(id), label: t("back.one", { n: String(request.n) }) },
    lede: t("extend.lede", { day: until }),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("extend.problem")} />
        <DeskForm action={`${requestPath(id)}/extend`}>
          <Radios
            {...field("ground")}
            legend={labels.ground}
            options={GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
          />
          <div class="above-5">
            <TextArea {...field("reason")} label={labels.reason} rows={3} />
            <Checkbox
              name="told"
              label={labels.told}
              checked={values.told === "yes"}
              problem={problemFor(problems, "told")}
            />
          </div>
          <Actions>
            <Button>{t("extend.act", { day: until })}</Button>
            <a href={requestPath(id)}>{t("cancel")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}
