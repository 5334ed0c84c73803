/** What a provider says holds addresses: it must not leave the mailers, in whatever place it is said. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { createResendMailer } from "../../../src/delivery/mailers/resend.ts";
import type { Mailer } from "../../../src/deps.ts";
import { createSmtpMailer } from "../../../src/runtime/node/smtp/mailer.ts";
import { type Behaviour, type FakeSmtpOptions, startFakeSmtp } from "../../fakes/smtp.ts";
import { sampleMail } from "./sample.ts";

const CANARY = "kanarijputnins-7f3a@slepens.example";
const said = `<${CANARY}> (Kanarija Putniņa, https://x.example/u/kanarijputnins-7f3a): no`;
const mail = sampleMail(1, { to: CANARY });

let spies: MockInstance[];
beforeEach(() => {
  spies = [
    ...(["log", "error", "warn", "info", "debug"] as const).map((m) =>
      vi.spyOn(console, m).mockImplementation(() => {}),
    ),
    vi.spyOn(process.stdout, "write").mockReturnValue(true),
    vi.spyOn(process.stderr, "write").mockReturnValue(true),
    vi.spyOn(process, "emitWarning").mockImplementation(() => {}),
  ];
});
afterEach(() => vi.restoreAllMocks());

async function expectSilence(mailer: Mailer): Promise<void> {
  const prepared = await mailer.prepare([mail]);
  const handover = await prepared.handOver("send/1");
  mailer.close?.();
  expect(JSON.stringify([handover, prepared])).not.toMatch(/kanari|slepens|@(?!ministrija\.example>)/i);
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
}

describe("a mail server that repeats the address in all it says", () => {
  it.each<[string, Partial<Behaviour>, FakeSmtpOptions?]>([
    ["as greeting", { greeting: `554 5.7.1 ${said}` }],
    ["as greeting for now", { greeting: `421 4.7.0 ${said}` }],
    ["to MAIL FROM", { mailFrom: `550 5.1.8 ${said}` }],
    ["to RCPT TO", { rcpt: `550 5.1.1 ${said}` }],
    ["to RCPT TO for now", { rcpt: `450 4.2.1 ${said}` }],
    ["to RCPT TO without a status", { rcpt: `550 ${said}` }],
    ["to the message", { data: `554 5.7.1 ${said}` }],
    ["to the message for now", { data: `451 4.3.0 ${said}` }],
    ["and takes it", {}],
    ["and hangs up", { cutAfterData: true }],
    ["and wants another password", {}, { user: { name: "pieteka", password: "right" } }],
  ])("is not repeated by us: %s", async (_, behaviour, options) => {
    const server = await startFakeSmtp(options);
    server.behave(behaviour);
    await expectSilence(createSmtpMailer({ url: server.url.replace("right", "wrong") }));
    await server.stop();
  });
});

describe("a Resend that repeats the address in all it says", () => {
  it.each([200, 204, 302, 400, 401, 403, 404, 409, 422, 429, 451, 500, 502, 503])(
    "is not repeated by us: %i",
    async (status) => {
      const server = createServer((_req, res) => {
        res.writeHead(status, said.replace(/[^\x20-\x7e]/g, ""), {
          "content-type": "application/json",
          location: `http://127.0.0.1:9/${CANARY}`,
          "retry-after": CANARY,
          "ratelimit-limit": CANARY,
          "ratelimit-reset": CANARY,
        });
        res.end(
          status === 204
            ? ""
            : JSON.stringify({ name: said, message: said, statusCode: said, errors: [{ index: said, message: said }] }),
        );
      });
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await expectSilence(createResendMailer({ apiKey: "re_x", baseUrl }));
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  );
});
