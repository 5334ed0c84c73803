import { afterEach, describe, expect, it, vi } from "vitest";
import type { Handover, Mailer } from "../../../src/deps.ts";
import { createSmtpMailer, type SmtpSettings } from "../../../src/runtime/node/smtp/mailer.ts";
import { type FakeSmtp, type FakeSmtpOptions, startFakeSmtp } from "../../fakes/smtp.ts";
import { handOver } from "../../support/mailer.ts";
import { sampleMail, sampleMails } from "./sample.ts";

let server: FakeSmtp;
let mailer: Mailer;
afterEach(async () => {
  mailer.close?.();
  await server.stop();
});

async function start(options: FakeSmtpOptions = {}, settings: Partial<SmtpSettings> = {}): Promise<void> {
  server = await startFakeSmtp(options);
  mailer = createSmtpMailer({ url: server.url, ...settings });
}
const send = (n: number, key: string) => handOver(mailer, sampleMails(n), key);
const accepted = (handover: Handover) =>
  handover.outcome === "each" ? handover.mails.filter((m) => m.outcome === "accepted").length : 0;

describe("the lines to the SMTP server", () => {
  it("that died while they rested are replaced, and no mail is lost or doubled", async () => {
    await start();
    // So slow that every line is opened and used.
    server.behave({ slow: 40 });
    expect(accepted(await send(20, "send/1"))).toBe(20);
    expect(server.connected).toBe(4);
    server.behave({});
    server.cutAll();
    expect(accepted(await send(8, "send/2"))).toBe(8);
    expect(server.mails).toHaveLength(28);
  });

  it("that end in mid-hand-over cost no mail that had not begun", async () => {
    await start({}, { connections: 2 });
    const under = send(20, "send/1");
    await vi.waitFor(() => expect(server.mails.length).toBeGreaterThan(2));
    server.cutAll();
    const handover = await under;
    const mails = handover.outcome === "each" ? handover.mails : [];
    // Two lines, so at most two mails were under way; nobody else is in doubt, and nobody got two.
    expect(mails.filter((m) => m.outcome === "unknown").length).toBeLessThanOrEqual(2);
    expect(new Set(server.mails.map((m) => m.to[0])).size).toBe(server.mails.length);
    const arrived = new Set(server.mails.map((m) => m.to[0]));
    for (const [i, m] of mails.entries())
      if (m.outcome === "later") expect(arrived).not.toContain(`liga${i + 1}@pasts.example`);
  });

  it("are renewed where the server ends a session after some mails", async () => {
    await start({ mailsPerConnection: 3 }, { connections: 2 });
    expect(accepted(await send(20, "send/1"))).toBe(20);
    expect(server.mails).toHaveLength(20);
  });

  it("are as few as the server takes", async () => {
    await start({ connections: 2 }, { connections: 6 });
    expect(accepted(await send(20, "send/1"))).toBe(20);
    expect(accepted(await send(20, "send/2"))).toBe(20);
  });

  it("are let go when nobody needs them", async () => {
    await start({}, { idleMs: 50 });
    await send(8, "send/1");
    await expect.poll(() => server.open).toBe(0);
    expect(accepted(await send(1, "send/2"))).toBe(1);
  });

  it("end with the mailer", async () => {
    await start();
    await send(8, "send/1");
    expect(server.open).toBeGreaterThan(0);
    mailer.close?.();
    await expect.poll(() => server.open).toBe(0);
    expect(await send(1, "send/2")).toMatchObject({ outcome: "later" });
  });

  it("carry a mail that somebody waits for before what is left of a mailing", async () => {
    await start({}, { connections: 1 });
    server.behave({ slow: 20 });
    const mailing = send(20, "send/1");
    await vi.waitFor(() => expect(server.mails.length).toBeGreaterThan(1));
    const code = handOver(mailer, [sampleMail(99)], "sign-in/1");
    expect(accepted(await code)).toBe(1);
    expect(server.mails.length).toBeLessThan(15);
    expect(accepted(await mailing)).toBe(20);
  });

  it("serve two hand-overs at a time, and each gets its own outcomes", async () => {
    await start({}, { connections: 3 });
    server.behave((to) => (to.startsWith("liga2@") ? { rcpt: "550 5.1.1 unknown" } : {}));
    const [a, b] = await Promise.all([send(10, "send/1"), handOver(mailer, [sampleMail(30), sampleMail(2)], "send/2")]);
    expect(accepted(a)).toBe(9);
    expect(b).toMatchObject({ mails: [{ outcome: "accepted" }, { outcome: "refused", code: "bounce.address" }] });
  });
});
