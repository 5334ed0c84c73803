import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderSignInMail } from "../../src/delivery/mails/sign-in.ts";
import { renderReconsent, renderReconsentTrial } from "../../src/delivery/render.ts";
import { makeKey } from "../../src/platform/keys.ts";
import { createTokens } from "../../src/platform/tokens.ts";
import { frozen, MAILING, member, tokens } from "../support/mailing.ts";
import { alert, confirm, goldenMails, reconsent } from "../support/mails.ts";

const lv = reconsent("lv");
const en = reconsent("en");

describe.each(goldenMails)("the mail %s", (name, mail) => {
  it("is the golden one, byte for byte", async () => {
    const { html, text, ...rest } = mail;
    await expect(html).toMatchFileSnapshot(`../golden/mail/${name}.html`);
    await expect(text).toMatchFileSnapshot(`../golden/mail/${name}.txt`);
    await expect(`${JSON.stringify(rest, null, 2)}\n`).toMatchFileSnapshot(`../golden/mail/${name}.json`);
  });

  it("has a text part of at most 72 columns, links alone on their lines", () => {
    const lines = mail.text.split("\n");
    expect(lines.filter((line) => [...line].length > 72 && !/^https?:\/\/\S+$/.test(line))).toEqual([]);
    expect(lines.filter((line) => / https?:/.test(line) && !/^(Vietne|Site): /.test(line))).toEqual([]);
    expect(mail.text).not.toMatch(/[ \t]$/m);
    expect(mail.text).not.toMatch(/\n{3}/);
  });
});

describe("the re-consent mail", () => {
  it("goes to exactly one address and names no other", () => {
    expect(lv.to).toBe("liga1@pasts.example");
    expect(Object.keys(lv.headers).filter((n) => /^(to|cc|bcc)$/i.test(n))).toEqual([]);
    expect(JSON.stringify(reconsent("lv", 2))).not.toContain("liga1@");
  });

  it("is made for each recipient as if there were no other: the same bytes first, last and alone", () => {
    const alone = JSON.parse(JSON.stringify(frozen)) as typeof frozen;
    for (const language of ["lv", "en"] as const)
      for (const n of [3, 1, 2, 1]) {
        const to = member(n, { language, address: `adrese-${"a".repeat(n * 20)}+&'@pasts.example` });
        const mail = renderReconsent(frozen, MAILING, to, tokens);
        expect(mail).toEqual(renderReconsent(alone, MAILING, to, tokens));
        expect(mail.html).toContain(`adrese-${"a".repeat(n * 20)}+&amp;&#39;@pasts.example`);
        expect(mail.text).toContain(to.address);
      }
  });

  it("gives a long address a line of its own in the text part", () => {
    const address = `${"garais.vards.".repeat(4)}beigas@pasts.example`;
    const mail = renderReconsent(frozen, MAILING, member(1, { address }), tokens);
    expect(mail.text).toContain(`\nPar kuru adresi:\n  ${address}\n`);
    expect(lv.text).toContain("\nPar kuru adresi: liga1@pasts.example\n");
  });

  it("greets alike in both languages, and names the reader after a label, as the list writes him", () => {
    for (const [language, greeting, label] of [
      ["lv", "Labdien!", "Saņēmējs"],
      ["en", "Hello,", "Recipient"],
    ] as const)
      for (const name of ["Līga Paraudziņa", "Bērziņa, Anna", "Анна Цой"]) {
        const { text, html } = renderReconsent(frozen, MAILING, member(1, { language, name }), tokens);
        expect(text.split("\n")).toContain(greeting);
        expect(text).toContain(`${label}: ${name}\n`);
        expect(html.split(name)).toHaveLength(2);
        expect(text).not.toMatch(/\bDear\b/);
      }
  });

  it("names the last day that its batch was frozen with, beside mails that name the one of before", () => {
    const later = renderReconsent(frozen, MAILING, member(1, { day: "2027-01-10" }), tokens);
    expect(later.text).toContain("2027.\u00a0gada 10.\u00a0janvārim");
    expect(later.html).toContain("2027.\u00a0gada 10.\u00a0janvārim");
    expect(renderReconsent(frozen, MAILING, member(1), tokens)).toEqual(lv);
    expect(renderReconsent(frozen, MAILING, member(1, { day: frozen.deadlineDay }), tokens)).toEqual(lv);
  });

  it("links to this person's answer and refusal, and to nobody else's", () => {
    const target = { subscriptionId: member().subscriptionId, mailingId: MAILING };
    const [answer] = lv.text.match(/\/r\/(\S+)/)?.slice(1) ?? [];
    const refusals = [...lv.text.matchAll(/\/u\/(\S+)/g)].map((m) => m[1]);
    expect(tokens.read("r", answer as string)).toEqual(target);
    expect(new Set(refusals).size).toBe(1);
    expect(tokens.read("u", refusals[0] as string)).toEqual(target);
  });

  it("offers refusal near the top, before the question, and says what it means", () => {
    expect(lv.html.indexOf("/u/")).toBeLessThan(lv.html.indexOf("<h1"));
    expect(lv.text.indexOf("/u/")).toBeLessThan(lv.text.indexOf("/r/"));
    expect(lv.html).toContain("Šī poga nozīmē to pašu, ko atbilde „nē”.");
    expect(en.html).toContain("This button means the same as answering “no”.");
  });

  it("holds the person's name after a label, as it was written, and in no greeting; what is no name is left out", () => {
    expect(lv.text).toContain("Saņēmējs: Līga Paraudziņa");
    expect(reconsent("en").text).toContain("Recipient: Līga Paraudziņa");
    expect(lv.text).toMatch(/^Labdien!$/m);
    expect(lv.html.match(/Paraudziņa/g)).toHaveLength(1);
    for (const name of ["", "www.spam.example", "<b>Līga</b>"]) {
      const without = renderReconsent(frozen, MAILING, member(1, { name }), tokens);
      expect(without.text).not.toContain("Saņēmējs");
      expect(without.html).not.toContain("Saņēmējs");
    }
  });

  it("is rendered from the frozen token key, also when a newer one exists", () => {
    const old = makeKey(Uint8Array.from({ length: 32 }, (_, i) => i * 7 + 1));
    const fresh = makeKey(Uint8Array.from({ length: 32 }, (_, i) => i * 5 + 3));
    const ring = { newest: fresh, all: [fresh, old], get: (id: string) => [fresh, old].find((k) => k.id === id) };
    expect(renderReconsent(frozen, MAILING, member(), createTokens(ring))).toEqual(lv);
  });

  it("falls back to the institution's first language where the campaign has no text in the reader's", () => {
    const { lv: text } = frozen.texts;
    const one = { ...frozen, texts: { lv: text } } as typeof frozen;
    expect(renderReconsent(one, MAILING, member(1, { language: "en" }), tokens).subject).toBe(lv.subject);
  });

  it("refuses a mailing frozen for another renderer", () => {
    expect(() => renderReconsent({ ...frozen, renderer: 2 as never }, MAILING, member(), tokens)).toThrow("renderer");
  });

  it("shows whatever the author typed as text, never as HTML, and fills no slot or hole with it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
        const hostile = `<b>{{refuseUrl:url}}<!--slot foot-->\u0001refuseUrl\u0001${typed}`;
        const texts = { lv: { subject: "Temats", heading: hostile, lead: hostile } };
        const mail = renderReconsent({ ...frozen, texts }, MAILING, member(), tokens);
        expect(mail.html.split("&lt;b&gt;{{refuseUrl:url}}&lt;!--slot foot--&gt;refuseUrl").length).toBe(3);
        expect(mail.html).not.toContain("<b>");
        expect(mail.html.match(/\/u\//g)).toHaveLength(2);
        expect(mail.text.match(/\/u\//g)).toHaveLength(2);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the trial of a campaign", () => {
  const trial = renderReconsentTrial(frozen, { address: "ieva@ministrija.example", language: "lv" });

  it("says what it is in the subject and opens nobody's data", () => {
    expect(trial.subject).toMatch(/^\[Izmēģinājums\] /);
    const found = [...JSON.stringify(trial).matchAll(/\/([ru])\/([\w-]+)/g)];
    expect(found.length).toBeGreaterThan(3);
    for (const [, kind, token] of found) expect(tokens.read(kind as "r", token as string)).toBeUndefined();
  });

  it("is otherwise the real mail", () => {
    expect(Object.keys(trial.headers)).toEqual(Object.keys(lv.headers));
    expect(trial.html.length).toBeGreaterThan(lv.html.length - 1000);
  });

  it("does not change the frozen mailing, nor the real mail after it", () => {
    expect(frozen.texts.lv?.subject).not.toContain("[");
    expect(reconsent("lv")).toEqual(lv);
  });
});

describe("the institution's signature notice", () => {
  const signature = { lv: "Īsais.\n\nGarais, arī <b>zīmes</b>.", en: "Short.\n\nLong." };
  const signed = { ...frozen, institution: { ...frozen.institution, signature } };

  it("stands under mailings as the institution wrote it, as text", () => {
    const mail = renderReconsent(signed, MAILING, member(), tokens);
    expect(mail.text.endsWith("\n\nĪsais.\n\nGarais, arī <b>zīmes</b>.\n")).toBe(true);
    expect(mail.html).toContain("Garais, arī &lt;b&gt;zīmes&lt;/b&gt;.");
  });

  it("is one paragraph under a letter to one person", () => {
    const { institution, publicUrl } = signed;
    const mail = { to: "ieva@ministrija.example", code: "1", url: `${publicUrl}/s`, minutes: 1, institution };
    const letter = renderSignInMail({ ...mail, language: "en" }, publicUrl);
    expect(letter.text.endsWith("\n\nShort.\n")).toBe(true);
    expect(letter.html).not.toContain("Long.");
  });
});

it("a sign-in mail before set-up comes from the program under the site's own name", () => {
  const mail = renderSignInMail(
    { to: "ieva@ministrija.example", language: "en", code: "1", url: "https://news.example/s", minutes: 1 },
    "https://news.example",
  );
  expect(mail.from).toEqual({ name: "Pieteka", address: "pieteka@news.example" });
  expect(mail.text).toContain("Valid for 1 minute, can be used once.");
  expect(mail.headers).toEqual({ "Auto-Submitted": "auto-generated" });
  expect(mail.text).not.toContain("/privacy");
});

describe("the confirmation mail", () => {
  const mail = confirm("lv");
  it("asks one thing: a link to its page and one to be left in peace, no news, no way into a list or out of one", () => {
    const links = new Set(
      [...mail.html.matchAll(/href="([^"]+)"/g)].map((m) => new URL(m[1] as string).pathname.split("/")[1]),
    );
    expect([...links].sort()).toEqual(["c", "privacy"]);
    const [page = "", never, ...more] = mail.text.match(/https:\S+\/c\/\S+/g) ?? [];
    expect([never, more]).toEqual([`${page}/never`, []]);
  });
});

it("an alert holds a reason, a link to the desk and a time, and of a code it does not know it says where to look", () => {
  const mail = alert("en", "provider.setup");
  expect(mail.text).toContain("https://jaunumi.ministrija.example/staff/mailings/");
  expect(mail.text).toMatch(/22\sNovember\s2026 at\s11:20/);
  expect(alert("en", "of another version").subject).toBe("Something is waiting for a decision");
  expect(alert("en", "test").text).not.toContain("Noticed");
});
