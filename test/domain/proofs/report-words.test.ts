/** Everything that an event can say has words in the report, in both languages: a new act or door without them fails here. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HOW_ASKED } from "../../../src/domain/consent/record-refusal.ts";
import { ACTS as SCHEMA } from "../../../src/domain/proof-log/rules/schema/acts.ts";
import { EVENT_TYPES, schemasOf } from "../../../src/domain/proof-log/rules/schema/schema.ts";
import { actOf } from "../../../src/domain/proofs/rules/report/content.ts";
import { ACTS, METHODS } from "../../../src/domain/proofs/rules/report/words.ts";
import { actNames, proofActTexts } from "../../../src/texts/proof-acts.ts";
import { proofDeskTexts } from "../../../src/texts/proof-desk.ts";
import { LANGUAGES } from "../../../src/texts/say.ts";

test("every type of event has a name: as an act of the institution, and as what happened to a record", () => {
  expect(EVENT_TYPES.length).toBeGreaterThan(50);
  const unknown = EVENT_TYPES.flatMap((typ) => {
    const ofRecord = schemasOf(typ).some(({ properties }) => "rec" in (properties as object));
    const named = !(typ in SCHEMA) || LANGUAGES.every((lang) => actNames(lang, typ));
    return (ofRecord && !(ACTS as readonly string[]).includes(actOf(typ))) || !named ? [typ] : [];
  });
  expect(unknown).toEqual([]);
});

test("no two acts have one name, and none is named after its code", () => {
  for (const lang of LANGUAGES) {
    const names = Object.values(proofActTexts[lang]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /[a-z]\.[a-z]/.test(name))).toEqual([]);
  }
});

test("every door by which an act can come has words in the report and on the desk", () => {
  const written = globSync("src/{domain,delivery}/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bmethod: "([a-z-]+\.[a-z-]+)"/g)].map((found) => found[1] as string),
  );
  const doors = [...new Set([...written, ...HOW_ASKED.map((how) => `staff.${how}`)])];
  expect(doors.length).toBeGreaterThan(8);
  expect(doors.filter((door) => !(METHODS as readonly string[]).includes(door))).toEqual([]);
  for (const lang of LANGUAGES) expect(doors.filter((door) => !(`how.${door}` in proofDeskTexts[lang]))).toEqual([]);
});
