/** Where a last mail follows a "no", the fixed texts of a campaign do not say that the address is deleted at once. */
import { expect, test } from "vitest";
import { noticeWords } from "../../src/texts/notice-mail.ts";
import { questionWords } from "../../src/texts/question.ts";

const facts = {
  inst: "Ministrija",
  list: "Jaunumi",
  purpose: "Jaunumi",
  norm: "Likuma 1. pants",
  deadlineDay: "2027-01-15",
};

test.each([
  ["lv", "uzreiz dzēsīsim"],
  ["en", "at once"],
] as const)("%s: the question and the notice say it only where no last mail follows", (lang, words) => {
  const said = (lastMail: boolean) => {
    const question = questionWords(lang, { ...facts, proofMonths: 36, lastMail });
    return [JSON.stringify(question.no), JSON.stringify(noticeWords(lang, { ...facts, lastMail }))];
  };
  for (const text of said(false)) expect(text).toContain(words);
  for (const text of said(true)) expect(text).not.toContain(words);
});
