import { expect, it } from "vitest";
import { setUpInstitution } from "../../../src/domain/institution/set-up.ts";
import { publishNotice } from "../../../src/domain/notices/publish.ts";
import { activatePurpose } from "../../../src/domain/purposes/activate.ts";
import { checkPeople, unflaggedTopics } from "../../../src/domain/purposes/rules/people.ts";
import { savePurpose } from "../../../src/domain/purposes/save.ts";
import { ageSteps, chosenStep, stepWords } from "../../../src/domain/sign-up-forms/rules/age.ts";
import { type DemoPurpose, demoInstitution, demoPurposes } from "../../../src/runtime/node/demo/content.ts";
import { admin, emptyOffice, must } from "../office.ts";

const [news] = demoPurposes as [DemoPurpose];
const { sheet } = news;
const both = (lv: string, en: string) => ({ lv, en });

it("an age is one of those that the law or the office can mean, and special topics rest on consent alone", () => {
  expect(checkPeople("a", { ...sheet, ageFrom: 13, special: ["health"] })).toEqual([]);
  expect(checkPeople("a", sheet)).toEqual([]);
  for (const ageFrom of [0, 12, 17, 19, 13.5, Number.NaN])
    expect(checkPeople("a", { ...sheet, ageFrom })).toEqual([{ field: "ageFrom", code: "purposes.age" }]);
  for (const basis of ["b", "c", "e", "f"] as const)
    expect(checkPeople(basis, { ...sheet, special: ["union"] })).toEqual([
      { field: "special", code: "purposes.special_needs_consent" },
    ]);
  expect(checkPeople("a", { ...sheet, special: ["hobby" as "union"] })).toMatchObject([{ field: "special" }]);
});

it("a topic that gives itself away in the words of the sheet is hinted at until it is flagged", () => {
  const words = { names: both("Jaunumi pacientiem", "News for patients"), description: both("", "") };
  expect(unflaggedTopics({ ...words })).toEqual(["health"]);
  expect(unflaggedTopics({ ...words, special: ["health"] })).toEqual([]);
  expect(unflaggedTopics(sheet)).toEqual([]);
});

it("a flagged purpose stays a draft, and an active one unflagged, until its statement asks for explicit consent", async () => {
  const { deps } = await emptyOffice();
  must(await setUpInstitution(deps, admin, demoInstitution));
  const flagged = { ...sheet, special: ["health" as const] };
  const draft = must(await savePurpose(deps, admin, { basis: "a", sheet: flagged }));
  expect(
    await publishNotice(deps, admin, { kind: "consent", purposeId: draft.id, texts: news.statement }),
  ).toMatchObject({
    fields: [{ code: "notices.not_explicit" }, { code: "notices.not_explicit" }],
  });
  const explicit = {
    lv: `${news.statement.lv} Nepārprotami piekrītu arī tam.`,
    en: `${news.statement.en} I consent to that explicitly.`,
  };
  must(await publishNotice(deps, admin, { kind: "consent", purposeId: draft.id, texts: explicit }));
  must(await activatePurpose(deps, admin, draft));

  const other = must(await savePurpose(deps, admin, { basis: "a", sheet }));
  must(await publishNotice(deps, admin, { kind: "consent", purposeId: other.id, texts: news.statement }));
  const active = must(await activatePurpose(deps, admin, other));
  const existing = { id: other.id, version: active.version };
  expect(await savePurpose(deps, admin, { existing, basis: "a", sheet: flagged })).toMatchObject({
    fields: [{ field: "special", code: "purposes.statement_not_explicit" }],
  });
});

it("the question about age has as few steps as the lists need, and says each plainly", () => {
  const of = (...ages: (number | undefined)[]) => ageSteps(ages.map((ageFrom) => ({ sheet: { ageFrom } })));
  expect(of()).toEqual([]);
  expect(of(undefined, undefined)).toEqual([]);
  expect(of(13, undefined, 13)).toEqual([0, 13]);
  expect(of(18, 13)).toEqual([0, 13, 18]);
  const steps = of(18, 13);
  expect(steps.map((step) => stepWords(step, steps))).toEqual([
    { key: "age.under", values: { n: 13 } },
    { key: "age.between", values: { n: 13, to: 17 } },
    { key: "age.over", values: { n: 18 } },
  ]);
  for (const sent of ["", undefined, "14", "013", "13.0", "-1"]) expect(chosenStep(sent, steps)).toBeUndefined();
  expect(chosenStep("13", steps)).toBe(13);
});
