/** The mail with the link of a question, for whoever asked for it on our site. One mail to one person: no List headers. */
import type { OutgoingMail } from "../../deps.ts";
import type { AnswerLinkMail } from "../../domain/consent/rules/answer-link.ts";
import { showDate, showTime } from "../../texts/dates.ts";
import { mailTexts } from "../../texts/mail.ts";
import { runningTexts } from "../../texts/running.ts";
import { say } from "../../texts/say.ts";
import { heading, type Part, paragraph } from "../document/mail.ts";
import { composeLetter } from "./compose.ts";
import { letterhead } from "./letterhead.ts";

/** Renders it. Pure: a retry sends the same bytes. */
export function renderAnswerLinkMail(mail: AnswerLinkMail, publicUrl: string): OutgoingMail {
  const { language: lang, institution, at } = mail;
  const t = say(runningTexts, lang);
  const style = { lang, zone: institution.timeZone };
  const until = (day: string) => t("until.value", { date: showDate(day, { ...style, form: "dat" }) });
  const question = ({ list, heading: asked, deadlineDay, url }: AnswerLinkMail["questions"][number]): Part[] => [
    {
      kind: "facts",
      facts: [
        { name: t("mail.question"), value: asked, strong: true },
        { name: t("mail.list"), value: list },
        { name: t("mail.until"), value: until(deadlineDay) },
      ],
    },
    { kind: "button", words: t("mail.button"), url },
  ];
  return composeLetter(letterhead(institution, lang, publicUrl), {
    to: mail.to,
    subject: t("mail.subject"),
    heading: t("mail.title"),
    parts: [
      paragraph(say(mailTexts, lang)("hello")),
      paragraph(t("mail.lead", { date: showDate(at, style), time: showTime(at, style) })),
      ...mail.questions.flatMap(question),
      paragraph(t("mail.opens")),
      heading(t("mail.not-me")),
      paragraph(t("mail.not-me.text")),
    ],
    why: t("mail.why"),
    kind: "answer-link",
  });
}
