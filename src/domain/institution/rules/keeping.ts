/**
 * Why the institution keeps what remains of people who left: their sealed proofs, and the tags that keep it from writing to
 * them. Each is processing of its own, so each has its own purpose, basis, period and reviewer (GDPR Art. 5(1)(b), (e), 5(2),
 * 17(3)(b), (e)). The periods stand in the profile (`proofMonths`, `suppressionReviewMonths`). Pure.
 */
import type { FieldProblem } from "../../../refusal.ts";

/** The institution's own types, written again: rules.ts holds a `Keeping`. */
type Lang = "lv" | "en";
type Both = Record<Lang, string>;

/** What is kept: proofs, tags. */
export const KEPT = ["proof", "tag"] as const;
export type Kept = (typeof KEPT)[number];

/** norm: a legal act demands it. claims: a claim could be brought so long (limitation), and the office must answer it. */
export const GROUNDS = ["claims", "norm"] as const;

export interface KeptSheet {
  /** What it is kept for, in the reader's words. */
  purpose: Both;
  basis: (typeof GROUNDS)[number];
  /** The norm, or the claims and how long they can be brought. */
  ground: Both;
  /** Member of staff (user id) with the role of data protection or of approval, who decides whether it is still needed. */
  reviewer: string;
}

export type Keeping = Record<Kept, KeptSheet>;

const MAX = 400;

/** Everything that is wrong, by the fields of the form: `proof.purpose.lv`, `tag.reviewer`. */
export function keepingProblems(
  keeping: Keeping,
  languages: readonly Lang[],
  reviewers: ReadonlySet<string>,
): FieldProblem[] {
  return KEPT.flatMap((kept) => {
    const { purpose, basis, ground, reviewer } = keeping[kept];
    const problems: FieldProblem[] = [];
    for (const [name, text] of Object.entries({ purpose, ground }))
      for (const lang of languages) {
        const field = `${kept}.${name}.${lang}`;
        if (text[lang].trim() === "") problems.push({ field, code: "form.required" });
        else if (text[lang].length > MAX) problems.push({ field, code: "form.too_long", values: { max: MAX } });
      }
    if (!GROUNDS.includes(basis)) problems.push({ field: `${kept}.basis`, code: "form.choose" });
    if (!reviewers.has(reviewer)) problems.push({ field: `${kept}.reviewer`, code: "suppressions.reviewer_unknown" });
    return problems;
  });
}

/** As it is kept: in one spelling, without spaces around. */
export function tidyKeeping(keeping: Keeping): Keeping {
  const tidy = ({ lv, en }: Both): Both => ({ lv: lv.trim().normalize("NFC"), en: en.trim().normalize("NFC") });
  const sheet = (s: KeptSheet): KeptSheet => ({ ...s, purpose: tidy(s.purpose), ground: tidy(s.ground) });
  return { proof: sheet(keeping.proof), tag: sheet(keeping.tag) };
}

/** Whether mail may go out from an installation: in production only when all of it is decided. */
export const keepingDecided = (profile: { keeping?: Keeping }, mode: string): boolean =>
  mode !== "production" || profile.keeping !== undefined;
