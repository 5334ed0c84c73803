/** Rooms of breaches: reporting is for everybody, the record for those who decide, one's own report for whoever made it. */
import { Hono } from "hono";
import { recordBreach } from "../../../domain/breaches/record.ts";
import { reportBreach } from "../../../domain/breaches/report.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { problemsOf, readForm } from "../../forms.ts";
import { breachClocks } from "./clocks.tsx";
import { breachList } from "./list.tsx";
import { breachPage } from "./one.tsx";
import { reportPage } from "./report.tsx";
import { breachPath } from "./shared.tsx";
import { isSection, writePage } from "./write.tsx";

const whole = (status: number) => [403, 404].includes(status);

export const breachRooms = new Hono<StaffEnv>()
  .get("/breaches", breachList)
  // The strip that pages with it ask for; empty when nothing is open any more.
  .get("/breaches/clocks", async (c) => c.html((await (await breachClocks(c))?.toString()) ?? ""))
  .get("/breaches/report", (c) => {
    const no = may(c.var.actor, "breach.report");
    return no ? refusedPage(c, no, "desk") : reportPage(c);
  })
  .post("/breaches/report", async (c) => {
    const { values } = await readForm(c);
    const done = await reportBreach(c.var.deps, c.var.actor, values);
    if (isRefusal(done)) return refusedPage(c, done, "desk");
    const query = new URLSearchParams({
      done: "reported",
      ...(done.assumed && { assumed: "1" }),
      ...(done.masked && { masked: "1" }),
    });
    return c.redirect(`${breachPath(done.id)}?${query}`, 303);
  })
  .get("/breaches/:id", (c) => breachPage(c, c.req.param("id")))
  .get("/breaches/:id/:section", (c) => {
    const section = c.req.param("section");
    return isSection(section) ? writePage(c, c.req.param("id"), section) : notFound(c);
  })
  .post("/breaches/:id/:section", async (c) => {
    const { id, section } = c.req.param();
    if (!isSection(section)) return notFound(c);
    const { values } = await readForm(c);
    const input = { id, section, version: Number(values.version), typed: values };
    const done = await recordBreach(c.var.deps, c.var.actor, input);
    if (!isRefusal(done)) return c.redirect(`${breachPath(id)}?done=saved`, 303);
    if (whole(statusOf(done))) return refusedPage(c, done, "desk");
    // The fields keep what was typed; the hidden version is the newest, so that it can be saved once what is new was read.
    const { version: _, ...typed } = values;
    return writePage(c, id, section, typed, problemsOf(done, c.var.lang));
  });

const notFound = (c: StaffContext) => refusedPage(c, refuse("page.not_found"), "desk");
