/**
 * Time stamps that others have made: by OpenSSL (test/golden/time-stamps/README.md), by GlobalSign in 2017, and published ones of
 * sigstore/sigstore-js, packages/core/src/__tests__/rfc3161/timestamp.test.ts (GitHub's authority, and two made faulty).
 */
import { readFileSync } from "node:fs";
import { sha256 } from "@noble/hashes/sha2.js";
import * as pkijs from "pkijs";
import { describe, expect, it } from "vitest";
import { readPem } from "../../src/domain/time-stamps/rules/pem.ts";
import { readQuery, timeStampQuery } from "../../src/domain/time-stamps/rules/request.ts";
import { readReply, tokenIn } from "../../src/domain/time-stamps/rules/response.ts";
import { verifySignature } from "../../src/domain/time-stamps/rules/signature.ts";
import { coversContent, readToken, type Token } from "../../src/domain/time-stamps/rules/token.ts";
import { verifyTimeStamp } from "../../src/domain/time-stamps/rules/verify.ts";
import { hex, unhex, utf8 } from "../../src/platform/encoding.ts";

const read = (name: string) => new Uint8Array(readFileSync(`test/golden/time-stamps/${name}`));

describe("by OpenSSL", () => {
  const imprint = sha256(read("note.txt"));
  const [root] = readPem(new TextDecoder().decode(read("root.pem"))) as [Uint8Array];
  const question = { imprint, anchors: [{ certificate: root }] };
  const nonce = unhex("c3712f82ada6e5cd");

  it("the question is byte for byte ours", () => {
    expect(readQuery(read("note.tsq"))).toEqual({ imprint, nonce, policy: undefined, certReq: true });
    // OpenSSL drew a nonce above 2^63, which has a leading zero in DER.
    expect(hex(timeStampQuery({ imprint, nonce: new Uint8Array([0, ...nonce]), certReq: true }))).toBe(
      hex(read("note.tsq")),
    );
  });

  it("the answer is believed and says what OpenSSL prints of it", async () => {
    expect(readReply(read("note.tsr"))).toMatchObject({ status: 0, failures: [] });
    expect(await verifyTimeStamp(read("note.tsr"), { ...question, nonce })).toMatchObject({
      valid: true,
      at: Date.parse("2026-11-22T14:44:26.414Z"),
      accuracyMs: 1500,
      serial: "02",
      policy: "1.3.6.1.4.1.99999.2.1",
      authority: "OpenSSL test time stamps, Paraugs",
      revocation: "unknown",
      qualified: { claimed: false, listed: undefined },
    });
  });

  it.each(["crl", "ocsp"] as const)(
    "its %s clears or revokes the authority; somebody else's says nothing",
    async (kind) => {
      const ask = (name: string) =>
        verifyTimeStamp(read("note.tsr"), { ...question, papers: [{ kind, der: read(`${name}.${kind}`) }] });
      expect(await ask("good")).toMatchObject({ valid: true, revocation: "good" });
      expect(await ask("revoked")).toMatchObject({ valid: false, code: "revoked" });
      const broken = read(`revoked.${kind}`);
      broken[120] = (broken[120] as number) ^ 1;
      const papers = [{ kind, der: broken }];
      expect(await verifyTimeStamp(read("note.tsr"), { ...question, papers })).toMatchObject({ revocation: "unknown" });
    },
  );
});

it("a real answer of a commercial authority is believed by its issuer, then and only then", async () => {
  const reply = read("globalsign-2017.tsr");
  const imprint = sha256(utf8("RhT49MYCgJzWssTF+LXtFZbLD4pe94q4uezLWoTLzyM=\n"));
  const token = readToken(tokenIn(reply) as Uint8Array) as Token;
  const issuer = (token.certificates[1] as { der: Uint8Array }).der;
  const question = { imprint, nonce: unhex("092ef19ffb5d2ae8"), anchors: [{ certificate: issuer }] };
  expect(await verifyTimeStamp(reply, question)).toMatchObject({
    valid: true,
    at: Date.parse("2017-04-19T06:29:53Z"),
    accuracyMs: 1000,
    policy: "1.3.6.1.4.1.4146.2.1",
    serial: "05eeb0c578435ba71790394febb82167b3644ccc",
    authority: "GlobalSign TSA for Adobe CDS - G2, GMO GlobalSign Pte Ltd",
  });
  expect(await verifyTimeStamp(reply, { ...question, anchors: [] })).toMatchObject({ code: "untrusted" });
});

describe("of sigstore-js", () => {
  const tokenOf = (base64: string) =>
    readToken(tokenIn(Uint8Array.from(Buffer.from(base64, "base64"))) as Uint8Array) as Token;
  const signed = (token: Token, spki: string) =>
    verifySignature({
      key: pkijs.PublicKeyInfo.fromBER(Uint8Array.from(Buffer.from(spki, "base64")).buffer),
      algorithm: token.signer.signatureAlgorithm,
      signature: token.signer.signature.valueBlock.valueHexView,
      data: token.signedAttributes,
    });
  const KEY =
    "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEV/zJhNTdu0Fa9hGCUih/JvqEoE81tEWrAVwUXXhdRgIY9hIFErLhNo6sSOpV9d7Zuy0KWMHhcimCUr41a1732ByVRy3f+Z4QhqpsgFMh5b5J90HJLK7HOyUZjehAnvSn";
  const OTHER =
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE9DbYBIMQLtWb6J5gtL69jgRwwEfdtQtKvvG4+o3ZzlOroJplpXaVgF6wBDob++rNG9/AzSaBmApkEwI52XBjWg==";
  const GOOD =
    "MIIC0TADAgEAMIICyAYJKoZIhvcNAQcCoIICuTCCArUCAQExDTALBglghkgBZQMEAgIwgbwGCyqGSIb3DQEJEAEEoIGsBIGpMIGmAgEBBgkrBgEEAYO/MAIwMTANBglghkgBZQMEAgEFAAQghT/5N2Kgbdv3IsTr6d3WbY9j3a6pf1IcPswg2nyXYCACFQCyi6gMhpheZVlBHi153EZai5EdTBgPMjAyMzEyMjAyMTQ5MThaMAMCAQGgNqQ0MDIxFTATBgNVBAoTDEdpdEh1YiwgSW5jLjEZMBcGA1UEAxMQVFNBIFRpbWVzdGFtcGluZ6AAMYIB3jCCAdoCAQEwSjAyMRUwEwYDVQQKEwxHaXRIdWIsIEluYy4xGTAXBgNVBAMTEFRTQSBpbnRlcm1lZGlhdGUCFDQ1ZZrWbr6Lo5+CsIgv6MSK/IcQMAsGCWCGSAFlAwQCAqCCAQUwGgYJKoZIhvcNAQkDMQ0GCyqGSIb3DQEJEAEEMBwGCSqGSIb3DQEJBTEPFw0yMzEyMjAyMTQ5MThaMD8GCSqGSIb3DQEJBDEyBDDvZfw23I/Jvgh0uo9mfMqkEwBvpUfpkmJfUUImoY0Ist/AwWJZxk/yJvNZ464B7vowgYcGCyqGSIb3DQEJEAIvMXgwdjB0MHIEIC4X67ezV4q0OFecnkRUAx6sVRjb/Q6nZYy0cfMfHKgBME4wNqQ0MDIxFTATBgNVBAoTDEdpdEh1YiwgSW5jLjEZMBcGA1UEAxMQVFNBIGludGVybWVkaWF0ZQIUNDVlmtZuvoujn4KwiC/oxIr8hxAwCgYIKoZIzj0EAwMEZzBlAjEAjplaA2ukG3aI+Zf2nqbI8QqpWXTeJGt7OUT23bYDx84OPK/BBn9NR8JkeO41EtN7AjAozvkg9Wi8deG8pZt3Pj/ip+cvL4X3IktD63SS/+rh+/BrYMWawKT6yu8T3MMsQ+E=";
  const OTHER_TYPE =
    "MIICITADAgEAMIICGAYJKoZIhvcNAQcCoIICCTCCAgUCAQMxDzANBglghkgBZQMEAgEFADB4BgsqhkiG9w0BCRABBaBpBGcwZQIBAQYJKwYBBAGDvzACMC8wCwYJYIZIAWUDBAIBBCCFP/k3YqBt2/cixOvp3dZtj2Pdrql/Uhw+zCDafJdgIAIE3q2+7xgTMjAyMzEyMjExOTEwNTguNDI2WjADAgEBAgRJlgLSoAAxggFxMIIBbQIBATArMCYxDDAKBgNVBAMTA3RzYTEWMBQGA1UEChMNc2lnc3RvcmUubW9jawIBAjANBglghkgBZQMEAgEFAKCB1TAaBgkqhkiG9w0BCQMxDQYLKoZIhvcNAQkQAQUwHAYJKoZIhvcNAQkFMQ8XDTIzMTIyMTE5MTA1OFowLwYJKoZIhvcNAQkEMSIEILhMPeMNPj1iPtE7ztAzXNMco3qGrxS5LwFORL66zN6PMGgGCyqGSIb3DQEJEAIvMVkwVzBVMFMEIIdLV5cij9fs6Nm62roSAclDR2JC116C4Hp61tEMWTsZMC8wKqQoMCYxDDAKBgNVBAMTA3RzYTEWMBQGA1UEChMNc2lnc3RvcmUubW9jawIBAjAKBggqhkjOPQQDAgRIMEYCIQDQN2PgaZ38no/tP/NpncFPskEh1tVGqj4n+pe4VeGYPgIhAKtXSYiKZARsIHepbROedQvFnq0JP3mZaQ+r1kYI5Tuk";
  const OTHER_DIGEST =
    "MIICHzADAgEAMIICFgYJKoZIhvcNAQcCoIICBzCCAgMCAQMxDzANBglghkgBZQMEAgEFADB4BgsqhkiG9w0BCRABBKBpBGcwZQIBAQYJKwYBBAGDvzACMC8wCwYJYIZIAWUDBAIBBCCFP/k3YqBt2/cixOvp3dZtj2Pdrql/Uhw+zCDafJdgIAIE3q2+7xgTMjAyMzEyMjExOTE2MzIuNzE4WjADAgEBAgRJlgLSoAAxggFvMIIBawIBATArMCYxDDAKBgNVBAMTA3RzYTEWMBQGA1UEChMNc2lnc3RvcmUubW9jawIBAjANBglghkgBZQMEAgEFAKCB1TAaBgkqhkiG9w0BCQMxDQYLKoZIhvcNAQkQAQQwHAYJKoZIhvcNAQkFMQ8XDTIzMTIyMTE5MTYzMlowLwYJKoZIhvcNAQkEMSIEIJuptzDaKrDb239c8R2sNeHm6xCkRN81uAsObeDpWZHJMGgGCyqGSIb3DQEJEAIvMVkwVzBVMFMEILXG2YeUshi7GamxglcNv0Udq53SwfXSM6LhJbmA82OQMC8wKqQoMCYxDDAKBgNVBAMTA3RzYTEWMBQGA1UEChMNc2lnc3RvcmUubW9jawIBAjAKBggqhkjOPQQDAgRGMEQCIARr+DJVotgq2uQAEoTzkSg2Fo/LHarefdlxvUUvvxZfAiAzCJhmXfchOfsl6wlPfV9zCZsJXIMG4yY7sCQOS/wiHQ==";

  it("GitHub's is read as its test says, and its signature (P-384, SHA-384) holds by its key and no other", async () => {
    const token = tokenOf(GOOD);
    expect(token.info).toMatchObject({
      at: Date.parse("2023-12-20T21:49:18.000Z"),
      accuracyMs: 1000,
      policy: "1.3.6.1.4.1.57264.2",
      nonce: undefined,
      claimsQualified: false,
    });
    expect(hex(token.info.imprint.digest)).toBe(hex(sha256(utf8("hello, world\n"))));
    expect(hex(token.info.serial)).toBe("b28ba80c86985e6559411e2d79dc465a8b911d4c");
    expect(await coversContent(token)).toBe("yes");
    expect([await signed(token, KEY), await signed(token, OTHER)]).toEqual(["yes", "no"]);
    // It carries no certificate, so as a whole it cannot be checked.
    const whole = await verifyTimeStamp(Uint8Array.from(Buffer.from(GOOD, "base64")), {
      imprint: sha256(utf8("hello, world\n")),
      anchors: [],
    });
    expect(whole).toMatchObject({ valid: false, code: "certificate-missing" });
  });

  it("a content of another type, and a statement that was not signed, are refused", async () => {
    expect(readToken(tokenIn(Uint8Array.from(Buffer.from(OTHER_TYPE, "base64"))) as Uint8Array)).toBe("content-type");
    expect(await coversContent(tokenOf(OTHER_DIGEST))).toBe("digest");
  });
});
