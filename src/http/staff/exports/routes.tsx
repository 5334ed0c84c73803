/** Exports at the desk. The download is a POST, because it is a disclosure; the bytes go out as they are written. */
import { Hono } from "hono";
import { askListExport } from "../../../domain/exports/ask.ts";
import { dropExport } from "../../../domain/exports/drop.ts";
import { fetchExport } from "../../../domain/exports/fetch.ts";
import { tellRecipient } from "../../../domain/exports/tell.ts";
import { isRefusal } from "../../../refusal.ts";
import type { StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { problemsOf, readForm } from "../../forms.ts";
import { textStream } from "../text-stream.ts";
import { fileLines, fileName } from "./file.ts";
import { exportForm } from "./form-page.tsx";
import { exportsPage } from "./list-page.tsx";
import { exportPage } from "./one-page.tsx";
import { EXPORTS, exportPath } from "./shared.ts";

export const exportPages = new Hono<StaffEnv>()
  .get("/lists/:id/export", (c) => exportForm(c, c.req.param("id")))

  .post("/lists/:id/export", async (c) => {
    const form = await readForm(c);
    const columns = form.all("column");
    const { deps, actor, lang } = c.var;
    const done = await askListExport(deps, actor, c.req.param("id"), {
      columns,
      whom: form.text("whom"),
      recipient: form.text("recipient"),
      recipientName: form.text("recipientName"),
      reason: form.values.reason ?? "",
      language: lang,
    });
    if (!isRefusal(done)) return c.redirect(exportPath(done.id), 303);
    return done.fields
      ? exportForm(c, c.req.param("id"), { columns, values: form.values, problems: problemsOf(done, lang) })
      : refusedPage(c, done, "desk");
  })

  .get("/exports", exportsPage)

  .get("/exports/:id", (c) => exportPage(c, c.req.param("id")))

  .post("/exports/:id/file", async (c) => {
    const done = await fetchExport(c.var.deps, c.var.actor, { id: c.req.param("id") });
    if (isRefusal(done)) return refusedPage(c, done, "desk");
    return c.body(textStream(fileLines(c, done)), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName(c, c.var.deps.clock.now())}"`,
      "Cache-Control": "no-store",
    });
  })

  .post("/exports/:id/drop", async (c) => {
    const no = await dropExport(c.var.deps, c.var.actor, { id: c.req.param("id") });
    return no ? refusedPage(c, no, "desk") : c.redirect(`${EXPORTS}?dropped`, 303);
  })

  .post("/exports/:id/told", async (c) => {
    const id = c.req.param("id");
    const form = await readForm(c);
    const no = await tellRecipient(c.var.deps, c.var.actor, {
      id,
      outcome: form.text("outcome"),
      reason: form.values.reason ?? "",
      upTo: Number(form.text("upTo")) || 0,
      n: Number(form.text("n")) || 0,
    });
    if (!no) return c.redirect(`${exportPath(id)}?told`, 303);
    return no.fields ? exportPage(c, id, form.values, problemsOf(no, c.var.lang)) : refusedPage(c, no, "desk");
  });
