/** Newsletters at the desk: `/staff/issues`, where they are written. Sending has pages of its own. */
import { Hono } from "hono";
import type { StaffEnv } from "../../env.ts";
import { framesMail, issueInFrame } from "../../frame/headers.ts";
import { composerPage } from "./compose/page.tsx";
import { autosave, save, takeImage } from "./compose/save.tsx";
import { drop, dropPage } from "./drop.tsx";
import { issuesPage } from "./list.tsx";
import { create, newPage } from "./new.tsx";
import { mailDocument, previewPage, trial } from "./preview.tsx";
import { restore, versionPage, versionsPage } from "./versions.tsx";

export const issuePages = new Hono<StaffEnv>()
  .get("/issues", issuesPage)
  .get("/issues/new", newPage)
  .post("/issues/new", create)
  .post("/issues/images", takeImage)
  .get("/issues/:id", framesMail, composerPage)
  .post("/issues/:id", framesMail, save)
  .post("/issues/:id/autosave", autosave)
  .get("/issues/:id/preview", framesMail, previewPage)
  .get("/issues/:id/preview/mail", issueInFrame, mailDocument)
  .post("/issues/:id/trial", framesMail, trial)
  .get("/issues/:id/drop", dropPage)
  .post("/issues/:id/drop", drop)
  .get("/issues/:id/versions", versionsPage)
  .get("/issues/:id/versions/:n{[0-9]{1,9}}", versionPage)
  .post("/issues/:id/versions/:n{[0-9]{1,9}}", restore);
