import { describe, expect, it } from "vitest";
import { isPublicAddress, isPublicHost } from "../../../src/domain/alerts/rules/hosts.ts";
import { tellAgainAt, tellingProblems, tidyTelling, webhookProblem } from "../../../src/domain/alerts/rules/telling.ts";
import { placeOf } from "../../../src/domain/alerts/rules.ts";

describe("addresses that a call may reach in production", () => {
  it.each([
    "8.8.8.8",
    "93.184.215.14",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.255.255",
    "2606:4700::6810:84e5",
    "2a00:1450:400f:80d::200e",
  ])("%s is public", (ip) => expect(isPublicAddress(ip)).toBe(true));

  it.each([
    ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1"],
    ...["172.31.255.255", "192.0.0.1", "192.168.1.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "255.255.255.255"],
    ...["::", "::1", "::ffff:10.0.0.1", "::ffff:7f00:1", "64:ff9b::a00:1", "fc00::1", "fd12:3456::1", "fe80::1"],
    ...["fe80::1%eth0", "ff02::1", "2001:db8::1", "2002:7f00:1::", "2001::1", "not an address", "1.2.3", "1.2.3.256"],
  ])("%s is not", (ip) => expect(isPublicAddress(ip)).toBe(false));

  it("are named in any way that a web address can", () => {
    for (const url of [
      ...[
        "https://localhost/x",
        "https://LOCALHOST",
        "https://a.localhost",
        "https://printer.local",
        "https://intranet",
      ],
      ...["https://db.internal", "https://127.1", "https://2130706433", "https://0x7f.0.0.1", "https://0177.0.0.1"],
      ...["https://[::1]", "https://[::ffff:169.254.169.254]", "https://metadata.internal.", "https://10.0.0.5:8443"],
    ])
      expect([url, isPublicHost(new URL(url).hostname)]).toEqual([url, false]);
    for (const url of [
      "https://hooks.example.org/x",
      "https://8.8.8.8",
      "https://[2606:4700::1]",
      "https://xn--80ak6aa92e.com",
    ])
      expect([url, isPublicHost(new URL(url).hostname)]).toEqual([url, true]);
  });
});

describe("who is told", () => {
  const telling = (webhook: string, people = [{ name: "Ilze Paraudziņa", address: "ilze@ministrija.example" }]) => ({
    people,
    webhook,
  });

  it("a web address is https, without a password and outside, in production; outside production it may be a test server", () => {
    expect(webhookProblem("https://hooks.example.org/pieteka?x=1", false)).toBeUndefined();
    expect(webhookProblem("http://hooks.example.org", false)).toBe("alerts.webhook_not_https");
    expect(webhookProblem("https://localhost:8080", false)).toBe("alerts.webhook_inside");
    expect(webhookProblem("https://192.168.0.10", false)).toBe("alerts.webhook_inside");
    expect(webhookProblem("http://127.0.0.1:4340/x", true)).toBeUndefined();
    for (const open of [true, false]) {
      expect(webhookProblem("ftp://hooks.example.org", open)).toBe("alerts.webhook_invalid");
      expect(webhookProblem("javascript:alert(1)", open)).toBe("alerts.webhook_invalid");
      expect(webhookProblem("https://user:secret@hooks.example.org", open)).toBe("alerts.webhook_invalid");
      expect(webhookProblem("no address", open)).toBe("alerts.webhook_invalid");
      expect(webhookProblem(`https://hooks.example.org/${"x".repeat(500)}`, open)).toBe("form.too_long");
    }
  });

  it("each fault stands at its own field; empty rows are nobody", () => {
    expect(tellingProblems(telling(""), false)).toEqual([]);
    const faulty = telling("x", [
      { name: "", address: "ilze@ministrija.example" },
      { name: "Jānis", address: "janis" },
      { name: "Anna", address: "" },
    ]);
    expect(tellingProblems(faulty, false).map(({ field, code }) => [field, code])).toEqual([
      ["people.0.name", "form.required"],
      ["people.1.address", "address.no_at"],
      ["people.2.address", "form.required"],
      ["webhook", "alerts.webhook_invalid"],
    ]);
    const rows = [
      { name: " ", address: "" },
      { name: " Ilze ", address: " ilze@ministrija.example " },
    ];
    expect(tidyTelling({ people: rows, webhook: " https://x.example " })).toEqual({
      people: [{ name: "Ilze", address: "ilze@ministrija.example" }],
      webhook: "https://x.example",
    });
  });

  it("what nobody took is told again with growing pauses, for a day", () => {
    const MINUTE = 60_000;
    const pauses: number[] = [];
    for (let now = 0; ; ) {
      const again = tellAgainAt(0, now);
      if (again === undefined) break;
      pauses.push((again - now) / MINUTE);
      now = again;
    }
    expect(pauses.slice(0, 8)).toEqual([1, 1, 2, 4, 8, 16, 32, 64]);
    expect(Math.max(...pauses)).toBe(120);
    const day = pauses.reduce((sum, p) => sum + p, 0);
    expect([day >= 24 * 60, day < 26 * 60]).toEqual([true, true]);
  });
});

it("every alert leads to a page of the desk", () => {
  expect(placeOf("mailing.paused", "m1")).toBe("/staff/mailings/m1");
  expect(placeOf("job.dead", "deliver")).toBe("/staff/work");
  expect(placeOf("time-stamp.missing", "log")).toBe("/staff/work#time-stamps");
  expect(placeOf("provider.setup", "resend")).toBe("/staff/");
  expect(placeOf("something.new", "x")).toBe("/staff/");
});
