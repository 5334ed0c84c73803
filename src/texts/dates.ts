/**
 * Dates, times, numbers and shares as people read them. Latvian months are inflected here, because `Intl` knows only
 * the nominative; English is plain British. No-break spaces keep a number
 * with what it counts; after "gada" a line may break.
 *
 *     showDate(ms, { lang: "lv", zone, form: "dat" })   "2026. gada 22. novembrim"   (līdz …)
 *     showDate("2026-11-22", { lang: "en", zone })      "22 November 2026"
 *     showTime(ms, { lang: "lv", zone })                "plkst. 15.30"
 */
import type { Lang } from "./say.ts";

/** Case of a Latvian date: on (loc), until (dat), from or of (gen), is (nom), about (acc); `table` is digits. */
export type DateForm = "loc" | "dat" | "gen" | "nom" | "acc" | "table";

export interface DateStyle {
  lang: Lang;
  /** IANA zone of the institution; an instant has no day without it. */
  zone: string;
  /** Default `loc`. English has one form. */
  form?: DateForm;
}

const NBSP = "\u00a0";

const STEMS = "janvār februār mart aprīl maij jūnij jūlij august septembr oktobr novembr decembr".split(" ");
const ENDINGS = { loc: "ī", dat: "im", gen: "a", nom: "is", acc: "i" } as const;
/** marts, maijs, jūnijs, jūlijs and augusts belong to another declension than the rest. */
const FIRST_DECLENSION = { loc: "ā", dat: "am", gen: "a", nom: "s", acc: "u" } as const;
const FIRST = new Set([2, 4, 5, 6, 7]);

const MONTHS_EN = "January February March April May June July August September October November December".split(" ");

/** Latvian month (0 to 11) in a case: `latvianMonth(10, "dat")` is "novembrim". */
export function latvianMonth(index: number, form: Exclude<DateForm, "table">): string {
  const stem = STEMS[index];
  if (stem === undefined) throw new RangeError("month out of range");
  // The genitive softens the only stem in -l: aprīlis, aprīļa.
  if (form === "gen" && stem.endsWith("l") && !FIRST.has(index)) return `${stem.slice(0, -1)}ļa`;
  return stem + (FIRST.has(index) ? FIRST_DECLENSION : ENDINGS)[form];
}

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wall(ms: number, zone: string): Parts {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      hourCycle: "h23",
    });
    formats.set(zone, format);
  }
  const found: Record<string, number> = {};
  for (const part of format.formatToParts(ms)) found[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = found;
  return { year, month, day, hour, minute };
}

function partsOf(when: number | string, zone: string): Parts {
  if (typeof when === "number") return wall(when, zone);
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(when) ?? [];
  if (!year) throw new RangeError("a day is written YYYY-MM-DD");
  return { year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0 };
}

const two = (n: number) => String(n).padStart(2, "0");

/** A day: epoch milliseconds, or `YYYY-MM-DD` as it stands in the institution's calendar. */
export function showDate(when: number | string, style: DateStyle): string {
  const { year, month, day } = partsOf(when, style.zone);
  if (style.lang === "en") return `${day}${NBSP}${MONTHS_EN[month - 1]}${NBSP}${year}`;
  const form = style.form ?? "loc";
  if (form === "table") return `${two(day)}.${two(month)}.${year}.`;
  return `${year}.${NBSP}gada ${day}.${NBSP}${latvianMonth(month - 1, form)}`;
}

/** A time of day: "plkst. 15.30", in tables "15.30"; English "15:30". */
export function showTime(ms: number, style: DateStyle): string {
  const { hour, minute } = wall(ms, style.zone);
  if (style.lang === "en") return `${two(hour)}:${two(minute)}`;
  const clock = `${hour}.${two(minute)}`;
  return style.form === "table" ? clock : `plkst.${NBSP}${clock}`;
}

/** Day and time: "2026. gada 22. novembrī plkst. 15.30", in tables "22.11.2026. 15.30"; "22 November 2026 at 15:30". */
export function showDateTime(ms: number, style: DateStyle): string {
  const date = showDate(ms, style);
  const time = showTime(ms, style);
  if (style.lang === "en") return style.form === "table" ? `${date}, ${time}` : `${date} at${NBSP}${time}`;
  return `${date}${style.form === "table" ? NBSP : " "}${time}`;
}

/** A whole or decimal number: lv "10 000", "0,5", "1204"; en "10,000", "0.5", "1,204". */
export function showNumber(n: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === "en" ? "en-GB" : "lv").format(n).replace(/[\u202f ]/g, NBSP);
}

/** A share from 0 to 1 with at most one decimal: lv "9,4 %", en "9.4%". */
export function showPercent(share: number, lang: Lang): string {
  const n = new Intl.NumberFormat(lang === "en" ? "en-GB" : "lv", { maximumFractionDigits: 1 }).format(share * 100);
  return lang === "en" ? `${n}%` : `${n}${NBSP}%`;
}
