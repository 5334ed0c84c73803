/** A purpose's sheet as the fields of its form, and back. Nothing is judged here. */
import { SPECIAL_TOPICS, topicsOf } from "../../../domain/purposes/rules/people.ts";
import {
  BASES,
  type Basis,
  DATA_CATEGORIES,
  type DataCategory,
  type PurposeSheet,
  type Retention,
} from "../../../domain/purposes/rules.ts";
import type { Form } from "../../forms.ts";

const BOTH = [
  "names",
  "description",
  "norm",
  "interests",
  "subjects",
  "source",
  "duty",
  "recipients",
  "transfers",
] as const;
const ONE = ["basisReason", "whyNotOther", "owner"] as const;

/** Field name → value; a category that is chosen is `dataCategories.<code>`. */
export type SheetValues = Record<string, string>;

export function valuesOfSheet(basis: Basis | null, sheet: PurposeSheet): SheetValues {
  const values: SheetValues = { basis: basis ?? "", outsideTasks: sheet.outsideTasks };
  if (sheet.outsideTasks !== "") values.outside = "yes";
  for (const field of BOTH) for (const lang of ["lv", "en"] as const) values[`${field}.${lang}`] = sheet[field][lang];
  for (const field of ONE) values[field] = sheet[field];
  for (const category of sheet.dataCategories) values[`dataCategories.${category}`] = "yes";
  const { kind, months, event, from, days, day } = sheet.retention;
  values["retention.kind"] = kind;
  values["retention.months"] = months === undefined || Number.isNaN(months) ? "" : String(months);
  for (const lang of ["lv", "en"] as const) values[`retention.event.${lang}`] = event?.[lang] ?? "";
  values["retention.from"] = from ?? "day";
  values["retention.days"] = days === undefined || Number.isNaN(days) ? "" : String(days);
  values["retention.day"] = day ?? "";
  values.ageFrom = sheet.ageFrom === undefined ? "" : String(sheet.ageFrom);
  for (const topic of topicsOf(sheet)) values[`special.${topic}`] = "yes";
  values.reviewDay = sheet.reviewDay ?? "";
  return values;
}

/** What was typed, as a sheet. What belongs to another basis than the chosen one is not kept. */
export function readSheet(form: Form): { basis: Basis | null; sheet: PurposeSheet } {
  const basis = BASES.find((b) => b === form.text("basis")) ?? null;
  const both = (field: string) => ({ lv: form.text(`${field}.lv`), en: form.text(`${field}.en`) });
  const none = { lv: "", en: "" };
  const special = SPECIAL_TOPICS.filter((topic) => form.text(`special.${topic}`) === "yes");
  const sheet: PurposeSheet = {
    names: both("names"),
    description: both("description"),
    basisReason: form.text("basisReason"),
    whyNotOther: basis === "a" ? form.text("whyNotOther") : "",
    norm: basis === "c" || basis === "e" ? both("norm") : none,
    interests: basis === "f" ? both("interests") : none,
    // The tick is the statement; a reason without it claims nothing.
    outsideTasks: basis === "f" && form.text("outside") === "yes" ? form.text("outsideTasks") : "",
    subjects: both("subjects"),
    dataCategories: DATA_CATEGORIES.filter((c: DataCategory) => form.text(`dataCategories.${c}`) === "yes"),
    source: both("source"),
    duty: both("duty"),
    recipients: both("recipients"),
    transfers: both("transfers"),
    retention: readRetention(form),
    ...(form.text("ageFrom") !== "" && { ageFrom: readNumber(form.text("ageFrom")) ?? Number.NaN }),
    ...(special.length > 0 && { special }),
    ...(form.text("reviewDay") !== "" && { reviewDay: form.text("reviewDay") }),
    owner: form.text("owner"),
  };
  return { basis, sheet };
}

function readRetention(form: Form): Retention {
  const kind = form.text("retention.kind") as Retention["kind"];
  const event = { lv: form.text("retention.event.lv"), en: form.text("retention.event.en") };
  if (kind === "until-withdrawal") return { kind };
  const day = form.text("retention.day");
  const happened = { event, ...(day !== "" && { day }) };
  if (kind !== "months") {
    const days = readNumber(form.text("retention.days"));
    return { kind, ...happened, ...(days !== undefined && { days }) };
  }
  const months = readNumber(form.text("retention.months"));
  const from = (["joined", "last-act"] as const).find((one) => one === form.text("retention.from"));
  return { kind, months, ...happened, ...(from && { from }) };
}

/** Undefined where nothing is typed; NaN for what is no whole number. */
const readNumber = (typed: string): number | undefined =>
  typed === "" ? undefined : /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
