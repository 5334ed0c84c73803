/** What a time stamp must be so that we believe it: every rule broken once, each with its own code. */
import { sha256 } from "@noble/hashes/sha2.js";
import { beforeAll, describe, expect, it } from "vitest";
import { timeStampQuery } from "../../../src/domain/time-stamps/rules/request.ts";
import { verifyTimeStamp } from "../../../src/domain/time-stamps/rules/verify.ts";
import { hex, utf8 } from "../../../src/platform/encoding.ts";
import {
  type Authority,
  type Credential,
  makeAuthority,
  makeCertificate,
  makeCrl,
  newKeys,
} from "../../fakes/tsa/authority.ts";
import { makeReply, makeToken, POLICY, type TokenWish } from "../../fakes/tsa/token.ts";

const NOTE = utf8("jaunumi.ministrija.example/log\n3\nAAAA\n\n— jaunumi.ministrija.example/log AAAA\n");
const imprint = sha256(NOTE);
const AT = Date.parse("2026-11-22T00:05:01Z");
const nonce = new Uint8Array([0x41, 2, 3, 4, 5, 6, 7, 8]);

let house: Authority;
beforeAll(async () => {
  house = await makeAuthority();
});
const anchors = () => [{ certificate: house.root.der }];
const token = (wish: Partial<TokenWish> = {}) =>
  makeToken({ service: house.service, along: [house.service, house.issuer], imprint, at: AT, nonce, ...wish });
const verdict = async (wish: Partial<TokenWish> = {}, more: object = {}) =>
  verifyTimeStamp(await token(wish), { imprint, nonce, anchors: anchors(), ...more });
/** The verdict's code for a token that this certificate has signed. */
const by = async (service: Credential, along: Credential[] = [house.issuer]) => {
  const one = await verdict({ service, along: [service, ...along] });
  return one.valid ? "valid" : one.code;
};

describe("a good time stamp", () => {
  it("is believed, says when, by whom, and over which chain", async () => {
    const one = await verdict({ accuracy: [1, 500, 1], serial: 4711 });
    expect(one).toMatchObject({
      valid: true,
      at: AT,
      accuracyMs: 1501,
      serial: "1267",
      policy: POLICY,
      authority: "Test time stamps, Paraugs",
      qualified: { claimed: false, listed: undefined },
    });
    const chain = one.valid ? one.chain.map(hex) : [];
    expect(chain).toEqual([house.service, house.issuer, house.root].map(({ der }) => hex(der)));
  });

  it.each([
    ["with ESSCertID (SHA-1), as RFC 5816 still allows", { names: "sha1" }],
    ["with ESSCertIDv2 of another hash", { names: "sha512" }],
    ["signed with SHA-384", { hash: "SHA-384" }],
    ["with parts of a second", { time: "20261122000501.123456Z" }],
    ["without accuracy", { accuracy: undefined }],
  ] satisfies [string, Partial<TokenWish>][])("is believed %s", async (_, wish) => {
    expect(await verdict(wish)).toMatchObject({ valid: true });
  });

  it("is believed inside its answer and bare, and never as a refusal", async () => {
    const bare = await token();
    const ask = (bytes: Uint8Array) => verifyTimeStamp(bytes, { imprint, anchors: anchors() });
    expect(await ask(makeReply(0, bare))).toMatchObject({ valid: true });
    expect(await ask(makeReply(1, bare))).toMatchObject({ valid: true });
    expect(await ask(makeReply(2, bare))).toMatchObject({ valid: false, code: "unreadable" });
    expect(await ask(makeReply(2, undefined, 0))).toMatchObject({ valid: false, code: "unreadable" });
  });

  it("carries its claim to be qualified and its revocation lists; whether it stood on a list, only who trusts it says", async () => {
    const crl = await makeCrl(house.issuer, []);
    const listed = [{ certificate: house.root.der, listed: "LV 2026-11-20" }];
    const one = await verdict({ qualified: true, crls: [crl] }, { anchors: listed });
    expect(one).toMatchObject({ valid: true, qualified: { claimed: true, listed: "LV 2026-11-20" } });
    expect(one.valid && one.crls.map(hex)).toEqual([hex(crl)]);
  });

  it.each([
    ["the issuer", "issuer"],
    ["the service itself", "service"],
  ] as const)("ends at %s where that is the anchor", async (_, who) => {
    const one = await verdict({}, { anchors: [{ certificate: house[who].der }] });
    expect(one.valid && one.chain.length).toBe(who === "issuer" ? 2 : 1);
  });

  it("needs no certificates inside where they are given along", async () => {
    const bare = await token({ along: [] });
    const certificates = [house.issuer.der, house.service.der];
    expect(await verifyTimeStamp(bare, { imprint, anchors: anchors(), certificates })).toMatchObject({ valid: true });
    expect(await verifyTimeStamp(bare, { imprint, anchors: anchors() })).toMatchObject({ code: "certificate-missing" });
  });
});

describe("what it states", () => {
  it.each([
    ["imprint", { imprint: sha256(utf8("another checkpoint")) }],
    ["nonce", { nonce: undefined }],
    ["nonce", { nonce: new Uint8Array([0x42, 2, 3, 4, 5, 6, 7, 8]) }],
    ["algorithm", { algorithm: "2.16.840.1.101.3.4.2.3" }],
    ["beyond-us", { strange: true }],
    ["statement", { time: "20261122000501" }],
    ["statement", { time: "20261122000501+0200" }],
    ["statement", { time: "20261322000501Z" }],
    ["statement", { time: "202611220005Z" }],
    ["statement", { accuracy: [1, 1000] }],
    ["statement", { accuracy: [1, 0] }],
    ["content-type", { contentType: "1.2.840.113549.1.7.1" }],
  ] satisfies [string, Partial<TokenWish>][])("%s", async (code, wish) => {
    expect(await verdict(wish)).toMatchObject({ valid: false, code });
  });

  it("is made under the policy that was asked for", async () => {
    expect(await verdict({}, { policy: POLICY })).toMatchObject({ valid: true });
    expect(await verdict({}, { policy: "1.2.3" })).toMatchObject({ code: "policy" });
  });
});

describe("the signature", () => {
  it.each([
    ["digest", { wrongDigest: true }],
    ["attributes", { attributeType: "1.2.840.113549.1.7.1" }],
    ["attributes", { doubled: true }],
    ["signers", { twice: true }],
    ["attribute-missing", { names: "none" }],
    ["algorithm", { hash: "SHA-1" }],
  ] satisfies [string, Partial<TokenWish>][])("%s", async (code, wish) => {
    expect(await verdict(wish)).toMatchObject({ valid: false, code });
  });

  it("is by the key of the certificate, and of the certificate that the signed part names", async () => {
    const { privateKey } = await newKeys();
    expect(await verdict({ signedBy: privateKey })).toMatchObject({ code: "signature" });
    expect(await verdict({ named: house.issuer })).toMatchObject({ code: "attribute-other" });
  });

  it("is not believed of another certificate that is put beside the token with the same name and number", async () => {
    const { service } = house;
    const twin = await makeCertificate({ name: "Test time stamps", issuer: house.issuer });
    twin.certificate.serialNumber = service.certificate.serialNumber;
    await twin.certificate.sign(house.issuer.keys.privateKey, "SHA-256");
    const beside = { ...twin, der: new Uint8Array(twin.certificate.toSchema(true).toBER()) };
    expect(await verdict({ along: [beside, service, house.issuer] })).toMatchObject({ valid: true });
    expect(await verdict({ along: [beside, house.issuer] })).toMatchObject({ code: "attribute-other" });
    const forged = { along: [beside, service, house.issuer], signedBy: beside.keys.privateKey };
    expect(await verdict(forged)).toMatchObject({ code: "signature" });
  });
});

const made = (wish: object) => makeCertificate({ name: "Test time stamps", issuer: house.issuer, ...wish });

describe("the key", () => {
  it.each([
    ["valid", "P-384"],
    ["valid", "P-521"],
    ["valid", "RSA"],
    ["valid", "RSA-PSS"],
    ["algorithm", "RSA-1024"],
  ] as const)("%s: %s", async (expected, key) => {
    expect(await by(await made({ key }))).toBe(expected);
  });

  it("of an issuer that is too short signs nothing", async () => {
    const issuer = await makeCertificate({ name: "Short issuer", ca: true, issuer: house.root, key: "RSA-1024" });
    expect(await by(await makeCertificate({ name: "Test time stamps", issuer }), [issuer])).toBe("untrusted");
  });
});

describe("the authority's certificate", () => {
  it("is for time stamping alone, critically so, and for signing", async () => {
    expect(await by(await made({ usages: [] }))).toBe("usage-missing");
    expect(await by(await made({ usages: ["1.3.6.1.5.5.7.3.3"] }))).toBe("usage-other");
    expect(await by(await made({ usages: ["1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.3"] }))).toBe("usage-other");
    expect(await by(await made({ critical: false }))).toBe("usage-not-critical");
    expect(await by(await made({ keyUsage: 0x20 }))).toBe("usage-key");
    expect(await by(await made({ keyUsage: 0x40 }))).toBe("valid");
    expect(await by(await made({ strange: true }))).toBe("chain-beyond-us");
  });

  it("is valid at the time that is stated, both ends included", async () => {
    expect(await by(await made({ until: AT - 1000 }))).toBe("validity");
    expect(await by(await made({ from: AT + 1000 }))).toBe("validity");
    expect(await by(await made({ from: AT, until: AT }))).toBe("valid");
    expect(await by(await made({ keyUse: { from: AT - 1000, until: AT + 1000 } }))).toBe("valid");
    expect(await by(await made({ keyUse: { from: AT - 2000, until: AT - 1000 } }))).toBe("validity");
    expect(await by(await made({ keyUse: { from: AT + 1000, until: AT + 2000 } }))).toBe("validity");
  });
});

describe("the chain", () => {
  it("ends at a certificate that is trusted here, or the time stamp is called so and is no proof", async () => {
    const stranger = await makeAuthority();
    const one = await verdict({}, { anchors: [{ certificate: stranger.root.der }] });
    expect(one).toEqual({
      valid: false,
      code: "untrusted",
      stated: { at: AT, authority: "Test time stamps, Paraugs" },
    });
    expect(await verdict({}, { anchors: [] })).toMatchObject({ code: "untrusted" });
    expect(await verdict({}, { anchors: [{ certificate: utf8("no certificate") }] })).toMatchObject({
      code: "untrusted",
    });
  });

  const under = async (wish: object) => {
    const issuer = await makeCertificate({ name: "Another issuer", ca: true, issuer: house.root, ...wish });
    return by(await makeCertificate({ name: "Test time stamps", issuer }), [issuer]);
  };
  it("goes only through issuers that may issue, for this, at that time", async () => {
    expect(await under({})).toBe("valid");
    expect(await under({ ca: false, usages: [] })).toBe("untrusted");
    expect(await under({ keyUsage: 0x80 })).toBe("untrusted");
    expect(await under({ usages: ["1.3.6.1.5.5.7.3.1"] })).toBe("untrusted");
    expect(await under({ usages: ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.8"] })).toBe("valid");
    expect(await under({ strange: true })).toBe("chain-beyond-us");
    expect(await under({ until: AT - 1000 })).toBe("chain-validity");
    expect(await under({ from: AT + 1000 })).toBe("chain-validity");
  });

  it("keeps the length that an issuer allows, and has an end", async () => {
    const below = await makeCertificate({ name: "Below", ca: true, issuer: house.issuer });
    const service = await makeCertificate({ name: "Test time stamps", issuer: below });
    // The issuer allows nobody below it that issues (path length 0).
    expect(await by(service, [below, house.issuer])).toBe("untrusted");
    const ring = await makeCertificate({ name: "Ring", ca: true });
    expect(await by(await makeCertificate({ name: "Test time stamps", issuer: ring }), [ring])).toBe("untrusted");
  });

  it("is not fooled by a name: the signature decides", async () => {
    const liar = await makeCertificate({ name: "Test root of nobody", ca: true });
    expect(await by(await makeCertificate({ name: "Test time stamps", issuer: liar }), [liar])).toBe("untrusted");
  });
});

it("the question names the digest, a nonce, and asks for the certificate; nothing else", () => {
  const bytes = timeStampQuery({ imprint, nonce, certReq: true });
  expect(hex(bytes)).toBe(
    `30430201013031300d0609608648016503040201050004${"20"}${hex(imprint)}0208${hex(nonce)}0101ff`,
  );
});
