/// <reference types="vite/client" />
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { LANGUAGES, say, type Texts } from "../../src/texts/say.ts";

/** Every area of texts in the house: whatever a module of src/texts exports that has both languages. */
const modules = import.meta.glob<Record<string, unknown>>("../../src/texts/**/*.ts", { eager: true });
const isArea = (value: unknown): value is Texts<string> =>
  typeof value === "object" &&
  value !== null &&
  "lv" in value &&
  "en" in value &&
  typeof (value as Texts<string>).lv === "object";
const areas = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => isArea(value))
    .map(([name, value]) => [`${file.replace("../../src/texts/", "")} ${name}`, value as Texts<string>] as const),
);

const COUNTS = [0, 1, 2, 10, 11, 19, 20, 21, 100, 101, 111, 1000, 1001];

interface Holes {
  plain: Set<string>;
  counted: Set<string>;
  tags: Set<string>;
}

/** What the library's parser gives; a literal and the `#` of a plural have no hole. */
type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
const parse = (text: string) => new IntlMessageFormat(text, "en").getAst();
const optionsOf = (element: Element) =>
  "options" in element
    ? Object.values(element.options as Record<string, { value: Element[] }>).flatMap((o) => o.value)
    : [];
const isPlural = (element: Element) => "pluralType" in element;
const LITERAL = 0;
const POUND = 7;

function holesOf(elements: Element[], found: Holes = { plain: new Set(), counted: new Set(), tags: new Set() }): Holes {
  for (const element of elements) {
    if (element.type === LITERAL || element.type === POUND) continue;
    const name = (element as { value: string }).value;
    const kind = isPlural(element) ? found.counted : "children" in element ? found.tags : found.plain;
    kind.add(name);
    holesOf("children" in element ? element.children : optionsOf(element), found);
  }
  return found;
}

/** Everything that a sentence asks for: counts and other holes together, because English may need no plural. */
const asked = (holes: Holes) => [...new Set([...holes.plain, ...holes.counted])].sort();

describe.each(areas)("%s", (_, area) => {
  it("says the same keys in both languages, each as a message that parses", () => {
    expect(Object.keys(area.en).sort()).toEqual(Object.keys(area.lv).sort());
    for (const lang of LANGUAGES)
      for (const [key, text] of Object.entries(area[lang])) expect(() => parse(text), `${lang} ${key}`).not.toThrow();
  });

  it("fills the same holes and tags in both languages", () => {
    for (const key of Object.keys(area.lv)) {
      const lv = holesOf(parse(area.lv[key] ?? ""));
      const en = holesOf(parse(area.en[key] ?? ""));
      expect(asked(en), key).toEqual(asked(lv));
      expect([...en.tags].sort(), key).toEqual([...lv.tags].sort());
    }
  });

  it("gives every counted sentence the three forms of Latvian, and says it for every kind of number", () => {
    for (const lang of LANGUAGES) {
      for (const [key, text] of Object.entries(area[lang])) {
        const elements = parse(text);
        const holes = holesOf(elements);
        for (const plural of pluralsIn(elements)) {
          const forms = Object.keys(plural.options);
          const needed = lang === "lv" ? ["zero", "one", "other"] : ["one", "other"];
          expect(forms, `${lang} ${key}`).toEqual(expect.arrayContaining(needed));
        }
        if (holes.counted.size === 0) continue;
        for (const n of COUNTS) {
          const values: Record<string, unknown> = {};
          for (const name of holes.plain) values[name] = 5;
          for (const name of holes.counted) values[name] = n;
          for (const tag of holes.tags) values[tag] = (inner: unknown[]) => inner.join("");
          const said = say(area, lang)
            .rich(key, values as never)
            .join("");
          // "None" may be said by saying nothing (`=0 {}`); every other number needs its words.
          if (n > 0) expect(said.trim(), `${lang} ${key} ${n}`).not.toBe("");
          expect(said, `${lang} ${key} ${n}`).not.toMatch(/[{}#]|\bplural\b|undefined/);
        }
      }
    }
  });

  it("keeps the signs of each language: quotes, dashes, no straight quotation marks, no exclamation", () => {
    for (const [key, text] of Object.entries(area.lv)) {
      const words = text.replace(/=["'][^"']*["']/g, "");
      expect(words, `lv ${key}`).not.toMatch(/[“«»]|"/);
      expect(words, `lv ${key}`).not.toMatch(/\u2014/);
      if (!/^(Labdien|Sveicin)/.test(words)) expect(words, `lv ${key}`).not.toContain("!");
    }
    for (const [key, text] of Object.entries(area.en)) expect(text, `en ${key}`).not.toMatch(/[„«»]|\u2014|!/);
  });
});

function pluralsIn(elements: Element[]): { options: Record<string, unknown> }[] {
  return elements.flatMap((element) => [
    ...(isPlural(element) ? [element as { options: Record<string, unknown> }] : []),
    ...pluralsIn("children" in element ? element.children : optionsOf(element)),
  ]);
}

it("finds the areas", () => {
  expect(areas.length).toBeGreaterThan(15);
});
