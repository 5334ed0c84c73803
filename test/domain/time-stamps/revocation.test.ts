/** What lists and answers about revocation say of a stamp, and whose word counts. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Certificate, readCertificate } from "../../../src/domain/time-stamps/rules/certificate.ts";
import type { RevocationPaper } from "../../../src/domain/time-stamps/rules/revocation/paper.ts";
import { revocationState } from "../../../src/domain/time-stamps/rules/revocation/state.ts";
import {
  type Authority,
  makeAuthority,
  makeCertificate,
  makeCrl,
  makeOcsp,
  type OcspWish,
} from "../../fakes/tsa/authority.ts";

const AT = Date.parse("2026-11-22T00:05:01Z");
const OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

let house: Authority;
beforeAll(async () => {
  house = await makeAuthority();
});
/** The service under its issuer, which is the anchor. */
const state = (papers: RevocationPaper[], at = AT) => {
  const chain = [house.service, house.issuer].map(({ der }) => readCertificate(der) as Certificate);
  return revocationState(chain, papers, at);
};
const crl = async (...args: Parameters<typeof makeCrl>) => ({ kind: "crl" as const, der: await makeCrl(...args) });
const ocsp = async (wish: Partial<OcspWish> = {}) => ({
  kind: "ocsp" as const,
  der: await makeOcsp({ issuer: house.issuer, about: house.service, ...wish }),
});

it("without papers nothing is known, and nothing is called good", async () => {
  expect(await state([])).toBe("unknown");
});

describe("a list", () => {
  it("clears whom it does not name, if it still held at that time", async () => {
    expect(await state([await crl(house.issuer, [])])).toBe("good");
    expect(await state([await crl(house.issuer, [], { until: AT - 1000 })])).toBe("unknown");
  });
  it("revokes whom it names: without a reason, every stamp", async () => {
    const named = (at: number) => crl(house.issuer, [{ certificate: house.service, at }]);
    expect(await state([await named(AT - 1000)])).toBe("revoked");
    expect(await state([await named(AT + 1000)])).toBe("revoked");
  });
  it("counts only by the issuer", async () => {
    const stranger = await makeAuthority();
    expect(await state([await crl(stranger.issuer, [{ certificate: house.service, at: 0 }])])).toBe("unknown");
    expect(await state([await crl(house.root, [{ certificate: house.service, at: 0 }])])).toBe("unknown");
    const mute = await makeCertificate({ name: "Test issuer of nobody", ca: true, issuer: house.root, keyUsage: 0x04 });
    const service = await makeCertificate({ name: "Test time stamps", issuer: mute });
    const chain = [service, mute].map(({ der }) => readCertificate(der) as Certificate);
    expect(await revocationState(chain, [await crl(mute, [])], AT)).toBe("unknown");
  });
});

describe("an answer", () => {
  it.each([
    ["good", undefined],
    ["revoked", { at: AT - 1000 }],
    ["revoked", { at: AT + 1000 }],
    ["revoked", { at: AT + 1000, reason: 1 }],
    ["revoked", { at: AT - 1000, reason: 4 }],
    // Superseded later: what was stamped before stays (RFC 3161 §4).
    ["good", { at: AT + 1000, reason: 4 }],
    ["good", { at: AT + 1000, reason: 5 }],
  ])("%s: %o", async (expected, revoked) => {
    expect(await state([await ocsp({ revoked })])).toBe(expected);
  });

  it("is about this certificate, and still held at that time", async () => {
    const other = await makeCertificate({ name: "Another service", issuer: house.issuer });
    expect(await state([await ocsp({ about: other })])).toBe("unknown");
    expect(await state([await ocsp({ until: AT - 1000 })])).toBe("unknown");
  });

  it("may come from a responder whom the issuer has certified for it, and from nobody else", async () => {
    const by = (wish: object) =>
      makeCertificate({ name: "Responder", issuer: house.issuer, usages: [OCSP_SIGNING], ...wish });
    const revoked = { at: AT };
    expect(await state([await ocsp({ responder: await by({}), revoked })])).toBe("revoked");
    expect(await state([await ocsp({ responder: await by({ usages: undefined }), revoked })])).toBe("unknown");
    expect(await state([await ocsp({ responder: await by({ issuer: house.root }), revoked })])).toBe("unknown");
    expect(await state([await ocsp({ responder: await by({ until: Date.parse("2025-01-01") }), revoked })])).toBe(
      "unknown",
    );
  });
});
