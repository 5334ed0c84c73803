import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainOf, maskAddress, normaliseAddress } from "../../../src/domain/people/rules.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { peopleRefusals } from "../../../src/texts/refusals/people.ts";

/** typed → [key, address mail goes to]. These pin the key: a changed line orphans every tag made before. */
const VECTORS: [typed: string, normalised: string, address: string][] = [
  ["liga@pasts.example", "liga@pasts.example", "liga@pasts.example"],
  ["  Liga.Berzina@Pasts.Example ", "liga.berzina@pasts.example", "Liga.Berzina@pasts.example"],
  ["\u00a0liga@pasts.example\ufeff", "liga@pasts.example", "liga@pasts.example"],
  ["l.i.g.a+news@pasts.example", "l.i.g.a+news@pasts.example", "l.i.g.a+news@pasts.example"],
  ["janis@Ērgļi.example", "janis@xn--rgi-2qa1s.example", "janis@xn--rgi-2qa1s.example"],
  ["janis@E\u0304rgļi.example", "janis@xn--rgi-2qa1s.example", "janis@xn--rgi-2qa1s.example"],
  ["janis@XN--RGI-2QA1S.example", "janis@xn--rgi-2qa1s.example", "janis@xn--rgi-2qa1s.example"],
  ["a@stra\u00dfe.example", "a@xn--strae-oqa.example", "a@xn--strae-oqa.example"],
  ["ivan@почта.рф", "ivan@xn--80a1acny.xn--p1ai", "ivan@xn--80a1acny.xn--p1ai"],
  ["o'hara!#$%&*/=?^_`{|}~-@a-1.test", "o'hara!#$%&*/=?^_`{|}~-@a-1.test", "o'hara!#$%&*/=?^_`{|}~-@a-1.test"],
  [`${"a".repeat(64)}@pasts.example`, `${"a".repeat(64)}@pasts.example`, `${"a".repeat(64)}@pasts.example`],
];

const REFUSED: Record<string, string[]> = {
  "address.empty": ["", "   ", "\u00a0"],
  "address.control": [
    "a@b.example\n",
    "a\r\nBcc: x@b.example",
    "a\0@b.example",
    "\ta@b.example",
    "a@b.exa\u0085mple",
    "a\u2028@b.example",
  ],
  "address.invisible": ["a\u200b@b.example", "a@b\u00ad.example", "a@b.example\u200e", "a@b.\u202eexample"],
  "address.several": [
    "a@b.example; c@d.example",
    "a@b.example,c@d.example",
    "a@b.example c@d.example",
    "A <a@b.example>, c@d.example",
  ],
  "address.with_name": ["Anna <a@b.example>", "<a@b.example>"],
  "address.no_at": ["peteris.kalns.epasts.example", "peteris"],
  "address.two_ats": ["a@@b.example", "a@b@c.example"],
  "address.too_long": [
    `a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(9)}.example`,
    `a@${"ē".repeat(50)}.${"ē".repeat(50)}.${"ē".repeat(50)}.example`,
  ],
  "address.no_local": ["@b.example"],
  "address.quoted_local": ['"anna b"@b.example', '"a@c"@b.example'],
  "address.space": ["a b@b.example", "a@b .example", "a @b.example"],
  "address.non_ascii_local": ["jānis@b.example", "\u212aarlis@b.example", "ａ@b.example"],
  "address.local_characters": [
    "a(comment)@b.example",
    "mailto:a@b.example",
    "a\\b@b.example",
    "a,b@b.example",
    "a[1]@b.example",
  ],
  "address.local_dots": [".a@b.example", "a.@b.example", "a..b@b.example"],
  "address.local_too_long": [`${"a".repeat(65)}@b.example`],
  "address.no_domain": ["a@"],
  "address.ip_literal": ["a@[192.0.2.1]", "a@[IPv6:2001:db8::1]", "a@192.0.2.1"],
  "address.no_dot": ["a@localhost", "a@b"],
  "address.domain_characters": [
    "a@b_c.example",
    "a@b/c.example",
    "a@b.example?x",
    "a@b:25.example",
    "a@\u212aarlis.example",
    "a@ｂ.example",
    "a@b。example",
    "a@b%41.example",
  ],
  "address.domain_dots": ["a@.example", "a@b..example", "a@b.example."],
  "address.domain_labels": ["a@-b.example", "a@b-.example", `a@${"b".repeat(64)}.example`, "a@b.123", "a@1.2"],
};

describe("normaliseAddress", () => {
  it.each(VECTORS)("keeps its promise for the vector %j", (typed, normalised, address) => {
    expect(normaliseAddress(typed)).toEqual({ normalised, address });
  });

  it.each(Object.entries(REFUSED))("refuses with %s", (code, typed) => {
    for (const text of typed)
      expect(normaliseAddress(text), JSON.stringify(text)).toMatchObject({ refused: true, code });
  });

  it("has a sentence in both languages for every refusal, and a case here for every sentence", () => {
    const codes = Object.keys(peopleRefusals.lv).filter((code) => code.startsWith("address."));
    expect(Object.keys(REFUSED).sort()).toEqual(codes.sort());
    expect(Object.keys(peopleRefusals.en).sort()).toEqual(Object.keys(peopleRefusals.lv).sort());
  });

  const local = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}(\.[A-Za-z0-9_+-]{1,20}){0,2}$/);
  const domain = fc.stringMatching(/^([A-Za-zāēīšž0-9]{1,12}\.){1,3}(example|test)$/);

  it("normalising twice changes nothing, and the key of what mail goes to is the same key", () => {
    fc.assert(
      fc.property(local, domain, (l, d) => {
        const once = normaliseAddress(`${l}@${d}`);
        fc.pre(!isRefusal(once));
        if (isRefusal(once)) return;
        expect(normaliseAddress(once.address)).toEqual(once);
        expect(normaliseAddress(once.normalised)).toMatchObject({ normalised: once.normalised });
        expect(once.address.split("@")[0]).toBe(l);
      }),
    );
  });

  it("never throws, and what it accepts is one ASCII mailbox that cannot break a header", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string().map((s) => `${s}@pasts.example`),
          fc.string({ unit: "grapheme" }).map((s) => `a@${s}.example`),
        ),
        (typed) => {
          const result = normaliseAddress(typed);
          if (isRefusal(result)) expect(result.code in peopleRefusals.lv).toBe(true);
          else {
            expect(result.address).toMatch(/^[!-~]+@[a-z0-9.-]+$/);
            expect(result.address.split("@")).toHaveLength(2);
            expect(result.address).not.toMatch(/[<>,;:"()[\]\\\s]/);
            expect(result.address.length).toBeLessThanOrEqual(254);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("maskAddress", () => {
  it.each([
    ["liga@pasts.example", "li••@pasts.example"],
    ["Liga.Berzina@Pasts.Example", "Li••@pasts.example"],
    ["abc@pasts.example", "a••@pasts.example"],
    ["ab@pasts.example", "a••@pasts.example"],
    ["a@pasts.example", "••@pasts.example"],
  ])("shows %s as %s", (address, shown) => expect(maskAddress(address)).toBe(shown));
});

describe("domainOf", () => {
  it("is what stands after the @, in lower case", () => expect(domainOf("a@Pasts.Example")).toBe("pasts.example"));
});
