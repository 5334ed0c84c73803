/**
 * The mail that asks the people of a list again: one link to a page for yes and for no, and the way out. A reminder is the
 * same mail, with a sentence before it.
 */
import type { FrozenMailing } from "../../domain/campaigns/rules.ts";
import { plainText } from "../../domain/documents/rules.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import { addresseeTexts } from "../../texts/addressee.ts";
import { showDate } from "../../texts/dates.ts";
import { mailTexts } from "../../texts/mail.ts";
import { noticeMailTexts } from "../../texts/notice-mail.ts";
import { say } from "../../texts/say.ts";
import { HOLE, heading, LINE_BREAK, type Part, paragraph, runs, strong } from "../document/mail.ts";
import { type Manner, type Prepared, prepareMailing } from "./compose.ts";
import { type Head, letterhead } from "./letterhead.ts";

/** Prepares it in a language that the mailing is written in, for people whose name is told or not. */
export function prepareReconsent(frozen: FrozenMailing, lang: Lang, { trial, named }: Manner): Prepared {
  const t = say(mailTexts, lang);
  const text = frozen.texts[lang];
  if (!text) throw new Error("the frozen mailing has no text");
  const head = letterhead(frozen.institution, lang, frozen.publicUrl);
  const list = frozen.list.names[lang];
  const reminds = frozen.kind === "reminder";
  const subject = reminds ? say(noticeMailTexts, lang)("remind.subject", { subject: text.subject }) : text.subject;
  const content = {
    subject: trial ? t("trial.subject", { subject }) : subject,
    heading: text.heading,
    parts: partsOf(frozen, head, text.lead, named),
    wayOut: {
      why: trial ? t("trial.why") : t("ask.why", { list }),
      url: HOLE.refuseUrl,
      button: t("refuse.button"),
      means: t("refuse.means"),
      inText: t("refuse.text"),
    },
    foot: [runs(`${t("foot.reply")} ${t("foot.tracking")}`), ...head.foot("whole")],
  };
  return prepareMailing(head, content, { publicUrl: frozen.publicUrl, list: { name: list, slug: frozen.list.slug } });
}

function partsOf(frozen: FrozenMailing, { lang, name }: Head, lead: string, named: boolean): Part[] {
  const t = say(mailTexts, lang);
  const list = frozen.list.names[lang];
  const date = showDate(frozen.deadlineDay, { lang, zone: frozen.institution.timeZone, form: "dat" });
  return [
    paragraph(t("hello")),
    ...remindedOf(frozen, lang),
    ...plainText(lead),
    {
      kind: "facts",
      facts: [
        { name: t("ask.deadline"), value: t("ask.deadline.value", { date }), strong: true },
        ...(named ? [{ name: say(addresseeTexts, lang)("name"), value: HOLE.name }] : []),
        { name: t("ask.address"), value: HOLE.address },
        { name: t("ask.list"), value: list },
        { name: t("ask.promise"), value: frozen.list.promise[lang] },
        { name: t("ask.purpose"), value: frozen.purpose.names[lang] },
      ],
    },
    { kind: "button", words: t("ask.button"), url: HOLE.answerUrl },
    { kind: "note", text: t("ask.opens") },
    heading(t("meaning.title")),
    {
      kind: "list",
      ordered: false,
      items: [
        runs(strong(t("meaning.yes")), ` ${t("meaning.yes.text", { list })}`),
        runs(
          strong(t("meaning.no")),
          ` ${t(frozen.institution.lastMail ? "meaning.no.later" : "meaning.no.text", { list })}`,
        ),
        runs(strong(t("meaning.silence")), ` ${t("meaning.silence.text", { list })}`),
      ],
    },
    paragraph(t("meaning.free")),
    paragraph(t("regards"), LINE_BREAK, name),
  ];
}

function remindedOf({ kind, askedDay, institution }: FrozenMailing, lang: Lang): Part[] {
  if (kind !== "reminder" || !askedDay) return [];
  const on = showDate(askedDay, { lang, zone: institution.timeZone, form: "loc" });
  return [paragraph(say(noticeMailTexts, lang)("remind.lead", { on }))];
}
