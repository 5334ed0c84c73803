/**
 * A sign-up form for another site: its words are kept and stand in the proof log before anybody has seen it, so that a
 * consent through it shows what was read there. Which sites may send it is a setting of the institution (`signUpSites`).
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { formWrite } from "../consent/store.ts";
import { readOffer } from "../consent/views/offered.ts";
import type { Lang } from "../institution/rules.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { shownForm } from "./acts/shown.ts";
import { FORM_VERSION } from "./rules/form.ts";
import { makeWrite } from "./store.ts";

/** Makes it, or finds the same one again. `listIds` in whatever order: the form has its own. */
export async function makeForm(
  deps: Deps,
  actor: Actor,
  input: { listIds: readonly string[]; language: Lang },
): Promise<{ sha256: string } | Refusal> {
  const no = may(actor, "list.change");
  if (no) return no;
  const row = await readInstitutionRow(deps.db);
  if (!row) return refuse("institution.missing");
  const { language } = input;
  if (!row.profile.languages.includes(language)) return refuseForm([{ field: "language", code: "form.required" }]);
  const offered = (await readOffer(deps.db)).filter((o) => input.listIds.includes(o.list.id));
  if (offered.length === 0) return refuseForm([{ field: "list", code: "consent.no_list" }]);
  const form = shownForm(row.profile, offered, { place: "snippet", language, one: offered.length === 1 });
  const { sha256, body } = form;
  const statements = offered.flatMap((o) => (o.statement[language] ?? Object.values(o.statement)[0])?.sha256 ?? []);
  const at = deps.clock.now();
  const made = {
    sha256,
    language,
    lists: offered.map((o) => o.list.id),
    statements: [...new Set(statements)],
    madeAt: at,
    endedAt: null,
  };
  const evidence = actEvidence(deps, {
    log: row.logOrigin,
    at,
    typ: "notice.published",
    facts: {
      notice: { id: "sign-up/snippet", ver: FORM_VERSION, lang: language, sha256 },
      kind: "form",
      by: actorLabel(actor),
    },
  });
  await commit(deps, {
    change: [formWrite(deps.db, { sha256, body, language, at }), makeWrite(deps.db, made)],
    proof: [evidence],
  });
  return { sha256 };
}
