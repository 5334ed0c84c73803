/** Values that many operations share. Times are ISO 8601 in UTC, days are days of the institution, ids are UUIDs. */
import { z } from "zod";

export const Id = z.uuid().meta({ id: "Id", example: "3f2c8a9e-6b1d-4c57-9d0a-2f6f0c1b7e11" });
export const Time = z.iso.datetime().meta({ id: "Time", example: "2026-11-22T09:00:00.000Z" });
export const Day = z.iso.date().meta({ id: "Day", example: "2026-11-22" });
export const Language = z.enum(["lv", "en"]).meta({ id: "Language" });
/** A text in both languages; empty in one that the institution does not use. */
export const Both = z.strictObject({ lv: z.string().max(5_000), en: z.string().max(5_000) }).meta({ id: "Both" });
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: "Sha256", example: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" });
/** An address as somebody typed it; what is wrong with it is said in our own words. */
export const Address = z.string().max(400).meta({ id: "Address", example: "anna@post.example" });
export const Version = z.int().min(1).meta({ id: "Version", example: 3 });
export const Count = z.int().min(0);

export const byId = z.strictObject({ id: Id });

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    fields: z.array(z.object({ field: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

export const time = (ms: number): string => new Date(ms).toISOString();
export const timeOr = (ms: number | null): string | null => (ms === null ? null : time(ms));
