/** The table of rules: what must be true of each, whoever adds one. */
import { expect, it } from "vitest";
import { countSql } from "../../../src/domain/retention/acts/aged.ts";
import { handOf } from "../../../src/domain/retention/acts/hands.ts";
import { asOf } from "../../../src/domain/retention/acts/plan.ts";
import { mail } from "../../../src/domain/retention/rules/catalogue/mail.ts";
import { order } from "../../../src/domain/retention/rules/catalogue/order.ts";
import { own } from "../../../src/domain/retention/rules/catalogue/own.ts";
import { people } from "../../../src/domain/retention/rules/catalogue/people.ts";
import { rights } from "../../../src/domain/retention/rules/catalogue/rights.ts";
import { staff } from "../../../src/domain/retention/rules/catalogue/staff.ts";
import {
  cutoffOf,
  isPeriod,
  nextNightAt,
  nightAt,
  nightOf,
  periodProblems,
  roughDays,
} from "../../../src/domain/retention/rules/period.ts";
import { termCutoff, termOf } from "../../../src/domain/retention/rules/purpose-term.ts";
import { RULE_NAMES, ruleOf } from "../../../src/domain/retention/rules.ts";
import { openScene } from "./scene.ts";

const RIGA = "Europe/Riga";
const at = Date.parse("2026-11-22T10:00:00Z");

it("no rule stands in two files, because one would silently take the place of the other", () => {
  const all = [people, mail, staff, rights, own, order].flatMap((part) => Object.keys(part));
  expect([...all].sort()).toEqual([...new Set(all)].sort());
  expect(RULE_NAMES).toEqual(all);
});

it("every period has an end, and where the institution may set it, the program's own lies within the bounds", () => {
  for (const name of RULE_NAMES) {
    const { period, bounds, turn, by } = ruleOf(name);
    if (typeof period === "string" && period !== "of-purpose") expect([name, isPeriod(period)]).toEqual([name, true]);
    if (bounds) {
      expect([name, typeof period]).toEqual([name, "string"]);
      expect([name, periodProblems(String(period), bounds)]).toEqual([name, []]);
      expect([name, roughDays(bounds[1]) <= 3_660]).toEqual([name, true]);
    }
    // What runs every hour asks no settings and has no hand of its own.
    if (turn === "hour")
      expect([name, typeof period, typeof by, bounds]).toEqual([name, "string", "object", undefined]);
  }
});

it("what is over is counted, sampled and found by an index, in every rule", async () => {
  const s = await openScene();
  // Small by their nature: a row for each lock, key, colleague, decision, file or night.
  const small =
    /^SCAN (lease|refusal_count|api_key|user|legal_hold|review_case|retention_run|h|alert|import|export|proof_opening|suppression_import|suppression_review|return_attempt|\(|CONSTANT)/;
  const seen: string[] = [];
  for (const name of RULE_NAMES) {
    const rule = ruleOf(name);
    const as = asOf(at, RIGA, typeof rule.period === "string" && isPeriod(rule.period) ? rule.period : "P36M");
    expect([name, await handOf(name).count(s.deps, as)]).toEqual([name, { due: expect.any(Number), kept: 0 }]);
    expect([name, Array.isArray(await handOf(name).samples(s.deps, as, 3))]).toEqual([name, true]);
    if (rule.by === "own") continue;
    const counted = countSql(rule.by, as, 3);
    const { rows } = await s.client.execute({ ...counted, sql: `EXPLAIN QUERY PLAN ${counted.sql}` });
    for (const { detail } of rows)
      if (/^SCAN /.test(String(detail)) && !small.test(String(detail))) seen.push(`${name}: ${detail}`);
  }
  expect(seen).toEqual([]);
});

it("periods are counted by the calendar and by the institution's clock", () => {
  expect(cutoffOf("P1M", Date.parse("2027-03-31T12:00:00Z"), RIGA).day).toBe("2027-02-28");
  // The clock went back at night: a day is a day, not 24 hours.
  expect(new Date(cutoffOf("P1D", Date.parse("2026-10-26T10:00:00Z"), RIGA).ms).toISOString()).toBe(
    "2026-10-25T10:00:00.000Z",
  );
  expect(cutoffOf("PT90M", at, RIGA).ms).toBe(at - 90 * 60_000);
  for (const no of ["", "P", "PT", "7", "P1.5M", "-P1D", "P1DT1H", "for ever", "P99999D"])
    expect([no, isPeriod(no)]).toEqual([no, false]);
  expect(() => cutoffOf("never", at, RIGA)).toThrow("not a period");
});

it("the night of a day begins at two by the institution's clock, also where the clock changes", () => {
  expect(nightOf(Date.parse("2026-11-22T23:30:00Z"), RIGA)).toBe("2026-11-22");
  expect(nightOf(Date.parse("2026-11-23T00:00:00Z"), RIGA)).toBe("2026-11-23");
  expect(new Date(nightAt("2026-11-23", RIGA)).toISOString()).toBe("2026-11-23T00:00:00.000Z");
  for (const now of ["2026-03-28T23:00:00Z", "2026-03-29T12:00:00Z", "2026-10-24T22:59:00Z", "2026-10-25T20:00:00Z"]) {
    const ms = Date.parse(now);
    const next = nextNightAt(ms, RIGA);
    expect([now, next > ms, next - ms <= 25 * 3_600_000]).toEqual([now, true, true]);
    expect([now, nightOf(next, RIGA) > nightOf(ms, RIGA)]).toEqual([now, true]);
  }
});

it("the term of a purpose: joined, last act, or the day of its event; until withdrawal has none", () => {
  const event = { lv: "x", en: "x" };
  expect(termOf({ kind: "until-withdrawal" })).toBeUndefined();
  const joined = termOf({ kind: "months", months: 36, from: "last-act", event });
  expect(joined).toEqual({ from: "last-act", period: "P36M" });
  expect(joined && termCutoff(joined, at, RIGA)).toBe(Date.parse("2023-11-22T10:00:00Z"));
  const named = (day?: string) => termOf({ kind: "until-event", days: 30, event, ...(day && { day }) });
  const cutoff = (day?: string) => {
    const term = named(day);
    return term && termCutoff(term, at, RIGA);
  };
  expect(cutoff()).toBeUndefined();
  expect(cutoff("2026-10-24")).toBeUndefined();
  expect(cutoff("2026-10-23")).toBe("all");
  // A sheet from before there was a choice waits for its event.
  expect(termOf({ kind: "months", months: 6, event })).toEqual({ from: "day", period: "P6M", day: undefined });
});
