/**
 * The mail of a notice campaign: the list rests on a public task from now on, silence keeps the subscription, and the one
 * button is the way out. The right to object stands apart (GDPR Art. 21(4)). Says what the frozen notice says, with
 * a later last day where the end was put off since.
 */
import type { FrozenMailing } from "../../domain/campaigns/rules.ts";
import { plainText } from "../../domain/documents/rules.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import { addresseeTexts } from "../../texts/addressee.ts";
import { mailTexts } from "../../texts/mail.ts";
import { noticeMailTexts, noticeWords } from "../../texts/notice-mail.ts";
import { say } from "../../texts/say.ts";
import { HOLE, heading, LINE_BREAK, paragraph, runs } from "../document/mail.ts";
import { type Manner, type Prepared, prepareMailing } from "./compose.ts";
import { letterhead } from "./letterhead.ts";

/** Prepares it in a language that the mailing is written in, for people whose name is told or not. */
export function prepareNotice(frozen: FrozenMailing, lang: Lang, { trial, named }: Manner): Prepared {
  const t = say(mailTexts, lang);
  const n = say(noticeMailTexts, lang);
  const text = frozen.texts[lang];
  if (!text) throw new Error("the frozen mailing has no text");
  const head = letterhead(frozen.institution, lang, frozen.publicUrl);
  const list = frozen.list.names[lang];
  const words = noticeWords(lang, {
    inst: head.name,
    list,
    purpose: frozen.purpose.names[lang],
    norm: frozen.norm?.[lang] ?? "",
    deadlineDay: frozen.deadlineDay,
    lastMail: frozen.institution.lastMail,
  });
  const content = {
    subject: trial ? t("trial.subject", { subject: text.subject }) : text.subject,
    heading: text.heading,
    parts: [
      paragraph(t("hello")),
      ...plainText(text.lead),
      {
        kind: "facts" as const,
        facts: [
          { name: n("notice.list"), value: list },
          { name: t("ask.promise"), value: frozen.list.promise[lang] },
          ...(named ? [{ name: say(addresseeTexts, lang)("name"), value: HOLE.name }] : []),
          { name: t("ask.address"), value: HOLE.address },
        ],
      },
      ...words.flatMap(({ title, says }) => [heading(title), ...says.map((sentence) => paragraph(sentence))]),
      {
        kind: "button" as const,
        words: n("notice.button"),
        url: `${frozen.publicUrl}/privacy/${frozen.questions[lang] ?? ""}`,
      },
      paragraph(t("regards"), LINE_BREAK, head.name),
    ],
    wayOut: {
      why: trial ? t("trial.why") : n("notice.why", { list }),
      url: HOLE.refuseUrl,
      button: n("notice.refuse"),
      means: n("notice.means"),
      inText: n("notice.refuse"),
    },
    foot: [runs(`${t("foot.reply")} ${t("foot.tracking")}`), ...head.foot("whole")],
  };
  return prepareMailing(head, content, { publicUrl: frozen.publicUrl, list: { name: list, slug: frozen.list.slug } });
}
