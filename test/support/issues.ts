/** A frozen issue with a block of every kind in both languages, and its mails. */
import { renderIssue, renderIssueSample } from "../../src/delivery/issues/render.ts";
import type { OutgoingMail } from "../../src/deps.ts";
import type { Member } from "../../src/domain/campaigns/rules.ts";
import type { Lang } from "../../src/domain/institution/rules.ts";
import type { FrozenIssue, IssueBlock, IssueText } from "../../src/domain/issues/rules/issue.ts";
import { frozen, MAILING, member, tokens } from "./mailing.ts";

export const PHOTO = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
export const SKETCH = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752";
export const LOGO = "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13";

const say = (text: string, more: { bold?: boolean; italic?: boolean } = {}) => ({
  kind: "text" as const,
  text,
  ...more,
});
const go = (text: string, href: string) => ({ kind: "link" as const, text, href });
const blocks = (lang: Lang): IssueBlock[] => {
  const t = (lv: string, en: string) => (lang === "lv" ? lv : en);
  return [
    {
      id: "lead",
      kind: "text",
      text: [
        {
          kind: "paragraph",
          runs: [
            say(t("Šonedēļ – ", "This week: ")),
            say(t("četrpadsmit jaunas lasītavas", "fourteen new reading rooms"), { bold: true }),
            say(
              t(
                " un stipendijas, kurām vēl var pieteikties. Viss ",
                " and grants that are still open. Everything is on ",
              ),
            ),
            go(t("ministrijas lapā", "the ministry’s page"), "https://www.ministrija.example/apskats"),
            say("."),
          ],
        },
        {
          kind: "heading",
          level: 2,
          text: t("Mazpilsētu bibliotēkas saņems atbalstu", "Support for small-town libraries"),
        },
        {
          kind: "paragraph",
          runs: [say(t("Lasītavas iekārtos līdz rudenim.", "The rooms will be ready by autumn."), { italic: true })],
        },
        {
          kind: "list",
          ordered: false,
          items: [[say(t("klusās lasītavas", "quiet rooms"))], [say(t("piekļūstamas ieejas", "accessible entrances"))]],
        },
        { kind: "quote", runs: [say(t("Grāmata pieder visiem.", "A book is everybody’s."))], by: "Kārlis Piemērs" },
        {
          kind: "table",
          head: [
            [say(t("Termiņš", "Deadline"))],
            [say(t("Kas jāiesniedz", "What to hand in"))],
            [say(t("Kur", "Where"))],
          ],
          rows: [
            [
              [say(t("10. decembris", "10 December"))],
              [say(t("Viedokļi par skolu ēdnīcu noteikumiem", "Views on the rules for school canteens"))],
              [go(t("Projekta lapa", "Page of the draft"), "https://www.ministrija.example/ednicas")],
            ],
            [[say(t("15. janvāris", "15 January"))], [say(t("Pieteikumi stipendijām", "Applications for grants"))], []],
          ],
        },
      ],
    },
    {
      id: "photo",
      kind: "image",
      image: PHOTO,
      alt: t(
        "Lasītava vakarā: divi cilvēki pie gara galda",
        "A reading room in the evening: two people at a long table",
      ),
      caption: t("Foto: Paraugu ministrija", "Photo: Ministry of Samples"),
      href: "https://www.ministrija.example/lasitavas",
    },
    { id: "ornament", kind: "image", image: SKETCH, alt: "", decorative: true },
    {
      id: "apply",
      kind: "button",
      label: t("Pieteikties stipendijai", "Apply for a grant"),
      href: "https://www.ministrija.example/stipendijas",
    },
    { id: "line", kind: "divider" },
    {
      id: "releases",
      kind: "links",
      heading: t("Preses relīzes", "Press releases"),
      items: [
        {
          title: t("Kādām jābūt skolu ēdnīcām?", "What should school canteens be like?"),
          href: "https://www.ministrija.example/news/ednicas",
          summary: t("Viedokli var iesniegt ikviens, arī skolēni.", "Anybody can send a view, pupils too."),
        },
        {
          title: t("40 stipendijas pētniekiem", "40 grants for researchers"),
          href: "https://www.ministrija.example/news/40",
        },
      ],
    },
    {
      id: "open-day",
      kind: "event",
      title: t("Atvērto durvju diena", "Open day"),
      when: t("5. decembrī plkst. 17.00", "5 December at 17:00"),
      place: t("Paraugu iela 1, Rīga", "1 Paraugu Street, Riga"),
      href: "https://www.ministrija.example/durvis",
    },
  ];
};

export const issueText = (lang: Lang): IssueText =>
  lang === "lv"
    ? {
        subject: "Nedēļas apskats: atbalsts bibliotēkām",
        preheader: "Četrpadsmit lasītavas, viena atvērto durvju diena",
        blocks: blocks("lv"),
      }
    : {
        subject: "Weekly Review: support for libraries",
        preheader: "Fourteen reading rooms and an open day",
        blocks: blocks("en"),
      };

export const frozenIssue: FrozenIssue = {
  renderer: 1,
  kind: "newsletter",
  publicUrl: frozen.publicUrl,
  tokenKeyId: frozen.tokenKeyId,
  institution: { ...frozen.institution, logo: { image: LOGO, width: 400, height: 120 } },
  list: { ...frozen.list, kind: "newsletter" },
  purpose: { ...frozen.purpose, basis: "a" },
  texts: { lv: issueText("lv"), en: issueText("en") },
  salutation: "name",
  images: {
    [PHOTO]: { type: "jpeg", width: 1200, height: 800 },
    [SKETCH]: { type: "png", width: 120, height: 40 },
  },
};

/** The same issue of a list that rests on something else. */
export const serviceIssue: FrozenIssue = {
  ...frozenIssue,
  list: { ...frozenIssue.list, kind: "service" },
  purpose: {
    ...frozenIssue.purpose,
    basis: "e",
    norm: { lv: "Paraugu likuma 5. pants", en: "Samples Act, section 5" },
  },
};
export const staffIssue: FrozenIssue = { ...serviceIssue, list: { ...serviceIssue.list, kind: "staff" } };

/** The mail of an issue to member n, who has been on the list since a day. */
export const issueMail = (
  language: Lang,
  { of = frozenIssue, n = 1, ...change }: { of?: FrozenIssue; n?: number } & Partial<Member> = {},
): OutgoingMail => renderIssue(of, MAILING, member(n, { language, since: "2026-03-02", ...change }), tokens);

export const issueTrial = (language: Lang) =>
  renderIssueSample(frozenIssue, { address: "ieva@ministrija.example", language }, true);

const both = (name: string, of: FrozenIssue): [string, OutgoingMail][] =>
  (["lv", "en"] as const).map((language) => [`${name}.${language}`, issueMail(language, { of })]);

/** Those whose bytes are golden. */
export const goldenIssues = [
  ...both("issue", frozenIssue),
  ...both("issue-service", serviceIssue),
  ...both("issue-staff", staffIssue),
];
