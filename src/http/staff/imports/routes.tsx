/** Imports at the desk: `/staff/imports`. Every act ends with a redirect; the download is a POST because it is put on record. */
import { Hono, type MiddlewareHandler } from "hono";
import { checkImport } from "../../../domain/imports/check.ts";
import { dropImport } from "../../../domain/imports/drop.ts";
import { writeCsv } from "../../../domain/imports/file/write-csv.ts";
import { readRefusedRows } from "../../../domain/imports/read-refused.ts";
import { recheckImport } from "../../../domain/imports/recheck.ts";
import type { ClaimedBasis, Origin } from "../../../domain/imports/rules/claim.ts";
import { COLUMN_USES } from "../../../domain/imports/rules/columns.ts";
import { runImport } from "../../../domain/imports/run.ts";
import { readImport, readImports, readSample } from "../../../domain/imports/views.ts";
import { readList, readLists } from "../../../domain/lists/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemsOf, readForm } from "../../forms.ts";
import { checkPage } from "./check-page.tsx";
import { importsPage, newImportPage } from "./form-pages.tsx";
import { endedPage, runningPage } from "./run-pages.tsx";
import { importPath, rowReason, type Shown, voice } from "./shared.tsx";

const importersOnly: MiddlewareHandler<StaffEnv> = async (c, next) => {
  const no = may(c.var.actor, "people.import");
  if (no) return refusedPage(c, no, "desk");
  await next();
};

async function load(c: StaffContext, id: string): Promise<Shown | undefined> {
  const job = await readImport(c.var.deps.db, id);
  const list = job && (await readList(c.var.deps.db, job.listId));
  return job && list && { job, list };
}

async function show(c: StaffContext, id: string, problems?: Problem[]): Promise<Response> {
  const shown = await load(c, id);
  if (!shown) return refusedPage(c, refuse("imports.unknown"), "desk");
  if (shown.job.state === "running") return runningPage(c, shown);
  // The progress of a run that has ended asks for a part that this page does not have.
  if (c.req.header("HX-Request") && c.req.method === "GET") c.header("HX-Refresh", "true");
  if (shown.job.state !== "checked") return endedPage(c, shown);
  return checkPage(c, shown, await readSample(c.var.deps, id), problems);
}

const after = (c: StaffContext, id: string, result: object | Refusal) =>
  isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(importPath(id), 303);

export const importPages = new Hono<StaffEnv>()
  .use("/imports", importersOnly)
  .use("/imports/*", importersOnly)

  .get("/imports", async (c) => {
    const { db } = c.var.deps;
    const [imports, lists] = await Promise.all([readImports(db), readLists(db)]);
    return importsPage(c, imports, lists);
  })

  .get("/imports/new", async (c) =>
    newImportPage(c, await readLists(c.var.deps.db), { list: c.req.query("list") ?? "" }),
  )

  .post("/imports", async (c) => {
    const form = await readForm(c);
    const file = form.file("file");
    const result = await checkImport(c.var.deps, c.var.actor, {
      listId: form.text("list"),
      fileName: file?.name ?? "",
      bytes: file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
      claim: {
        source: form.text("source"),
        since: form.text("since"),
        basis: form.text("basis") as ClaimedBasis,
        origin: form.text("origin") as Origin,
        proof: form.text("proof"),
      },
    });
    if (isRefusal(result))
      return newImportPage(c, await readLists(c.var.deps.db), form.values, problemsOf(result, c.var.lang));
    return c.redirect(importPath(result.importId), 303);
  })

  .get("/imports/:id", (c) => show(c, c.req.param("id")))

  .post("/imports/:id/columns", async (c) => {
    const id = c.req.param("id");
    const form = await readForm(c);
    const uses = form.all("use").map((use) => COLUMN_USES.find((one) => one === use) ?? "skip");
    const mapping = { header: form.text("header") === "yes", uses };
    const result = await recheckImport(c.var.deps, c.var.actor, { importId: id, mapping });
    if (isRefusal(result)) return show(c, id, problemsOf(result, c.var.lang));
    return c.redirect(importPath(id), 303);
  })

  .post("/imports/:id/refused", async (c) => {
    const result = await readRefusedRows(c.var.deps, c.var.actor, { importId: c.req.param("id") });
    if (isRefusal(result)) return refusedPage(c, result, "desk");
    const t = voice(c);
    const records = result.rows.map((r) => [r.row, rowReason(r.code, c.var.lang), r.day ?? "", ...r.cells]);
    const csv = writeCsv([[t("csv.row"), t("csv.reason"), t("csv.day"), ...result.titles], ...records]);
    return c.body(csv, 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t("csv.name")}"`,
      "Cache-Control": "no-store",
    });
  })

  .post("/imports/:id/run", async (c) => {
    const id = c.req.param("id");
    return after(c, id, await runImport(c.var.deps, c.var.actor, { importId: id }));
  })

  .post("/imports/:id/drop", async (c) => {
    const id = c.req.param("id");
    return after(c, id, await dropImport(c.var.deps, c.var.actor, { importId: id }));
  });
