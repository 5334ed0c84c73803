/** Whether the installation is ready: asked on the set-up and settings pages, nothing is changed. */
import type { Deps } from "../../deps.ts";
import type { Refusal } from "../../refusal.ts";
import { type Actor, may } from "../staff/rules.ts";
import { senderProblems, signingDomain } from "./acts/sender.ts";
import { missingTables, readInstitution } from "./views.ts";

/** One thing looked at. `ok: false` has a sentence in texts/settings.ts: `check.<what>.no`. */
export interface Check {
  what: "database" | "tables" | "mailer" | "public-url" | "sender";
  ok: boolean;
  /** What the sentence names: the domain that the mail is signed for. */
  domain?: string;
}

/** Looks at database, migrations, mailer and public address. A database that does not answer is a finding, no fault. */
export async function checkInstallation(deps: Deps, actor: Actor): Promise<Check[] | Refusal> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const missing = await missingTables(deps.db).catch(() => undefined);
  const { mailer, publicUrl } = deps.config;
  const institution = await readInstitution(deps.db).catch(() => undefined);
  const domain = signingDomain(deps);
  return [
    { what: "database", ok: missing !== undefined },
    { what: "tables", ok: missing?.length === 0 },
    // Captured mail reaches nobody: right on a desk for trying out, wrong for an office.
    { what: "mailer", ok: mailer.kind !== "capture" },
    { what: "public-url", ok: publicUrl.startsWith("https://") },
    // Only where we sign ourselves, and the sender is known.
    ...(domain && institution
      ? [{ what: "sender" as const, ok: senderProblems(deps, institution).length === 0, domain }]
      : []),
  ];
}
