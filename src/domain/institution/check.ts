/** Whether the installation is ready: asked on the set-up and settings pages, nothing is changed. */
import type { Deps } from "../../deps.ts";
import type { Refusal } from "../../refusal.ts";
import { type Actor, may } from "../staff/rules.ts";
import { missingTables } from "./views.ts";

/** One thing looked at. `ok: false` has a sentence in texts/settings.ts: `check.<what>.no`. */
export interface Check {
  what: "database" | "tables" | "mailer" | "public-url";
  ok: boolean;
}

/** Looks at database, migrations, mailer and public address. A database that does not answer is a finding, no fault. */
export async function checkInstallation(deps: Deps, actor: Actor): Promise<Check[] | Refusal> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const missing = await missingTables(deps.db).catch(() => undefined);
  const { mailer, publicUrl } = deps.config;
  return [
    { what: "database", ok: missing !== undefined },
    { what: "tables", ok: missing?.length === 0 },
    // Captured mail reaches nobody: right on a desk for trying out, wrong for an office.
    { what: "mailer", ok: mailer.kind !== "capture" },
    { what: "public-url", ok: publicUrl.startsWith("https://") },
  ];
}
