import { describe, expect, it } from "vitest";
import { createLog } from "../../src/platform/log.ts";

const lines: string[] = [];
const log = createLog(
  (line) => lines.push(line),
  () => 0,
);

describe("a log line", () => {
  it("never holds a value that looks like an address or a token", () => {
    log.info("sent", { to: "anna@pasts.example", token: "a".repeat(71), batch: "b1", n: 3 });
    expect(JSON.parse(lines.at(-1) ?? "")).toEqual({
      at: "1970-01-01T00:00:00.000Z",
      level: "info",
      what: "sent",
      to: "[removed]",
      token: "[removed]",
      batch: "b1",
      n: 3,
    });
  });

  it("of a fault keeps class and code, never the message, which holds parameters", () => {
    const cause = Object.assign(new Error("UNIQUE constraint failed: anna@pasts.example"), {
      code: "SQLITE_CONSTRAINT",
    });
    log.fault("db", new Error("Failed query: … params: anna@pasts.example", { cause }));
    expect(lines.at(-1)).not.toContain("anna");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ error: "Error", causeCode: "SQLITE_CONSTRAINT" });
  });

  it("of a fault names the place, also where the message has lines of its own that look like places", () => {
    const words = "anna\n    at anna paraudzina (anna.ts:1:1)";
    log.fault("job", Object.assign(new Error(words), { name: words, code: "Anna Paraudziņa" }));
    expect(lines.at(-1)).not.toMatch(/anna/i);
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
      what: "job",
      place: expect.stringMatching(/log\.test\.ts:\d+:\d+/),
    });
  });

  it("of something thrown that is no error says only its kind", () => {
    log.fault("odd", "anna@pasts.example");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ error: "string" });
  });
});
