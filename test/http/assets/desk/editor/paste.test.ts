import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRichText } from "../../../../../src/domain/documents/acts/read.ts";
import { writeNotation } from "../../../../../src/domain/documents/rules/notation.ts";
import { cleanPaste } from "../../../../../src/http/assets/desk/editor/paste/clean.ts";
import { targetOf } from "../../../../../src/http/assets/desk/editor/paste/links.ts";
import { withoutStyles } from "../../../../../src/http/assets/desk/editor/paste/node.ts";
import { isRefusal } from "../../../../../src/refusal.ts";
import { parsed } from "../../../../support/pasted.ts";
import { GOOGLE, LIBRE, OUTLOOK, WORD } from "./clipboards.ts";

const pasted = (html: string) => writeNotation(cleanPaste(parsed(html)));

describe("words pasted", () => {
  it("from Word keep headings, lists, quotes, tables and links, and nothing else", () => {
    expect(pasted(WORD)).toBe(`## Lasītavas jaunumi

No **1.\u00a0decembra** lasītava ir atvērta *ilgāk*. Darba laiks ir [mūsu vietnē](https://lasitava.example/darba-laiks).

- pirmdien no plkst. 9.00
  – tikai otrajā stāvā
- otrdien no plkst. 12.00

### Kā pieteikties

1. Atveriet vietni.
2. Izvēlieties laiku.

> Gaidām visus.

| Gads | Lasītāji |
| --- | --- |
| 2025 | 1\u00a0214 |
| 2026: vēl<br>nav zināms |  |

Pievienots.`);
  });

  it("from Google Docs lose its wrapper and its link counter, and keep what was bold", () => {
    expect(pasted(GOOGLE)).toBe(`## Termiņi

Gaidām līdz **10. decembrim** *ne vēlāk*, raksta [ministrija](https://ministrija.example/termini).

- viens
  – dziļāk
- divi

| Vieta | Laiks |
| --- | --- |
| Zāle | 10.00 |
|  | – 12.00 |`);
  });

  it("from LibreOffice keep lines, numbered items and who said it", () => {
    expect(pasted(LIBRE)).toBe(`## Izstāde

**Atklāšana** piektdien
plkst. 17.00

1. ieeja
2. zāle

> Nāciet visi.
> – Jānis Piemērs

[prese@ministrija.example](mailto:prese@ministrija.example)`);
  });

  it("bring no script, no picture, no link that tells who pressed it or leads to somebody's disk", () => {
    expect(pasted(OUTLOOK)).toBe(`Labdien!

[Ziņas](https://ministrija.example/zinas) un skripts un datne un [arhīvs](https://arhivs.example/a)`);
  });

  it("come out the same when their styles were set aside, as the policy of our pages wants", () => {
    for (const html of [WORD, GOOGLE, LIBRE, OUTLOOK]) {
      expect(withoutStyles(html)).not.toMatch(/<style|\sstyle\s*=/i);
      expect(pasted(withoutStyles(html))).toBe(pasted(html));
    }
  });

  it("pass the gate for what may be sent", () => {
    for (const html of [WORD, GOOGLE, LIBRE, OUTLOOK]) {
      const read = readRichText(cleanPaste(parsed(html)));
      expect(isRefusal(read) ? read : "fine").toBe("fine");
    }
  });

  it("come out as rich text whatever the markup was", () => {
    const pieces = fc.constantFrom(
      ..."<p>|<b>|</b>|<ul>|<li>|<ol>|<table>|<tr>|<td colspan=9>|<td rowspan=3>|<th>|<h1>|<h4>|<blockquote>|<br>|a|&nbsp;|<a href='https://a.example'>|<div>|<p style='mso-list:l0 level3'>|<span style='mso-list:Ignore'>1.|\u0007|<o:p>|</p>|</table>|</ul>".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (all) => {
        for (const block of cleanPaste(parsed(all.join("")))) {
          if (block.kind === "table") for (const row of block.rows) expect(row).toHaveLength(block.head.length);
          expect(JSON.stringify(block)).not.toContain("\\u0007");
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("the target of a pasted link", () => {
  it("is where it leads, by https or mailto, or nothing", () => {
    expect(targetOf("https://a.example/b?c=d#e")).toBe("https://a.example/b?c=d#e");
    expect(targetOf(" http://a.example ")).toBe("https://a.example/");
    expect(targetOf("mailto:prese@ministrija.example?cc=x@a.example")).toBe("mailto:prese@ministrija.example");
    for (const href of [
      "#_ftn1",
      "javascript:alert(1)",
      "file:///c:/a",
      "data:text/html,x",
      "https://u:p@a.example",
      "//a",
      "a",
      "ftp://a.example",
    ])
      expect(targetOf(href)).toBeUndefined();
  });
});
