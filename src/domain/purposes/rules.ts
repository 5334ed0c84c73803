/**
 * A purpose: why data are used, on which legal basis, and how long. It is also the activity sheet of the processing
 * register (GDPR Art. 30). What must be true of a sheet is decided in rules/; which step may follow which, here.
 */
import { type Refusal, refuse } from "../../refusal.ts";
import type { Both, Lang } from "../institution/rules.ts";
import type { SpecialTopic } from "./rules/topics.ts";

/** GDPR Art. 6(1): a consent, b contract, c legal obligation, e public task, f legitimate interests. */
export const BASES = ["e", "c", "b", "f", "a"] as const;
export type Basis = (typeof BASES)[number];

/** Kinds of personal data that this program holds for a mailing list. What a topic reveals beside them stands in `special`. */
export const DATA_CATEGORIES = [
  "email",
  "name",
  "language",
  "position",
  "outlet",
  "phone",
  "answers",
  "delivery",
] as const;
export type DataCategory = (typeof DATA_CATEGORIES)[number];

/** When the data go. Open-ended keeping does not exist (Art. 5(1)(e)). */
export interface Retention {
  /** until-withdrawal: consent only. months: so long after the data came. until-event: a named event, like leaving office. */
  kind: "until-withdrawal" | "months" | "until-event";
  months?: number;
  event?: Both;
  /**
   * Of `months`: from when they count: since somebody came onto the list, since he last said anything of it himself, or since the
   * event. Absent: the event.
   */
  from?: "joined" | "last-act" | "day";
  /** Of `until-event`: days after the event. */
  days?: number;
  /** The day on which the event happened, as the office states it; absent until it has. */
  day?: string;
}

export interface PurposeSheet {
  names: Both;
  /** What the data are for, in the person's words: follows "We use your address to …". */
  description: Both;
  /** Why this basis fits, for the register. */
  basisReason: string;
  /** Consent: why none of the other bases fits. */
  whyNotOther: string;
  /** Legal obligation and public task: the law and its section, shown in the notice. */
  norm: Both;
  /** Legitimate interests: whose and which, shown in the notice (Art. 13(1)(d)). */
  interests: Both;
  /** Legitimate interests of a public authority: why this is not in the performance of its tasks; empty if not claimed. */
  outsideTasks: string;
  /** Categories of people (Art. 30(1)(c)). */
  subjects: Both;
  dataCategories: DataCategory[];
  /** Where the data come from (Art. 14(2)(f)). */
  source: Both;
  /** Whether the person must give the data and what follows if not (Art. 13(2)(e)). */
  duty: Both;
  /** Recipients beside the institution's processors; empty: none. */
  recipients: Both;
  /** Transfers to third countries by these recipients, with the safeguard; empty: none. */
  transfers: Both;
  retention: Retention;
  /** Age in years that a person must state at sign-up (GDPR Art. 8); 18 refuses minors. Absent: not asked. */
  ageFrom?: number;
  /** Special categories that being on a list of it may reveal (Art. 9); then consent must be explicit. Absent: none. */
  special?: SpecialTopic[];
  /** Day by which somebody looks whether all this is still so; absent: two years after the last change. */
  reviewDay?: string;
  /** The unit that answers for the activity, for the register. */
  owner: string;
}

export type PurposeState = "draft" | "active" | "ended";

export interface Purpose {
  id: string;
  slug: string;
  state: PurposeState;
  basis: Basis | null;
  sheet: PurposeSheet;
  version: number;
  createdAt: number;
  updatedAt: number;
}

/** A text in the asked language, or in the other one where the institution does not use the asked one. */
export function inLanguage(both: Both, lang: Lang): string {
  return both[lang] || both[lang === "lv" ? "en" : "lv"];
}

/** Refuses the steps that a state does not allow: only a draft becomes active, only an active purpose ends. */
export function mayStep(from: PurposeState, to: "active" | "ended"): Refusal | undefined {
  if (to === "active" && from !== "draft")
    return refuse(from === "active" ? "purposes.already_active" : "purposes.ended");
  if (to === "ended" && from !== "active") return refuse(from === "ended" ? "purposes.ended" : "purposes.not_active");
  return undefined;
}
