import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listHeaders, mailbox, phrase, unfit } from "../../src/delivery/headers.ts";
import { renderReconsent } from "../../src/delivery/render.ts";
import type { OutgoingMail } from "../../src/deps.ts";
import { frozen, MAILING, member, tokens } from "../support/mailing.ts";

const good = renderReconsent(frozen, MAILING, member(), tokens);

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
        fc.pre(/[^\x20-\x7e]/.test(name));
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
    expect(
      listHeaders({
        refuseUrl: "https://a.example/u/x",
        publicUrl: "https://a.example",
        replyTo: "r@a.example",
        list: { name: 'W"', slug: "w" },
      })["List-Id"],
    ).toBe('"W\\"" <w.lists.a.example>');
  });
});

describe("a mail is unfit to hand over", () => {
  it("never when we rendered it", () => {
    expect(unfit(good)).toBeUndefined();
  });

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
    ];
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("\r", "\n", "\0", "\r\nBcc: x@evil.example\r\n"),
        fc.string(),
        fc.nat(7),
        (a, cut, b, place) => {
          expect(unfit((places[place] as (text: string) => OutgoingMail)(a + cut + b))).toBeDefined();
        },
      ),
    );
  });

  it.each([
    "a@b.example, c@d.example",
    "a@b.example;c@d.example",
    "Name <a@b.example>",
    "group: a@b.example;",
    "a b@c.example",
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
