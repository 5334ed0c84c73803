/**
 * Renders the mail of a campaign to one recipient. A pure function of what was frozen at "send" and the member: no clock,
 * no random, so that a retry sends the same bytes. If the shells or words change what renderer 1 makes, a batch of
 * unknown outcome that is retried across that deployment becomes `unknown` for a person to decide (DESIGN 8).
 */
import type { OutgoingMail } from "../deps.ts";
import type { FrozenMailing, Member } from "../domain/campaigns/rules.ts";
import type { Lang } from "../domain/institution/rules.ts";
import type { Tokens } from "../platform/tokens.ts";
import { showDate } from "../texts/dates.ts";
import { mailTexts } from "../texts/mail.ts";
import { say } from "../texts/say.ts";
import { fill } from "./fill.ts";
import { listHeaders } from "./headers.ts";
import { letterhead } from "./letterhead.ts";
import { type ReconsentSlot, SHELLS } from "./shells.gen.ts";
import { reconsentText } from "./text/reconsent.ts";

/** The re-consent mail to one member. Throws if the mailing was frozen by another renderer or its token key is gone. */
export function renderReconsent(
  frozen: FrozenMailing,
  mailingId: string,
  member: Member,
  tokens: Tokens,
): OutgoingMail {
  if (frozen.renderer !== 1) throw new Error("this mailing was frozen for another renderer");
  const target = { subscriptionId: member.subscriptionId, mailingId };
  return {
    ...composeReconsent(frozen, member, {
      answer: `${frozen.publicUrl}/r/${tokens.make("r", target, frozen.tokenKeyId)}`,
      refuse: `${frozen.publicUrl}/u/${tokens.make("u", target, frozen.tokenKeyId)}`,
    }),
    tags: { message: `${mailingId}_${member.personId}` },
  };
}

/** Trial of a campaign's mail for staff: the real mail, marked as a trial, with links that belong to nobody. */
export function renderReconsentTrial(frozen: FrozenMailing, to: { address: string; language: Lang }): OutgoingMail {
  const lang = languageOf(frozen, to.language);
  const t = say(mailTexts, lang);
  const trial = { ...frozen, texts: { ...frozen.texts, [lang]: { ...textOf(frozen, lang) } } };
  const text = textOf(trial, lang);
  text.subject = t("trial.subject", { subject: text.subject });
  const links = { answer: `${frozen.publicUrl}/r/izmeginajums`, refuse: `${frozen.publicUrl}/u/izmeginajums` };
  return { ...composeReconsent(trial, to, links, t("trial.why")), tags: { kind: "trial" } };
}

function composeReconsent(
  frozen: FrozenMailing,
  to: { address: string; language: Lang },
  links: { answer: string; refuse: string },
  why?: string,
): OutgoingMail {
  const lang = languageOf(frozen, to.language);
  const { subject, heading, lead } = textOf(frozen, lang);
  const t = say(mailTexts, lang);
  const head = letterhead(frozen.institution, lang, frozen.publicUrl);
  const list = frozen.list.names[lang];
  const date = showDate(frozen.deadlineDay, { lang, zone: frozen.institution.timeZone, form: "dat" });
  const words: Record<ReconsentSlot, string> = {
    ...head.slots,
    subject,
    heading,
    lead,
    list,
    why: why ?? t("ask.why", { list }),
    hello: t("hello"),
    deadlineName: t("ask.deadline"),
    deadline: t("ask.deadline.value", { date }),
    addressName: t("ask.address"),
    address: to.address,
    listName: t("ask.list"),
    promiseName: t("ask.promise"),
    promise: frozen.list.promise[lang],
    purposeName: t("ask.purpose"),
    purpose: frozen.purpose.names[lang],
    answerUrl: links.answer,
    answerButton: t("ask.button"),
    opens: t("ask.opens"),
    meaningTitle: t("meaning.title"),
    yes: t("meaning.yes"),
    yesText: t("meaning.yes.text", { list }),
    no: t("meaning.no"),
    noText: t("meaning.no.text", { list }),
    silence: t("meaning.silence"),
    silenceText: t("meaning.silence.text", { list }),
    free: t("meaning.free"),
    regards: t("regards"),
    refuseUrl: links.refuse,
    refuseButton: t("refuse.button"),
    refuseMeans: t("refuse.means"),
    reply: t("foot.reply"),
    tracking: t("foot.tracking"),
    notice: t("foot.notice"),
    noticeUrl: `${frozen.publicUrl}/privacy`,
  };
  const { replyTo } = frozen.institution.sender;
  return {
    to: to.address,
    from: head.from,
    replyTo,
    subject,
    html: fill(SHELLS.reconsent, words),
    text: reconsentText(words, t("refuse.text")),
    headers: listHeaders({
      refuseUrl: links.refuse,
      publicUrl: frozen.publicUrl,
      replyTo,
      list: { name: list, slug: frozen.list.slug },
    }),
  };
}

/** The reader's language if the campaign is written in it, else the institution's first that it is written in. */
function languageOf(frozen: FrozenMailing, wanted: Lang): Lang {
  const lang = [wanted, ...frozen.institution.languages].find((l) => frozen.texts[l]);
  if (!lang) throw new Error("the frozen mailing has no text");
  return lang;
}

function textOf(frozen: FrozenMailing, lang: Lang) {
  const text = frozen.texts[lang];
  if (!text) throw new Error("the frozen mailing has no text");
  return text;
}
