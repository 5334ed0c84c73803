import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimsOf, networkOf } from "../../../src/domain/consent/rules/visitor.ts";

describe("the network of an address", () => {
  it.each([
    ["192.0.2.77", "192.0.2.0/24"],
    ["::ffff:192.0.2.77", "192.0.2.0/24"],
    ["2001:db8:7:1::5", "2001:db8:7::/48"],
    ["2001:0DB8:0000:0001:0:0:0:5", "2001:db8::/48"],
    ["2001:0:7::", "2001:0:7::/48"],
    ["fe80::1%eth0", "fe80::/48"],
    ["::1", "::/48"],
  ])("%s is kept as %s", (ip, network) => expect(networkOf(ip)).toBe(network));

  it.each(["", "localhost", "300.1.1.1", "1.2.3", "1:2:3", "1::2::3", "g::1", "1:2:3:4:5:6:7:8:9", "1.2.3.4.5"])(
    "of %j is nothing",
    (text) => expect(networkOf(text)).toBeUndefined(),
  );

  it("never tells two machines of one network apart, nor fails on any text", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 255 }), (ip, last) => {
        expect(networkOf(ip.replace(/\d+$/, String(last)))).toBe(networkOf(ip));
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        expect(networkOf(ip)).toMatch(/\/(24|48)$/);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void networkOf(text)));
  });
});

describe("the claims beside a yes", () => {
  it("are those there are, in one line each and not without end", () => {
    expect(claimsOf(undefined)).toEqual([]);
    expect(claimsOf({ ip: "", userAgent: " \r\n " }, null)).toEqual([]);
    const claims = claimsOf({ ip: "192.0.2.1", userAgent: `Kāds\r\nprogrammas ${"x".repeat(900)}` }, "mail-1");
    expect(claims.map((c) => c.name)).toEqual(["ip", "user_agent", "message_id"]);
    expect(claims[1]?.value).toHaveLength(300);
    expect(claims[1]?.value).not.toMatch(/[\r\n]/);
  });
});
