/**
 * The mail that asks the owner of a typed address whether it was he. One link, for yes and for no, and one for whoever wants
 * no mail of ours ever; no news in it, and no List-Unsubscribe, because it belongs to no list yet.
 */
import type { OutgoingMail } from "../../deps.ts";
import type { ConfirmMail } from "../../domain/consent/rules/sign-up.ts";
import { type DateForm, showDate, showTime } from "../../texts/dates.ts";
import { mailTexts } from "../../texts/mail.ts";
import { say } from "../../texts/say.ts";
import { heading, paragraph } from "../document/mail.ts";
import { composeLetter } from "./compose.ts";
import { letterhead } from "./letterhead.ts";

/** Renders it. Pure: a retry sends the same bytes. */
export function renderConfirmMail(mail: ConfirmMail, publicUrl: string): OutgoingMail {
  const { language: lang, institution } = mail;
  const t = say(mailTexts, lang);
  const on = (ms: number, form: DateForm = "loc") => {
    const style = { lang, zone: institution.timeZone, form };
    return { date: showDate(ms, style), time: showTime(ms, { lang, zone: institution.timeZone }) };
  };
  return composeLetter(letterhead(institution, lang, publicUrl), {
    to: mail.to,
    subject: t("confirm.subject"),
    heading: t("confirm.title"),
    parts: [
      paragraph(t("confirm.lead", on(mail.at))),
      {
        kind: "facts",
        facts: [
          { name: t("confirm.lists", { n: mail.lists.length }), value: mail.lists.join("; ") },
          { name: t("confirm.language"), value: t("confirm.language.value") },
          { name: t("confirm.until"), value: t("confirm.until.value", on(mail.validUntil, "dat")), strong: true },
        ],
      },
      { kind: "button", words: t("confirm.button"), url: mail.url },
      paragraph(t("confirm.opens")),
      heading(t("confirm.not-me")),
      paragraph(t("confirm.not-me.text")),
      paragraph({ kind: "link", text: t("confirm.never"), href: `${mail.url}/never` }),
    ],
    why: t("confirm.why"),
    kind: "confirm",
  });
}
