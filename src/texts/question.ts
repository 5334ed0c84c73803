/**
 * What the page of a re-consent campaign says beside its buttons. These sentences are frozen and hashed with every
 * question; a change here changes questions that are sent from now on, never those already sent.
 * {date} stands in the dative in Latvian; {list}, {purpose} and {inst} are names, uninflected.
 */
import { showDate } from "./dates.ts";
import { type Lang, say, texts } from "./say.ts";

export const questionTexts = texts({
  lv: {
    "yes.button": "Jā, piekrītu",
    "no.button": "Nē, atsakos",
    "yes.title": "Ja izvēlēsieties „Jā, piekrītu”",
    "yes.send": "Turpināsim sūtīt saraksta „{list}” vēstules.",
    "yes.only": "Adresi izmantosim tikai šādam nolūkam: {purpose}.",
    "yes.withdraw": "Piekrišanu varēsiet atsaukt jebkurā laikā: saite tam ir katrā mūsu vēstulē.",
    "no.title": "Ja izvēlēsieties „Nē, atsakos”",
    "no.stop": "Saraksta „{list}” vēstules vairs nesūtīsim.",
    "no.delete": "Adresi uzreiz dzēsīsim, ja tās nav citos mūsu sarakstos.",
    "no.delete.later": "Adresi dzēsīsim, ja tās nav citos mūsu sarakstos.",
    "no.return": "Pārdomāt varēsiet desmit minūtes tajā pašā lapā.",
    "silence.title": "Ja neatbildēsiet",
    "silence.text":
      "Klusēšana nav piekrišana. Ja līdz {date} plkst.\u00a023.59 neatbildēsiet, adresi no šī saraksta izņemsim. Ja tās nav citos mūsu sarakstos, to dzēsīsim.",
    "more.title": "Kas vēl jāzina",
    "more.who": "Pārzinis: {inst}.",
    "more.free": "Atbilde neietekmē citus pakalpojumus, ko saņemat no mūsu iestādes.",
    "more.inert": "Ierakstām tikai to, kuru pogu nospiežat. Lapas atvēršana vien neko nemaina.",
    "more.proof":
      "{months, plural, zero {Par Jūsu atbildi izveidosim pierādījumu: kas, kad un kā atbildēja un kādu tekstu redzēja. Kad atteiksieties vai piekrišanu atsauksiet, to glabāsim vēl {months, number}\u00a0mēnešu. Arī tas ir personas dati.} one {Par Jūsu atbildi izveidosim pierādījumu: kas, kad un kā atbildēja un kādu tekstu redzēja. Kad atteiksieties vai piekrišanu atsauksiet, to glabāsim vēl {months, number}\u00a0mēnesi. Arī tas ir personas dati.} other {Par Jūsu atbildi izveidosim pierādījumu: kas, kad un kā atbildēja un kādu tekstu redzēja. Kad atteiksieties vai piekrišanu atsauksiet, to glabāsim vēl {months, number}\u00a0mēnešus. Arī tas ir personas dati.}}",
  },
  en: {
    "yes.button": "Yes, I consent",
    "no.button": "No, I decline",
    "yes.title": "If you choose “Yes, I consent”",
    "yes.send": "We keep sending you the e-mails of the list “{list}”.",
    "yes.only": "We use your address only for this purpose: {purpose}.",
    "yes.withdraw": "You can withdraw your consent at any time: every e-mail from us has a link for it.",
    "no.title": "If you choose “No, I decline”",
    "no.stop": "We stop sending you the e-mails of the list “{list}”.",
    "no.delete": "We delete your address at once if it is on no other list of ours.",
    "no.delete.later": "We delete your address if it is on no other list of ours.",
    "no.return": "For ten minutes you can change your mind on the same page.",
    "silence.title": "If you do not answer",
    "silence.text":
      "Silence is not consent. If you have not answered by {date} at 23:59, we take your address off this list. If it is on no other list of ours, we delete it.",
    "more.title": "Also good to know",
    "more.who": "Controller: {inst}.",
    "more.free": "Your answer makes no difference to any other service that you receive from us.",
    "more.inert": "We record only the button you press. Opening this page changes nothing.",
    "more.proof":
      "{months, plural, one {We make a proof of your answer: who answered, when and how, and which text was shown. After you decline or withdraw your consent we keep it for {months, number} more month. It, too, is personal data.} other {We make a proof of your answer: who answered, when and how, and which text was shown. After you decline or withdraw your consent we keep it for {months, number} more months. It, too, is personal data.}}",
  },
});

export interface QuestionFacts {
  /** Names in the language of the question. */
  inst: string;
  list: string;
  purpose: string;
  /** Last day on which an answer counts, `YYYY-MM-DD`. */
  deadlineDay: string;
  proofMonths: number;
  /** A last mail follows, so that the address is not deleted at once. */
  lastMail?: boolean | undefined;
}

/** All sentences of a question in one language, ready for `buildQuestion`. */
export function questionWords(lang: Lang, facts: QuestionFacts) {
  const t = say(questionTexts, lang);
  const { inst, list, purpose, proofMonths: months } = facts;
  const date = showDate(facts.deadlineDay, { lang, zone: "UTC", form: "dat" });
  return {
    yesButton: t("yes.button"),
    noButton: t("no.button"),
    yesTitle: t("yes.title"),
    yes: [t("yes.send", { list }), t("yes.only", { purpose }), t("yes.withdraw")],
    noTitle: t("no.title"),
    no: [t("no.stop", { list }), t(facts.lastMail ? "no.delete.later" : "no.delete"), t("no.return")],
    silenceTitle: t("silence.title"),
    silence: t("silence.text", { date }),
    moreTitle: t("more.title"),
    more: [t("more.free"), t("more.inert"), t("more.proof", { months }), t("more.who", { inst })],
  };
}
