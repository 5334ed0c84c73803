import { describe, expect, it } from "vitest";
import { latvianMonth, showDate, showDateTime, showNumber, showPercent, showTime } from "../../src/texts/dates.ts";

const riga = { zone: "Europe/Riga" };
/** No-break spaces as visible signs, so that a failing test can be read. */
const seen = (text: string) => text.replaceAll("\u00a0", "~");

/** LATVIAN 1.3: on, until, of, is, about. */
const MONTHS = [
  "janvārī janvārim janvāra janvāris janvāri",
  "februārī februārim februāra februāris februāri",
  "martā martam marta marts martu",
  "aprīlī aprīlim aprīļa aprīlis aprīli",
  "maijā maijam maija maijs maiju",
  "jūnijā jūnijam jūnija jūnijs jūniju",
  "jūlijā jūlijam jūlija jūlijs jūliju",
  "augustā augustam augusta augusts augustu",
  "septembrī septembrim septembra septembris septembri",
  "oktobrī oktobrim oktobra oktobris oktobri",
  "novembrī novembrim novembra novembris novembri",
  "decembrī decembrim decembra decembris decembri",
];

describe("Latvian dates", () => {
  it.each(MONTHS.map((forms, index) => [index, forms] as const))("inflects month %i in every case", (index, forms) => {
    const cases = (["loc", "dat", "gen", "nom", "acc"] as const).map((form) => latvianMonth(index, form));
    expect(cases.join(" ")).toBe(forms);
  });

  it("writes a day in a sentence with its case, and in tables with the last point", () => {
    const at = Date.UTC(2026, 10, 22, 13, 30);
    expect(seen(showDate(at, { ...riga, lang: "lv" }))).toBe("2026.~gada 22.~novembrī");
    expect(seen(showDate(at, { ...riga, lang: "lv", form: "dat" }))).toBe("2026.~gada 22.~novembrim");
    expect(showDate("2026-03-05", { ...riga, lang: "lv", form: "table" })).toBe("05.03.2026.");
  });

  it("writes times with a point and without a leading zero", () => {
    const style = { ...riga, lang: "lv" } as const;
    expect(seen(showTime(Date.UTC(2026, 10, 22, 13, 30), style))).toBe("plkst.~15.30");
    expect(showTime(Date.UTC(2026, 10, 22, 7, 5), { ...style, form: "table" })).toBe("9.05");
    expect(seen(showDateTime(Date.UTC(2026, 10, 22, 13, 30), style))).toBe("2026.~gada 22.~novembrī plkst.~15.30");
    expect(seen(showDateTime(Date.UTC(2026, 10, 22, 13, 30), { ...style, form: "table" }))).toBe("22.11.2026.~15.30");
    expect(showTime(Date.UTC(2026, 10, 22, 22, 0), { ...style, form: "table" })).toBe("0.00");
  });
});

describe("English dates", () => {
  it("are plain British", () => {
    const at = Date.UTC(2026, 10, 22, 7, 5);
    expect(seen(showDate(at, { ...riga, lang: "en", form: "dat" }))).toBe("22~November~2026");
    expect(showTime(at, { ...riga, lang: "en" })).toBe("09:05");
    expect(seen(showDateTime(at, { ...riga, lang: "en" }))).toBe("22~November~2026 at~09:05");
  });
});

describe("days", () => {
  it("belong to the zone of the institution, through both changes of the clock", () => {
    const day = (iso: string) => showDate(Date.parse(iso), { ...riga, lang: "lv", form: "table" });
    expect(day("2026-11-22T21:59:59Z")).toBe("22.11.2026.");
    expect(day("2026-11-22T22:00:00Z")).toBe("23.11.2026.");
    expect(day("2026-07-01T21:00:00Z")).toBe("02.07.2026.");
    expect(showTime(Date.parse("2026-03-29T01:00:00Z"), { ...riga, lang: "lv", form: "table" })).toBe("4.00");
    expect(showTime(Date.parse("2026-10-25T01:00:00Z"), { ...riga, lang: "lv", form: "table" })).toBe("3.00");
  });

  it("refuse what is not a day", () => {
    expect(() => showDate("22.11.2026", { ...riga, lang: "lv" })).toThrow(RangeError);
  });
});

describe("numbers", () => {
  it("are grouped and joined as each language does", () => {
    expect([1204, 10_000, 1_234_567, 0.5].map((n) => seen(showNumber(n, "lv")))).toEqual([
      "1204",
      "10~000",
      "1~234~567",
      "0,5",
    ]);
    expect([1204, 1_234_567, 0.5].map((n) => showNumber(n, "en"))).toEqual(["1,204", "1,234,567", "0.5"]);
    expect(seen(showPercent(0.094, "lv"))).toBe("9,4~%");
    expect(showPercent(0.15, "en")).toBe("15%");
  });
});
