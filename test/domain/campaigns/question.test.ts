import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildQuestion, type QuestionInput, questionParts } from "../../../src/domain/campaigns/rules/question.ts";
import { questionWords } from "../../../src/texts/question.ts";

const facts = {
  inst: "Paraugu ministrija",
  list: "Nedēļas apskats",
  purpose: "Ziņas",
  deadlineDay: "2026-12-15",
  proofMonths: 36,
};
const input: QuestionInput = {
  mailingId: "5f0c2a8e-8a14-4b0e-9d3c-3f1f6f0a7f11",
  lang: "lv",
  heading: "Vai vēlaties arī turpmāk saņemt jaunumus?",
  lead: "Jautājam no jauna.",
  statement: "<article><p>Piekrītu.</p></article>",
  words: questionWords("lv", facts),
};

describe("the question of a campaign", () => {
  it("says the statement, both meanings, silence and the deadline, and records where the buttons stand", () => {
    const body = buildQuestion(input);
    const order = [
      "<h1>",
      "Jautājam no jauna",
      "<!--facts-->",
      "<p>Piekrītu.</p>",
      "„Jā, piekrītu”",
      "„Nē, atsakos”",
      "<!--buttons Jā, piekrītu | Nē, atsakos-->",
      "Klusēšana nav piekrišana",
    ];
    const places = order.map((text) => body.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(body).toContain("2026.\u00a0gada 15.\u00a0decembrim");
    expect(body).toContain("36\u00a0mēnešus");
  });

  it("comes apart into what stands before and after the buttons, and nothing of it is lost", () => {
    const body = buildQuestion(input);
    const parts = questionParts(body);
    expect(parts).toMatchObject({ yesButton: "Jā, piekrītu", noButton: "Nē, atsakos" });
    const { head = "", answer = "", after = "" } = parts ?? {};
    expect(`${head}\n<!--facts-->\n${answer}\n<!--buttons Jā, piekrītu | Nē, atsakos-->\n${after}`).toBe(body);
  });

  it("is another text for every campaign, so that one hash names one question", () => {
    expect(buildQuestion({ ...input, mailingId: "another" })).not.toBe(buildQuestion(input));
  });

  it("shows whatever an author types as text, and stays in one piece", () => {
    const nasty = fc.oneof(
      fc.string(),
      fc.constantFrom("-->", "<!--facts-->", "<script>x</script>", '"><img src=x>', "a | b", "</h1>", "&amp;"),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, (heading, lead, label) => {
        const body = buildQuestion({
          ...input,
          heading,
          lead,
          words: { ...input.words, yesButton: label, silence: lead },
        });
        expect(body).not.toMatch(/<(script|img)/);
        expect(questionParts(body)).toBeDefined();
        expect(body.match(/<h1>/g)).toHaveLength(1);
        expect(body.match(/<!--/g)).toHaveLength(3);
      }),
    );
  });

  it("is not taken for a question when the bytes are others", () => {
    expect(questionParts("<p>Teksts</p>")).toBeUndefined();
    expect(questionParts(statementOnly)).toBeUndefined();
  });
});

const statementOnly = '<article data-notice="consent"><p>Piekrītu.</p></article>';
