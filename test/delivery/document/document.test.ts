import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailHtml } from "../../../src/delivery/document/html.ts";
import type { MailDocument } from "../../../src/delivery/document/mail.ts";
import { mailText } from "../../../src/delivery/document/text.ts";
import { elements, oneLine, readTree, wordsOf } from "../../../src/delivery/lint/tree.ts";
import type { Block, RichText, Run } from "../../../src/domain/documents/rules.ts";
import { richText } from "../../support/rich-text.ts";

const mail = (parts: RichText): MailDocument => ({
  lang: "lv",
  subject: "Temats",
  institution: "Paraugu ministrija",
  heading: "Virsraksts",
  palette: { link: "#1e4577", linkDark: "#a9c6f0", accent: "#9d2b38", accentWords: "#9d2b38", accentDark: "#e88f99" },
  parts,
  foot: [],
});

/** Every element with its attributes, words and targets left out. */
const skeleton = (html: string) =>
  [...elements(readTree(html))].map(({ tag, attributes }) => {
    const said = [...attributes].map(([name, value]) => (name === "href" ? name : `${name}=${value}`));
    return `${tag} ${said.join(" ")}`;
  });

const bare = (run: Run): Run => {
  if (run.kind === "break") return run;
  return run.kind === "link" ? { kind: "link", text: "vārdi", href: "https://a.example/" } : { ...run, text: "vārdi" };
};
/** The same document with other words. */
const same = (block: Block): Block => {
  if (block.kind === "heading") return { ...block, text: "vārdi" };
  if (block.kind === "list") return { ...block, items: block.items.map((item) => item.map(bare)) };
  if (block.kind === "table")
    return {
      ...block,
      head: block.head.map((c) => c.map(bare)),
      rows: block.rows.map((r) => r.map((c) => c.map(bare))),
    };
  if (block.kind === "quote") return { ...block, runs: block.runs.map(bare) as never, by: block.by && "vārdi" };
  return { ...block, runs: block.runs.map(bare) };
};
const runsOf = (block: Block): readonly Run[] =>
  block.kind === "heading"
    ? [{ kind: "text", text: block.text }]
    : block.kind === "list"
      ? block.items.flat()
      : block.kind === "table"
        ? [...block.head, ...block.rows.flat()].flat()
        : block.runs;
const saidIn = (text: RichText) => text.flatMap(runsOf).flatMap((run) => (run.kind === "break" ? [] : [run]));

describe("rich text in a mail", () => {
  it("has in its HTML the elements of the document and no other, whatever its words are", () => {
    fc.assert(
      fc.property(richText, (text) => {
        expect(skeleton(mailHtml(mail(text)))).toEqual(skeleton(mailHtml(mail(text.map(same)))));
      }),
      { numRuns: 200 },
    );
  });

  it("says in its HTML every word and leads where the document leads", () => {
    fc.assert(
      fc.property(richText, (text) => {
        const root = readTree(mailHtml(mail(text)));
        const all = wordsOf(root).replaceAll(" ", "");
        const links = [...elements(root)].filter((n) => n.tag === "a").map((n) => n.attributes.get("href"));
        for (const run of saidIn(text)) expect(all).toContain(run.text.replaceAll(/\s/g, ""));
        expect(links).toEqual(saidIn(text).flatMap((run) => (run.kind === "link" ? [run.href] : [])));
      }),
      { numRuns: 200 },
    );
  });

  it("says the same in its text part, each link alone on a line", () => {
    fc.assert(
      fc.property(richText, (text) => {
        const made = mailText(mail(text));
        const all = made.replaceAll(/\s/g, "").toLocaleUpperCase("lv");
        for (const run of saidIn(text)) expect(all).toContain(run.text.replaceAll(/\s/g, "").toLocaleUpperCase("lv"));
        for (const run of saidIn(text))
          if (run.kind === "link" && !run.href.startsWith("mailto:")) expect(made.split("\n")).toContain(run.href);
      }),
      { numRuns: 200 },
    );
  });

  it("has text lines of legal length: up to 72 columns unless one word is longer, and never over 998 octets", () => {
    fc.assert(
      fc.property(richText, (text) => {
        for (const line of mailText(mail(text)).split("\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(998);
          if ([...line].length > 72) expect(line.trim().replace(/^(-|\d+\.) /, "")).not.toMatch(/[ \t]/);
          expect(line).not.toMatch(/\p{Cc}|[ \t]$/u);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it("a document reads as this in the text part", () => {
  const text: RichText = [
    {
      kind: "paragraph",
      runs: [
        { kind: "text", text: "Šonedēļ – " },
        { kind: "text", text: "trīs ziņas", bold: true },
      ],
    },
    { kind: "heading", level: 2, text: "Kādām jābūt skolu ēdnīcām?" },
    {
      kind: "paragraph",
      runs: [
        { kind: "text", text: "Apspriežam " },
        { kind: "link", text: "noteikumu projektu", href: "https://jaunumi.ministrija.example/ednicas" },
        { kind: "text", text: ", kas nosaka, kā skolas izvēlas ēdinātāju." },
      ],
    },
    { kind: "paragraph", runs: [{ kind: "link", text: "Izlasīt visu", href: "https://jaunumi.ministrija.example/" }] },
    { kind: "list", ordered: true, items: [[{ kind: "text", text: "Pirmais" }], [{ kind: "text", text: "Otrais" }]] },
    { kind: "quote", runs: [{ kind: "text", text: "Lūdzam garu galdu." }], by: "Kārlis Piemērs, vadītājs" },
    { kind: "heading", level: 3, text: "Saziņai" },
    {
      kind: "paragraph",
      runs: [{ kind: "link", text: "prese@ministrija.example", href: "mailto:prese@ministrija.example" }],
    },
    {
      kind: "table",
      head: [[{ kind: "text", text: "Termiņš" }], [{ kind: "text", text: "Kas jāiesniedz" }]],
      rows: [
        [
          [{ kind: "text", text: "10. decembris" }],
          [{ kind: "link", text: "Viedokļi", href: "https://jaunumi.ministrija.example/viedokli" }],
        ],
        [[{ kind: "text", text: "15. janvāris" }], []],
      ],
    },
  ];
  const made = mailText(mail(text));
  expect(made.slice(made.indexOf("Šonedēļ"), made.indexOf("\n\n----"))).toBe(
    [
      "Šonedēļ – trīs ziņas",
      "KĀDĀM JĀBŪT SKOLU ĒDNĪCĀM?",
      "Apspriežam noteikumu projektu, kas nosaka, kā skolas izvēlas ēdinātāju.\nnoteikumu projektu:\nhttps://jaunumi.ministrija.example/ednicas",
      "Izlasīt visu:\nhttps://jaunumi.ministrija.example/",
      "1. Pirmais\n2. Otrais",
      "„Lūdzam garu galdu.”\nKārlis Piemērs, vadītājs",
      "SAZIŅAI",
      "prese@ministrija.example",
      "Termiņš: 10. decembris\n- Kas jāiesniedz: Viedokļi\nViedokļi:\nhttps://jaunumi.ministrija.example/viedokli\nTermiņš: 15. janvāris\n- Kas jāiesniedz: –",
    ].join("\n\n"),
  );
  expect(oneLine(wordsOf(readTree(mailHtml(mail(text)))))).toContain("„ Lūdzam garu galdu. ” Kārlis Piemērs");
});
