/** Rooms of retention. What is shown changes nothing; every decision is a POST that goes back to a page. */
import { Hono } from "hono";
import { changeRule } from "../../../domain/retention/change-rule.ts";
import { confirmRun } from "../../../domain/retention/confirm-run.ts";
import { countAnew } from "../../../domain/retention/count-anew.ts";
import { decideCase } from "../../../domain/retention/decide-case.ts";
import { endHold } from "../../../domain/retention/end-hold.ts";
import { fileRecord } from "../../../domain/retention/file-record.ts";
import { lookAtSamples } from "../../../domain/retention/look-at-samples.ts";
import { placeHold } from "../../../domain/retention/place-hold.ts";
import { isHoldScope } from "../../../domain/retention/rules/kinds.ts";
import { setLimits } from "../../../domain/retention/set-limits.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { type Problem, problemsOf, readForm } from "../../forms.ts";
import { HOLDS, holdsPage } from "./holds.tsx";
import { retentionHome } from "./home.tsx";
import { RECORDS, recordsPage } from "./records.tsx";
import { REVIEW, reviewPage } from "./review.tsx";
import { periodTyped, rulePage } from "./rule.tsx";
import { runPage, runsPage } from "./runs.tsx";
import { RETENTION, rulePath } from "./shared.tsx";

/** A whole number as typed, also with spaces between thousands; NaN for anything else. */
const whole = (text: string): number => (/^\d[\d\s\u00a0]*$/.test(text) ? Number(text.replace(/\s/g, "")) : Number.NaN);

export const retentionRooms = new Hono<StaffEnv>()
  .get("/retention", (c) => retentionHome(c))
  .post("/retention/limits", async (c) => {
    const form = await readForm(c);
    const { deps, actor } = c.var;
    const result = await setLimits(deps, actor, {
      ceiling: whole(form.text("ceiling")),
      answerDays: whole(form.text("answerDays")),
      version: Number(form.text("version")),
    });
    return done(c, result, `${RETENTION}?done=limits`, (problems) => retentionHome(c, form.values, problems));
  })

  .post("/retention/forecast", async (c) => {
    const result = await countAnew(c.var.deps, c.var.actor);
    return isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(`${RETENTION}#ahead`, 303);
  })

  .get("/retention/rules/:name", (c) => rulePage(c, c.req.param("name")))
  .post("/retention/rules/:name", async (c) => {
    const form = await readForm(c);
    const name = c.req.param("name");
    const { n = "", unit = "", reason = "" } = form.values;
    const result = await changeRule(c.var.deps, c.var.actor, {
      name,
      period: periodTyped(n, unit),
      reason,
      version: Number(form.text("version")),
    });
    return done(c, result, `${rulePath(name)}?done=saved`, (problems) =>
      rulePage(c, name, {
        values: form.values,
        problems: problems.map((one) => (one.field === "period" ? { ...one, field: "n" } : one)),
      }),
    );
  })
  .post("/retention/rules/:name/samples", async (c) => {
    const name = c.req.param("name");
    const samples = await lookAtSamples(c.var.deps, c.var.actor, { name });
    return isRefusal(samples) ? refusedPage(c, samples, "desk") : rulePage(c, name, { samples });
  })

  .get("/retention/runs", (c) => runsPage(c))
  .get("/retention/runs/:kind/:day", (c) => runPage(c, runId(c)))
  .post("/retention/runs/:kind/:day", async (c) => {
    const form = await readForm(c);
    const id = runId(c);
    const result = await confirmRun(c.var.deps, c.var.actor, { id, planned: Number(form.text("planned")) });
    return isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(`${RETENTION}?done=confirmed`, 303);
  })

  .get("/retention/holds", (c) => holdsPage(c))
  .post("/retention/holds", async (c) => {
    const { values } = await readForm(c);
    const { scope = "", whose = "", reason = "", until = "" } = values;
    if (!isHoldScope(scope)) return refusedPage(c, refuse("page.not_found"), "desk");
    const result = await placeHold(c.var.deps, c.var.actor, { scope, whose, reason, until });
    return done(c, result, `${HOLDS}?done=placed`, (problems) => holdsPage(c, { values, problems }));
  })
  .post("/retention/holds/:id/end", async (c) => {
    const { values } = await readForm(c);
    const id = c.req.param("id");
    const result = await endHold(c.var.deps, c.var.actor, { id, reason: values.reason ?? "" });
    return done(c, result, `${HOLDS}?done=ended`, (problems) => holdsPage(c, { values, problems, ending: id }));
  })

  .get("/retention/review", (c) => reviewPage(c))
  .post("/retention/review/:id", async (c) => {
    const { values } = await readForm(c);
    const id = c.req.param("id");
    const { decision = "", reason = "", until = "" } = values;
    const result = await decideCase(c.var.deps, c.var.actor, { id, decision, reason, until });
    return done(c, result, `${REVIEW}?done=decided`, (problems) => reviewPage(c, { id, values, problems }));
  })

  .get("/retention/records", (c) => recordsPage(c))
  .post("/retention/records/:id", async (c) => {
    const { values } = await readForm(c);
    const id = c.req.param("id");
    const { code = "", disposal = "", disposalDay = "" } = values;
    const result = await fileRecord(c.var.deps, c.var.actor, { id, code, disposal, disposalDay });
    return done(c, result, `${RECORDS}?done=filed`, (problems) => recordsPage(c, { id, values, problems }));
  });

const runId = (c: StaffContext): string => `${c.req.param("kind")}/${c.req.param("day")}`;

/** Where it went on; refusals of the request as a whole have a page of their own, the others go back to the form. */
async function done(
  c: StaffContext,
  result: unknown | Refusal,
  on: string,
  again: (problems: Problem[]) => Promise<Response>,
): Promise<Response> {
  if (!isRefusal(result)) return c.redirect(on, 303);
  return [403, 404, 429].includes(statusOf(result))
    ? refusedPage(c, result, "desk")
    : again(problemsOf(result, c.var.lang));
}
