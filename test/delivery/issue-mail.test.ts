import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfit } from "../../src/delivery/headers.ts";
import { renderIssue } from "../../src/delivery/issues/render.ts";
import { elements, readTree, wordsOf } from "../../src/delivery/lint/tree.ts";
import { lintMail } from "../../src/delivery/lint.ts";
import { issueMailProblems } from "../../src/delivery/mails/problems.ts";
import { piecesOf } from "../../src/delivery/pieces.ts";
import type { FrozenIssue, IssueBlock } from "../../src/domain/issues/rules/issue.ts";
import {
  frozenIssue,
  goldenIssues,
  issueMail,
  issueText,
  issueTrial,
  PHOTO,
  serviceIssue,
  staffIssue,
} from "../support/issues.ts";
import { MAILING, member, tokens } from "../support/mailing.ts";
import { words } from "../support/rich-text.ts";

const { publicUrl } = frozenIssue;
const REFUSE = "Atteikties no jaunumu saņemšanas";
const written = (blocks: IssueBlock[], change: Partial<FrozenIssue> = {}): FrozenIssue => ({
  ...frozenIssue,
  texts: { lv: { ...issueText("lv"), blocks } },
  ...change,
});

describe.each(goldenIssues)("the mail %s", (name, mail) => {
  it("is the golden one, byte for byte", async () => {
    const { html, text, ...rest } = mail;
    await expect(html).toMatchFileSnapshot(`../golden/mail/${name}.html`);
    await expect(text).toMatchFileSnapshot(`../golden/mail/${name}.txt`);
    await expect(`${JSON.stringify(rest, null, 2)}\n`).toMatchFileSnapshot(`../golden/mail/${name}.json`);
  });

  it("is fit to be sent", () => {
    expect(lintMail(mail, { publicUrl, says: [], authored: true })).toEqual([]);
    expect(unfit(mail)).toBeUndefined();
  });

  it("has a text part of at most 72 columns, links alone on their lines", () => {
    const lines = mail.text.split("\n");
    expect(lines.filter((line) => [...line].length > 72 && !/^https?:\/\/\S+$/.test(line))).toEqual([]);
    expect(lines.filter((line) => / https?:/.test(line))).toEqual([]);
    expect(mail.text).not.toMatch(/[ \t]$/m);
    expect(mail.text).not.toMatch(/\n{3}/);
  });

  it("has every header of list mail (RFC 8058, 2369, 2919)", () => {
    expect(Object.keys(mail.headers).sort()).toEqual(
      ["List-Id", "List-Owner", "List-Post", "List-Unsubscribe", "List-Unsubscribe-Post"].sort(),
    );
    expect(mail.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  });
});

describe("what an author cannot remove", () => {
  const empty = issueMail("lv", { of: written([{ id: "a", kind: "divider" }], { salutation: "none" }) });
  it.each([
    ["the list", "Nedēļas apskats"],
    ["what it sends", "Vienu vēstuli nedēļā, piektdienās"],
    ["since when", "kopš 2026. gada 2. marta"],
    ["the basis", "Jūsu piekrišana. To varat atsaukt jebkurā laikā."],
    ["the address", "liga1@pasts.example"],
    ["the refusal", REFUSE],
    ["the institution", "Paraugu ministrija"],
    ["its address", "Paraugu iela 1, Rīga, LV-0000"],
    ["the notice", "Privātuma paziņojums"],
    ["one's own data", "Mani dati"],
    ["the signature notice", "Personas datus apstrādājam likumīgi"],
  ])("says %s in both parts, though nothing was written", (_, said) => {
    const flat = (text: string) => text.replace(/\s+/g, " ");
    expect(flat(wordsOf(readTree(empty.html)))).toContain(flat(said));
    expect(flat(empty.text)).toContain(flat(said));
  });

  it("has the way out near the top and at the end, everywhere the one of the header", () => {
    const url = /<(https:[^>]+)>/.exec(empty.headers["List-Unsubscribe"] ?? "")?.[1] ?? "";
    expect(url).toMatch(/^https:\/\/jaunumi\.ministrija\.example\/u\/[\w-]{60,}$/);
    expect(empty.html.split(url).length - 1).toBeGreaterThanOrEqual(2);
    expect(empty.html).not.toMatch(/\/r\//);
  });
});

describe("the right to object", () => {
  const said = (mail: { html: string }) => wordsOf(readTree(mail.html));
  it("stands apart under its own heading where the list rests on a task or on interests (Art. 21(4))", () => {
    for (const basis of ["e", "f"] as const) {
      const of = { ...serviceIssue, purpose: { ...serviceIssue.purpose, basis } };
      const mail = issueMail("lv", { of });
      const heads = [...elements(readTree(mail.html))].filter((n) => n.tag === "h2").map(wordsOf);
      expect(heads).toContain("Tiesības iebilst");
      expect(mail.text).toContain("TIESĪBAS IEBILST\n\nPret savu datu izmantošanu");
    }
    expect(said(issueMail("lv", { of: serviceIssue }))).toContain("(Paraugu likuma 5. pants)");
  });

  it("is not spoken of where consent is withdrawn instead, nor where the law orders the mail", () => {
    expect(said(issueMail("lv"))).not.toContain("Tiesības iebilst");
    const of = { ...serviceIssue, purpose: { ...serviceIssue.purpose, basis: "c" as const } };
    expect(said(issueMail("lv", { of }))).not.toContain("Tiesības iebilst");
  });

  it("for staff is a line about this kind of mail (R108)", () => {
    const words = said(issueMail("lv", { of: staffIssue }));
    expect(words).toContain("Citas darba vēstules saņemsiet kā līdz šim.");
    expect(words).toContain("Darba pienākumi mūsu iestādē.");
    expect(words).not.toContain("Tiesības iebilst");
  });
});

describe("the reader's name", () => {
  const shown = (salutation: FrozenIssue["salutation"], name: string) => {
    const { html, text } = issueMail("lv", { of: { ...frozenIssue, salutation }, name });
    expect(text.includes("Saņēmējs")).toBe(html.includes("Saņēmējs"));
    return { hello: html.includes("Labdien!"), label: html.includes("Saņēmējs") };
  };
  it("stands after a label, never in a greeting, and only where the author wants it and there is one", () => {
    expect(shown("name", "Līga Paraudziņa")).toEqual({ hello: true, label: true });
    expect(shown("general", "Līga Paraudziņa")).toEqual({ hello: true, label: false });
    expect(shown("none", "Līga Paraudziņa")).toEqual({ hello: false, label: false });
    // A shared address has its name emptied before it comes here; what is no name is left out too.
    for (const none of ["", " ", "liga@pasts.example", "12345"])
      expect(shown("name", none)).toEqual({ hello: true, label: false });
  });
});

describe("all readers", () => {
  it("get the same mail but for address, name, day and way out, and the same pictures", () => {
    const [one, two] = [issueMail("lv", { n: 1 }), issueMail("lv", { n: 2 })];
    expect(piecesOf(one).fixed).toBe(piecesOf(two).fixed);
    expect(piecesOf(one).values).toHaveLength(5);
    const pictures = ({ html }: { html: string }) => [...html.matchAll(/src="([^"]*)"/g)].map((m) => m[1]);
    expect(pictures(one)).toEqual(pictures(two));
    expect(pictures(one)).toContain(`${publicUrl}/media/${PHOTO}`);
    for (const src of pictures(one))
      expect(src).toMatch(/^https:\/\/jaunumi\.ministrija\.example\/media\/[0-9a-f]{64}$/);
    expect(JSON.stringify(two)).not.toContain("liga1@");
  });

  it("get it as if there were no other: the same bytes first, last and alone", () => {
    const alone = JSON.parse(JSON.stringify(frozenIssue)) as FrozenIssue;
    for (const n of [3, 1, 2, 1]) expect(issueMail("en", { n })).toEqual(issueMail("en", { n, of: alone }));
  });

  it("get the language that there is where theirs is not written", () => {
    const of = written(issueText("lv").blocks as IssueBlock[]);
    expect(issueMail("en", { of }).subject).toBe(issueMail("lv", { of }).subject);
  });
});

it("a trial is marked as one, and its links change nothing for anybody", () => {
  const trial = issueTrial("lv");
  expect(trial.subject).toBe("[Izmēģinājums] Nedēļas apskats: atbalsts bibliotēkām");
  expect(trial.html).toContain("/u/izmeginajums");
  expect(trial.tags).toEqual({ kind: "trial" });
});

it("is not made for another renderer", () => {
  expect(() => renderIssue({ ...frozenIssue, renderer: 2 as never }, MAILING, member(), tokens)).toThrow("renderer");
});

it("holds no element that no block has, whatever the words are", () => {
  const skeleton = (html: string) =>
    [...elements(readTree(html))].map(({ tag, attributes }) => {
      const said = [...attributes].map(([name, value]) => (["href", "alt"].includes(name) ? name : `${name}=${value}`));
      return `${tag} ${said.join(" ")}`;
    });
  const of = (said: string, href: string) =>
    written([
      { id: "t", kind: "text", text: [{ kind: "paragraph", runs: [{ kind: "text", text: said }] }] },
      { id: "i", kind: "image", image: PHOTO, alt: said, caption: said, href },
      { id: "b", kind: "button", label: said, href },
      { id: "l", kind: "links", heading: said, items: [{ title: said, href, summary: said }] },
      { id: "e", kind: "event", title: said, when: said, place: said, href },
    ]);
  const plain = skeleton(issueMail("lv", { of: of("vārdi", "https://a.example/") }).html);
  const href = fc.webUrl({ validSchemes: ["https"], withQueryParameters: true });
  fc.assert(
    fc.property(words, href, (said, to) => {
      const { html, text } = issueMail("lv", { of: of(said, to) });
      expect(skeleton(html)).toEqual(plain);
      expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    }),
    { numRuns: 60 },
  );
});

describe("the linter, of an issue", () => {
  const codes = (blocks: IssueBlock[]) => issueMailProblems(written(blocks)).map(({ code }) => code);
  const paragraph = (href: string): IssueBlock => ({
    id: "a",
    kind: "text",
    text: [{ kind: "paragraph", runs: [{ kind: "link", text: "Noteikumu projekts", href }] }],
  });
  it("has nothing against one that is well made", () => expect(issueMailProblems(frozenIssue)).toEqual([]));
  it("has none in whatever colours the institution chose, in light and in dark", () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(colour, colour, (link, accent) => {
        const institution = { ...frozenIssue.institution, look: { link, accent, markSvg: "" } };
        expect(issueMailProblems({ ...frozenIssue, institution })).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
  it("says that it would be clipped", () => {
    const runs = Array.from({ length: 20 }, () => ({ kind: "text" as const, text: "ē".repeat(4_000) }));
    expect(codes([{ id: "a", kind: "text", text: [{ kind: "paragraph", runs }] }])).toContain("large");
  });
  it("says of a link that counts readers on its way", () => {
    expect(codes([paragraph("https://clicks.example/?to=https%3A%2F%2Fa.example")])).toContain("tracking");
    expect(codes([paragraph("https://www.ministrija.example/a")])).toEqual([]);
  });
  it("stops a link to one person's page, as a link and as plain words", () => {
    const own = `${publicUrl}/u/${"y".repeat(71)}`;
    expect(codes([paragraph(own)])).toContain("link_personal");
    expect(codes([paragraph(`${publicUrl}/me/abc`)])).toContain("link_personal");
    expect(codes([paragraph(`${publicUrl}/subscribe`)])).toEqual([]);
    const typed = (text: string): IssueBlock => ({
      id: "a",
      kind: "text",
      text: [{ kind: "paragraph", runs: [{ kind: "text", text }] }],
    });
    for (const words of [own, `Atbildiet (${own}).`, own.replace("https://", ""), own.toUpperCase()])
      expect(codes([typed(words)])).toContain("link_personal");
    expect(codes([typed(`Skatiet ${publicUrl}/subscribe un https://cits.example/u/x.`)])).toEqual([]);
  });
  it("lets no picture be loaded from elsewhere, nor by an address that could be a reader's own", () => {
    const good = issueMail("lv");
    for (const src of [
      "https://elsewhere.example/a.png",
      `${publicUrl}/media/${PHOTO}?r=1`,
      `${publicUrl}/media/1`,
      `${publicUrl}/u/${PHOTO}`,
    ]) {
      const html = good.html.replaceAll(`${publicUrl}/media/${PHOTO}`, src);
      expect(lintMail({ ...good, html }, { publicUrl, says: [], authored: true })).toContain("remote");
    }
    expect(lintMail(good, { publicUrl, says: [] })).toContain("remote");
  });
});
