/**
 * The mail of an issue: the author's blocks in the institution's shell, and around them what no author removes: why it comes
 * (list, since when, basis, address), the way out twice, the right to object set apart (GDPR Art. 21(4)), the notice, the
 * institution and its signature notice. Made once for a language; people differ only in holes. Pictures lie at one address
 * for all readers.
 */

import type { Lang } from "../../domain/institution/rules.ts";
import { fitText } from "../../domain/issues/rules/fit.ts";
import type { FrozenIssue, ImageFacts, IssueBlock, Salutation } from "../../domain/issues/rules/issue.ts";
import { addresseeTexts } from "../../texts/addressee.ts";
import { issueMailTexts } from "../../texts/issue-mail.ts";
import { mailTexts } from "../../texts/mail.ts";
import { say } from "../../texts/say.ts";
import { type Fact, HOLE, heading, type Part, paragraph, runs } from "../document/mail.ts";
import { type Prepared, prepareMailing } from "../mails/compose.ts";
import { type Head, letterhead } from "../mails/letterhead.ts";

/** For whom it is made. */
export interface IssueManner {
  /** For staff, who is told so. */
  trial: boolean;
  /** The person's name is known and may be shown. */
  named: boolean;
  /** Since when he is on the list is known. */
  dated: boolean;
}

/** Pixels between the margins of the card. */
const CARD = 536;
const LOGO = { width: 200, height: 64 } as const;

/** Where an image lies, the same for every reader. */
export const mediaUrl = (publicUrl: string, sha256: string) => `${publicUrl}/media/${sha256}`;

/** Prepares it in a language that the issue is written in. */
export function prepareIssue(frozen: FrozenIssue, lang: Lang, manner: IssueManner): Prepared {
  const t = say(mailTexts, lang);
  const n = say(issueMailTexts, lang);
  const written = frozen.texts[lang];
  if (!written) throw new Error("the frozen issue has no text");
  const text = fitText(written, new Set(Object.keys(frozen.images)));
  const { publicUrl, institution } = frozen;
  const head = letterhead(institution, lang, publicUrl);
  const list = frozen.list.names[lang];
  const me = { kind: "link" as const, text: n("foot.me"), href: `${publicUrl}/me` };
  const [place = [], ...notice] = head.foot("whole");
  const content = {
    subject: manner.trial ? t("trial.subject", { subject: text.subject }) : text.subject,
    heading: text.subject,
    parts: [
      ...greeting(frozen.salutation, manner.named, lang),
      ...text.blocks.flatMap((b) => partsOf(b, frozen, lang)),
    ],
    wayOut: {
      why: manner.trial ? t("trial.why") : t("ask.why", { list }),
      url: HOLE.refuseUrl,
      button: t("refuse.button"),
      means: frozen.purpose.basis === "a" ? n("means.a") : n("means", { list }),
      inText: t("refuse.button"),
    },
    issue: { preheader: text.preheader, logo: logoOf(frozen), reasons: reasonsOf(frozen, lang, manner.dated) },
    foot: [runs(`${t("foot.reply")} ${t("foot.tracking")}`), [...place, ...runs(" · ", me)], ...notice],
  };
  return prepareMailing(head as Head, content, { publicUrl, list: { name: list, slug: frozen.list.slug } });
}

/** A name is never inflected and stands in no greeting, but after a label (texts/addressee.ts). */
function greeting(salutation: Salutation, named: boolean, lang: Lang): Part[] {
  if (salutation === "none") return [];
  const hello = paragraph(say(mailTexts, lang)("hello"));
  if (salutation === "general" || !named) return [hello];
  return [hello, { kind: "facts", facts: [{ name: say(addresseeTexts, lang)("name"), value: HOLE.name }] }];
}

function partsOf(block: IssueBlock, frozen: FrozenIssue, lang: Lang): Part[] {
  switch (block.kind) {
    case "text":
      return [...block.text];
    case "image":
      return pictureOf(block, frozen);
    case "button":
      return [{ kind: "button", words: block.label, url: block.href }];
    case "links": {
      const items = block.items.map(({ title, href, summary }) => ({ words: title, url: href, summary }));
      return [...(block.heading?.trim() ? [heading(block.heading)] : []), { kind: "links", items }];
    }
    case "event":
      return eventOf(block, lang);
    case "divider":
      return [{ kind: "divider" }];
  }
}

function pictureOf(block: IssueBlock & { kind: "image" }, { images, publicUrl }: FrozenIssue): Part[] {
  const facts: ImageFacts | undefined = images[block.image];
  if (!facts) return [];
  const { alt, decorative, caption, href } = block;
  return [
    {
      kind: "picture",
      url: mediaUrl(publicUrl, block.image),
      alt: decorative ? undefined : alt,
      width: Math.min(facts.width, CARD),
      caption: caption?.trim() || undefined,
      href,
    },
  ];
}

function eventOf({ title, when, place, href }: IssueBlock & { kind: "event" }, lang: Lang): Part[] {
  const n = say(issueMailTexts, lang);
  const facts: Fact[] = [
    { name: n("event.title"), value: title, strong: true },
    ...(when.trim() ? [{ name: n("event.when"), value: when }] : []),
    ...(place.trim() ? [{ name: n("event.place"), value: place }] : []),
  ];
  const more = href ? [{ kind: "links" as const, items: [{ words: n("event.more", { title }), url: href }] }] : [];
  return [{ kind: "facts", facts }, ...more];
}

/** Why it comes; and, where the list rests on a task or on interests, the right to object, apart from everything else. */
function reasonsOf({ list, purpose }: FrozenIssue, lang: Lang, dated: boolean): Part[] {
  const n = say(issueMailTexts, lang);
  const name = list.names[lang];
  const norm = purpose.norm?.[lang]?.trim() || "none";
  const basis = list.kind === "staff" ? n("basis.staff") : n(`basis.${purpose.basis}`, { norm });
  const facts: Fact[] = [
    { name: n("list"), value: name },
    { name: n("promise"), value: list.promise[lang] },
    ...(dated ? [{ name: n("since"), value: HOLE.since }] : []),
    { name: n("basis"), value: basis },
    { name: n("to"), value: HOLE.address },
  ];
  const apart =
    list.kind === "staff"
      ? [heading(n("staff.title")), paragraph(n("staff", { list: name }))]
      : purpose.basis === "e" || purpose.basis === "f"
        ? [heading(n("object.title")), paragraph(n("object", { list: name }))]
        : [];
  return [heading(n("why")), { kind: "facts", facts }, ...apart];
}

function logoOf({ institution, publicUrl }: FrozenIssue): { url: string; width: number } | undefined {
  const { logo } = institution;
  if (!logo) return undefined;
  const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height, 1);
  return { url: mediaUrl(publicUrl, logo.image), width: Math.max(Math.round(logo.width * scale), 16) };
}
