/**
 * A sign-up form that came back: whether it is the one that stands now (or one made for another site), which texts it showed,
 * and what age was stated. Decided by what is in the form alone, never by whose address it holds.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { type FieldProblem, type Refusal, refuse } from "../../../refusal.ts";
import { formWrite } from "../../consent/store.ts";
import type { Offered } from "../../consent/views/offered.ts";
import type { Institution } from "../../institution/rules.ts";
import { readInstitution } from "../../institution/views.ts";
import { ageSteps, chosenStep } from "../rules/age.ts";
import type { Place } from "../rules/form.ts";
import { readForm } from "../views.ts";
import { type ShownForm, shownForm } from "./shown.ts";

/** What a form says of itself when it comes back. */
export interface SentForm {
  place: Place;
  /** SHA-256 of its words, hex. */
  sha256: string;
  /** Of a page about one list: that list. */
  only?: string | undefined;
  /** Origin of the site in which it stands, for example `https://skola.example`; absent for our own page. */
  site?: string | undefined;
  /** The chosen step of the question about age, as it came. */
  age?: string | undefined;
}

/** What of it a request keeps, sealed. */
export interface KeptForm {
  form: { place: Place; sha256: string; site?: string };
  /** The stated age, where a chosen list asks for one. */
  age?: number;
}

export interface ReadForm {
  problems: FieldProblem[];
  /** Hashes of the statements that were shown. */
  shown: readonly string[];
  kept: KeptForm;
  /** Keeps the words. */
  change: Write[];
}

/** Reads it. Refuses whoever states to be too young for a chosen list. */
export async function readSent(
  deps: Pick<Deps, "db" | "clock">,
  offer: readonly Offered[],
  chosen: readonly Offered[],
  sent: SentForm,
): Promise<ReadForm | Refusal> {
  const office = await readInstitution(deps.db);
  if (!office) return refuse("institution.missing");
  const found = sent.place === "snippet" ? await madeForm(deps, offer, sent) : formOfNow(office, offer, sent);
  const problems: FieldProblem[] = [];
  const known = found && chosen.every((o) => found.offered.includes(o)) ? found : undefined;
  if (!known)
    problems.push({ field: "list", code: sent.place === "snippet" ? "consent.form_old" : "consent.form_changed" });

  const steps = ageSteps((known?.offered ?? chosen).map((o) => o.purpose));
  const stated = chosenStep(sent.age, steps);
  const needed = Math.max(0, ...chosen.map((o) => o.purpose.sheet.ageFrom ?? 0));
  if (needed > 0 && stated !== undefined && stated < needed)
    return refuse("consent.too_young", { values: { age: needed } });
  if (needed > 0 && stated === undefined) problems.push({ field: "age", code: "consent.age_missing" });

  const { place, sha256, site } = sent;
  return {
    problems,
    shown: known?.shown ?? [],
    kept: {
      form: { place, sha256, ...(site !== undefined && { site }) },
      ...(needed > 0 && stated !== undefined && { age: stated }),
    },
    change: known?.form ? [formWrite(deps.db, { ...known.form, at: deps.clock.now() })] : [],
  };
}

interface Found {
  offered: readonly Offered[];
  shown: readonly string[];
  /** Its words, where they are not kept yet. */
  form?: Pick<ShownForm, "sha256" | "body" | "language">;
}

/** Our page and a call: the words must be the ones of now, in one of our languages. */
function formOfNow(office: Institution, offer: readonly Offered[], sent: SentForm): Found | undefined {
  const { place, only } = sent;
  const offered = only === undefined ? offer : offer.filter((o) => o.list.id === only);
  const forms = office.languages.map((language) =>
    shownForm(office, offered, { place, language, one: only !== undefined }),
  );
  const form = forms.find((one) => one.sha256 === sent.sha256);
  if (!form) return undefined;
  const { sha256, body, language } = form;
  return { offered, shown: offered.flatMap(statementsOf), form: { sha256, body, language } };
}

/** A form that was made for other sites: its words stand, as long as the statements in them do. */
async function madeForm(deps: Pick<Deps, "db">, offer: readonly Offered[], sent: SentForm): Promise<Found | undefined> {
  const made = await readForm(deps.db, sent.sha256);
  if (!made || made.endedAt !== null) return undefined;
  const offered = offer.filter((o) => made.lists.includes(o.list.id));
  const stands = offered.every((o) => statementsOf(o).some((sha256) => made.statements.includes(sha256)));
  return stands ? { offered, shown: made.statements } : undefined;
}

const statementsOf = ({ statement }: Offered) => Object.values(statement).map((notice) => notice.sha256);
