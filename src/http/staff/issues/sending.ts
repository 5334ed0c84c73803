/** Issues on their way, at the desk: before they go out, while they wait for their time, and after. Every act ends with a redirect. */
import { Hono } from "hono";
import type { StaffEnv } from "../../env.ts";
import { approve, choosePart, sendIssuePage, sendOrPlan } from "./send/page.tsx";
import { move, takeBack } from "./send/planned.tsx";
import { issueNumbersPart, sentIssuePage } from "./sent/page.tsx";

export const issueSendingPages = new Hono<StaffEnv>()
  .get("/issues/:id/send", sendIssuePage)
  .post("/issues/:id/send", sendOrPlan)
  .post("/issues/:id/send/part", choosePart)
  .post("/issues/:id/send/time", move)
  .post("/issues/:id/send/back", takeBack)
  .post("/issues/:id/approve", approve)
  .get("/issues/:id/sent", sentIssuePage)
  .get("/issues/:id/sent/numbers", issueNumbersPart);
