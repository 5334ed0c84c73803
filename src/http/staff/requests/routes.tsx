/**
 * Rooms of requests. An address comes by POST and stands in no URL; whoever asked is shown as the answer to a POST, because the
 * look is on record and a GET changes nothing.
 */
import { Hono } from "hono";
import { answerRequest } from "../../../domain/rights-requests/answer.ts";
import { endMail } from "../../../domain/rights-requests/end-mail.ts";
import { extendRequest } from "../../../domain/rights-requests/extend.ts";
import { liftRestriction } from "../../../domain/rights-requests/lift.ts";
import { noteRequest } from "../../../domain/rights-requests/note.ts";
import { readTheRequest } from "../../../domain/rights-requests/read.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { problemsOf, readForm } from "../../forms.ts";
import { liftPage } from "./lift.tsx";
import { requestList } from "./list.tsx";
import { notePage } from "./note.tsx";
import { requestPage } from "./one.tsx";
import { requestPath } from "./shared.tsx";
import { answerPage, extendPage } from "./steps.tsx";

const refused = (c: StaffContext, no: Refusal) => refusedPage(c, no, "desk");

export const requestRooms = new Hono<StaffEnv>()
  .get("/requests", (c) => {
    const no = may(c.var.actor, "request.see");
    return no ? refused(c, no) : requestList(c);
  })
  .get("/requests/new", (c) => notePage(c))
  // From a person's card: the address comes along without standing in a URL.
  .post("/requests/of", async (c) => notePage(c, { address: (await readForm(c)).text("address") }))
  .post("/requests/new", async (c) => {
    const { values } = await readForm(c);
    const { address = "", contact = "", channel = "", day = "", right = "", words = "", doubt = "" } = values;
    const done = await noteRequest(c.var.deps, c.var.actor, { address, contact, channel, day, right, words, doubt });
    if (!isRefusal(done)) return c.redirect(`${requestPath(done.id)}?done=note`, 303);
    return done.fields ? notePage(c, values, problemsOf(done, c.var.lang)) : refused(c, done);
  })
  .get("/requests/:id", (c) => requestPage(c, c.req.param("id")))
  .post("/requests/:id/read", async (c) => {
    const id = c.req.param("id");
    const read = await readTheRequest(c.var.deps, c.var.actor, { id });
    return isRefusal(read) ? refused(c, read) : requestPage(c, id, { read });
  })
  .post("/requests/:id/end", async (c) => {
    const id = c.req.param("id");
    const purposeId = (await readForm(c)).text("purpose") || "everything";
    const ended = await endMail(c.var.deps, c.var.actor, { id, purposeId });
    return isRefusal(ended) ? refused(c, ended) : requestPage(c, id, { ended });
  })
  .get("/requests/:id/answer", (c) => answerPage(c, c.req.param("id")))
  .post("/requests/:id/answer", async (c) => {
    const id = c.req.param("id");
    const form = await readForm(c);
    const complaint = form.text("complaint") === "yes";
    const typed = { outcome: form.text("outcome"), day: form.text("day"), reason: form.values.reason ?? "", complaint };
    const done = await answerRequest(c.var.deps, c.var.actor, { id, ...typed });
    if (!isRefusal(done)) return c.redirect(`${requestPath(id)}?done=answer`, 303);
    return done.fields ? answerPage(c, id, form.values, problemsOf(done, c.var.lang)) : refused(c, done);
  })
  .get("/requests/:id/lift", (c) => liftPage(c, c.req.param("id")))
  .post("/requests/:id/lift", async (c) => {
    const id = c.req.param("id");
    const form = await readForm(c);
    const input = { id, reason: form.values.reason ?? "", told: form.text("told") === "yes" };
    const done = await liftRestriction(c.var.deps, c.var.actor, input);
    if (!isRefusal(done)) return c.redirect(`${requestPath(id)}?done=lift`, 303);
    return done.fields ? liftPage(c, id, form.values, problemsOf(done, c.var.lang)) : refused(c, done);
  })
  .get("/requests/:id/extend", (c) => extendPage(c, c.req.param("id")))
  .post("/requests/:id/extend", async (c) => {
    const id = c.req.param("id");
    const form = await readForm(c);
    const told = form.text("told") === "yes";
    const input = { id, ground: form.text("ground"), reason: form.values.reason ?? "", told };
    const done = await extendRequest(c.var.deps, c.var.actor, input);
    if (!isRefusal(done)) return c.redirect(`${requestPath(id)}?done=extend`, 303);
    return done.fields ? extendPage(c, id, form.values, problemsOf(done, c.var.lang)) : refused(c, done);
  });
