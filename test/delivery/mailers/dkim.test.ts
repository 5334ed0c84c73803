import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { dkimVerify } from "mailauth/lib/dkim/verify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutgoingMail } from "../../../src/deps.ts";
import { readDkimKey } from "../../../src/runtime/node/smtp/dkim.ts";
import { createSmtpMailer } from "../../../src/runtime/node/smtp/mailer.ts";
import { type FakeSmtp, startFakeSmtp } from "../../fakes/smtp.ts";
import { handOver } from "../../support/mailer.ts";
import { sampleMail } from "./sample.ts";

let server: FakeSmtp;
let publicKey: KeyObject;
let pem: string;
beforeAll(async () => {
  server = await startFakeSmtp();
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  publicKey = pair.publicKey;
  pem = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
});
afterAll(() => server.stop());

/** The message as it arrived at the server. */
async function sent(mail: OutgoingMail = sampleMail()): Promise<string> {
  const dkim = { domain: "ministrija.example", selector: "p2026", key: readDkimKey(pem) };
  const mailer = createSmtpMailer({ url: server.url, dkim });
  expect(await handOver(mailer, [mail], "send/1")).toMatchObject({ mails: [{ outcome: "accepted" }] });
  mailer.close?.();
  return server.mails.at(-1)?.raw ?? "";
}

/** As a receiver does it, by mailauth; the record comes from here instead of from the DNS. */
async function verified(raw: string) {
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;
  const resolver = async (name: string, type: string) => {
    if (name === "p2026._domainkey.ministrija.example" && type === "TXT") return [[record]];
    throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
  };
  const { results } = await dkimVerify(raw, { resolver });
  expect(results).toHaveLength(1);
  return results[0] as (typeof results)[number];
}

describe("a mail signed for SMTP, as another library verifies it", () => {
  it("passes, aligned with the sender's domain", async () => {
    const result = await verified(await sent());
    expect(result.status.result).toBe("pass");
    expect(result).toMatchObject({ signingDomain: "ministrija.example", selector: "p2026" });
    expect(result.status.aligned).toBe("ministrija.example");
  });

  it("covers every header we write, both of one-click among them (RFC 8058 §4)", async () => {
    const raw = await sent();
    expect((await verified(raw)).status.result).toBe("pass");
    const signature = /^DKIM-Signature:((?:.|\r\n[ \t])*)/m.exec(raw)?.[1]?.replace(/\s+/g, "") ?? "";
    const covered = /;h=([^;]*);/.exec(signature)?.[1]?.split(":") ?? [];
    expect(covered).toEqual(
      expect.arrayContaining([
        ...["from", "to", "subject", "date", "message-id", "reply-to", "mime-version", "content-type"],
        ...["list-id", "list-unsubscribe", "list-unsubscribe-post", "list-owner", "list-post"],
      ]),
    );
    const written = [...raw.slice(0, raw.indexOf("\r\n\r\n")).matchAll(/^([A-Za-z-]+):/gm)].map(([, n]) =>
      n?.toLowerCase(),
    );
    expect(new Set(covered)).toEqual(new Set(written.filter((name) => name !== "dkim-signature")));
  });

  it.each([
    ["the one-click address", /^(List-Unsubscribe:\s+)<https:\/\/jaunumi/m, "$1<https://evil"],
    ["the one-click promise", /^(List-Unsubscribe-Post:) .*$/m, "$1 List-Unsubscribe=Two-Click\r"],
    ["the subject", /^Subject: =\?UTF-8\?B\?V/m, "Subject: =?UTF-8?B?W"],
    ["the list", /^(List-Id:)/m, "$1 x"],
    ["a second sender", /^From:/m, "From: evil@evil.example\r\nFrom:"],
    ["the body", "Labdien!", "Labdiena!"],
  ])("fails when %s was tampered with", async (_, what, with_) => {
    const raw = await sent();
    const tampered = raw.replace(what, with_);
    expect(tampered).not.toBe(raw);
    expect((await verified(tampered)).status.result).not.toBe("pass");
  });

  it("still passes when a header that we did not write is added, or lines are folded anew", async () => {
    const raw = await sent();
    const relayed = `Received: from here by there\r\nX-Spam-Score: 0\r\n${raw.replace(/^List-Post: /m, "List-Post:\r\n\t")}`;
    expect((await verified(relayed)).status.result).toBe("pass");
  });

  it("passes for awkward bodies: spaces in rows, empty lines at the end, dots at the beginning", async () => {
    const text = ".\n..\n a  b\t\tc  \n\n\n\n";
    expect((await verified(await sent(sampleMail(1, { text, html: `${text}\n<p>  x </p>\n\n` })))).status.result).toBe(
      "pass",
    );
  });
});

describe("the private key", () => {
  it("is read as PEM, as PEM with written line breaks, and as base64 of what openssl writes", () => {
    const key = readDkimKey(pem);
    const der = (type: "pkcs1" | "pkcs8") => key.export({ type, format: "der" }).toString("base64");
    for (const text of [pem.replaceAll("\n", "\\n"), Buffer.from(pem).toString("base64"), der("pkcs8"), der("pkcs1")])
      expect(readDkimKey(text).equals(key)).toBe(true);
  });

  it.each([
    ["too short", () => generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey, "2048 bits"],
    ["Ed25519", () => generateKeyPairSync("ed25519").privateKey, "Ed25519"],
    ["of another kind", () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey, "RSA"],
  ])("that is %s is refused with a sentence that names the setting", (_, make, word) => {
    const text = make().export({ type: "pkcs8", format: "pem" }).toString();
    expect(() => readDkimKey(text)).toThrow(new RegExp(`^DKIM_PRIVATE_KEY .*${word}.*\\.$`));
  });

  it("that is none is refused without a word of it", () => {
    expect(() => readDkimKey("geheim")).toThrow(/^DKIM_PRIVATE_KEY is not a private key(?!.*geheim)/);
  });
});
