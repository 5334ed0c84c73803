/** The mail that tells a named person of the office of what cannot wait: what it is, where to look, why he gets it. */
import type { OutgoingMail } from "../../deps.ts";
import type { AlertMail } from "../../domain/alerts/rules/mail.ts";
import { ALERTS, type AlertCode, isForOfficer, isForOwner } from "../../domain/alerts/rules.ts";
import { alertTexts } from "../../texts/alerts.ts";
import { showDateTime } from "../../texts/dates.ts";
import { haltTexts } from "../../texts/halt.ts";
import { say } from "../../texts/say.ts";
import { type Part, paragraph } from "../document/mail.ts";
import { composeLetter } from "./compose.ts";
import { letterhead } from "./letterhead.ts";

/** Renders it. Pure. Holds a code's sentence, a mailing's title, a link to the desk and a time; nothing of any recipient. */
export function renderAlertMail(mail: AlertMail, publicUrl: string): OutgoingMail {
  const { institution, language, url } = mail;
  const t = say(alertTexts, language);
  const code = isTold(mail.code) ? mail.code : "other";
  // A title may have been typed with line breaks; a subject is one line.
  const title = mail.mailing?.title.replace(/\s+/g, " ").trim();
  const subject = title ? t("mail.subject", { what: t(`${code}.title`), title }) : t(`${code}.title`);
  return composeLetter(letterhead(institution, language, publicUrl), {
    to: mail.to,
    subject,
    heading: t(`${code}.title`),
    parts: [
      paragraph(t("mail.hello")),
      paragraph(t(`${code}.mail`)),
      // A test was noticed by nobody.
      ...(code === "test" ? [] : [factsOf(mail, title)]),
      { kind: "button", words: t(`mail.open.${placeWords(code)}`), url },
    ],
    why: t(isForOwner(code) ? "mail.why.owner" : isForOfficer(code) ? "mail.why.officer" : "mail.why"),
    kind: "alert",
  });
}

function factsOf({ institution, language, at, code, mailing }: AlertMail, title: string | undefined): Part {
  const t = say(alertTexts, language);
  const why = say(haltTexts, language);
  const when = showDateTime(at, { lang: language, zone: institution.timeZone });
  const reason = code === "mailing.paused" && mailing?.heldReason ? `why.${mailing.heldReason}` : undefined;
  return {
    kind: "facts",
    facts: [
      ...(title ? [{ name: t("mail.mailing"), value: title, strong: true }] : []),
      ...(reason && reason in haltTexts.lv ? [{ name: t("mail.reason"), value: why(reason as "why.outage") }] : []),
      { name: t("mail.when"), value: when },
    ],
  };
}

/** What the button opens, as `placeOf` leads there. */
function placeWords(code: AlertCode | "test" | "other"): "mailing" | "job" | "breach" | "request" | "account" | "desk" {
  const about = code in ALERTS ? ALERTS[code as AlertCode] : undefined;
  const own = ["mailing", "job", "breach", "request", "account"] as const;
  return own.find((one) => one === about) ?? "desk";
}

const isTold = (code: string): code is AlertCode | "test" => code === "test" || code in ALERTS;
