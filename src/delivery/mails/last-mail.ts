/**
 * The last mail: what was decided, what is deleted, what is kept and until when, and the files that prove it. It belongs to no
 * list, so it has no List headers: there is nothing left to leave.
 */
import type { OutgoingMail } from "../../deps.ts";
import type { LastMail } from "../../domain/last-mails/rules.ts";
import { inLanguage } from "../../domain/purposes/rules.ts";
import { certificateTexts } from "../../texts/certificate.ts";
import { type DateForm, showDate, showDateTime } from "../../texts/dates.ts";
import { lastMailTexts } from "../../texts/last-mail.ts";
import { leaveTexts } from "../../texts/leave.ts";
import { mailTexts } from "../../texts/mail.ts";
import { receiptTexts } from "../../texts/receipt.ts";
import { say } from "../../texts/say.ts";
import { heading, type Part, paragraph } from "../document/mail.ts";
import { composeLetter } from "./compose.ts";
import { letterhead } from "./letterhead.ts";

/** Renders it. Pure: a retry sends the same bytes. */
export function renderLastMail(mail: LastMail, publicUrl: string): OutgoingMail {
  const { language: lang, institution, answer, kept } = mail;
  const t = say(lastMailTexts, lang);
  const page = say(leaveTexts, lang);
  const zone = institution.timeZone;
  const when = showDateTime(mail.at, { lang, zone });
  const day = (date: string, form: DateForm = "loc") => showDate(date, { lang, zone, form });
  const lists = mail.ended.join("; ");
  const email = institution.dataProtectionOfficer.email || institution.email;
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
          {
            name: page("answer"),
            value:
              answer === "invalidated" ? say(receiptTexts, lang)("done", { when }) : page(`answer.${answer}`, { when }),
            strong: true,
          },
          { name: t("ended"), value: mail.everything ? t("ended.everything", { lists }) : lists },
          { name: t("gone"), value: t("gone.value") },
          { name: t("number"), value: mail.eid },
        ],
      },
      heading(page("kept.title")),
      {
        kind: "facts",
        facts: [
          { name: page("kept.proof"), value: t("kept.proof.value", { date: day(kept.proofUntilDay) }) },
          { name: page("kept.tag"), value: t("kept.tag.value", { date: day(kept.suppressionReviewDay) }) },
          { name: page("kept.log"), value: t("kept.log.value") },
          ...told(mail, day),
          { name: page("backups.title"), value: t("backups.value", { date: day(kept.backupsCleanDay, "dat") }) },
        ],
      },
      paragraph(t("kept.text")),
      heading(say(receiptTexts, lang)("file")),
      ...proof(mail),
      heading(t("back")),
      paragraph(t("back.text")),
      paragraph({ kind: "link", text: t("back.link"), href: mail.signUpUrl }),
      heading(t("ask")),
      paragraph(t("ask.text", { email, authority: inLanguage(institution.supervisoryAuthority.name, lang) })),
    ],
    why: t("why"),
    kind: "last-mail",
    ...(mail.files.length > 0 && {
      attachments: mail.files.map((file) => ({ ...file, type: "application/json" as const })),
    }),
  });
}

/** Who else had the address, as on the page. */
function told({ certificate, language: lang }: LastMail, day: (date: string) => string) {
  const t = say(certificateTexts, lang);
  const { providers = [], exports = [], requests = [], filesUntil } = certificate ?? {};
  return [
    ...requests.map((n) => ({ name: t("kept.request", { n: String(n) }), value: t("kept.request.text") })),
    ...(filesUntil ? [{ name: t("kept.files"), value: `${t("kept.files.what")} ${day(filesUntil)}` }] : []),
    ...providers.map(({ name, until }) => ({
      name: t("mail.provider"),
      value: t("mail.provider.value", { name, date: day(until) }),
    })),
    ...exports.map(({ kind, day: given, recipient, recipientName }) => ({
      name: t("mail.export"),
      value: t(kind === "person" ? "mail.export.person" : "mail.export.value", {
        date: day(given),
        recipient: recipientName || t(`recipient.${recipient}`),
      }),
    })),
  ];
}

/** The files, or where the file is found once the log is signed. */
function proof({ language: lang, files, fileUrl, verifyUrl }: LastMail): Part[] {
  const t = say(lastMailTexts, lang);
  if (files.length === 0)
    return [paragraph(t("file.later")), paragraph({ kind: "link", text: t("file.later.link"), href: fileUrl })];
  return [
    paragraph(t("file.text", { n: files.length, files: files.map(({ name }) => name).join(", ") })),
    paragraph({ kind: "link", text: say(receiptTexts, lang)("file.link"), href: verifyUrl }),
  ];
}
