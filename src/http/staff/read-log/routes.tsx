/**
 * Rooms of the access log: `/staff/read-log` for the officer and the auditor, `/staff/recorded` for everybody. An address
 * comes by POST and stands in no URL.
 */
import { Hono } from "hono";
import { decideNames } from "../../../domain/read-log/decide-names.ts";
import { lookAtLog } from "../../../domain/read-log/look-at-log.ts";
import { lookAtReaders } from "../../../domain/read-log/look-at-readers.ts";
import { isRefusal } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemsOf, readForm } from "../../forms.ts";
import { checkPage } from "./check.tsx";
import { readFilter } from "./filter.ts";
import { foundPage, namedPage, namesPage } from "./found.tsx";
import { homePage } from "./home.tsx";
import { ownPage } from "./own.tsx";

async function home(c: StaffContext, values?: Record<string, string>, problems?: Problem[]): Promise<Response> {
  const { filter, query } = readFilter((name) => c.req.query(name), c.var.institution.timeZone);
  const page = await lookAtLog(c.var.deps, c.var.actor, filter);
  if (isRefusal(page)) return refusedPage(c, page, "desk");
  return homePage(c, { page, query, ...(values && { values }), ...(problems && { problems }) });
}

export const readLogPages = new Hono<StaffEnv>()
  .get("/recorded", ownPage)
  .get("/read-log", (c) => home(c))
  .get("/read-log/check", checkPage)

  .post("/read-log/person", async (c) => {
    const form = await readForm(c);
    const found = await lookAtReaders(c.var.deps, c.var.actor, {
      address: form.values.address ?? "",
      why: form.text("why"),
    });
    if (!isRefusal(found)) return foundPage(c, found);
    return found.fields ? home(c, form.values, problemsOf(found, c.var.lang)) : refusedPage(c, found, "desk");
  })

  .post("/read-log/names", async (c) => {
    const form = await readForm(c);
    const done = await decideNames(c.var.deps, c.var.actor, {
      personId: form.text("person"),
      decision: form.text("decision"),
      reason: form.values.reason ?? "",
    });
    if (!isRefusal(done)) return namedPage(c);
    return done.fields ? namesPage(c, form.values, problemsOf(done, c.var.lang)) : refusedPage(c, done, "desk");
  });
