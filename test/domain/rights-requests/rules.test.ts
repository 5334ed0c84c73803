/** A request: when it is due, when it may be extended, what an answer has to say. */
import { describe, expect, it } from "vitest";
import { termOf } from "../../../src/domain/periods/rules.ts";
import {
  answerProblems,
  dayProblem,
  extensionProblem,
  type TypedAnswer,
  urgencyOf,
} from "../../../src/domain/rights-requests/rules.ts";

const open = { receivedDay: "2026-11-24", dueDay: termOf("2026-11-24").law, closedAt: null, extendedAt: null };

describe("urgency", () => {
  it("is soon for the last three working days, over the day after", () => {
    expect(open.dueDay).toBe("2026-12-28");
    expect(urgencyOf(open, "2026-12-20")).toBe("open");
    // 23, 22 and 21 December are the working days before: the 24th to the 27th are days off.
    expect(urgencyOf(open, "2026-12-21")).toBe("soon");
    expect(urgencyOf(open, "2026-12-28")).toBe("soon");
    expect(urgencyOf(open, "2026-12-29")).toBe("over");
    expect(urgencyOf({ ...open, closedAt: 1 }, "2026-12-29")).toBe("closed");
  });
});

describe("the extension", () => {
  it("is possible once, up to the end of the first month, while the request is open", () => {
    expect(extensionProblem(open, "2026-12-28")).toBeUndefined();
    expect(extensionProblem(open, "2026-12-29")).toBe("requests.too_late");
    expect(extensionProblem({ ...open, extendedAt: 1 }, "2026-12-01")).toBe("requests.extended");
    expect(extensionProblem({ ...open, closedAt: 1 }, "2026-12-01")).toBe("requests.closed");
  });
});

describe("an answer", () => {
  const fine: TypedAnswer = { outcome: "met", day: "2026-11-25", reason: "", complaint: false };
  const wrong = (part: Partial<TypedAnswer>) =>
    answerProblems({ ...fine, ...part }, open, "2026-11-26").map(({ field, code }) => `${field} ${code}`);
  it("that meets the request needs nothing else", () => {
    expect(wrong({})).toEqual([]);
  });

  it("that refuses it, whole or in part, has reasons and tells of complaint and court (Art. 12(4))", () => {
    for (const outcome of ["refused", "partly"]) {
      expect(wrong({ outcome })).toEqual(["reason form.required", "complaint requests.complaint"]);
      expect(wrong({ outcome, reason: "Vajadzīgs tiesvedībā.", complaint: true })).toEqual([]);
    }
  });

  it("was given on a day between receipt and today", () => {
    expect(wrong({ day: "2026-11-23" })).toEqual(["day requests.before"]);
    expect(wrong({ day: "2026-11-27" })).toEqual(["day requests.future"]);
    expect(wrong({ day: "25.11." })).toEqual(["day requests.day"]);
    expect(dayProblem("day", "2026-02-30", "2026-11-26")).toEqual({ field: "day", code: "requests.day" });
  });
});
