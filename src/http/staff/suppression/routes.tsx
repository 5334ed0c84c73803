/**
 * `/staff/suppression`. An address comes only by POST and never stands in a URL or in an answer; every act on the whole ends with a
 * redirect.
 */
import { Hono, type MiddlewareHandler } from "hono";
import { dayOf, later } from "../../../domain/consent/rules/days.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { may, type Permission } from "../../../domain/staff/rules.ts";
import { addSuppression } from "../../../domain/suppressions/add.ts";
import { dropList } from "../../../domain/suppressions/lists/drop.ts";
import { runList } from "../../../domain/suppressions/lists/run.ts";
import { takeList } from "../../../domain/suppressions/lists/take.ts";
import { lookUpSuppression } from "../../../domain/suppressions/look-up.ts";
import { decideReview } from "../../../domain/suppressions/review/decide.ts";
import { ANNOUNCED_DAYS } from "../../../domain/suppressions/rules/review.ts";
import { readListJob } from "../../../domain/suppressions/views/lists.ts";
import { readDue } from "../../../domain/suppressions/views/review.ts";
import { utf8 } from "../../../platform/encoding.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Form, type Problem, problemsOf, readForm } from "../../forms.ts";
import { KEEPING, keepingPage, saveKeeping } from "../institution/keeping.tsx";
import { addedPage, addPage, bringPage, lookedPage, reviewPage } from "./forms.tsx";
import { suppressionPage } from "./home.tsx";
import { listPage } from "./list.tsx";
import { SUPPRESSION } from "./shared.tsx";

const only =
  (permission: Permission): MiddlewareHandler<StaffEnv> =>
  async (c, next) => {
    const no = may(c.var.actor, permission);
    if (no) return refusedPage(c, no, "desk");
    await next();
  };

/** A form that was refused, or the page of a refusal that is no form's. */
async function again(
  c: StaffContext,
  no: Refusal,
  page: (problems: Problem[]) => Promise<Response>,
): Promise<Response> {
  return no.fields ? page(problemsOf(no, c.var.lang)) : refusedPage(c, no, "desk");
}

async function decidePage(c: StaffContext, form: Form | undefined, problems?: Problem[]): Promise<Response> {
  const { deps, institution } = c.var;
  const asked = (name: string) => (form ? form.text(name) : (c.req.query(name) ?? ""));
  const upTo = later(dayOf(deps.clock.now(), institution.timeZone), { days: ANNOUNCED_DAYS });
  const due = await readDue(deps.db, upTo);
  const group = due.find((g) => g.scope === asked("scope") && g.reason === asked("reason"));
  if (!group) return refusedPage(c, refuse("suppressions.nothing_due"), "desk");
  return reviewPage(c, { group, purposes: await readPurposes(deps.db), values: form?.values ?? {}, problems });
}

export const suppressionPages = new Hono<StaffEnv>()
  .use("/suppression", only("suppression.see"))
  .use("/suppression/*", only("suppression.see"))
  .use("/suppression/add", only("suppression.add"))
  .use("/suppression/lists/*", only("suppression.add"))
  .use("/suppression/review", only("suppression.review"))

  .get("/suppression", (c) => suppressionPage(c))

  .post("/suppression/look-up", async (c) => {
    const form = await readForm(c);
    const found = await lookUpSuppression(c.var.deps, c.var.actor, { address: form.text("address") });
    if (!isRefusal(found)) return lookedPage(c, found);
    return again(c, found, (problems) => suppressionPage(c, { values: form.values, problems }));
  })

  .get("/suppression/add", async (c) => addPage(c, { purposes: await readPurposes(c.var.deps.db), values: {} }))
  .post("/suppression/add", async (c) => {
    const form = await readForm(c);
    const { deps, actor } = c.var;
    const [address, scope, reason, source] = ["address", "scope", "reason", "source"].map((f) => form.text(f));
    const done = await addSuppression(deps, actor, {
      address: address ?? "",
      scope: scope ?? "",
      reason: reason ?? "",
      source: source ?? "",
    });
    if (!isRefusal(done)) return addedPage(c, done);
    const purposes = await readPurposes(deps.db);
    return again(c, done, (problems) => addPage(c, { purposes, values: form.values, problems }));
  })

  .get("/suppression/lists/new", async (c) => bringPage(c, { purposes: await readPurposes(c.var.deps.db), values: {} }))
  .post("/suppression/lists", only("suppression.add"), async (c) => {
    const form = await readForm(c);
    const { deps, actor } = c.var;
    const file = form.file("file");
    const bytes = file && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : utf8(form.text("text"));
    const done = await takeList(deps, actor, {
      scope: form.text("scope"),
      source: form.text("source"),
      reason: form.text("reason"),
      endsProven: form.text("proven") === "end",
      bytes,
    });
    if (!isRefusal(done)) return c.redirect(`${SUPPRESSION}/lists/${done.id}`, 303);
    // What was pasted is not shown again: the page would hold a whole list of addresses.
    const { text: _, ...values } = form.values;
    const purposes = await readPurposes(deps.db);
    return again(c, done, (problems) => bringPage(c, { purposes, values, problems }));
  })
  .get("/suppression/lists/:id", async (c) => {
    const job = await readListJob(c.var.deps.db, c.req.param("id"));
    return job ? listPage(c, job) : refusedPage(c, refuse("suppressions.unknown_list"), "desk");
  })
  .post("/suppression/lists/:id/run", async (c) => {
    const done = await runList(c.var.deps, c.var.actor, { id: c.req.param("id") });
    return isRefusal(done) ? refusedPage(c, done, "desk") : c.redirect(`${SUPPRESSION}/lists/${done.id}`, 303);
  })
  .post("/suppression/lists/:id/drop", async (c) => {
    const done = await dropList(c.var.deps, c.var.actor, { id: c.req.param("id") });
    return isRefusal(done) ? refusedPage(c, done, "desk") : c.redirect(`${SUPPRESSION}/lists/${done.id}`, 303);
  })

  .get("/suppression/review", (c) => decidePage(c, undefined))
  .post("/suppression/review", async (c) => {
    const form = await readForm(c);
    const done = await decideReview(c.var.deps, c.var.actor, {
      scope: form.text("scope"),
      reason: form.text("reason"),
      decision: form.text("decision") as "prolong" | "end",
      months: Number(form.text("months")),
      note: form.text("note"),
      n: Number(form.text("n")),
    });
    if (!isRefusal(done)) return c.redirect(`${SUPPRESSION}?decided`, 303);
    if (done.code === "suppressions.number_changed") return decidePage(c, form, problemsOf(done, c.var.lang));
    return again(c, done, (problems) => decidePage(c, form, problems));
  })

  .get(KEEPING.replace("/staff", ""), (c) => keepingPage(c))
  .post(KEEPING.replace("/staff", ""), (c) => saveKeeping(c));
