/** Every mail in Internet form, read by a parser that is not ours, as a mail program would receive it. */
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { composeSource } from "../../src/runtime/node/smtp/mime.ts";
import { allMails, reconsent } from "../support/mails.ts";

const moment = { messageId: "<1@ministrija.example>", at: Date.UTC(2026, 10, 22, 9, 20) };
const unix = (text: string | undefined) => (text ?? "").replaceAll("\r\n", "\n").trimEnd();

describe.each(allMails)("the mail %s, parsed", (_, mail) => {
  const source = composeSource(mail, moment);
  const parsed = PostalMime.parse(source);

  it("goes to one recipient, in To alone, from the institution", async () => {
    const { to, cc, bcc, from, replyTo, headers } = await parsed;
    expect([to, cc, bcc]).toEqual([[{ name: "", address: mail.to }], undefined, undefined]);
    expect([from, replyTo]).toEqual([mail.from, [{ name: "", address: mail.replyTo }]]);
    expect(headers.filter(({ key }) => /^(to|from|subject|reply-to|date|message-id)$/.test(key))).toHaveLength(6);
  });

  it("has two parts that say the same, text before HTML, and attached is only what it says", async () => {
    const { text, html, attachments, headers } = await parsed;
    const files = mail.attachments ?? [];
    expect([unix(text), unix(html)]).toEqual([unix(mail.text), unix(mail.html)]);
    expect(attachments.map(({ filename, mimeType }) => ({ filename, mimeType }))).toEqual(
      files.map(({ name, type }) => ({ filename: name, mimeType: type })),
    );
    const whole = files.length > 0 ? "multipart/mixed" : "multipart/alternative";
    expect(headers.find(({ key }) => key === "content-type")?.value?.startsWith(`${whole}; boundary=`)).toBe(true);
    const kinds = [...source.matchAll(/^Content-Type: ([^;\s]+)/gim)].map((found) => found[1]);
    const parts = ["multipart/alternative", "text/plain", "text/html"];
    expect(kinds).toEqual(files.length > 0 ? [whole, ...parts, ...files.map(({ type }) => type)] : parts);
  });

  it("has the subject and the extra headers letter by letter, once each, and no others", async () => {
    const { subject, headers } = await parsed;
    expect(subject).toBe(mail.subject);
    const usual = /^(from|to|reply-to|subject|date|message-id|mime-version|content-.*)$/;
    const extra = headers.filter(({ key }) => !usual.test(key));
    expect(extra.map(({ key }) => key).sort()).toEqual(
      Object.keys(mail.headers)
        .map((n) => n.toLowerCase())
        .sort(),
    );
    for (const [name, value] of Object.entries(mail.headers))
      if (name !== "List-Id") expect(extra.find(({ key }) => key === name.toLowerCase())?.value).toBe(value);
  });

  it("has lines of legal length, in ASCII", () => {
    for (const line of source.split("\r\n")) {
      expect(line).toMatch(/^[\x20-\x7e\t]*$/);
      expect(line.length).toBeLessThanOrEqual(998);
      if (/=\?UTF-8\?/i.test(line)) expect(line.length).toBeLessThanOrEqual(76);
    }
  });
});

it("list mail carries the exact pair of RFC 8058, and its link is the recipient's own", async () => {
  const mail = reconsent("lv");
  const { headers } = await PostalMime.parse(composeSource(mail, moment));
  const value = (name: string) => headers.find(({ key }) => key === name)?.value;
  expect(value("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const [, url] =
    /^<(https:\/\/jaunumi\.ministrija\.example\/u\/[\w-]{71})>, <mailto:prese@ministrija\.example\?subject=unsubscribe>$/.exec(
      value("list-unsubscribe") ?? "",
    ) ?? [];
  expect(url).toBeDefined();
  expect([mail.html.includes(url as string), mail.text.includes(url as string)]).toEqual([true, true]);
  expect(value("list-id")).toMatch(/<nedelas-apskats\.lists\.jaunumi\.ministrija\.example>$/);
});
