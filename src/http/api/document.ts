/**
 * The OpenAPI 3.1 document, made from the operations themselves. Its schemas are JSON Schema 2020-12, which is what zod writes, so
 * nothing stands between what a call is checked by and what is published.
 */
import { z } from "zod";
import type { Institution } from "../../domain/institution/rules.ts";
import { API_TAGS, apiOperationTexts, apiTagTexts } from "../../texts/api-docs.ts";
import { apiDocTexts } from "../../texts/api-docs-page.ts";
import { permissionTexts } from "../../texts/permissions.ts";
import { type Lang, say } from "../../texts/say.ts";
import { nameOf } from "../page.tsx";
import { API } from "./door.ts";
import type { Operation } from "./frame/operation.ts";
import { apiStatus, PROBLEM_TYPE } from "./frame/problem.ts";
import { operations } from "./operations.ts";
import { Problem } from "./schemas/common.ts";

type Json = Record<string, unknown>;

/** Every call may be told these. */
const ALWAYS = {
  401: ["api-keys.not_let_in"],
  403: ["staff.forbidden"],
  429: ["api-keys.too_many"],
  500: ["page.fault"],
  503: ["page.shut"],
} as const;

/** The document in one language, for this institution. */
export function openApi(about: { lang: Lang; publicUrl: string; institution: Institution }): Json {
  const { lang, publicUrl, institution } = about;
  const t = say(apiDocTexts, lang);
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  schemaOf(Problem, "output", schemas);
  for (const op of operations) {
    paths[op.path] = { ...paths[op.path], [op.method]: described(op, lang, schemas) };
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: t("document.title", { name: nameOf(institution, lang) }),
      version: "1",
      description: t("document.description"),
      contact: { email: institution.email },
    },
    servers: [{ url: `${publicUrl}${API}` }],
    security: [{ key: [] }],
    tags: API_TAGS.map((tag) => ({ name: tag, description: say(apiTagTexts, lang)(tag) })),
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: t("document.key") } },
      schemas,
      responses: Object.fromEntries(
        Object.entries(ALWAYS).map(([status, codes]) => [`Problem${status}`, problemResponse(codes, status)]),
      ),
    },
  };
}

/** One operation. */
function described(op: Operation, lang: Lang, schemas: Json): Json {
  const t = say(apiDocTexts, lang);
  const { permission, example } = op;
  const codes = [
    ...(op.body || op.query || op.form ? ["form.invalid"] : []),
    ...(op.body ? ["api.no_json"] : []),
    ...(op.versioned ? ["api.version", "form.stale", "api.version_stale"] : []),
    ...(op.repeatable ? ["api.call_taken", "api.key_reused", "api.key_form"] : []),
    ...(op.refusals ?? []),
  ];
  return {
    operationId: op.id,
    tags: [op.tag],
    summary: say(apiOperationTexts, lang)(op.id),
    description: permission
      ? t("operation.permission", { permission, words: say(permissionTexts, lang)(permission) })
      : t("operation.any"),
    "x-permission": permission ?? null,
    "x-refusals": [...new Set(codes)],
    security: [{ key: [] }],
    parameters: [
      ...parameters(op.params, "path", example.params, schemas),
      ...parameters(op.query, "query", example.query, schemas),
      ...(op.versioned ? [header("If-Match", t("header.if-match"), '"3"')] : []),
      ...(op.repeatable
        ? [header("Idempotency-Key", t("header.idempotency"), "8e03978e-40d5-43dd-bc93-6894a57f9324")]
        : []),
    ],
    ...(op.body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: schemaOf(op.body, "input", schemas), example: example.body } },
      },
    }),
    ...(op.form && {
      requestBody: {
        required: true,
        content: { "multipart/form-data": { schema: formOf(op.form, schemas), example: example.body } },
      },
    }),
    responses: { ...answerOf(op, lang, schemas), ...refusalsOf(codes) },
  };
}

function answerOf({ answer }: Operation, lang: Lang, schemas: Json): Json {
  const description = say(apiDocTexts, lang)(`answer.${answer.status}`);
  const content =
    "file" in answer
      ? { [answer.file]: {} }
      : { "application/json": { schema: schemaOf(answer.schema, "output", schemas) } };
  return { [answer.status]: { description, content } };
}

/** What can be refused, by status; what every call may be told, by reference. */
function refusalsOf(codes: readonly string[]): Json {
  const by = new Map<number, string[]>();
  for (const code of new Set(codes)) {
    const status = apiStatus({ refused: true, code: code as `${string}.${string}` });
    by.set(status, [...(by.get(status) ?? []), code]);
  }
  const own = [...by].map(([status, some]) => [status, problemResponse(some, String(status))]);
  const always = Object.keys(ALWAYS).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]);
  return { ...Object.fromEntries(always), ...Object.fromEntries(own) };
}

const problemResponse = (codes: readonly string[], status: string): Json => ({
  description: codes.join(", "),
  ...(status === "429" && { headers: { "Retry-After": { schema: { type: "integer" } } } }),
  content: { [PROBLEM_TYPE]: { schema: { $ref: "#/components/schemas/Problem" } } },
});

function parameters(schema: z.ZodType | undefined, place: "path" | "query", example: Json | undefined, schemas: Json) {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input", schemas) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: one,
    ...(example?.[name] !== undefined && { example: example[name] }),
  }));
}

const header = (name: string, description: string, example: string): Json => ({
  name,
  in: "header",
  required: false,
  description,
  schema: { type: "string" },
  example,
});

function formOf(form: z.ZodObject, schemas: Json): Json {
  const { properties, required, ...rest } = schemaOf(form, "input", schemas) as Json & { required?: string[] };
  return {
    ...rest,
    properties: { ...(properties as Json), file: { type: "string", contentMediaType: "text/csv" } },
    required: [...(required ?? []), "file"],
  };
}

/** JSON Schema of a zod schema; named parts go under `components/schemas` and are referred to. */
function schemaOf(schema: z.ZodType, io: "input" | "output", schemas: Json): Json {
  const {
    $schema: _,
    $defs = {},
    ...made
  } = z.toJSONSchema(schema, { target: "draft-2020-12", io, unrepresentable: "any" }) as Json & {
    $defs?: Record<string, Json>;
  };
  for (const [name, part] of Object.entries($defs)) schemas[name] = moved(part);
  return moved(made) as Json;
}

/** References as OpenAPI has them; patterns of dates and ids say no more than their formats, and are left out. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== "object" || value === null) return value;
  const formatted = typeof (value as Json).format === "string";
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !(formatted && name === "pattern"))
      .map(([name, part]) =>
        name === "$ref" && typeof part === "string"
          ? [name, part.replace("#/$defs/", "#/components/schemas/")]
          : [name, moved(part)],
      ),
  );
}
