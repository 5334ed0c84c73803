/** The mail that tells a named person of the office of what cannot wait: what it is, where to look, why he gets it. */
import type { OutgoingMail } from "../deps.ts";
import type { AlertMail } from "../domain/alerts/rules/mail.ts";
import { alertTexts } from "../texts/alerts.ts";
import { showDateTime } from "../texts/dates.ts";
import { say } from "../texts/say.ts";
import { SYSTEM_HEADERS } from "./headers.ts";

/** Renders it. Pure. Holds a code's sentence, a link to the desk and a time; nothing of any recipient. */
export function renderAlertMail(mail: AlertMail): OutgoingMail {
  const { institution, language, code, url, at } = mail;
  const t = say(alertTexts, language);
  const known = isTold(code) ? code : "other";
  const when = showDateTime(at, { lang: language, zone: institution.timeZone });
  const lines = [t("mail.hello"), t(`${known}.mail`), t("mail.when", { when }), t("mail.why")];
  const [hello = "", text = "", time = "", why = ""] = lines;
  const subject = t(`${known}.title`);
  const p = (words: string) => `<p>${html(words)}</p>`;
  return {
    to: mail.to,
    from: {
      name: institution.sender.name[language] || institution.sender.name.lv,
      address: institution.sender.address,
    },
    replyTo: institution.sender.replyTo,
    subject,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${html(subject)}</title></head><body><h1>${html(subject)}</h1>${p(hello)}${p(text)}<p><a href="${html(url)}">${html(t("mail.open"))}</a></p>${p(time)}${p(why)}</body></html>`,
    text: `${[hello, text, `${t("mail.open")}:\n${url}`, time, why].join("\n\n")}\n`,
    headers: { ...SYSTEM_HEADERS },
    tags: { kind: "alert" },
  };
}

type ToldCode =
  | "mailing.paused"
  | "mailing.unknown"
  | "mailing.held"
  | "provider.setup"
  | "provider.quota"
  | "job.dead"
  | "test";
const isTold = (code: string): code is ToldCode => `${code}.mail` in alertTexts.lv;

const html = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
