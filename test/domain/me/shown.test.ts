/** One's own page against the register of personal data: nothing is held of people on lists that is neither shown nor explained. */
import { expect, it } from "vitest";
import { NOT_SHOWN, SHOWN } from "../../../src/domain/me/rules/shown.ts";
import { REGISTER } from "../../../src/domain/personal-data/views/register.ts";
import { ownDataTexts } from "../../../src/texts/own-data.ts";

/** Tables about staff in which something stands about people on lists. */
const ALSO: Record<string, readonly string[]> = {
  read_log: ["subject", "reason", "at", "act", "role", "record"],
  proof_opening: ["tag", "records"],
};

const held = REGISTER.filter(({ whose }) => whose === "subscriber" || whose === "applicant").flatMap(
  ({ table, columns }) =>
    Object.entries(columns)
      .filter(([, one]) => one !== "nothing")
      .map(([column]) => `${table}.${column}`),
);
const shown = Object.entries(SHOWN).flatMap(([table, columns]) => Object.keys(columns).map((one) => `${table}.${one}`));
const also = Object.entries(ALSO).flatMap(([table, columns]) => columns.map((one) => `${table}.${one}`));

it("every column that holds something of people on lists is on the page, or has a reason why not", () => {
  expect([...held, ...also].filter((one) => !shown.includes(one))).toEqual([]);
});

it("the page claims nothing about columns that are not there or hold nothing", () => {
  expect(shown.filter((one) => !held.includes(one) && !also.includes(one))).toEqual([]);
});

it("every reason is used, and is told on the page in both languages", () => {
  const reasons = Object.values(SHOWN).flatMap((columns) =>
    Object.values(columns).flatMap((where) => (typeof where === "string" ? [] : [where.not])),
  );
  expect([...new Set(reasons)].sort()).toEqual([...NOT_SHOWN].sort());
  for (const lang of ["lv", "en"] as const)
    for (const why of NOT_SHOWN) expect(ownDataTexts[lang][`not.${why}`].length).toBeGreaterThan(20);
});
