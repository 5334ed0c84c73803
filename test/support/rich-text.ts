/** Rich text of every shape with words that try to be more than words, for property tests. */
import fc from "fast-check";
import type { Block, LinkRun, RichText, Run, TextRun } from "../../src/domain/documents/rules.ts";

const HOSTILE = [
  "<b>",
  "</td></tr></table>",
  "<script>alert(1)</script>",
  "<!--",
  "-->",
  "<!--slot inner-->",
  "{{words}}",
  "{{url:url}}",
  "&amp;",
  "&lt;",
  "&#60;",
  '"',
  "'",
  "`",
  "\\",
  "$&",
  "$1",
  "]]>",
  "<![endif]-->",
  "‮",
  "​",
  " ",
  "ķ",
  "🜚",
  "-- ",
  "https://x.example/",
  "Bcc: x@pasts.example",
  "x".repeat(300),
];

/** Words with at least one letter in them and no control character. */
export const words = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 8 })
  .map((pieces) => `vārdi${pieces.join(" ").replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, "")}`);

const href = fc.oneof(
  fc.webUrl({ validSchemes: ["https"], withQueryParameters: true, withFragments: true }),
  fc.constantFrom("mailto:prese@ministrija.example", "mailto:p+x@ministrija.example"),
);
const text: fc.Arbitrary<TextRun> = fc.record({
  kind: fc.constant("text" as const),
  text: words,
  bold: fc.option(fc.boolean(), { nil: undefined }),
  italic: fc.option(fc.boolean(), { nil: undefined }),
});
const link: fc.Arbitrary<LinkRun> = fc.record({ kind: fc.constant("link" as const), text: words, href });
const lineBreak = fc.constant<Run>({ kind: "break" });
const runs = fc
  .tuple(fc.array(fc.oneof(text, link, lineBreak), { maxLength: 5 }), text)
  .map(([more, last]): Run[] => [...more, last]);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("paragraph" as const), runs }),
  fc.record({ kind: fc.constant("heading" as const), level: fc.constant(2 as const), text: words }),
  fc.record({
    kind: fc.constant("list" as const),
    ordered: fc.boolean(),
    items: fc.array(runs, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("quote" as const),
    runs: fc.array(text, { minLength: 1, maxLength: 2 }),
    by: fc.option(words, { nil: undefined }),
  }),
  fc.integer({ min: 1, max: 4 }).chain((columns) => {
    const row = fc.array(runs, { minLength: columns, maxLength: columns });
    return fc.record({
      kind: fc.constant("table" as const),
      head: row,
      rows: fc.array(row, { minLength: 1, maxLength: 3 }),
    });
  }),
);

export const richText: fc.Arbitrary<RichText> = fc.array(block, { minLength: 1, maxLength: 6 });
