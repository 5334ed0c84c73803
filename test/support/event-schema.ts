/** Whether events are as the published JSON Schema says: the text that is served, read by zod's own reader of JSON Schema. */
import { z } from "zod";
import { eventSchema } from "../../src/domain/proof-log/rules/schema/schema.ts";

type Part = { properties: { typ: { const: string } } };

let byType: Map<string, z.ZodType[]> | undefined;

/** What is wrong with an event; undefined if it is one of the types and exactly so. */
export function againstSchema(body: string): string | undefined {
  if (!byType) {
    byType = new Map();
    for (const part of (JSON.parse(eventSchema().text) as { oneOf: Part[] }).oneOf) {
      const { const: typ } = part.properties.typ;
      byType.set(typ, [...(byType.get(typ) ?? []), z.fromJSONSchema(part as never)]);
    }
  }
  const event = JSON.parse(body) as { typ: string };
  const schemas = byType.get(event.typ);
  if (!schemas) return `${event.typ}: no schema`;
  const fits = schemas.map((schema) => schema.safeParse(event));
  if (fits.filter(({ success }) => success).length === 1) return undefined;
  const issues = fits.flatMap(({ error }) => error?.issues ?? []);
  // Paths and rules, never values.
  return `${event.typ}: ${issues.map(({ path, code, message }) => `${path.join(".") || "event"} ${code} ${message}`).join("; ")}`;
}
