/** The mail with the link of a person's own page, for whoever asked for it on our site. One mail to one person: no List headers. */
import type { OutgoingMail } from "../../deps.ts";
import type { OwnPageMail } from "../../domain/me/rules.ts";
import { type DateForm, showDate, showTime } from "../../texts/dates.ts";
import { mailTexts } from "../../texts/mail.ts";
import { ownPageTexts } from "../../texts/own-page.ts";
import { say } from "../../texts/say.ts";
import { heading, paragraph } from "../document/mail.ts";
import { composeLetter } from "./compose.ts";
import { letterhead } from "./letterhead.ts";

/** Renders it. Pure: a retry sends the same bytes. */
export function renderOwnPageMail(mail: OwnPageMail, publicUrl: string): OutgoingMail {
  const { language: lang, institution } = mail;
  const t = say(ownPageTexts, lang);
  const zone = institution.timeZone;
  const on = (ms: number, form: DateForm = "loc") => ({
    date: showDate(ms, { lang, zone, form }),
    time: showTime(ms, { lang, zone }),
  });
  return composeLetter(letterhead(institution, lang, publicUrl), {
    to: mail.to,
    subject: t("mail.subject"),
    heading: t("mail.title"),
    parts: [
      paragraph(say(mailTexts, lang)("hello")),
      paragraph(t("mail.lead", on(mail.at))),
      {
        kind: "facts",
        facts: [{ name: t("mail.until"), value: t("mail.until.value", on(mail.validUntil, "dat")), strong: true }],
      },
      { kind: "button", words: t("mail.button"), url: mail.url },
      paragraph(t("mail.opens")),
      heading(t("mail.not-me")),
      paragraph(t("mail.not-me.text")),
    ],
    why: t("mail.why"),
    kind: "own-page",
  });
}
