/** The record of a breach: nothing of a report is turned away, decisions say what the law asks for, clocks run as they should. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hadAddress,
  missingToClose,
  readAuthority,
  readCorrection,
  readPersons,
  readReport,
  withoutAddresses,
} from "../../../src/domain/breaches/rules/typed.ts";
import { type Breach, clocksOf, dueCodes, LAW_HOURS } from "../../../src/domain/breaches/rules.ts";

const ZONE = "Europe/Riga";
const NOW = Date.parse("2026-11-22T10:00:00Z");
const HOUR = 3_600_000;
const breach: Breach = {
  id: "b",
  n: 1,
  kind: "breach",
  awareAt: NOW,
  ownHours: 12,
  version: 1,
  reportedBy: "staff:1",
  reportedAt: NOW,
  authorityAt: null,
  personsAt: null,
  closedAt: null,
};

describe("a report", () => {
  it("is read from anything that can be typed, and its clock never begins later than now", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("what", "day", "time", "noticed", "data", "ongoing", "kind"), fc.string()),
        (typed) => {
          const body = readReport(typed, NOW, ZONE);
          return body.awareAt <= NOW && typeof body.what === "string";
        },
      ),
    );
  });

  it("begins with the moment that was typed, or with the report where it cannot be read or has not come", () => {
    const typed = (day: string, time: string) => readReport({ day, time }, NOW, ZONE);
    expect(typed("2026-11-21", "18:45")).toMatchObject({ awareAt: Date.parse("2026-11-21T16:45:00Z") });
    expect(typed("2026-11-21", "18:45").assumed).toBeUndefined();
    for (const [day, time] of [
      ["2026-11-23", "08:00"],
      ["2026-11-22", "12:01"],
      ["", ""],
      ["vakar", "no rīta"],
    ] as const)
      expect([day, time, typed(day, time)]).toEqual([
        day,
        time,
        expect.objectContaining({ awareAt: NOW, assumed: true }),
      ]);
  });

  it("leaves e-mail addresses out, and everything else as it was", () => {
    expect(withoutAddresses("Vēstule aizgāja uz anna.ozola@pasts.example un (b@c.example), 40 cilvēkiem.")).toBe(
      "Vēstule aizgāja uz […] un ([…]), 40 cilvēkiem.",
    );
    expect(hadAddress({ what: "x@y.example" })).toBe(true);
    expect(hadAddress({ what: "e-pasts @ darbā, 3@4" })).toBe(false);
    expect(readReport({ what: " a\r\nb " }, NOW, ZONE).what).toBe("a\nb");
  });

  it("is corrected only with a reason and a moment that has been", () => {
    expect(readCorrection({ day: "2026-11-30", time: "08:00", why: "" }, NOW, ZONE)).toEqual([
      { field: "time", code: "breaches.moment" },
      { field: "why", code: "form.required" },
    ]);
    const done = readCorrection({ day: "2026-11-20", time: "08:00", why: "Pirmais zvans bija agrāk." }, NOW, ZONE);
    expect(done).toMatchObject({ awareAt: Date.parse("2026-11-20T06:00:00Z"), why: "Pirmais zvans bija agrāk." });
  });
});

describe("the decision about the authority", () => {
  const read = (typed: Record<string, string>, now = NOW + HOUR) => readAuthority(typed, breach, now, ZONE);
  it("not to notify rests on an unlikely risk, with the reason", () => {
    expect(read({ decision: "not", risk: "unlikely", reason: "Fails bija šifrēts." })).toMatchObject({
      decision: "not",
    });
    expect(read({ decision: "not", risk: "unlikely" })).toEqual([{ field: "reason", code: "form.required" }]);
    for (const risk of ["risk", "high"])
      expect(read({ decision: "not", risk, reason: "x" })).toEqual([
        { field: "decision", code: "breaches.risk_needs_notice" },
      ]);
  });

  it("later than 72 hours has the reasons for the delay, to the minute", () => {
    const at = (hours: number, minutes = 0) => NOW + hours * HOUR + minutes * 60_000;
    // 22 November 12.00 in Riga and 72 hours: 25 November 12.00.
    const typed = { decision: "notified", risk: "risk", day: "2026-11-25", time: "12:00" };
    expect(read(typed, at(80))).toMatchObject({ decision: "notified", at: at(LAW_HOURS) });
    const late = { ...typed, time: "12:01" };
    expect(read(late, at(80))).toEqual([{ field: "late", code: "breaches.late_why" }]);
    expect(read({ ...late, late: "Vietne nedarbojās." }, at(80))).toMatchObject({ late: "Vietne nedarbojās." });
    expect(read(typed, at(71))).toEqual([{ field: "time", code: "breaches.moment" }]);
  });

  it("nothing chosen is said field by field", () => {
    expect(read({})).toEqual([
      { field: "risk", code: "form.choose" },
      { field: "decision", code: "form.choose" },
    ]);
  });
});

describe("the decision about the people concerned", () => {
  it("with a high risk only one of the three cases of Art. 34(3) leaves them untold", () => {
    const read = (why: string, risk: "high" | "risk") =>
      readPersons({ decision: "not", why, reason: "Pamatojums" }, risk, NOW, ZONE);
    expect(read("not-high", "high")).toEqual([{ field: "why", code: "breaches.high_risk" }]);
    expect(read("not-high", "risk")).toMatchObject({ why: "not-high" });
    for (const why of ["protected", "removed", "public"]) expect(read(why, "high")).toMatchObject({ why });
  });

  it("told: when and how", () => {
    expect(readPersons({ decision: "told" }, "risk", NOW, ZONE)).toEqual([
      { field: "time", code: "breaches.moment" },
      { field: "how", code: "form.required" },
    ]);
  });
});

describe("the clocks", () => {
  it("are two: the institution's own first, then the law's", () => {
    expect(clocksOf(breach).map(({ kind, until }) => [kind, (until - NOW) / HOUR])).toEqual([
      ["persons", 12],
      ["authority", 72],
    ]);
    expect(clocksOf({ ...breach, ownHours: 72 }).map(({ until }) => (until - NOW) / HOUR)).toEqual([72, 72]);
  });

  it("tell the officer again when they run out, while nothing is decided; an exercise does not", () => {
    const at = (hours: number, of: Partial<Breach> = {}) => dueCodes({ ...breach, ...of }, NOW + hours * HOUR);
    expect(at(8.9)).toEqual([]);
    expect(at(9)).toEqual(["breach.persons-due"]);
    expect(at(48)).toEqual(["breach.persons-due", "breach.authority-due"]);
    expect(at(72)).toEqual(["breach.persons-due", "breach.authority-due"]);
    expect(at(72.01)).toEqual(["breach.persons-due", "breach.authority-due", "breach.authority-over"]);
    expect(at(90, { authorityAt: NOW, personsAt: NOW })).toEqual([]);
    expect(at(90, { closedAt: NOW })).toEqual([]);
    expect(at(90, { kind: "exercise" })).toEqual([]);
    expect(at(0.8, { ownHours: 1 })).toEqual(["breach.persons-due"]);
    expect(at(0.7, { ownHours: 1 })).toEqual([]);
  });

  it("it is closed only when consequences, measures and both decisions are written", () => {
    expect(missingToClose({})).toEqual(["facts", "authority", "persons"]);
    const facts = { people: "", records: "", categories: "", consequences: "x", measures: "" };
    expect(missingToClose({ facts })).toContain("facts");
    expect(
      missingToClose({
        facts: { ...facts, measures: "y" },
        authority: { decision: "not", risk: "unlikely", reference: "", reason: "z", late: "" },
        persons: { decision: "not", how: "", why: "not-high", reason: "z" },
      }),
    ).toEqual([]);
  });
});
