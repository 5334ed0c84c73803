import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderConfirmMail } from "../../src/delivery/mails/confirm.ts";
import { renderReconsent, renderReconsentTrial } from "../../src/delivery/render.ts";
import { renderSignInMail } from "../../src/delivery/mails/sign-in.ts";
import { renderTestMail } from "../../src/delivery/mails/test.ts";
import type { Institution } from "../../src/domain/institution/rules.ts";
import { makeKey } from "../../src/platform/keys.ts";
import { createTokens } from "../../src/platform/tokens.ts";
import { lint } from "../support/mail-lint.ts";
import { frozen, MAILING, member, tokens } from "../support/mailing.ts";

const lv = renderReconsent(frozen, MAILING, member(), tokens);
const en = renderReconsent(frozen, MAILING, member(1, { language: "en" }), tokens);
const signIn = (language: "lv" | "en") =>
  renderSignInMail(
    {
      to: "ieva@ministrija.example",
      language,
      code: "482913",
      url: `${frozen.publicUrl}/staff/sign-in/link?code=482913`,
      minutes: 10,
      institution: frozen.institution,
    },
    frozen.publicUrl,
  );
const check = (language: "lv" | "en") =>
  renderTestMail({ to: "ieva@ministrija.example", language, institution: frozen.institution }, frozen.publicUrl);
const confirm = (language: "lv" | "en", lists = ["Nedēļas apskats", "Sabiedriskās apspriešanas"]) =>
  renderConfirmMail(
    {
      to: "liga@pasts.example",
      language,
      lists,
      at: Date.UTC(2026, 10, 22, 9, 20),
      validUntil: Date.UTC(2026, 10, 29, 9, 20),
      url: `${frozen.publicUrl}/c/${"9xT4bN7vKq2LmW8sPz3R".padEnd(43, "a")}`,
      institution: frozen.institution as Institution,
    },
    frozen.publicUrl,
  );
const all = {
  "reconsent.lv": lv,
  "reconsent.en": en,
  "sign-in.lv": signIn("lv"),
  "sign-in.en": signIn("en"),
  "test.lv": check("lv"),
  "test.en": check("en"),
  "confirm.lv": confirm("lv"),
  "confirm.en": confirm("en", ["Weekly Review"]),
};

describe.each(Object.entries(all))("the mail %s", (name, mail) => {
  it("is the golden one, byte for byte", async () => {
    const { html, text, ...rest } = mail;
    await expect(html).toMatchFileSnapshot(`../golden/mail/${name}.html`);
    await expect(text).toMatchFileSnapshot(`../golden/mail/${name}.txt`);
    await expect(`${JSON.stringify(rest, null, 2)}\n`).toMatchFileSnapshot(`../golden/mail/${name}.json`);
  });

  it("keeps the rules of accessible, unclipped mail", () => {
    expect(lint(mail.html)).toEqual([]);
    expect(new TextEncoder().encode(mail.html).length).toBeLessThan(40_000);
  });

  it("has a text part of at most 72 columns, links apart, without a signature mark", () => {
    const wide = mail.text
      .split("\n")
      .filter((line) => [...line].length > 72 && !/^\S*https?:\/\/\S+$|^[^:]+: https?:\/\/\S+$/.test(line));
    expect(wide).toEqual([]);
    expect(mail.text).not.toMatch(/^-- $/m);
    expect(mail.text).not.toMatch(/[ \t]$/m);
    expect(mail.text).not.toContain("{{");
  });

  it("says in the text part every link of the HTML", () => {
    const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map((m) => (m[1] as string).replaceAll("&amp;", "&"));
    for (const link of links) expect(mail.text).toContain(link);
  });
});

describe("the re-consent mail", () => {
  it("goes to exactly one address and names no other", () => {
    expect(lv.to).toBe("liga1@pasts.example");
    expect(Object.keys(lv.headers).filter((n) => /^(to|cc|bcc)$/i.test(n))).toEqual([]);
    expect(JSON.stringify(renderReconsent(frozen, MAILING, member(2), tokens))).not.toContain("liga1@");
  });

  it("links to this person's answer and refusal, and to nobody else's", () => {
    const target = { subscriptionId: member().subscriptionId, mailingId: MAILING };
    const [answer] = lv.text.match(/\/r\/(\S+)/)?.slice(1) ?? [];
    const refusals = [...lv.text.matchAll(/\/u\/(\S+)/g)].map((m) => m[1]);
    expect(tokens.read("r", answer as string)).toEqual(target);
    expect(new Set(refusals).size).toBe(1);
    expect(tokens.read("u", refusals[0] as string)).toEqual(target);
  });

  it("offers refusal near the top, before the question", () => {
    expect(lv.html.indexOf("/u/")).toBeLessThan(lv.html.indexOf("<h1"));
    expect(lv.text.indexOf("/u/")).toBeLessThan(lv.text.indexOf("/r/"));
    expect(lv.html).toContain("Šī poga nozīmē to pašu, ko atbilde „nē”.");
    expect(en.html).toContain("This button means the same as answering “no”.");
  });

  it("holds no image, script, form, hidden text or remote resource", () => {
    expect(lv.html).not.toMatch(/<(img|script|form|iframe|object|link|input|svg)\b|@import|url\(|display:\s*none/i);
  });

  it("never holds the person's name", () => {
    expect(JSON.stringify(lv)).not.toContain("Paraudziņa");
  });

  it("is rendered from the frozen token key, also when a newer one exists", () => {
    const old = makeKey(Uint8Array.from({ length: 32 }, (_, i) => i * 7 + 1));
    const fresh = makeKey(Uint8Array.from({ length: 32 }, (_, i) => i * 5 + 3));
    const later = createTokens({
      newest: fresh,
      all: [fresh, old],
      get: (id) => [fresh, old].find((k) => k.id === id),
    });
    expect(renderReconsent(frozen, MAILING, member(), later)).toEqual(lv);
  });

  it("falls back to the institution's first language where the campaign has no text in the reader's", () => {
    const { lv: text } = frozen.texts;
    const one = { ...frozen, texts: { lv: text } } as typeof frozen;
    expect(renderReconsent(one, MAILING, member(1, { language: "en" }), tokens).subject).toBe(lv.subject);
  });

  it("refuses a mailing frozen for another renderer", () => {
    expect(() => renderReconsent({ ...frozen, renderer: 2 as never }, MAILING, member(), tokens)).toThrow("renderer");
  });

  it("shows whatever the author typed as text, never as HTML, and fills no slot twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
        const hostile = `<b>{{refuseUrl:url}}${typed}`;
        const texts = { lv: { subject: "Temats", heading: hostile, lead: hostile } };
        const mail = renderReconsent({ ...frozen, texts }, MAILING, member(), tokens);
        expect(mail.html).toContain("&lt;b&gt;{{refuseUrl:url}}");
        expect(mail.html.match(/<b>\{\{/)).toBeNull();
        expect(lint(mail.html)).toEqual([]);
      }),
      { numRuns: 30 },
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

  it("does not change the frozen mailing", () => {
    expect(frozen.texts.lv?.subject).not.toContain("[");
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
});

describe("the confirmation mail", () => {
  const mail = confirm("lv");
  it("asks one thing: one link to one page, no news, no way into a list or out of one", () => {
    const links = new Set(
      [...mail.html.matchAll(/href="([^"]+)"/g)].map((m) => new URL(m[1] as string).pathname.split("/")[1]),
    );
    expect([...links].sort()).toEqual(["c", "privacy"]);
    expect(Object.keys(mail.headers)).toEqual(["Auto-Submitted"]);
    expect(mail.text.match(/\/c\//g)).toHaveLength(1);
  });
});
