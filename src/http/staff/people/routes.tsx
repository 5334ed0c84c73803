/**
 * People at the desk: `/staff/people`, `/staff/lists/:id/people`. An address comes only by POST, and what it found is
 * shown as the answer to that POST: it never stands in a URL.
 */
import { Hono } from "hono";
import { HOW_ASKED, type RefusalInput, recordRefusal, WHO_ASKED } from "../../../domain/consent/record-refusal.ts";
import { dayOf } from "../../../domain/consent/rules/days.ts";
import { listMembers } from "../../../domain/people/list-members.ts";
import { lookUpPerson } from "../../../domain/people/look-up.ts";
import { markShared } from "../../../domain/people/mark-shared.ts";
import { normaliseAddress } from "../../../domain/people/rules.ts";
import { MEMBER_ORDERS, MEMBER_STATES } from "../../../domain/people/views.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { asWhy, type Why } from "../../../domain/read-log/rules/why.ts";
import { may } from "../../../domain/staff/rules.ts";
import { type FieldProblem, isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Form, type Problem, problemsOf, readForm } from "../../forms.ts";
import { findPage, foundPage } from "./card-pages.tsx";
import { membersPage, readKey } from "./members-page.tsx";
import { refusalPage, refusedDonePage } from "./refusal-pages.tsx";

const PER_PAGE = 25;

const forbidden = (c: StaffContext, no: Refusal) => refusedPage(c, no, "desk");

async function refusalForm(c: StaffContext, values: Record<string, string>, problems?: Problem[]): Promise<Response> {
  const no = may(c.var.actor, "consent.record-refusal");
  if (no) return forbidden(c, no);
  const purposes = (await readPurposes(c.var.deps.db)).filter((p) => p.state !== "draft");
  const today = dayOf(c.var.deps.clock.now(), c.var.institution.timeZone);
  return refusalPage(c, purposes, { day: today, ...values }, problems);
}

/** The form as the verb takes it, or what was left open. */
function readRefusal(form: Form): RefusalInput | Refusal {
  const who = WHO_ASKED.find((one) => one === form.text("who"));
  const how = HOW_ASKED.find((one) => one === form.text("how"));
  const purposeId = form.text("purpose");
  const address = normaliseAddress(form.values.address ?? "");
  if (who && how && purposeId && !isRefusal(address))
    return { address: form.values.address ?? "", purposeId, who, how, day: form.text("day") };
  const open = Object.entries({ purpose: purposeId, who, how }).filter(([, value]) => !value);
  return refuseForm([
    ...(isRefusal(address) ? [{ field: "address", code: address.code, values: address.values }] : []),
    ...open.map(([field]): FieldProblem => ({ field, code: "form.choose" })),
  ]);
}

/** Nobody is searched for without a reason; what else is wrong with the form is said beside it. */
function whyMissing(typed: string, why: Why | undefined): Refusal | undefined {
  if (why) return undefined;
  const address = normaliseAddress(typed);
  const wrong = isRefusal(address) ? [{ field: "address", code: address.code }] : [];
  return refuseForm([...wrong, { field: "why", code: "form.choose" }]);
}

export const peoplePages = new Hono<StaffEnv>()
  .get("/people", (c) => {
    const no = may(c.var.actor, "people.look-up");
    return no ? forbidden(c, no) : findPage(c, {});
  })

  .post("/people", async (c) => {
    const form = await readForm(c);
    const why = asWhy(form.text("why"));
    const { actor } = c.var;
    const no = may(actor, "people.look-up") ? undefined : whyMissing(form.values.address ?? "", why);
    const result = no ?? (await lookUpPerson(c.var.deps, c.var.actor, { address: form.values.address ?? "", why }));
    if (!isRefusal(result)) return foundPage(c, result);
    return result.fields ? findPage(c, form.values, problemsOf(result, c.var.lang)) : forbidden(c, result);
  })

  .post("/people/open", async (c) => {
    const form = await readForm(c);
    const why = asWhy(form.text("why"));
    if (!why && !may(c.var.actor, "people.look-up")) return forbidden(c, refuse("people.why_missing"));
    const result = await lookUpPerson(c.var.deps, c.var.actor, { personId: form.text("person"), why });
    return isRefusal(result) ? forbidden(c, result) : foundPage(c, result);
  })

  .post("/people/shared", async (c) => {
    const form = await readForm(c);
    const shared = form.text("shared") === "yes";
    const done = await markShared(c.var.deps, c.var.actor, { personId: form.text("person"), shared });
    return done === "done" ? c.redirect(`/staff/people?done=${shared ? "shared" : "own"}`, 303) : forbidden(c, done);
  })

  .get("/people/refusal", (c) => refusalForm(c, {}))

  // From a person's card: the form with the address filled in, without the address in a URL.
  .post("/people/refusal/of", async (c) => refusalForm(c, { address: (await readForm(c)).text("address") }))

  .post("/people/refusal", async (c) => {
    const form = await readForm(c);
    const input = readRefusal(form);
    const result = isRefusal(input) ? input : await recordRefusal(c.var.deps, c.var.actor, input);
    if (!isRefusal(result)) return refusedDonePage(c, result);
    return refusalForm(c, form.values, problemsOf(result, c.var.lang));
  })

  .get("/lists/:id/people", async (c) => {
    const state = MEMBER_STATES.find((s) => s === c.req.query("state"));
    const order = MEMBER_ORDERS.find((o) => o === c.req.query("order")) ?? "newest";
    const key = { after: readKey(c.req.query("after")), before: readKey(c.req.query("before")) };
    const ask = { listId: c.req.param("id"), ...(state ? { state } : {}), order, ...key, limit: PER_PAGE };
    const seen = await listMembers(c.var.deps, c.var.actor, ask);
    return isRefusal(seen) ? forbidden(c, seen) : membersPage(c, { ...seen, state, order });
  });
