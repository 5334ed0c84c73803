/**
 * Files of people: taken and checked, run, dropped. A file only waits until somebody runs it, so that sending it twice adds nobody
 * twice; who is in it is not told here.
 */
import { z } from "zod";
import type { Deps } from "../../../deps.ts";
import { checkImport } from "../../../domain/imports/check.ts";
import { dropImport } from "../../../domain/imports/drop.ts";
import { CLAIMED_BASES, ORIGINS } from "../../../domain/imports/rules/claim.ts";
import { MAX_FILE_BYTES, PARTS_AT_ONCE } from "../../../domain/imports/rules/limits.ts";
import { runImport } from "../../../domain/imports/run.ts";
import { type Import, readImport, readImports } from "../../../domain/imports/views.ts";
import { isRefusal, refuse, refuseForm } from "../../../refusal.ts";
import { BrokenUpload, readUpload } from "../../staff/imports/upload.ts";
import { type Handled, operation } from "../frame/operation.ts";
import { fromCursor, pageOf, pageQuery, toCursor } from "../frame/paging.ts";
import { byId, Count, Id, Sha256, Time, time, timeOr } from "../schemas/common.ts";
import { IMPORT, LIST } from "../schemas/examples.ts";

const KINDS = ["people", "opt-outs", "sync"] as const;

const ImportSchema = z
  .strictObject({
    id: Id,
    listId: Id,
    kind: z.enum(KINDS),
    state: z.enum(["uploading", "checking", "checked", "running", "done", "dropped"]),
    fileName: z.string(),
    fileTag: Sha256.nullable(),
    rows: Count,
    add: Count,
    already: Count,
    left: Count,
    stopped: Count,
    unconfirmed: Count,
    refused: Count,
    reasons: z.array(z.strictObject({ code: z.string(), rows: Count })),
    missing: z.strictObject({ people: Count, of: Count }).nullable(),
    added: Count,
    createdAt: Time,
    finishedAt: Time.nullable(),
  })
  .meta({ id: "Import" });

function shown({ id, listId, kind, state, fileName, file, findings, createdAt, finishedAt }: Import) {
  const { rows, add, already, left, stopped, unconfirmed, refused, missing, written } = findings;
  return {
    fileTag: "tag" in file ? file.tag : null,
    ...{ id, listId, kind, state, fileName, rows, add, already, left, stopped, unconfirmed, refused },
    reasons: findings.reasons.map((one) => ({ code: one.code, rows: one.rows })),
    missing: missing ? { people: missing.people, of: missing.of } : null,
    added: written.added,
    createdAt: time(createdAt),
    finishedAt: timeOr(finishedAt),
  };
}

async function one(deps: Deps, id: string | null): Promise<Handled> {
  const found = id === null ? undefined : await readImport(deps.db, id);
  return found ? { value: shown(found) } : refuse("imports.unknown");
}

/** The fields that stand before the file. */
const Form = z.strictObject({
  list: Id,
  kind: z.enum(KINDS).default("people"),
  source: z.string(),
  since: z.string().default(""),
  basis: z.enum(CLAIMED_BASES).optional(),
  origin: z.enum(ORIGINS).optional(),
  proof: z.string().default(""),
});

export const importOperations = [
  operation({
    id: "listImports",
    tag: "imports",
    method: "get",
    path: "/imports",
    permission: "people.import",
    query: pageQuery,
    answer: { status: 200, schema: pageOf(ImportSchema) },
    refusals: ["api.cursor"],
    example: { query: { limit: 50 } },
    async handle({ deps, query }) {
      const before = fromCursor(query.cursor);
      if (isRefusal(before)) return before;
      const page = await readImports(deps.db, { limit: query.limit, ...(before && { before }) });
      return { value: { items: page.rows.map(shown), next: page.next ? toCursor(page.next) : null } };
    },
  }),
  operation({
    id: "uploadImport",
    tag: "imports",
    method: "post",
    path: "/imports",
    permission: "people.import",
    form: Form,
    answer: { status: 201, schema: ImportSchema },
    refusals: ["form.invalid", "imports.broken_upload"],
    example: {
      body: {
        list: LIST,
        kind: "people",
        source: "Export of the former mailing system",
        since: "2019-05-01",
        basis: "consent",
        origin: "themselves",
        proof: "",
        file: "epasts;vards\nilze@post.example;Ilze Paraudziņa\n",
      },
    },
    async handle({ c, deps, actor }) {
      try {
        const upload = await readUpload(c);
        const form = Form.safeParse(upload.values);
        if (!form.success) {
          for await (const _ of upload.file);
          return refuseForm(form.error.issues.map(({ path }) => ({ field: path.join("."), code: "api.field" })));
        }
        const { list: listId, kind, source, since, proof, basis = "consent", origin = "unknown" } = form.data;
        const done = await checkImport(deps, actor, {
          listId,
          kind,
          fileName: upload.fileName,
          bytes: upload.file,
          claim: { source: source.trim(), since, basis, origin, proof: proof.trim() },
          limit: deps.uploadLimit ?? MAX_FILE_BYTES,
          atOnce: PARTS_AT_ONCE,
        });
        for await (const _ of upload.file);
        return isRefusal(done) ? done : await one(deps, done.importId);
      } catch (error) {
        if (!(error instanceof BrokenUpload)) throw error;
        return refuse("imports.broken_upload");
      }
    },
  }),
  operation({
    id: "readImport",
    tag: "imports",
    method: "get",
    path: "/imports/{id}",
    permission: "people.import",
    params: byId,
    answer: { status: 200, schema: ImportSchema },
    refusals: ["imports.unknown"],
    example: { params: { id: IMPORT } },
    handle: ({ deps, params }) => one(deps, params.id),
  }),
  operation({
    id: "runImport",
    tag: "imports",
    method: "post",
    path: "/imports/{id}/run",
    permission: "people.import",
    params: byId,
    body: z.strictObject({ missing: Count.optional() }),
    answer: { status: 202, schema: ImportSchema },
    refusals: ["imports.unknown", "imports.still_checking", "imports.nobody_to_add", "imports.dropped", "form.stale"],
    repeatable: {},
    example: { params: { id: IMPORT }, body: {} },
    async handle({ deps, actor, params, body }) {
      const done = await runImport(deps, actor, { importId: params.id, missing: body.missing });
      return isRefusal(done) ? done : one(deps, params.id);
    },
    show: ({ deps, params }) => one(deps, params.id),
  }),
  operation({
    id: "dropImport",
    tag: "imports",
    method: "post",
    path: "/imports/{id}/drop",
    permission: "people.import",
    params: byId,
    body: z.strictObject({}),
    answer: { status: 200, schema: ImportSchema },
    refusals: ["imports.unknown", "imports.done", "form.stale"],
    repeatable: {},
    example: { params: { id: IMPORT }, body: {} },
    async handle({ deps, actor, params }) {
      const done = await dropImport(deps, actor, { importId: params.id });
      return isRefusal(done) ? done : one(deps, params.id);
    },
    show: ({ deps, params }) => one(deps, params.id),
  }),
];
