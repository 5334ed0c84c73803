/** Reads of the stored forecast: one row, whatever the size of the house. */
import { eq } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { retentionForecast } from "../../../platform/schema.ts";

export type Forecast = typeof retentionForecast.$inferSelect;

/** The row's id: there is one forecast. */
export const STANDING = "standing";

export const readForecast = ({ read }: Database): Promise<Forecast | undefined> =>
  read.select().from(retentionForecast).where(eq(retentionForecast.id, STANDING)).get();
