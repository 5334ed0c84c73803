import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { renderReconsent } from "../../../src/delivery/render.ts";
import { createSmtpMailer, demandsTls } from "../../../src/runtime/node/smtp-mailer.ts";
import { type FakeSmtp, startFakeSmtp } from "../../fakes/smtp.ts";
import { handOver } from "../../support/mailer.ts";
import { frozen, MAILING, member, tokens } from "../../support/mailing.ts";

let server: FakeSmtp;
beforeAll(async () => {
  server = await startFakeSmtp();
});
afterAll(() => server.stop());
beforeEach(() => server.behave({}));

const mail = renderReconsent(frozen, MAILING, member(), tokens);
const send = (key: string, timeoutMs?: number, sessionMs?: number) =>
  handOver(createSmtpMailer({ url: server.url, timeoutMs, sessionMs }), [mail], key);
const last = () => server.mails.at(-1) as (typeof server.mails)[number];

describe("the SMTP mailer", () => {
  it("names one recipient in the envelope and in the message", async () => {
    expect(await send("send/1")).toMatchObject({ outcome: "accepted" });
    expect(last()).toMatchObject({ from: "jaunumi@ministrija.example", to: ["liga1@pasts.example"] });
    const parsed = await PostalMime.parse(last().raw);
    expect(parsed.to).toEqual([{ name: "", address: "liga1@pasts.example" }]);
    expect(parsed.cc ?? []).toEqual([]);
    expect(parsed.bcc ?? []).toEqual([]);
  });

  it("delivers subject, sender, text, HTML and headers as rendered", async () => {
    await send("send/2");
    const parsed = await PostalMime.parse(last().raw);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.from).toEqual({ name: mail.from.name, address: mail.from.address });
    expect(parsed.replyTo).toEqual([{ name: "", address: "prese@ministrija.example" }]);
    expect(parsed.text?.trim()).toBe(mail.text.trim());
    expect(parsed.html?.trim()).toBe(mail.html.trim());
    const headers = Object.fromEntries(parsed.headers.map((h) => [h.key, h.value]));
    expect(headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    expect(headers["list-unsubscribe"]).toBe(mail.headers["List-Unsubscribe"]);
    expect(last().raw).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(last().raw.indexOf("text/plain")).toBeLessThan(last().raw.indexOf("text/html"));
  });

  it("keeps every line within 998 characters and the headers in ASCII", async () => {
    await send("send/3");
    for (const line of last().raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
    expect(last().raw).toMatch(/^\p{ASCII}*$/u);
    expect(last().raw).toMatch(
      /^List-Id: =\?UTF-8\?B\?[\w+/=]+\?=\s+<nedelas-apskats\.lists\.jaunumi\.ministrija\.example>/im,
    );
  });

  it("gives the same Message-ID to the same key", async () => {
    const [a, b, c] = [await send("send/4"), await send("send/4"), await send("send/5")];
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
    expect(a.outcome === "accepted" && a.ids[0]).toMatch(/^<[0-9a-f]{32}@ministrija\.example>$/);
    expect(last().raw).toContain(`Message-ID: ${c.outcome === "accepted" && c.ids[0]}`);
  });

  it.each([
    [{ rcpt: 550 }, { outcome: "refused", code: "provider.recipient", index: 0 }],
    [{ rcpt: 451 }, { outcome: "later", code: "provider.busy" }],
    [{ mailFrom: 553 }, { outcome: "later", code: "provider.setup" }],
    [{ data: 554 }, { outcome: "refused", code: "provider.invalid", index: 0 }],
    [{ data: 452 }, { outcome: "later", code: "provider.busy" }],
  ])("reads %j rightly", async (behaviour, outcome) => {
    server.behave(behaviour);
    expect(await send("send/6")).toMatchObject(outcome);
  });

  it.each([{ cutAfterData: true }, { silentAfterData: true }])(
    "calls the outcome unknown once the message has flowed: %j",
    async (how) => {
      server.behave(how);
      expect(await send("send/7", 300)).toEqual({ outcome: "unknown", code: "provider.no_answer" });
    },
  );

  it("says that it remembers no keys, so that nobody tries an unknown outcome again", () => {
    expect(createSmtpMailer({ url: server.url }).remembersKeys).toBe(false);
  });

  it("ends a session in time that goes on in many short silences, and nothing flows after it", async () => {
    const before = server.mails.length;
    server.behave({ slow: 250 });
    expect(await send("send/8", 10_000, 400)).toMatchObject({ outcome: "later" });
    expect(await send("send/9", 10_000, 200)).toMatchObject({ outcome: "later" });
    server.behave({ silentAfterData: true });
    expect(await send("send/10", 10_000, 400)).toMatchObject({ outcome: "unknown" });
    expect(server.mails).toHaveLength(before + 1);
  });

  it("comes back later where there is no server", async () => {
    const nobody = createSmtpMailer({ url: "smtp://127.0.0.1:9" });
    expect(await handOver(nobody, [mail], "k")).toMatchObject({ outcome: "later", code: "provider.unreachable" });
  });

  it("signs in, and calls a person where the password is wrong", async () => {
    const guarded = await startFakeSmtp({ user: { name: "pieteka", password: "right" } });
    expect(await handOver(createSmtpMailer({ url: guarded.url }), [mail], "k")).toMatchObject({ outcome: "accepted" });
    const wrong = createSmtpMailer({ url: guarded.url.replace("right", "wrong") });
    expect(await handOver(wrong, [mail], "k")).toMatchObject({ outcome: "later", code: "provider.setup" });
    await guarded.stop();
  });

  it("refuses a broken header before it connects", async () => {
    const before = server.mails.length;
    const bad = { ...mail, from: { ...mail.from, name: "a\r\nBcc: x@evil.example" } };
    expect(await handOver(createSmtpMailer({ url: server.url }), [bad], "k")).toMatchObject({
      outcome: "refused",
      code: "mail.header_break",
    });
    expect(server.mails).toHaveLength(before);
  });

  it("sends nothing in clear where TLS is demanded and the server has none", async () => {
    const before = server.mails.length;
    const strict = createSmtpMailer({ url: `${server.url}?requireTLS=true` });
    expect(await handOver(strict, [mail], "k")).toMatchObject({ outcome: "later", code: "provider.setup" });
    expect(server.mails).toHaveLength(before);
  });

  it.each([
    ["smtp://mail.ministry.example:587", true],
    ["smtp://127.example:25", true],
    ["smtp://127.0.0.1:25", false],
    ["smtp://localhost", false],
    ["smtp://10.0.0.5?ignoreTLS=true", false],
  ])("demands TLS of every server but this machine's own: %s", (url, demanded) => {
    expect(demandsTls(url)).toBe(demanded);
  });
});
