import { describe, expect, it } from "vitest";
import { createRenderer } from "../../../src/delivery/render.ts";
import { BEGIN_MS, getsLastMail, LAST_MAIL_MS, type No, ROW_LIFE_MS } from "../../../src/domain/last-mails/rules.ts";
import { privacyBody } from "../../../src/domain/notices/rules/privacy.ts";
import { demoInstitution } from "../../../src/runtime/node/demo/content.ts";
import { privacyNoticeTexts } from "../../../src/texts/privacy-notice.ts";
import { questionWords } from "../../../src/texts/question.ts";
import { say } from "../../../src/texts/say.ts";
import { frozen, MAILING, member, tokens } from "../../support/mailing.ts";

const on = { lastMail: true };
const render = createRenderer(tokens, frozen.publicUrl);
const byPage: No = { erased: true, channel: "page", method: "reconsent-page.post", silent: false };

describe("a last mail", () => {
  it("is off unless the institution has switched it on", () => {
    expect(getsLastMail({}, byPage)).toBe(false);
    expect(getsLastMail({ lastMail: false }, byPage)).toBe(false);
    expect(getsLastMail(on, byPage)).toBe(true);
  });

  it.each<[string, Partial<No>, boolean]>([
    ["the unsubscribe page", { method: "unsubscribe-page.post" }, true],
    ["this was not me", { method: "not-me-page.post" }, true],
    ["a telephone call", { channel: "staff", method: "staff.phone" }, true],
    ["a reply", { channel: "staff", method: "staff.reply" }, true],
    ["a page, while another list holds the address", { erased: false }, false],
    ["a one-click, which shows no page", { channel: "one-click", method: "one-click.post" }, false],
    ["a spam complaint", { channel: "provider", method: "provider.complaint", silent: true }, false],
    ["a relative's call", { channel: "staff", method: "staff.phone", silent: true }, false],
    ["a former system's file", { channel: "staff", method: "staff.former-system" }, false],
  ])("after %s", (_, no, gets) => {
    expect(getsLastMail(on, { ...byPage, ...no })).toBe(gets);
  });

  it("stands in the privacy notice where it is on, and only there", () => {
    const notice = (lastMail: boolean) =>
      privacyBody(
        { institution: { ...demoInstitution, lastMail }, purposes: [], publicUrl: "https://news.ministry.example" },
        { language: "en", version: 1 },
        say(privacyNoticeTexts, "en"),
      );
    const says = "we send one more e-mail to it that certifies the deletion";
    expect([notice(true).includes(says), notice(false).includes(says)]).toEqual([true, false]);
  });

  it("leaves no question and no mail that is frozen while it is on to say that the address is deleted at once", () => {
    const facts = { inst: "I", list: "L", purpose: "P", deadlineDay: "2026-12-15", proofMonths: 36 };
    const said = (lastMail: boolean) => {
      const institution = { ...frozen.institution, lastMail };
      const mail = render.reconsent({ ...frozen, institution }, MAILING, member(1, { language: "lv" }));
      return [...questionWords("lv", { ...facts, lastMail }).no, mail.text.replace(/\s+/g, " ")].join(" ");
    };
    expect([said(true).includes("uzreiz"), said(false).includes("uzreiz")]).toEqual([false, true]);
    expect(said(true)).toContain("Ja Jūsu adreses nav citos mūsu sarakstos, to dzēsīsim.");
  });

  it("is over within the time that the page names, with a sweep every minute and a hand-over of three", () => {
    const minute = 60_000;
    expect(BEGIN_MS + 3 * minute).toBeLessThanOrEqual(ROW_LIFE_MS);
    expect(ROW_LIFE_MS + 2 * minute).toBeLessThanOrEqual(LAST_MAIL_MS);
  });
});
