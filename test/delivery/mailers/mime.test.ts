import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { unfit } from "../../../src/delivery/headers.ts";
import type { OutgoingMail } from "../../../src/deps.ts";
import { fold } from "../../../src/runtime/node/smtp/header.ts";
import { composeMail, composeSource } from "../../../src/runtime/node/smtp/mime.ts";
import { quotedPrintable } from "../../../src/runtime/node/smtp/quoted-printable.ts";
import { sampleMail } from "./sample.ts";

const moment = { messageId: "<1@ministrija.example>", at: Date.UTC(2026, 11, 5) };
const parse = (mail: OutgoingMail) => PostalMime.parse(composeSource(mail, moment));
const lines = (mail: OutgoingMail) => composeSource(mail, moment).split("\r\n");
/** Line ends are CRLF in Internet form; a parser gives them back as LF. */
const unixLines = (text: string) => text.replace(/\r\n?/g, "\n");

const oneSpace = (text: string | undefined) => text?.replace(/ +/g, " ");

describe("a mail in Internet form", () => {
  it("is read by another library as it was written", async () => {
    const mail = sampleMail();
    const parsed = await parse(mail);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.from).toEqual({ name: mail.from.name, address: mail.from.address });
    expect(parsed.to).toEqual([{ name: "", address: mail.to }]);
    expect(parsed.replyTo).toEqual([{ name: "", address: mail.replyTo }]);
    expect(unixLines(parsed.text ?? "").trimEnd()).toBe(mail.text.trimEnd());
    expect(unixLines(parsed.html ?? "").trimEnd()).toBe(mail.html.trimEnd());
    expect(parsed.date).toBe("2026-12-05T00:00:00.000Z");
    const headers = Object.fromEntries(parsed.headers.map((h) => [h.key, h.value]));
    expect(headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    expect(headers["list-unsubscribe"]).toBe(mail.headers["List-Unsubscribe"]);
    expect(headers["list-post"]).toBe("NO");
  });

  it("keeps every line within 78 characters but for values that cannot be broken, and all of it in ASCII", () => {
    for (const line of lines(sampleMail())) {
      expect(line).toMatch(/^[\x20-\x7e\t]*$/);
      // A one-click address is one word.
      if (!line.includes("<https://")) expect(line.length).toBeLessThanOrEqual(78);
      expect(line.length).toBeLessThanOrEqual(998);
    }
  });

  it("puts text before HTML, so that the best form comes last (RFC 2046 §5.1.4)", () => {
    const source = composeSource(sampleMail(), moment);
    expect(source).toMatch(/^Content-Type: multipart\/alternative; boundary="[^"]+"\r$/m);
    expect(source.indexOf("text/plain")).toBeLessThan(source.indexOf("text/html"));
  });

  it("is the same bytes for the same mail, whenever it goes", () => {
    expect(composeMail(sampleMail())).toEqual(composeMail(sampleMail()));
    expect(composeMail(sampleMail()).head.join("\n")).not.toMatch(/^(Date|Message-ID):/m);
  });

  it("holds whatever text: subject, name, text and HTML come back letter by letter", async () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(" ", "\n", ".", "=", "?", "_", "ā", "😀", "\t"), fc.string()),
    });
    const header = fc
      .string({ unit: fc.constantFrom(..."aZ09 =?_.,<>@\"'āšž„”😀-"), maxLength: 80 })
      .filter((s) => s.trim() !== "");
    await fc.assert(
      fc.asyncProperty(header, header, text, text, async (subject, name, plain, html) => {
        const mail = sampleMail(1, {
          subject: subject.trim(),
          from: { name: name.trim(), address: "jaunumi@ministrija.example" },
          text: plain.replaceAll("\0", ""),
          html: html.replaceAll("\0", ""),
        });
        fc.pre(unfit(mail) === undefined);
        const parsed = await parse(mail);
        // The parser reads rows of spaces as one, as mail programs show them.
        expect(oneSpace(parsed.subject)).toBe(oneSpace(mail.subject));
        expect(oneSpace(parsed.from?.name)).toBe(oneSpace(mail.from.name));
        expect(unixLines(parsed.text ?? "").trimEnd()).toBe(unixLines(mail.text).trimEnd());
        expect(unixLines(parsed.html ?? "").trimEnd()).toBe(unixLines(mail.html).trimEnd());
        for (const line of lines(mail)) expect(line.length).toBeLessThanOrEqual(998);
      }),
      { numRuns: 300 },
    );
  });
});

describe("quoted-printable", () => {
  it.each([
    ["a = b", "a =3D b"],
    ["Līga", "L=C4=ABga"],
    ["space \nat the end\t", "space=20\r\nat the end=09"],
    ["a  b \tc", "a=20 b=20=09c"],
    ["one\rtwo\r\nthree", "one\r\ntwo\r\nthree"],
    ["x".repeat(80), `${"x".repeat(75)}=\r\n${"x".repeat(5)}`],
    ["", ""],
  ])("writes %j as RFC 2045 §6.7 says", (text, written) => {
    expect(quotedPrintable(text).toString()).toBe(written);
  });

  it("is its own relaxed form, so that DKIM may take it as it is (RFC 6376 §3.4.4)", () => {
    const text = fc.string({ unit: fc.constantFrom(" ", "\t", "\n", "\r\n", "a", "ā", "=", "x".repeat(70)) });
    fc.assert(
      fc.property(text, text, (plain, html) => {
        const body = composeMail(sampleMail(1, { text: plain, html })).body.toString("latin1");
        const relaxed = body
          .replace(/[ \t]+/g, " ")
          .replace(/ \r\n/g, "\r\n")
          .replace(/(\r\n)*$/, "\r\n");
        expect(relaxed).toBe(body);
      }),
    );
  });

  it("fits its room whatever the text", () => {
    for (const letter of ["ā", "=", " ", "\n", "a", "😀"])
      for (const n of [1, 24, 25, 26, 75, 76, 77, 1000]) {
        const written = quotedPrintable(letter.repeat(n)).toString();
        for (const line of written.split("\r\n")) expect(line.length).toBeLessThanOrEqual(76);
      }
  });
});

it("a header is not broken right after its name, so that simple readers of List-Unsubscribe find the address there", () => {
  const source = composeSource(sampleMail(), moment);
  expect(source).toMatch(/^List-Unsubscribe: <https:\/\/[^>]+>,\r\n <mailto:[^>]+>\r$/m);
  for (const line of composeMail(sampleMail()).head) expect(line).not.toMatch(/^[A-Za-z-]+:\r\n/);
});

it("a header is never folded into a line of nothing but space", () => {
  const folded = fold(`Subject: ${"word ".repeat(12)}${" ".repeat(90)}end of it`);
  for (const line of folded.split("\r\n")) expect(line.trim()).not.toBe("");
});
