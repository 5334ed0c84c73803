/**
 * Words of the two other mails of campaigns. notice.*: a list that no longer rests on consent is told so, and silence keeps
 * the subscription; the frozen text is shown on the page of its hash too. remind.*: what stands before the mail of the
 * campaign when the silent get it once more. {date} stands in the dative in Latvian, {on} in the locative; {list}, {purpose},
 * {norm} and {inst} are names, uninflected.
 */
import { showDate } from "./dates.ts";
import { type Lang, say, texts } from "./say.ts";

export const noticeMailTexts = texts({
  lv: {
    "notice.basis.title": "Uz kā pamata rakstām",
    "notice.basis":
      "Turpmāk šīs vēstules sūtām, pildot uzdevumu sabiedrības interesēs (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta e) apakšpunkts; {norm}). Tāpēc Jūsu piekrišana tām vairs nav vajadzīga.",
    "notice.use": "Adresi izmantojam tikai šādam nolūkam: {purpose}.",
    "notice.object.title": "Tiesības iebilst",
    "notice.object":
      "Pret šādu savu datu izmantošanu varat iebilst jebkurā laikā, nepaskaidrojot iemeslu: nospiediet „Atteikties no jaunumu saņemšanas”, un saraksta „{list}” vēstules vairs nesūtīsim.",
    "notice.delete": "Ja Jūsu adreses nav citos mūsu sarakstos, to uzreiz dzēsīsim.",
    "notice.delete.later": "Ja Jūsu adreses nav citos mūsu sarakstos, to dzēsīsim.",
    "notice.silence.title": "Ja neko nedarīsiet",
    "notice.silence":
      "Saraksta „{list}” vēstules turpināsim sūtīt. Atteikties varēsiet arī vēlāk: saite tam ir katrā mūsu vēstulē.",
    "notice.until": "Ja atteiksieties līdz {date} plkst.\u00a023.59, nākamo šī saraksta vēstuli vairs nesaņemsiet.",
    "notice.who": "Pārzinis: {inst}.",
    "notice.list": "Saraksts",
    "notice.button": "Izlasīt par datu apstrādi",
    "notice.why": "Rakstām, jo Jūsu adrese ir mūsu sarakstā „{list}” un mainās pamats, uz kura to izmantojam.",
    "notice.means": "Poga atver lapu, kurā atteikumu apstiprināsiet.",
    "notice.refuse": "Atteikties no jaunumu saņemšanas",
    "remind.subject": "Atgādinājums: {subject}",
    "remind.lead":
      "{on} lūdzām Jūsu atbildi, bet neesam to saņēmuši. Šis ir vienīgais atgādinājums. Ja atbilde jau ir nosūtīta, nekas vairāk nav jādara.",
  },
  en: {
    "notice.basis.title": "On what basis we write",
    "notice.basis":
      "From now on we send these e-mails as a task carried out in the public interest (General Data Protection Regulation, Article 6(1)(e); {norm}). So your consent to them is no longer needed.",
    "notice.use": "We use your address only for this purpose: {purpose}.",
    "notice.object.title": "The right to object",
    "notice.object":
      "You can object to this use of your data at any time, without giving a reason: press “Stop receiving news”, and we stop sending the e-mails of the list “{list}”.",
    "notice.delete": "If your address is on no other list of ours, we delete it at once.",
    "notice.delete.later": "If your address is on no other list of ours, we delete it.",
    "notice.silence.title": "If you do nothing",
    "notice.silence":
      "We keep sending the e-mails of the list “{list}”. You can stop them later too: every e-mail from us has a link for it.",
    "notice.until": "If you say no by {date} at 23:59, you will not get the next e-mail of this list.",
    "notice.who": "Controller: {inst}.",
    "notice.list": "List",
    "notice.button": "Read how we use your data",
    "notice.why":
      "We are writing because your address is on our list “{list}” and the basis on which we use it is changing.",
    "notice.means": "The button opens a page where you confirm that.",
    "notice.refuse": "Stop receiving news",
    "remind.subject": "Reminder: {subject}",
    "remind.lead":
      "On {on} we asked for your answer and have not received it. This is the only reminder. If you have answered meanwhile, there is nothing more to do.",
  },
});

export interface NoticeFacts {
  /** Names in the language of the notice. */
  inst: string;
  list: string;
  purpose: string;
  norm: string;
  /** Day by which a "no" is heard before the next mail, `YYYY-MM-DD`. */
  deadlineDay: string;
  /** A last mail follows, so that the address is not deleted at once. */
  lastMail?: boolean | undefined;
}

/** The fixed parts of a notice in one language, in order: title and sentences. No author can leave one out. */
export function noticeWords(lang: Lang, facts: NoticeFacts): { title: string; says: string[] }[] {
  const t = say(noticeMailTexts, lang);
  const { inst, list, purpose, norm } = facts;
  const date = showDate(facts.deadlineDay, { lang, zone: "UTC", form: "dat" });
  return [
    { title: t("notice.basis.title"), says: [t("notice.basis", { norm }), t("notice.use", { purpose })] },
    {
      title: t("notice.object.title"),
      says: [
        `${t("notice.object", { list })} ${t(facts.lastMail ? "notice.delete.later" : "notice.delete")}`,
        t("notice.until", { date }),
      ],
    },
    { title: t("notice.silence.title"), says: [t("notice.silence", { list }), t("notice.who", { inst })] },
  ];
}
