import { describe, expect, it } from "vitest";
import { GUARD, hourOf, mayGoThisHour, networkCap, nextHour } from "../../../src/domain/sign-up-guard/rules/caps.ts";
import { countedNetwork } from "../../../src/domain/sign-up-guard/rules/network.ts";
import { busyHour, isUnusual, limitOf } from "../../../src/domain/sign-up-guard/rules/volume.ts";

describe("the network that is counted", () => {
  it.each([
    ["203.0.113.77", "203.0.113.0/24"],
    ["::ffff:203.0.113.77", "203.0.113.0/24"],
    ["2001:db8:7:1ff:1:2:3:4", "2001:db8:7:100::/56"],
    ["2001:DB8:7:1fe::1%eth0", "2001:db8:7:100::/56"],
    ["2001:db8::1", "2001:db8:0:0::/56"],
  ])("of %s is %s", (ip, network) => {
    expect(countedNetwork(ip)).toBe(network);
  });

  it.each([
    "",
    "unknown",
    "127.0.0.1",
    "10.1.2.3",
    "192.168.0.9",
    "172.20.1.1",
    "169.254.1.1",
    "::1",
    "fe80::1",
    "fd00::1",
  ])("is none for %s, where a proxy of ours stands or nobody says it", (ip) => {
    expect(countedNetwork(ip)).toBeUndefined();
  });

  it("is the same for neighbours and another one for others", () => {
    expect(countedNetwork("203.0.113.1")).toBe(countedNetwork("203.0.113.254"));
    expect(countedNetwork("203.0.113.1")).not.toBe(countedNetwork("203.0.114.1"));
    expect(countedNetwork("2001:db8:7:100::1")).toBe(countedNetwork("2001:db8:7:1ff::9"));
    expect(countedNetwork("2001:db8:7:100::1")).not.toBe(countedNetwork("2001:db8:7:200::1"));
  });
});

describe("what is unusual", () => {
  it("is never below the institution's own number, whatever is usual", () => {
    expect(limitOf(GUARD, 0)).toBe(GUARD.hourAtLeast);
    expect(limitOf(GUARD, 1000)).toBe(1000 * GUARD.factor);
  });

  it("begins above the limit and lasts until a whole hour was quiet", () => {
    expect(isUnusual({ now: 120, before: 0 }, 120)).toBe(false);
    expect(isUnusual({ now: 121, before: 0 }, 120)).toBe(true);
    expect(isUnusual({ now: 0, before: 121 }, 120)).toBe(true);
  });

  it("is measured by the busy hours of four weeks, so that one attack does not make the next one usual", () => {
    const usual = Array.from({ length: 300 }, () => 20);
    expect(busyHour(usual)).toBe(20);
    const attack = Array.from({ length: 24 }, () => 50_000);
    expect(busyHour([...usual, ...attack])).toBe(20);
    expect(busyHour(Array.from({ length: 20 }, () => 500))).toBe(0);
  });
});

describe("the caps", () => {
  it("leave a fifth to whoever brings no proof of work", () => {
    expect([networkCap(GUARD, true), networkCap(GUARD, false)]).toEqual([40, 8]);
    expect(mayGoThisHour(100, { mailed: 99, plain: 20 }, true)).toBe(true);
    expect(mayGoThisHour(100, { mailed: 20, plain: 20 }, false)).toBe(false);
    expect(mayGoThisHour(100, { mailed: 20, plain: 19 }, false)).toBe(true);
    expect(mayGoThisHour(100, { mailed: 100, plain: 0 }, true)).toBe(false);
  });

  it("count by the hour of the clock", () => {
    const at = Date.UTC(2026, 10, 22, 8, 59, 59, 999);
    expect([hourOf(at), nextHour(at)]).toEqual([Date.UTC(2026, 10, 22, 8), Date.UTC(2026, 10, 22, 9)]);
  });
});
