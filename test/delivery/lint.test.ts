import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfit } from "../../src/delivery/headers.ts";
import { HTML_MAX, tooLarge } from "../../src/delivery/lint/size.ts";
import { LINT_CODES, type LintCode, lintMail } from "../../src/delivery/lint.ts";
import { mailProblems } from "../../src/delivery/mails/problems.ts";
import type { OutgoingMail } from "../../src/deps.ts";
import type { Institution } from "../../src/domain/institution/rules.ts";
import { frozen } from "../support/mailing.ts";
import { allMails, reconsent } from "../support/mails.ts";

const { publicUrl } = frozen;
const good = reconsent("lv");
const lint = (mail: OutgoingMail, says: string[] = []) => lintMail(mail, { publicUrl, says });
/** The mail with its HTML changed; fails if there was nothing to change. */
const html = (from: string | RegExp, to: string): OutgoingMail => {
  const changed = good.html.replace(from, to);
  if (changed === good.html) throw new Error(`the mail has no ${from}`);
  return { ...good, html: changed };
};
const inside = (piece: string) => html("<h1", `${piece}<h1`);
const refuseUrl = /<(https:[^>]+)>/.exec(good.headers["List-Unsubscribe"] ?? "")?.[1] ?? "";

describe.each(allMails)("the mail %s", (name, mail) => {
  it("is fit to be sent: nothing is wrong with it, and every sentence of the institution stands in both parts", () => {
    const lv = name.endsWith(".lv");
    const says = [
      lv ? "Paraugu ministrija" : "Ministry of Samples",
      "Paraugu iela 1, Rīga, LV-0000",
      lv ? "Privātuma paziņojums" : "Privacy notice",
      lv
        ? "Personas datus apstrādājam likumīgi un tikai tiem nolūkiem, kas nosaukti mūsu privātuma paziņojumā."
        : "We process personal data lawfully and only for the purposes named in our privacy notice.",
      ...(mail.headers["List-Id"] && !name.startsWith("trial")
        ? [lv ? "Rakstām, jo Jūsu adrese ir mūsu sarakstā" : "We are writing because your address is on our list"]
        : []),
    ];
    expect(lint(mail, says)).toEqual([]);
    expect(unfit(mail)).toBeUndefined();
    expect(new TextEncoder().encode(mail.html).length).toBeLessThan(40_000);
  });

  it("is list mail with every header of it, or a letter with none", () => {
    const list = name.startsWith("reconsent") || name.startsWith("trial");
    expect(Object.keys(mail.headers).sort()).toEqual(
      list ? ["List-Id", "List-Owner", "List-Post", "List-Unsubscribe", "List-Unsubscribe-Post"] : ["Auto-Submitted"],
    );
    const words = name.endsWith(".lv") ? "Atteikties no jaunumu saņemšanas" : "Stop receiving news";
    expect([mail.html.includes(words), mail.text.includes(words)]).toEqual([list, list]);
  });
});

const FILE = { name: "apliecinajums-5f0c7a52.json", type: "application/json", text: "{}\n" } as const;

/** What is done to the mail, and the code it must give. */
const spoiled: [LintCode, string, () => OutgoingMail][] = [
  ["large", "is clipped", () => inside(`<p>${"ē".repeat(HTML_MAX / 2)}</p>`)],
  ["doctype", "has no doctype", () => html("<!doctype html>", "")],
  ["title", "has no title", () => html(/<title>[^<]*/, "<title>")],
  ["lang", "does not name its language", () => html('lang="lv"', "")],
  ["lang", "names it only where it is stripped", () => html('role="article" lang="lv"', 'role="article"')],
  ["headings", "has two h1", () => html("<h2", "<h1>Vēl</h1><h2")],
  ["headings", "skips a level", () => html("<h2", "<h4>Vēl</h4><h2")],
  ["headings", "has an empty heading", () => html(/(<h1[^>]*>)[^<]*/, "$1")],
  ["table", "has a layout table that is read as data", () => html('role="presentation" style="width:100%;"', "")],
  ["table", "has a head cell of nothing", () => html('scope="row"', "")],
  ["alt", "has an image without words", () => inside('<img width="40">')],
  ["link_words", "has a link without words", () => inside(`<a href="${publicUrl}/privacy"></a>`)],
  ["link_words", "has a link that shows its address", () => inside(`<a href="${publicUrl}/x">${publicUrl}/x</a>`)],
  ["link_target", "leads to somebody else", () => inside('<a href="https://elsewhere.example/">Vairāk</a>')],
  ["link_target", "leads to a script", () => inside('<a href="javascript:alert(1)">Vairāk</a>')],
  ["contrast", "has pale words", () => html(/color:#20242b;"><p/, 'color:#bbbbbb;"><p')],
  ["contrast_dark", "has dark words on dark ground", () => html(/\.card div, /, "")],
  ["contrast_dark", "has no dark palette", () => html("prefers-color-scheme: dark", "print")],
  ["hidden", "has words that are not displayed", () => inside('<div style="display:none">Priekšskatījums</div>')],
  ["hidden", "has words too small to read", () => inside('<span style="font-size:1px">Priekšskatījums</span>')],
  ["hidden", "has words out of sight", () => inside('<div style="max-height:0;overflow:hidden">Slēpts</div>')],
  ["active", "has a script", () => inside("<script></script>")],
  ["active", "has a form", () => inside("<form></form>")],
  ["active", "does something on its own", () => inside('<p onmouseover="x()">Vārdi</p>')],
  ["remote", "loads a picture", () => inside('<img alt="Zīme" src="https://jaunumi.ministrija.example/mark.png">')],
  ["remote", "loads a background", () => inside('<p style="background:url(https://a.example/x)">Vārdi</p>')],
  ["remote", "loads a font", () => html("</style>", "@import 'https://a.example/x.css';</style>")],
  ["tracking", "has a pixel", () => inside('<img alt="" width="1" height="1">')],
  [
    "tracking",
    "counts who follows a link",
    () => inside(`<a href="${publicUrl}/go?to=https%3A%2F%2Fa.example">Vairāk</a>`),
  ],
  ["slot", "has a slot that nobody filled", () => inside("<!--slot parts-->")],
  ["text", "has no text part", () => ({ ...good, text: "\n" })],
  ["text", "ends for some programs before its end", () => ({ ...good, text: `${good.text}-- \nx\n` })],
  [
    "text_links",
    "has a link that readers of text do not get",
    () => ({ ...good, text: good.text.replaceAll("/r/", "/") }),
  ],
  ["refusal", "has no refusal near the top", () => html(refuseUrl, `${publicUrl}/privacy`)],
  ["refusal", "has no refusal button", () => html(/Atteikties no jaunumu saņemšanas\n/, "Nerakstiet man\n")],
  ["refusal", "refuses for somebody else", () => html(new RegExp(refuseUrl, "g"), `${refuseUrl.slice(0, -1)}_`)],
  ["refusal", "has it only once in its text", () => ({ ...good, text: good.text.replace(refuseUrl, "") })],
  ["refusal", "is a letter that invites automatic answers", () => ({ ...good, headers: {} })],
  ["notice", "does not lead to the notice", () => html(`${publicUrl}/privacy`, `${publicUrl}/`)],
  ["file", "brings a file that its words do not name", () => ({ ...good, attachments: [FILE] })],
];

describe("the linter", () => {
  it.each(spoiled)("says %s of a mail that %s", (code, _, spoil) => {
    expect(lint(spoil())).toContain(code);
  });

  it("says that a sentence is missing, in whichever part it is", () => {
    const notice = "Personas datus apstrādājam likumīgi";
    expect(lint(good, [notice])).toEqual([]);
    expect(lint(html(notice, "Datus"), [notice])).toEqual(["says"]);
    expect(lint({ ...good, text: good.text.replace(notice, "Datus") }, [notice])).toEqual(["says"]);
  });

  it("knows no code without a mail that shows it", () => {
    expect(
      LINT_CODES.filter(
        (code) => !["says", "link_personal"].includes(code) && !spoiled.some(([shown]) => shown === code),
      ),
    ).toEqual([]);
  });

  it("lets links lead to hosts that the author named", () => {
    const mail = inside('<a href="https://elsewhere.example/x">Vairāk par to</a>');
    const text = `${mail.text}https://elsewhere.example/x\n`;
    expect(lintMail({ ...mail, text }, { publicUrl, says: [], hosts: ["elsewhere.example"] })).toEqual([]);
  });
});

describe("a mailing before it is sent", () => {
  it("has no problems in any language", () => expect(mailProblems(frozen)).toEqual([]));

  it("has none in whatever colours its institution chose, in light and in dark", () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(colour, colour, (link, accent) => {
        const institution = { ...frozen.institution, look: { link, accent, markSvg: "" } } as Institution;
        expect(mailProblems({ ...frozen, institution })).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("has them language by language: texts without end, a subject on two lines, a sender that no header can hold", () => {
    const { lv, en } = frozen.texts as Record<"lv" | "en", (typeof frozen.texts)[string]>;
    const long = { ...en, lead: "A long word and another one. ".repeat(3_000) };
    expect(mailProblems({ ...frozen, texts: { lv, en: long } })).toEqual([{ language: "en", code: "large" }]);
    expect(mailProblems({ ...frozen, texts: { lv: { ...lv, subject: "A\r\nBcc: b@evil.example" }, en } })).toEqual([
      { language: "lv", code: "header_break" },
    ]);
    expect(mailProblems({ ...frozen, texts: { lv: { ...lv, heading: " " } } })).toEqual([
      { language: "lv", code: "headings" },
    ]);
    const sender = { ...frozen.institution.sender, replyTo: "šķūnis@ministrija.example" };
    expect(mailProblems({ ...frozen, institution: { ...frozen.institution, sender } })).toEqual([
      { language: "lv", code: "address" },
      { language: "en", code: "address" },
    ]);
  });
});

it("the budget counts octets of the final HTML, and mailers refuse what is over it", () => {
  expect([tooLarge("a".repeat(HTML_MAX)), tooLarge("a".repeat(HTML_MAX + 1))]).toEqual([false, true]);
  expect([tooLarge("ē".repeat(HTML_MAX / 2)), tooLarge("ē".repeat(HTML_MAX / 2 + 1))]).toEqual([false, true]);
  expect(unfit({ ...good, html: "x".repeat(HTML_MAX + 1) })).toBe("mail.large");
});
