/** Mailings at the desk: `/staff/mailings`. Every act ends with a redirect; who may not act does not see the act. */
import { Hono } from "hono";
import { readMailing } from "../../domain/campaigns/views.ts";
import type { StaffEnv } from "../env.ts";
import { framesMail, mailInFrame } from "../frame/headers.ts";
import { failedPage, failedPlanned } from "./campaigns/decide/failed.tsx";
import { heldDecided, heldPage } from "./campaigns/decide/held.tsx";
import { unknownDecided, unknownPage } from "./campaigns/decide/unknown.tsx";
import { editPage, save } from "./campaigns/edit.tsx";
import { annul, annulPage, deletionPage, opineOnDeletion, postpone, postponePage } from "./campaigns/ending/acts.tsx";
import { remind, remindPage } from "./campaigns/ending/remind.tsx";
import { unreachedDecided, unreachedPage } from "./campaigns/ending/unreached.tsx";
import { mailingsPage } from "./campaigns/list.tsx";
import { create, newPage } from "./campaigns/new.tsx";
import { close, closePage } from "./campaigns/one/close.tsx";
import { cancel, cancelPage, pause, resume } from "./campaigns/one/halt.tsx";
import { campaignPage, numbersPart } from "./campaigns/one/page.tsx";
import { release } from "./campaigns/one/waves.tsx";
import { mailDocument, previewPage, trial } from "./campaigns/preview.tsx";
import { reportCsv } from "./campaigns/report/csv.ts";
import { reportPage } from "./campaigns/report/page.tsx";
import { approve, opine, reviewPage } from "./campaigns/review.tsx";
import { send, sendPage } from "./campaigns/send.tsx";
import { overTimeCsv } from "./charts/over-time-csv.ts";

/** Pages of campaigns alone. The others stand here for every mailing: pausing, cancelling, what a person decides of its messages. */
const OF_CAMPAIGNS =
  /\/mailings\/[^/]+\/(edit|preview|review|send|report|over-time|close|postpone|remind|deletion|annul|unreached)/;

export const campaignPages = new Hono<StaffEnv>()
  .use("/mailings/:id/*", async (c, next) => {
    const asked = OF_CAMPAIGNS.test(c.req.path) ? await readMailing(c.var.deps.db, c.req.param("id")) : undefined;
    return asked?.kind === "newsletter" ? c.redirect(`/staff/issues/${asked.id}`, 303) : next();
  })
  .get("/mailings", mailingsPage)
  .get("/mailings/new", newPage)
  .post("/mailings/new", create)
  .get("/mailings/:id", campaignPage)
  .get("/mailings/:id/numbers", numbersPart)
  .get("/mailings/:id/over-time.csv", overTimeCsv)
  .get("/mailings/:id/report", reportPage)
  .get("/mailings/:id/report.csv", reportCsv)
  .get("/mailings/:id/edit", editPage)
  .post("/mailings/:id/edit", save)
  .get("/mailings/:id/preview", framesMail, previewPage)
  .get("/mailings/:id/preview/mail", mailInFrame, mailDocument)
  .post("/mailings/:id/trial", framesMail, trial)
  .get("/mailings/:id/review", reviewPage)
  .post("/mailings/:id/opinion", opine)
  .post("/mailings/:id/approve", approve)
  .get("/mailings/:id/send", sendPage)
  .post("/mailings/:id/send", send)
  .get("/mailings/:id/close", closePage)
  .post("/mailings/:id/close", close)
  .post("/mailings/:id/release", release)
  .get("/mailings/:id/postpone", postponePage)
  .post("/mailings/:id/postpone", postpone)
  .get("/mailings/:id/remind", remindPage)
  .post("/mailings/:id/remind", remind)
  .get("/mailings/:id/deletion", deletionPage)
  .post("/mailings/:id/deletion", opineOnDeletion)
  .get("/mailings/:id/annul", annulPage)
  .post("/mailings/:id/annul", annul)
  .get("/mailings/:id/unreached", unreachedPage)
  .post("/mailings/:id/unreached", unreachedDecided)
  .post("/mailings/:id/pause", pause)
  .post("/mailings/:id/resume", resume)
  .get("/mailings/:id/cancel", cancelPage)
  .post("/mailings/:id/cancel", cancel)
  .get("/mailings/:id/unknown", unknownPage)
  .post("/mailings/:id/unknown", unknownDecided)
  .get("/mailings/:id/failed", failedPage)
  .post("/mailings/:id/failed", failedPlanned)
  .get("/mailings/:id/held", heldPage)
  .post("/mailings/:id/held", heldDecided);
