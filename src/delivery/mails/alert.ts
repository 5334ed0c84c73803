/** The mail that tells a named person of the office of what cannot wait: what it is, where to look, why he gets it. */
import type { OutgoingMail } from "../../deps.ts";
import type { AlertMail } from "../../domain/alerts/rules/mail.ts";
import { ALERTS, type AlertCode } from "../../domain/alerts/rules.ts";
import { alertTexts } from "../../texts/alerts.ts";
import { showDateTime } from "../../texts/dates.ts";
import { say } from "../../texts/say.ts";
import { paragraph } from "../document/mail.ts";
import { composeLetter } from "./compose.ts";
import { letterhead } from "./letterhead.ts";

/** Renders it. Pure. Holds a code's sentence, a link to the desk and a time; nothing of any recipient. */
export function renderAlertMail(mail: AlertMail, publicUrl: string): OutgoingMail {
  const { institution, language, url, at } = mail;
  const t = say(alertTexts, language);
  const code = isTold(mail.code) ? mail.code : "other";
  const when = showDateTime(at, { lang: language, zone: institution.timeZone });
  return composeLetter(letterhead(institution, language, publicUrl), {
    to: mail.to,
    subject: t(`${code}.title`),
    heading: t(`${code}.title`),
    parts: [
      paragraph(t("mail.hello")),
      paragraph(t(`${code}.mail`)),
      { kind: "button", words: t("mail.open"), url },
      // A test was noticed by nobody.
      ...(code === "test" ? [] : [{ kind: "note" as const, text: t("mail.when", { when }) }]),
    ],
    why: t("mail.why"),
    kind: "alert",
  });
}

const isTold = (code: string): code is AlertCode | "test" => code === "test" || code in ALERTS;
