import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiAddress, listHeaders, mailbox, phrase, unfit } from "../../src/delivery/headers.ts";
import { renderReconsent } from "../../src/delivery/render.ts";
import type { OutgoingMail } from "../../src/deps.ts";
import { frozen, MAILING, member, tokens } from "../support/mailing.ts";
import { allMails, reconsent } from "../support/mails.ts";

const good = reconsent("lv");
const owner = (replyTo: string, name = "Weekly") =>
  listHeaders({
    refuseUrl: "https://a.example/u/x",
    publicUrl: "https://a.example",
    replyTo,
    list: { name, slug: "weekly" },
  });
/** RFC 5322 §3.2.3, without the dot at the ends. */
const local = fc
  .string({ unit: fc.constantFrom(..."abzAZ09!#$%&'*+-/=?^_`{|}~."), minLength: 1, maxLength: 64 })
  .filter((s) => !/^\.|\.$|\.\./.test(s));
const idn = fc.constantFrom(
  "šķūņi.example",
  "Ministrija.Šķūņi.example",
  "例え.example",
  "xn--nis-gqa7l1x.example",
  "Rīga.lv.example",
);

describe("headers of list mail", () => {
  it("are exactly the pair of RFC 8058, an own List-Id, and a staffed mailto", () => {
    const url = good.text.match(/https:\S+\/u\/\S+/)?.[0];
    expect(good.headers).toEqual({
      "List-Id": "=?UTF-8?B?TmVkxJPEvGFzIGFwc2thdHM=?= <nedelas-apskats.lists.jaunumi.ministrija.example>",
      "List-Unsubscribe": `<${url}>, <mailto:prese@ministrija.example?subject=unsubscribe>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Owner": "<mailto:prese@ministrija.example>",
      "List-Post": "NO",
    });
    expect(url).toMatch(/^https:\/\/jaunumi\.ministrija\.example\/u\/[\w-]{71}$/);
  });

  it("hold neither the recipient's address nor anything of the campaign in List-Id", () => {
    expect(JSON.stringify(good.headers)).not.toContain("pasts.example");
    expect(good.headers["List-Id"]).not.toContain(MAILING);
  });

  it("have encoded words of at most 75 characters that decode to the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 90 }), (name) => {
        fc.pre(/[^\x20-\x7e]/.test(name) && !/[\r\n\0]/.test(name));
        const words = phrase(name).split(" ");
        for (const word of words) expect(word.length).toBeLessThanOrEqual(75);
        const decoded = words.map((w) =>
          new TextDecoder().decode(Uint8Array.from(atob(w.slice(10, -2)), (c) => c.charCodeAt(0))),
        );
        expect(decoded.join("")).toBe(new TextDecoder().decode(new TextEncoder().encode(name)));
      }),
    );
  });

  it("quote names with commas, quotes and brackets", () => {
    expect(mailbox({ name: 'A, "B" <c>', address: "a@b.example" })).toBe('"A, \\"B\\" <c>" <a@b.example>');
    expect(owner("r@a.example", 'W"')["List-Id"]).toBe('"W\\"" <weekly.lists.a.example>');
  });

  it("write to the staffed address and nobody else, whatever signs it has", () => {
    fc.assert(
      fc.property(local, (name) => {
        const address = `${name}@ministrija.example`;
        const uri = owner(address)["List-Owner"]?.slice(1, -1) ?? "";
        expect(owner(address)["List-Unsubscribe"]).toBe(`<https://a.example/u/x>, <${uri}?subject=unsubscribe>`);
        expect(uri).toMatch(/^mailto:[A-Za-z0-9._~!$'()*+%-]+@ministrija\.example$/);
        expect(decodeURIComponent(new URL(uri).pathname)).toBe(address);
      }),
    );
  });
});

describe("addresses in headers and envelope", () => {
  it("have their domain in A-labels and their local part as it is, or the mail is refused", () => {
    fc.assert(
      fc.property(local, idn, (name, domain) => {
        const ascii = asciiAddress(`${name}@${domain}`);
        expect(ascii).toMatch(/^[\x21-\x7e]+$/);
        expect(ascii.slice(0, ascii.lastIndexOf("@"))).toBe(name);
        expect(ascii.slice(ascii.lastIndexOf("@") + 1)).toBe(
          /^[\x20-\x7e]*$/.test(domain) ? domain : new URL(`http://${domain}`).hostname,
        );
        expect(unfit({ ...good, to: ascii })).toBeUndefined();
      }),
    );
  });

  it("are never bent: a local part that is not ASCII stays, and its mail is refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), (name) => {
        fc.pre(/[^\x20-\x7e]/.test(name) && !name.includes("@"));
        const address = `${name}@pasts.example`;
        expect(asciiAddress(address)).toBe(address);
        for (const mail of [
          { ...good, to: address },
          { ...good, replyTo: address },
          { ...good, from: { ...good.from, address } },
        ])
          expect(unfit(mail)).toBe("mail.address");
      }),
    );
  });

  it("are in A-labels wherever a mail of an institution with such a domain holds one", () => {
    const sender = {
      name: frozen.institution.sender.name,
      address: "jaunumi@šķūņi.example",
      replyTo: "prese@šķūņi.example",
    };
    const publicUrl = "https://šķūņi.example";
    const there = { ...frozen, publicUrl: new URL(publicUrl).origin, institution: { ...frozen.institution, sender } };
    const mail = renderReconsent(there, MAILING, member(1, { address: "liga@bērzi.example" }), tokens);
    const ascii = new URL(publicUrl).hostname;
    expect(mail).toMatchObject({
      to: `liga@${new URL("http://bērzi.example").hostname}`,
      from: { address: `jaunumi@${ascii}` },
      replyTo: `prese@${ascii}`,
    });
    expect(mail.headers["List-Owner"]).toBe(`<mailto:prese@${ascii}>`);
    expect(mail.headers["List-Unsubscribe"]).toContain(`<mailto:prese@${ascii}?`);
    expect(mail.headers["List-Id"]).toContain(`.lists.${ascii}>`);
    expect(unfit(mail)).toBeUndefined();
  });
});

describe("a mail is unfit to hand over", () => {
  it.each(allMails)("never when we rendered it: %s", (_, mail) => expect(unfit(mail)).toBeUndefined());

  it("whenever any header value has CR, LF or NUL, wherever it stands", () => {
    const places: ((text: string) => OutgoingMail)[] = [
      (text) => ({ ...good, subject: text }),
      (text) => ({ ...good, from: { ...good.from, name: text } }),
      (text) => ({ ...good, from: { ...good.from, address: text } }),
      (text) => ({ ...good, to: text }),
      (text) => ({ ...good, replyTo: text }),
      (text) => ({ ...good, headers: { ...good.headers, "X-Any": text } }),
      (text) => ({ ...good, headers: { ...good.headers, [text]: "x" } }),
      (text) => ({ ...good, tags: { message: text } }),
      // As they come from the institution, the list and the author.
      (text) =>
        renderReconsent(
          { ...frozen, list: { ...frozen.list, names: { lv: text, en: text } } },
          MAILING,
          member(),
          tokens,
        ),
      (text) =>
        renderReconsent(
          { ...frozen, texts: { lv: { subject: text, heading: "V", lead: "L" } } },
          MAILING,
          member(),
          tokens,
        ),
    ];
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("\r", "\n", "\0", "\r\nBcc: x@evil.example\r\n"),
        fc.string(),
        fc.nat(places.length - 1),
        (a, cut, b, place) => {
          expect(unfit((places[place] as (text: string) => OutgoingMail)(a + cut + b))).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it("when a header line could not be legal (RFC 5322 §2.1.1)", () => {
    expect(unfit({ ...good, headers: { "X-Any": "x".repeat(901) } })).toBe("mail.header_long");
    expect(unfit({ ...good, subject: "x".repeat(901) })).toBe("mail.header_long");
    expect(unfit({ ...good, from: { ...good.from, name: "x".repeat(901) } })).toBe("mail.header_long");
  });

  it.each([
    "a@b.example, c@d.example",
    "a@b.example;c@d.example",
    "Name <a@b.example>",
    "group: a@b.example;",
    "a b@c.example",
    '"a b"@c.example',
    "a@b_c.example",
    "@b.example",
    "a@",
    "",
  ])("with a recipient that is not one plain address: %s", (to) => expect(unfit({ ...good, to })).toBe("mail.address"));

  it.each(["Bcc", "cc", "To", "Resent-To", "Sender", "Content-Type", "Subject"])(
    "with a %s among its extra headers",
    (name) => {
      expect(unfit({ ...good, headers: { [name]: "x" } })).toBe("mail.header_name");
    },
  );

  it("with tags that a provider would refuse", () => {
    expect(unfit({ ...good, tags: { message: "a b" } })).toBe("mail.tag");
    expect(unfit({ ...good, tags: { message: "" } })).toBe("mail.tag");
  });
});
