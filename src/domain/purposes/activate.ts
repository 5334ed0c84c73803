/** A purpose becomes active: from now on lists may serve it. Nothing may be missing (R009, R013, R028, R031, D4). */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readInstitution } from "../institution/views.ts";
import { readNewest } from "../notices/views.ts";
import { type Actor, may } from "../staff/rules.ts";
import { purposeEvidence } from "./acts/evidence.ts";
import { notExplicit } from "./rules/people.ts";
import { checkActive, missingLanguages } from "./rules/sheet.ts";
import { mayStep } from "./rules.ts";
import { hasStatements, updatePurpose } from "./store.ts";
import { readPurpose } from "./views.ts";

/** Activates the version that the page showed; the statement in every language must be published. */
export async function activatePurpose(
  deps: Deps,
  actor: Actor,
  input: { id: string; version: number },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "purpose.change");
  if (no) return no;
  const [office, purpose] = await Promise.all([readInstitution(deps.db), readPurpose(deps.db, input.id)]);
  if (!office) return refuse("institution.missing");
  if (!purpose) return refuse("purposes.unknown");
  const misstep = mayStep(purpose.state, "active");
  if (misstep) return misstep;
  if (purpose.version !== input.version) return refuse("form.stale");
  const statements = await readNewest(deps.db, { kind: "consent", purposeId: purpose.id });
  const missing = missingLanguages(
    statements.map((s) => s.language),
    office,
  );
  const problems = [
    ...checkActive(purpose.basis, purpose.sheet, office),
    ...notExplicit(purpose.sheet, statements),
    ...missing.map((lang) => ({ field: `statement.${lang}`, code: `purposes.no_statement_${lang}` as const })),
  ];
  if (problems.length > 0) return refuseForm(problems);

  const done = await commit(deps, {
    change: [
      updatePurpose(deps.db, { ...input, state: "active", at: deps.clock.now() }),
      hasStatements(purpose.id, office.languages),
    ],
    proof: [await purposeEvidence(deps, actor, { ...purpose, typ: "purpose.activated", version: purpose.version + 1 })],
  });
  return done === "done" ? { version: input.version + 1 } : refuse("form.stale");
}
