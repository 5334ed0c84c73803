/** drizzle-kit: `npm run migration -- --name <what>` writes the next numbered SQL file beside this one, for review. */
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "turso",
  schema: "./src/platform/schema.ts",
  out: "./drizzle",
  casing: "snake_case",
});
