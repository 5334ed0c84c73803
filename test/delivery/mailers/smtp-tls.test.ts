import { afterEach, describe, expect, it } from "vitest";
import { createSmtpMailer, type SmtpSettings } from "../../../src/runtime/node/smtp/mailer.ts";
import { demandsTls, placeOf } from "../../../src/runtime/node/smtp/place.ts";
import { authority, ofAnotherMachine, ofThisMachine } from "../../fakes/certificates.ts";
import { type FakeSmtp, type FakeSmtpOptions, startFakeSmtp } from "../../fakes/smtp.ts";
import { handOver } from "../../support/mailer.ts";
import { sampleMails } from "./sample.ts";

let server: FakeSmtp;
afterEach(() => server.stop());

const user = { name: "pieteka", password: "right" };

async function send(options: FakeSmtpOptions, query = "", settings: Partial<SmtpSettings> = {}) {
  server = await startFakeSmtp(options);
  const mailer = createSmtpMailer({ url: server.url + query, ca: authority, ...settings });
  try {
    return await handOver(mailer, sampleMails(3), "send/1");
  } finally {
    mailer.close?.();
  }
}
const REQUIRED = "?requireTLS=true";
const accepted = { outcome: "each", mails: Array(3).fill({ outcome: "accepted" }) };
const setup = { outcome: "later", code: "provider.setup" };

describe("where TLS is demanded, the SMTP mailer", () => {
  it("speaks it by STARTTLS before it says anything of a mail", async () => {
    expect(await send({ certificate: ofThisMachine }, REQUIRED)).toMatchObject(accepted);
    expect(server.mails.map((m) => m.secure)).toEqual([true, true, true]);
  });

  it("speaks it from the start with smtps://", async () => {
    expect(await send({ certificate: ofThisMachine, secure: true }, REQUIRED)).toMatchObject(accepted);
    expect(server.mails.map((m) => m.secure)).toEqual([true, true, true]);
  });

  it("sends nothing in clear where the server has none", async () => {
    expect(await send({}, REQUIRED)).toMatchObject(setup);
    expect(server.mails).toEqual([]);
  });

  it.each([
    ["that nobody known has signed", ofThisMachine, undefined, {}],
    ["that nobody known has signed, smtps", ofThisMachine, undefined, { secure: true }],
    ["of another machine", ofAnotherMachine, authority, {}],
    ["of another machine, smtps", ofAnotherMachine, authority, { secure: true }],
  ])("refuses a certificate %s, and calls a person", async (_, certificate, ca, options) => {
    expect(await send({ certificate, user, ...options }, REQUIRED, { ca })).toMatchObject(setup);
    expect(server.mails).toEqual([]);
    expect(server.signIns).toEqual([]);
  });

  it("signs in only after it, even if the server offers to before", async () => {
    expect(await send({ user, certificate: ofThisMachine, authInClear: true }, REQUIRED)).toMatchObject(accepted);
    expect(server.signIns.length).toBeGreaterThan(0);
    expect(server.mails.map((m) => m.secure)).toEqual([true, true, true]);
    await server.stop();
    // The same offer without TLS: the password stays here.
    expect(await send({ user }, REQUIRED)).toMatchObject(setup);
    expect(server.signIns).toEqual([]);
  });
});

describe("on this machine", () => {
  it("TLS is used where it is offered, whoever signed the certificate, and not asked for where it is not", async () => {
    expect(await send({ certificate: ofAnotherMachine }, "", { ca: undefined })).toMatchObject(accepted);
    expect(server.mails[0]?.secure).toBe(true);
    await server.stop();
    expect(await send({})).toMatchObject(accepted);
  });
});

it.each([
  ["smtp://mail.ministry.example:587", true],
  ["smtps://mail.ministry.example", true],
  ["smtp://127.example:25", true],
  ["smtp://127.0.0.1:25", false],
  ["smtp://localhost", false],
  ["smtp://10.0.0.5?ignoreTLS=true", false],
])("TLS is demanded of every server but this machine's own: %s", (url, demanded) => {
  expect(demandsTls(url)).toBe(demanded);
  const { connection } = placeOf(url, { openMs: 1, silenceMs: 1 });
  expect(connection.requireTLS ?? false).toBe(demanded);
  expect(connection.tls?.rejectUnauthorized ?? true).toBe(!/127\.0|localhost/.test(url));
});

it("no query of the URL has the conversation written down: it holds addresses and the password", () => {
  const { connection } = placeOf("smtp://localhost?logger=true&debug=true&transactionLog=true", {
    openMs: 1,
    silenceMs: 1,
  });
  expect(connection).toMatchObject({ logger: false, debug: false, transactionLog: false });
});
