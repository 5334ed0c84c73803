/**
 * The mail that asks the owner of a typed address whether it was he. One link, for yes and for no; no news in it, and no
 * List-Unsubscribe, because it belongs to no list yet.
 */
import type { OutgoingMail } from "../deps.ts";
import type { ConfirmMail } from "../domain/consent/rules/sign-up.ts";
import { type DateForm, showDate, showTime } from "../texts/dates.ts";
import { mailTexts } from "../texts/mail.ts";
import { say } from "../texts/say.ts";
import { fill } from "./fill.ts";
import { SYSTEM_HEADERS } from "./headers.ts";
import { letterhead } from "./letterhead.ts";
import { type ConfirmSlot, SHELLS } from "./shells.gen.ts";
import { blocks, heading, link, RULE, wrap } from "./text/wrap.ts";

/** Renders it. Pure: a retry sends the same bytes. */
export function renderConfirmMail(mail: ConfirmMail, publicUrl: string): OutgoingMail {
  const { language: lang, institution } = mail;
  const t = say(mailTexts, lang);
  const head = letterhead(institution, lang, publicUrl);
  const on = (ms: number, form: DateForm = "loc") => {
    const style = { lang, zone: institution.timeZone, form };
    return { date: showDate(ms, style), time: showTime(ms, { lang, zone: institution.timeZone }) };
  };
  const words: Record<ConfirmSlot, string> = {
    ...head.slots,
    subject: t("confirm.subject"),
    title: t("confirm.title"),
    lead: t("confirm.lead", on(mail.at)),
    listsName: t("confirm.lists", { n: mail.lists.length }),
    lists: mail.lists.join("; "),
    languageName: t("confirm.language"),
    language: t("confirm.language.value"),
    untilName: t("confirm.until"),
    until: t("confirm.until.value", on(mail.validUntil, "dat")),
    confirmUrl: mail.url,
    button: t("confirm.button"),
    opens: t("confirm.opens"),
    notMe: t("confirm.not-me"),
    notMeText: t("confirm.not-me.text"),
    why: t("confirm.why"),
    notice: t("foot.notice"),
    noticeUrl: `${publicUrl}/privacy`,
  };
  return {
    to: mail.to,
    from: head.from,
    replyTo: head.replyTo,
    subject: words.subject,
    html: fill(SHELLS.confirm, words),
    text: blocks(
      wrap(words.institution),
      heading(words.title, lang),
      wrap(words.lead),
      [
        wrap(`${words.listsName}: ${words.lists}`, 2),
        wrap(`${words.languageName}: ${words.language}`),
        wrap(`${words.untilName}: ${words.until}`),
      ].join("\n"),
      link(words.button, words.confirmUrl),
      wrap(words.opens),
      heading(words.notMe, lang),
      wrap(words.notMeText),
      `${RULE}\n${wrap(words.why)}`,
      `${wrap(`${words.institution}, ${words.legalAddress}`)}\n${words.notice}: ${words.noticeUrl}`,
    ),
    headers: { ...SYSTEM_HEADERS },
    tags: { kind: "confirm" },
  };
}
