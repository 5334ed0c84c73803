/** Imports at the desk: `/staff/imports`. Every act ends with a redirect; the download is a POST because it is put on record. */
import { Hono, type MiddlewareHandler } from "hono";
import { checkImport } from "../../../domain/imports/check.ts";
import { dropImport } from "../../../domain/imports/drop.ts";
import { csvLine } from "../../../domain/imports/file/write-csv.ts";
import { lookAtRows } from "../../../domain/imports/look-at-rows.ts";
import { readRefusedRows } from "../../../domain/imports/read-refused.ts";
import { recheckImport } from "../../../domain/imports/recheck.ts";
import type { ClaimedBasis, Origin } from "../../../domain/imports/rules/claim.ts";
import { ONE_BYTE } from "../../../domain/imports/rules/format.ts";
import { MAX_FILE_BYTES, PARTS_AT_ONCE } from "../../../domain/imports/rules/limits.ts";
import { COLUMN_USES } from "../../../domain/imports/rules/uses.ts";
import { runImport } from "../../../domain/imports/run.ts";
import { type Import, readImport, readOptOutsBrought, readOptOutsLists } from "../../../domain/imports/views.ts";
import { readList, readLists } from "../../../domain/lists/views.ts";
import { mayRead } from "../../../domain/read-log/acts/record.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemsOf, readForm } from "../../forms.ts";
import { textStream } from "../text-stream.ts";
import { checkPage } from "./check-page.tsx";
import { newImportPage } from "./form-page.tsx";
import { importsPage } from "./list-page.tsx";
import { checkingPage, endedPage, runningPage } from "./run-pages.tsx";
import { importPath, rowReason, type Shown, voice } from "./shared.tsx";
import { BrokenUpload, readUpload } from "./upload.ts";

const importersOnly: MiddlewareHandler<StaffEnv> = async (c, next) => {
  const no = await mayRead(c.var.deps, c.var.actor, "people.import", { act: "imports.samples" });
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
  if (shown.job.state === "checking") return checkingPage(c, shown);
  // The progress of a run that has ended asks for a part that this page does not have.
  if (c.req.header("HX-Request") && c.req.method === "GET") c.header("HX-Refresh", "true");
  if (shown.job.state !== "checked") return endedPage(c, shown);
  const { deps } = c.var;
  const seen = await lookAtRows(deps, c.var.actor, shown.job);
  if (isRefusal(seen)) return refusedPage(c, seen, "desk");
  const optOutsBrought = await readOptOutsBrought(deps.db, shown.list.id);
  return checkPage(c, { ...shown, ...seen, optOutsBrought }, problems);
}

const kindOf = (typed: string | undefined): Import["kind"] =>
  typed === "opt-outs" || typed === "sync" ? typed : "people";

async function formPage(
  c: StaffContext,
  kind: Import["kind"],
  values: Record<string, string>,
  problems?: Problem[],
): Promise<Response> {
  const { deps } = c.var;
  const [lists, broughtFor] = await Promise.all([readLists(deps.db), readOptOutsLists(deps.db)]);
  const mb = Math.floor((deps.uploadLimit ?? MAX_FILE_BYTES) / 1024 / 1024);
  return newImportPage(c, { kind, lists, broughtFor, mb }, values, problems);
}

/** The file is read as it comes; what is refused is read to its end, because a browser that is cut off shows no answer. */
async function upload(c: StaffContext): Promise<Response> {
  const { deps, actor, lang } = c.var;
  const form = await readUpload(c);
  const kind = kindOf(form.text("kind"));
  const result = await checkImport(deps, actor, {
    listId: form.text("list"),
    kind,
    fileName: form.fileName,
    bytes: form.file,
    claim: {
      source: form.text("source"),
      since: form.text("since"),
      basis: form.text("basis") as ClaimedBasis,
      origin: form.text("origin") as Origin,
      proof: form.text("proof"),
    },
    limit: deps.uploadLimit ?? MAX_FILE_BYTES,
    atOnce: PARTS_AT_ONCE,
  });
  for await (const _ of form.file);
  if (isRefusal(result)) return formPage(c, kind, form.values, problemsOf(result, lang));
  return c.redirect(importPath(result.importId), 303);
}

const after = (c: StaffContext, id: string, result: object | Refusal) =>
  isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(importPath(id), 303);

export const importPages = new Hono<StaffEnv>()
  .use("/imports", importersOnly)
  .use("/imports/*", importersOnly)

  .get("/imports", importsPage)

  .get("/imports/new", (c) => formPage(c, kindOf(c.req.query("kind")), { list: c.req.query("list") ?? "" }))

  .post("/imports", async (c) => {
    try {
      return await upload(c);
    } catch (error) {
      // Whoever is still there reads why; nothing is left of what came.
      if (!(error instanceof BrokenUpload)) throw error;
      return refusedPage(c, refuse("imports.broken_upload"), "desk");
    }
  })

  .get("/imports/:id", (c) => show(c, c.req.param("id")))

  .post("/imports/:id/columns", async (c) => {
    const id = c.req.param("id");
    const form = await readForm(c);
    const uses = form.all("use").map((use) => COLUMN_USES.find((one) => one === use) ?? "skip");
    const above = Number(/^\d$/.exec(form.text("above"))?.[0] ?? 0);
    const mapping = { header: form.text("header") === "yes", ...(above > 0 ? { above } : {}), uses };
    const result = await recheckImport(c.var.deps, c.var.actor, { importId: id, mapping, atOnce: PARTS_AT_ONCE });
    if (isRefusal(result)) return show(c, id, problemsOf(result, c.var.lang));
    return c.redirect(importPath(id), 303);
  })

  .post("/imports/:id/encoding", async (c) => {
    const importId = c.req.param("id");
    const typed = (await readForm(c)).text("encoding");
    const encoding = ONE_BYTE.find((one) => one === typed);
    const result = encoding
      ? await recheckImport(c.var.deps, c.var.actor, { importId, encoding, atOnce: PARTS_AT_ONCE })
      : refuse("form.choose");
    if (isRefusal(result)) return show(c, importId, problemsOf(result, c.var.lang));
    return c.redirect(importPath(importId), 303);
  })

  .post("/imports/:id/refused", async (c) => {
    const result = await readRefusedRows(c.var.deps, c.var.actor, { importId: c.req.param("id") });
    if (isRefusal(result)) return refusedPage(c, result, "desk");
    const t = voice(c);
    const { lang } = c.var;
    const { titles, rows } = result;
    async function* lines() {
      yield `\ufeff${csvLine([t("csv.row"), t("csv.reason"), t("csv.day"), ...titles])}`;
      for await (const r of rows) yield csvLine([r.row, rowReason(r.code, lang), r.day ?? "", ...r.cells]);
    }
    return c.body(textStream(lines()), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t("csv.name")}"`,
      "Cache-Control": "no-store",
    });
  })

  .post("/imports/:id/run", async (c) => {
    const id = c.req.param("id");
    const missing = (await readForm(c)).text("missing").replace(/\s/g, "");
    const result = await runImport(c.var.deps, c.var.actor, {
      importId: id,
      missing: /^\d+$/.test(missing) ? Number(missing) : undefined,
    });
    if (isRefusal(result) && /missing/.test(result.code))
      return show(
        c,
        id,
        problemsOf(refuseForm([{ field: "missing", code: result.code, values: result.values }]), c.var.lang),
      );
    return after(c, id, result);
  })

  .post("/imports/:id/drop", async (c) => {
    const id = c.req.param("id");
    return after(c, id, await dropImport(c.var.deps, c.var.actor, { importId: id }));
  });
