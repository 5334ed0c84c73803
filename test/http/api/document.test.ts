/**
 * The document at /api/openapi.json. No validator of OpenAPI is installed, so these are structural checks of what the specification
 * (3.1.0) demands, written out; the schemas are read by zod's own reader of JSON Schema 2020-12.
 */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { routeOf } from "../../../src/http/api/door.ts";
import { operations } from "../../../src/http/api/operations.ts";
import { refusalTexts } from "../../../src/texts/refusals/index.ts";
import { createWorld } from "../../support/world.ts";

// biome-ignore lint/suspicious/noExplicitAny: a JSON document
type Json = any;

async function document(lang = "en"): Promise<Json> {
  const world = await createWorld();
  const response = await world.request("/api/openapi.json", { headers: { "Accept-Language": lang } });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  return response.json();
}

/** Every object in a document, with its path. */
function* objects(value: Json, path: string[] = []): Generator<[path: string[], value: Json]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [path, value];
  for (const [name, part] of Object.entries(value)) yield* objects(part, [...path, name]);
}

const at = (root: Json, ref: string): Json =>
  ref
    .replace(/^#\//, "")
    .split("/")
    .reduce((here, name) => here?.[name.replaceAll("~1", "/").replaceAll("~0", "~")], root);

describe("the OpenAPI document", () => {
  it("has the fixed members of 3.1, and every reference in it leads somewhere", async () => {
    const doc = await document();
    expect(doc.openapi).toBe("3.1.0");
    expect([typeof doc.info.title, typeof doc.info.version]).toEqual(["string", "string"]);
    expect(doc.servers[0].url).toMatch(/^https?:\/\/.+\/api\/v1$/);
    const refs = [...objects(doc)].flatMap(([path, one]) =>
      typeof one.$ref === "string" && path.at(-1) !== "properties" && path.at(-2) !== "example" ? [one.$ref] : [],
    );
    expect(refs.length).toBeGreaterThan(100);
    expect([...new Set(refs)].filter((ref) => at(doc, ref) === undefined)).toEqual([]);
    expect(Object.keys(doc.components.schemas).filter((name) => !/^[a-zA-Z0-9._-]+$/.test(name))).toEqual([]);
  });

  it("says of every call its permission, its key, its answer, its errors and an example", async () => {
    const doc = await document();
    const seen = new Set<string>();
    for (const [path, item] of Object.entries(doc.paths) as [string, Json][])
      for (const [method, op] of Object.entries(item) as [string, Json][]) {
        expect(path).toMatch(/^\//);
        expect(seen.has(op.operationId)).toBe(false);
        seen.add(op.operationId);
        const where = `${method} ${path}`;
        expect([where, op.security]).toEqual([where, [{ key: [] }]]);
        expect([where, op["x-permission"] === null || typeof op["x-permission"] === "string"]).toEqual([where, true]);
        expect([where, op.summary.length > 4, doc.tags.some((t: Json) => t.name === op.tags[0])]).toEqual([
          where,
          true,
          true,
        ]);
        for (const status of ["401", "403", "429", "500", "503"])
          expect([where, status in op.responses]).toEqual([where, true]);
        for (const [status, answer] of Object.entries(op.responses) as [string, Json][]) {
          const whole = answer.$ref ? at(doc, answer.$ref) : answer;
          expect([where, status, typeof whole.description]).toEqual([where, status, "string"]);
          if (Number(status) >= 400) expect(Object.keys(whole.content)).toEqual(["application/problem+json"]);
        }
        // Parameters of the path are those of the template, and no name stands twice in one place (OpenAPI 4.8.10, 4.8.12).
        const names = op.parameters.map((p: Json) => `${p.in} ${p.name}`);
        expect(new Set(names).size).toBe(names.length);
        const inPath = op.parameters.filter((p: Json) => p.in === "path");
        expect(inPath.map((p: Json) => p.name).sort()).toEqual(
          [...path.matchAll(/\{(\w+)\}/g)].map(([, n]) => n).sort(),
        );
        expect(inPath.every((p: Json) => p.required === true && p.example !== undefined)).toBe(true);
        if (method !== "get") {
          const [content] = Object.values(op.requestBody.content) as Json[];
          expect([where, content.example !== undefined, content.schema !== undefined]).toEqual([where, true, true]);
        }
      }
    expect([...seen].sort()).toEqual(operations.map((op) => op.id).sort());
  });

  it("is about exactly the calls that there are", async () => {
    const world = await createWorld();
    const doc = await document();
    const routes = world.app.routes
      .filter((r) => r.path.startsWith("/api/v1/") && r.method !== "ALL")
      .map((r) => `${r.method} ${r.path.replace("/api/v1", "")}`);
    const said = Object.entries(doc.paths as Record<string, Json>).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${routeOf(path)}`),
    );
    expect([...new Set(routes)].sort()).toEqual(said.sort());
  });

  it("names only errors that have a sentence, and its schemas are JSON Schema that takes its own examples", async () => {
    const doc = await document();
    const codes = Object.values(doc.paths as Record<string, Json>).flatMap((item) =>
      Object.values(item as Record<string, Json>).flatMap((op) => op["x-refusals"]),
    );
    expect([...new Set(codes)].filter((code) => !(code in refusalTexts.lv) || !(code in refusalTexts.en))).toEqual([]);
    for (const item of Object.values(doc.paths) as Json[])
      for (const op of Object.values(item) as Json[]) {
        const content = op.requestBody?.content["application/json"];
        if (!content) continue;
        const inner = JSON.parse(JSON.stringify(content.schema).replaceAll("#/components/schemas/", "#/$defs/"));
        const defs = JSON.parse(JSON.stringify(doc.components.schemas).replaceAll("#/components/schemas/", "#/$defs/"));
        const schema = z.fromJSONSchema({ ...inner, $defs: defs });
        expect([op.operationId, schema.safeParse(content.example).error?.issues ?? []]).toEqual([op.operationId, []]);
        // A member that nobody described is not let through.
        const odd = schema.safeParse({ ...content.example, unheardOf: 1 }).success;
        expect([op.operationId, odd]).toEqual([op.operationId, false]);
      }
  });

  it("speaks the reader's language, and so does its page, which needs no script and no key", async () => {
    const [lv, en] = [await document("lv"), await document("en")];
    expect(lv.paths["/lists"].get.summary).toBe("Visi saraksti, sākot ar vecāko");
    expect(en.paths["/lists"].get.summary).toBe("All lists, oldest first");
    const world = await createWorld();
    const page = await (await world.request("/api/docs?lang=en")).text();
    for (const op of operations) expect(page).toContain(`id="${op.id}"`);
    expect(page).not.toContain("<script");
    expect(page).toContain("Authorization: Bearer $PIETEKA_KEY");
  });
});
