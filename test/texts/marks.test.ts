/**
 * Whoever brings the address can recognise it in a mark and in a sealed proof: every sentence that says what remains of somebody
 * who left says so, and calls it personal data (EDPB 02/2025 §52; the promise of DESIGN P4).
 */
import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Area = Record<"lv" | "en", Record<string, string>>;

/** What says that something stays: the mark and that it is kept, stays, or cannot be read. */
const REMAINS = {
  lv: /aizsargāt[ua] atzīm|atzīmi glabā|atzīmi,? .*(glabāsim|pārskatīsim)|paliek tikai .*atzīme/i,
  en: /protected mark|keep the mark|mark so that .*is reviewed|mark is kept|All that stays .*mark/i,
};
/** Says it beside these, on the same page, or is a label of a table. */
const ELSEWHERE = new Set(["privacy-notice.ts tag.retention"]);

describe("what remains of whoever left", async () => {
  for (const file of globSync("src/texts/*.ts")) {
    const area = Object.values((await import(`../../${file}`)) as object).find(
      (one): one is Area => typeof one === "object" && one !== null && "lv" in one && "en" in one,
    );
    if (!area) continue;
    for (const lang of ["lv", "en"] as const)
      for (const [key, text] of Object.entries(area[lang])) {
        const name = `${file.split("/").at(-1)} ${key}`;
        if (!REMAINS[lang].test(text) || ELSEWHERE.has(name)) continue;
        it(`${lang} ${name}: is called personal data`, () => {
          expect(text).toMatch(lang === "lv" ? /personas dati/ : /personal data/);
          expect(text).toMatch(lang === "lv" ? /zināmu adresi/ : /knows the address/);
        });
      }
  }
});
