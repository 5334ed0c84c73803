import { generateKeyPairSync } from "node:crypto";
import { dkimVerify } from "mailauth/lib/dkim/verify";
import PostalMime from "postal-mime";
import { describe, expect, it, onTestFinished } from "vitest";
import { unfit } from "../../../src/delivery/headers.ts";
import { createResendMailer } from "../../../src/delivery/mailers/resend.ts";
import type { MailFile, OutgoingMail } from "../../../src/deps.ts";
import { readDkimKey } from "../../../src/runtime/node/smtp/dkim.ts";
import { createSmtpMailer } from "../../../src/runtime/node/smtp/mailer.ts";
import { composeSource } from "../../../src/runtime/node/smtp/mime.ts";
import { startFakeResend } from "../../fakes/resend.ts";
import { startFakeSmtp } from "../../fakes/smtp.ts";
import { handOver } from "../../support/mailer.ts";
import { sampleMail } from "./sample.ts";

const text = `${JSON.stringify({ vards: "Šķēle „Ā” 🜂", rindas: "x\ny\r\nz".repeat(500) }, null, 2)}\n`;
const file: MailFile = { name: "apliecinajums-5f0c7a52.json", type: "application/json", text };
const mail = (attachments: MailFile[] = [file]): OutgoingMail => sampleMail(1, { attachments });
const moment = { messageId: "<1@ministrija.example>", at: Date.UTC(2026, 11, 5) };
const decode = (content: unknown) => Buffer.from(content as ArrayBuffer).toString("utf8");

describe("a mail with a file", () => {
  it("is read by another library: both parts as before, then the file under its name, byte for byte", async () => {
    const parsed = await PostalMime.parse(composeSource(mail(), moment));
    expect(parsed.text?.trimEnd().split("\n")[0]).toBe("Labdien!");
    expect(parsed.html).toContain("<h1>Nedēļas apskats</h1>");
    expect(parsed.attachments.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition])).toEqual([
      [file.name, "application/json", "attachment"],
    ]);
    expect(decode(parsed.attachments[0]?.content)).toBe(text);
  });

  it("stays ASCII in lines of 76, and leaves a mail without a file as it was", () => {
    const source = composeSource(mail(), moment);
    const body = source.slice(source.indexOf("\r\n\r\n"));
    for (const line of body.split("\r\n")) expect(line).toMatch(/^[\x20-\x7e]{0,76}$/);
    expect(composeSource(sampleMail(), moment)).not.toContain("multipart/mixed");
  });

  it("goes to an SMTP server signed, and the signature covers the file", async () => {
    const server = await startFakeSmtp();
    onTestFinished(() => server.stop());
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const dkim = { domain: "ministrija.example", selector: "p2026", key: readDkimKey(pem) };
    const mailer = createSmtpMailer({ url: server.url, dkim });
    await handOver(mailer, [mail()], "receipt/1");
    mailer.close?.();
    const raw = server.mails.at(-1)?.raw ?? "";
    const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;
    const verdict = async (message: string) =>
      (await dkimVerify(message, { resolver: async () => [[record]] })).results[0]?.status.result;
    expect(await verdict(raw)).toBe("pass");
    const at = raw.indexOf("\r\n\r\n", raw.indexOf("Content-Disposition")) + 10;
    expect(await verdict(`${raw.slice(0, at)}${raw[at] === "A" ? "B" : "A"}${raw.slice(at + 1)}`)).not.toBe("pass");
  });

  it("goes to Resend by itself, because a batch would drop the file; the same key sends it once", async () => {
    const resend = await startFakeResend();
    onTestFinished(() => resend.stop());
    const mailer = createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url });
    const first = await handOver(mailer, [mail()], "receipt/2");
    expect(first).toEqual({ outcome: "accepted", ids: [resend.mails[0]?.id] });
    expect(await handOver(mailer, [mail()], "receipt/2")).toEqual(first);
    expect(resend.requests.map(({ path }) => path)).toEqual(["/emails", "/emails"]);
    expect(resend.mails).toHaveLength(1);
    type Kept = { filename: string; content: string; content_type: string };
    const [kept] = (resend.mails[0]?.attachments ?? []) as Kept[];
    expect([kept?.filename, kept?.content_type]).toEqual([file.name, "application/json"]);
    expect(Buffer.from(kept?.content ?? "", "base64").toString("utf8")).toBe(text);
    await expect(mailer.prepare([mail(), sampleMail(2)])).rejects.toThrow("by itself");
  });

  it("is refused where the name could mislead or the file is large", () => {
    expect(unfit(mail())).toBeUndefined();
    for (const name of ["../x.json", "x.exe", 'x".json', "x\r\nBcc: x.json", "Ā.json", ".json", "x.json.exe"])
      expect([name, unfit(mail([{ ...file, name }]))]).toEqual([name, "mail.file"]);
    expect(unfit(mail([{ ...file, text: "x".repeat(100_001) }]))).toBe("mail.file");
    expect(unfit(mail([{ ...file, type: "text/html" as "application/json" }]))).toBe("mail.file");
  });
});
