/** Whatever is done to the bytes of a token: it is refused, or it says the same as before. */
import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readCertificate } from "../../../src/domain/time-stamps/rules/certificate.ts";
import { readPem } from "../../../src/domain/time-stamps/rules/pem.ts";
import { readQuery } from "../../../src/domain/time-stamps/rules/request.ts";
import { readReply } from "../../../src/domain/time-stamps/rules/response.ts";
import { readCrl } from "../../../src/domain/time-stamps/rules/revocation/crl.ts";
import { readOcsp } from "../../../src/domain/time-stamps/rules/revocation/ocsp.ts";
import { TIME_STAMP_FAULTS, type TimeStamp, verifyTimeStamp } from "../../../src/domain/time-stamps/rules/verify.ts";
import { hex, utf8 } from "../../../src/platform/encoding.ts";
import { makeAuthority } from "../../fakes/tsa/authority.ts";
import { makeReply, makeToken } from "../../fakes/tsa/token.ts";

const imprint = sha256(utf8("checkpoint"));
const nonce = new Uint8Array([0x41, 2, 3, 4, 5, 6, 7, 8]);

async function stamped() {
  const { issuer, service } = await makeAuthority();
  const wish = { service, along: [service], imprint, nonce, at: Date.parse("2026-11-22T00:05:01Z") };
  const reply = makeReply(0, await makeToken({ ...wish, accuracy: [1], qualified: true }));
  const ask = (bytes: Uint8Array) => verifyTimeStamp(bytes, { imprint, nonce, anchors: [{ certificate: issuer.der }] });
  return { reply, ask };
}

/** Everything that the stamp says. */
const meaning = ({ chain, nonce: own, ...rest }: TimeStamp) =>
  JSON.stringify({ ...rest, nonce: own && hex(own), chain: chain.map(hex), crls: rest.crls.map(hex) });

it("no byte of an answer can be changed so that it says something else", { timeout: 60_000 }, async () => {
  const { reply, ask } = await stamped();
  const whole = await ask(reply);
  if (!whole.valid) throw new Error(whole.code);
  const before = meaning(whole);
  const codes = new Set<string>();
  for (let at = 0; at < reply.length; at++) {
    const changed = reply.slice();
    changed[at] = (changed[at] as number) ^ (1 << (at % 8));
    const one = await ask(changed);
    if (one.valid) expect([at, meaning(one)]).toEqual([at, before]);
    else codes.add(one.code);
  }
  // The reasons are told apart: it is not one check that catches everything.
  expect([...codes].sort()).toEqual(
    expect.arrayContaining(["attributes", "digest", "imprint", "nonce", "signature", "unreadable"]),
  );
  for (const code of codes) expect(TIME_STAMP_FAULTS).toContain(code);
});

it("a piece cut off or put on makes it unreadable", async () => {
  const { reply, ask } = await stamped();
  for (const length of [0, 1, 100, reply.length - 1])
    expect(await ask(reply.slice(0, length))).toEqual({ valid: false, code: "unreadable" });
  expect(await ask(new Uint8Array([...reply, 0]))).toEqual({ valid: false, code: "unreadable" });
  expect(await ask(new Uint8Array(200_000))).toEqual({ valid: false, code: "unreadable" });
});

it("any other bytes are unreadable, and nothing throws", async () => {
  const { ask } = await stamped();
  const der = fc
    .uint8Array({ maxLength: 400 })
    .map((bytes) => new Uint8Array([0x30, 0x82, bytes.length >> 8, bytes.length & 255, ...bytes]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), der), async (bytes) => {
      expect(await ask(bytes)).toMatchObject({ valid: false });
      for (const read of [readReply, readQuery, readCertificate, readCrl, readOcsp]) read(bytes);
    }),
    { numRuns: 500 },
  );
  // Nested as deep as the bytes allow.
  const deep = new Uint8Array(60_000).fill(0x30).map((byte, i) => (i % 2 ? 0x80 : byte));
  expect(await ask(deep)).toEqual({ valid: false, code: "unreadable" });
  expect(readPem("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----")).toEqual([new Uint8Array(0)]);
});
