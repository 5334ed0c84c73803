/** The sheet of a purpose, written and corrected. A draft may be incomplete; an active purpose stays complete. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readInstitution } from "../institution/views.ts";
import { readNewest } from "../notices/views.ts";
import { type Actor, may } from "../staff/rules.ts";
import { purposeEvidence } from "./acts/evidence.ts";
import { notExplicit } from "./rules/people.ts";
import { checkActive, checkDraft } from "./rules/sheet.ts";
import { slugFor } from "./rules/slug.ts";
import { type Basis, inLanguage, type PurposeSheet } from "./rules.ts";
import { insertPurpose, updatePurpose } from "./store.ts";
import { readPurpose, readPurposes } from "./views.ts";

export interface SaveInput {
  /** The purpose to change and the version that the form was opened with; absent for a new draft. */
  existing?: { id: string; version: number };
  basis: Basis | null;
  sheet: PurposeSheet;
}

/** Saves a draft, or the sheet of an active purpose. The basis of an active purpose stands: another basis is another purpose. */
export async function savePurpose(
  deps: Deps,
  actor: Actor,
  input: SaveInput,
): Promise<{ id: string; version: number } | Refusal> {
  const no = may(actor, "purpose.change");
  if (no) return no;
  const office = await readInstitution(deps.db);
  if (!office) return refuse("institution.missing");
  const { basis, sheet, existing } = input;
  const at = deps.clock.now();

  if (!existing) {
    const problems = checkDraft(sheet, office);
    if (problems.length > 0) return refuseForm(problems);
    const taken = (await readPurposes(deps.db)).map((p) => p.slug);
    const id = deps.ids.uuid();
    const slug = slugFor(inLanguage(sheet.names, "lv"), taken, "purpose");
    const done = await commit(deps, { change: [insertPurpose(deps.db, { id, slug, basis, sheet, at })], proof: [] });
    return done === "done" ? { id, version: 1 } : refuse("form.stale");
  }

  const purpose = await readPurpose(deps.db, existing.id);
  if (!purpose) return refuse("purposes.unknown");
  if (purpose.version !== existing.version) return refuse("form.stale");
  if (purpose.state === "ended") return refuse("purposes.ended");
  if (purpose.state === "active" && basis !== purpose.basis)
    return refuseForm([{ field: "basis", code: "purposes.basis_stands" }]);
  const active = purpose.state === "active";
  const statements = active ? await readNewest(deps.db, { kind: "consent", purposeId: purpose.id }) : [];
  const problems = active
    ? [...checkActive(basis, sheet, office), ...notExplicit(sheet, statements)]
    : checkDraft(sheet, office);
  if (problems.length > 0) return refuseForm(problems);
  const update = updatePurpose(deps.db, { ...existing, basis, sheet, at });
  // A draft binds nobody; what is active is what people have consented to.
  const act = { typ: "purpose.changed", id: purpose.id, slug: purpose.slug, version: purpose.version + 1 } as const;
  const proof = active ? [await purposeEvidence(deps, actor, { ...act, basis, sheet })] : [];
  const done = await commit(deps, { change: [update], proof });
  return done === "done" ? { id: existing.id, version: existing.version + 1 } : refuse("form.stale");
}
