import { expect, test } from "vitest";
import { BASES_OF, checkList, LIST_KINDS, listAccepts } from "../../../src/domain/lists/rules.ts";
import { BASES, type Purpose } from "../../../src/domain/purposes/rules.ts";
import { demoPurposes } from "../../../src/runtime/node/demo/content.ts";

const own = { languages: ["lv", "en"] as const, domains: ["ministrija.example"] };
const words = { names: { lv: "Ziņas", en: "News" }, promise: { lv: "Reizi nedēļā.", en: "Once a week." } };
const sheet = (demoPurposes[0] as (typeof demoPurposes)[0]).sheet;
const purpose = (basis: Purpose["basis"], state: Purpose["state"] = "active"): Purpose => ({
  id: "p",
  slug: "p",
  state,
  basis,
  sheet,
  version: 1,
  createdAt: 0,
  updatedAt: 0,
});
const codes = (...args: Parameters<typeof checkList>) =>
  checkList(...args).map(({ field, code }) => `${field} ${code}`);

test("each kind takes the bases that fit it and no other: a newsletter rests on consent alone", () => {
  for (const kind of LIST_KINDS)
    for (const basis of BASES)
      expect(codes({ kind, ...words }, purpose(basis), own)).toEqual(
        BASES_OF[kind].includes(basis) ? [] : [`purposeId lists.basis_${kind}`],
      );
  expect(BASES_OF).toEqual({
    newsletter: ["a"],
    service: ["e", "c", "b", "f"],
    staff: ["e", "c", "b", "f"],
    press: ["e", "f", "a"],
  });
});

test("a purpose that is a draft, ended or unknown takes no list", () => {
  for (const state of ["draft", "ended"] as const)
    expect(codes({ kind: "newsletter", ...words }, purpose("a", state), own)).toEqual([
      "purposeId lists.purpose_not_active",
    ]);
  expect(codes({ kind: "newsletter", ...words }, undefined, own)).toEqual(["purposeId form.choose"]);
});

test("names and promise stand in every language, within their limits, and the kind is one of four", () => {
  const bad = { names: { lv: "", en: "x".repeat(121) }, promise: { lv: "x".repeat(401), en: "" } };
  expect(codes({ kind: "letters" as "press", ...bad }, purpose("a"), own)).toEqual([
    "names.lv form.required",
    "promise.lv form.too_long",
    "names.en form.too_long",
    "promise.en form.required",
    "kind form.choose",
  ]);
});

test("a staff list needs domains of the institution", () => {
  expect(codes({ kind: "staff", ...words }, purpose("e"), { ...own, domains: [] })).toEqual([
    "kind lists.no_own_domains",
  ]);
});

test("only a staff list asks for the domain, and only own domains pass, exactly as listed", () => {
  const takes = (kind: (typeof LIST_KINDS)[number], domain: string) => listAccepts(kind, domain, own.domains)?.code;
  expect(takes("staff", "ministrija.example")).toBeUndefined();
  for (const domain of [
    "pasts.example",
    "sub.ministrija.example",
    "ministrija.example.test",
    "xministrija.example",
    "",
  ])
    expect(takes("staff", domain)).toBe("lists.not_own_domain");
  for (const kind of ["newsletter", "service", "press"] as const) expect(takes(kind, "pasts.example")).toBeUndefined();
});
