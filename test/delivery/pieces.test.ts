import { describe, expect, it } from "vitest";
import { createResendMailer } from "../../src/delivery/mailers/resend.ts";
import { inPieces, piecesOf } from "../../src/delivery/pieces.ts";
import { renderReconsent } from "../../src/delivery/render.ts";
import type { OutgoingMail } from "../../src/deps.ts";
import { composeMail } from "../../src/runtime/node/smtp/mime.ts";
import { frozen, MAILING, member, tokens } from "../support/mailing.ts";

const mails = (["lv", "en"] as const).flatMap((language) =>
  [1, 2, 3].map((n) =>
    renderReconsent(
      frozen,
      MAILING,
      member(n, { language, address: `o'liga${"x".repeat(n * 9)}@pasts.example` }),
      tokens,
    ),
  ),
);
/** The same mail, of which no pieces are known. */
const whole = (mail: OutgoingMail): OutgoingMail => ({ ...mail });
const sha256 = async (some: OutgoingMail[]) =>
  (await createResendMailer({ apiKey: "re_fake", baseUrl: "https://resend.example" }).prepare(some)).sha256;

/** Cut at every place that could matter: in lines, at their ends, before and after spaces, in long runs of letters. */
const CUTS: [string[], string[]][] = [
  [
    ["<p>\n one ", "\n two \r\nthree", "</p>\n"],
    ["a", "b\nc"],
  ],
  [
    ["", "", ""],
    ["ā", "š"],
  ],
  [
    ["\n", "\n", "\n"],
    ["", "\n"],
  ],
  [
    ["x ", " y\n \n ", "=\n"],
    [" ", "z "],
  ],
  [
    [`${"ā".repeat(60)}\n`, `\n${"b".repeat(200)}\n\n`, "c"],
    ["=", "d".repeat(90)],
  ],
  [
    ["no line\r", "\nend of one", "\r\n"],
    ["\r", ""],
  ],
  [
    ['"quoted" \\ \u2028\n<', ">\n\t&\n", '"'],
    ['"', "\\"],
  ],
];

describe("a mail in pieces", () => {
  it("of a mailing is the mail that is the same without them, and its fixed pieces are one object", () => {
    for (const mail of mails) {
      const { fixed, values } = piecesOf(mail);
      expect(values.length).toBeGreaterThan(2);
      expect(fixed.reduce((all, piece, i) => all + piece + (values[i] ?? ""), "")).toBe(mail.html);
    }
    expect(piecesOf(mails[0] as OutgoingMail).fixed).toBe(piecesOf(mails[1] as OutgoingMail).fixed);
    expect(piecesOf(mails[0] as OutgoingMail).fixed).not.toBe(piecesOf(mails[3] as OutgoingMail).fixed);
  });

  it("goes to Resend as the same bytes as whole", async () => {
    expect(await sha256(mails)).toBe(await sha256(mails.map(whole)));
  });

  it("goes over SMTP as the same bytes as whole", () => {
    for (const mail of mails) expect(composeMail(mail).body.equals(composeMail(whole(mail)).body)).toBe(true);
  });

  it.each(CUTS)("may be cut anywhere: %j with %j", async (fixed, values) => {
    const html = fixed.reduce((all, piece, i) => all + piece + (values[i] ?? ""), "");
    const mail = { ...(mails[0] as OutgoingMail), html };
    const cut = inPieces({ ...mail }, { fixed, values });
    expect(composeMail(cut).body.toString()).toBe(composeMail(mail).body.toString());
    expect(await sha256([cut, mail])).toBe(await sha256([mail, cut]));
  });
});
