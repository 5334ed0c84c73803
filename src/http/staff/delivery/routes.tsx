/** Rooms about delivery as a whole: what cannot wait and who is told of it, and work that failed again and again. */
import { Hono } from "hono";
import { closeAlert } from "../../../domain/alerts/close.ts";
import { isRefusal } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { sendAgain } from "./receipts.tsx";
import { saveTelling, tellingPage, testTelling } from "./telling.tsx";
import { dismiss, retry, workPage } from "./work.tsx";

export const deliveryPages = new Hono<StaffEnv>()
  .post("/alerts/:id/close", close)
  .get("/settings/alerts", (c) => tellingPage(c))
  .post("/settings/alerts", saveTelling)
  .post("/settings/alerts/test", testTelling)
  .get("/work", (c) => workPage(c))
  .post("/work/retry", retry)
  .post("/work/dismiss", dismiss)
  .post("/work/receipts", sendAgain);

async function close(c: StaffContext): Promise<Response> {
  const done = await closeAlert(c.var.deps, c.var.actor, { id: c.req.param("id") ?? "" });
  // Closed by somebody else, or its cause is over: either way it is gone from the page.
  if (isRefusal(done) && done.code !== "alerts.not_open") return refusedPage(c, done, "desk");
  return c.redirect("/staff/", 303);
}
