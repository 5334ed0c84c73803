import { describe, expect, it } from "vitest";
import { mayClose } from "../../../src/domain/campaigns/rules/ending.ts";
import { buildQuestion, questionParts } from "../../../src/domain/campaigns/rules/question.ts";
import { draftProblems, type MailingState } from "../../../src/domain/campaigns/rules.ts";
import { GROUND } from "../../support/ready.ts";

const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt?", lead: "Jautājam no jauna." };
const draft = {
  title: "Rudens",
  deadlineDay: "2026-12-15",
  ...GROUND,
  texts: { lv: text, en: text },
};
const office = { languages: ["lv", "en"] as const, today: "2026-11-22", daysUntil: () => 23 };
const fields = (changed: object, at = office) =>
  draftProblems({ ...draft, ...changed }, at).map((p) => `${p.field} ${p.code}`);

describe("a draft can be sent only when it is whole", () => {
  it("has no problems when every part is there", () => expect(fields({})).toEqual([]));
  it("needs a text in every language of the institution", () =>
    expect(fields({ texts: { lv: text } })).toEqual(
      ["subject", "heading", "lead"].map((f) => `${f}.en form.required`),
    ));
  it("needs the reason why these people expect the institution", () =>
    expect(fields({ reasonToAsk: "nav" })).toEqual(["reasonToAsk campaigns.reason_short"]));
  it("needs a deadline that leaves time to answer", () => {
    expect(fields({ deadlineDay: null })).toEqual(["deadlineDay campaigns.deadline_missing"]);
    for (const [days, ok] of [
      [13, false],
      [14, true],
      [90, true],
      [91, false],
      [-1, false],
    ] as const)
      expect(fields({}, { ...office, daysUntil: () => days }).length === 0).toBe(ok);
  });
  it("keeps subjects on one line and short enough to be read", () => {
    expect(fields({ texts: { lv: { ...text, subject: "a\r\nBcc: x@example.org" }, en: text } })).toEqual([
      "subject.lv campaigns.one_line",
    ]);
    expect(fields({ texts: { lv: { ...text, subject: "a".repeat(81) }, en: text } })).toEqual([
      "subject.lv form.too_long",
    ]);
  });
});

describe("closing", () => {
  const states: MailingState[] = ["draft", "planning", "sending", "sent", "paused", "closing", "closed", "cancelled"];
  it.each(states.flatMap((s) => [true, false].map((over) => [s, over] as const)))(
    "from %s with the deadline over: %s is allowed only for a sent campaign after its deadline",
    (state, over) => expect(mayClose(state, over) === undefined).toBe(state === "sent" && over),
  );
});

describe("the question", () => {
  const words = {
    yesButton: "Jā, piekrītu",
    noButton: "Nē, atsakos",
    yesTitle: "Ja „jā”",
    yes: ["a"],
    noTitle: "Ja „nē”",
    no: ["b"],
    silenceTitle: "Ja klusēsiet",
    silence: "c",
    moreTitle: "Vairāk",
    more: ["d"],
  };
  const input = { mailingId: "m1", lang: "lv" as const, statement: "<p>Piekrītu</p>", words, ...text };
  it("can be taken apart for the page without losing a byte but the markers", () => {
    const body = buildQuestion(input);
    const parts = questionParts(body);
    expect(parts && [parts.head, "<!--facts-->", parts.answer].join("\n")).toBe(
      body.slice(0, body.indexOf("\n<!--buttons")),
    );
    expect(body.endsWith(`\n${parts?.after}`)).toBe(true);
  });
  it("never lets an author's text become markup", () => {
    const body = buildQuestion({ ...input, heading: "<script>1</script>", lead: "<!--facts-->" });
    expect(body).not.toContain("<script>");
    expect(questionParts(body)?.head).toContain("&lt;!--facts--&gt;");
  });
  it("of one campaign never has the bytes of another's", () => {
    expect(buildQuestion(input)).not.toBe(buildQuestion({ ...input, mailingId: "m2" }));
  });
});
