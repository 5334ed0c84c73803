/**
 * The receipt of a "yes": when, how, to what, the number under which it stands in the log, and the file that proves it. One
 * button, for whoever did not answer himself. It belongs to the answer and not to a list, so it has no List headers.
 */
import type { OutgoingMail } from "../../deps.ts";
import { howOf, type ReceiptMail } from "../../domain/consent/rules/receipt.ts";
import { answerTexts } from "../../texts/answer.ts";
import { showDateTime, showNumber } from "../../texts/dates.ts";
import { mailTexts } from "../../texts/mail.ts";
import { receiptTexts } from "../../texts/receipt.ts";
import { say } from "../../texts/say.ts";
import { heading, paragraph } from "../document/mail.ts";
import { composeLetter } from "./compose.ts";
import { letterhead } from "./letterhead.ts";

/** Renders it. Pure: a retry sends the same bytes. */
export function renderReceiptMail(mail: ReceiptMail, publicUrl: string): OutgoingMail {
  const { language: lang, institution } = mail;
  const t = say(receiptTexts, lang);
  const when = showDateTime(mail.at, { lang, zone: institution.timeZone });
  return composeLetter(letterhead(institution, lang, publicUrl), {
    to: mail.to,
    subject: t("subject"),
    heading: t("title"),
    parts: [
      paragraph(say(mailTexts, lang)("hello")),
      paragraph(t("lead")),
      {
        kind: "facts",
        facts: [
          { name: t("answer"), value: say(answerTexts, lang)("yes.answer.value", { when }), strong: true },
          { name: say(mailTexts, lang)("ask.address"), value: mail.to },
          { name: t("lists", { n: mail.lists.length }), value: mail.lists.join("; ") },
          { name: t("purpose"), value: mail.purpose },
          { name: t("how"), value: t(`how.${howOf(mail.method)}`) },
          { name: t("text"), value: t("text.value", { hash: short(mail.noticeSha256) }) },
          { name: t("number"), value: mail.eid },
          { name: t("entry"), value: t("entry.value", { index: showNumber(mail.index, lang) }) },
          { name: t("valid"), value: t("valid.value") },
        ],
      },
      paragraph({ kind: "link", text: t("text.link"), href: mail.textUrl }),
      heading(t("file")),
      paragraph(t("file.text", { file: mail.file.name })),
      paragraph({ kind: "link", text: t("file.link"), href: mail.verifyUrl }),
      heading(t("not-me")),
      paragraph(t("not-me.text")),
      { kind: "button", words: t("not-me.button"), url: mail.notMeUrl },
      heading(t("change")),
      paragraph(t("change.text")),
      paragraph({ kind: "link", text: t("change.link"), href: mail.leaveUrl }),
    ],
    why: t("why"),
    kind: "receipt",
    attachments: [{ ...mail.file, type: "application/json" }],
  });
}

/** Enough of a hash for the eye; the link holds the whole of it. */
const short = (sha256: string) => `${sha256.slice(0, 8)}…${sha256.slice(-8)}`;
