/** Whom a purpose is for, as its form asks it: an age that people state at sign-up, and what the topic tells of them. */
import { AGE_OF_CONSENT, AGES, SPECIAL_TOPICS, type SpecialTopic } from "../../../domain/purposes/rules/people.ts";
import { purposesTexts } from "../../../texts/purposes.ts";
import { type Lang, say } from "../../../texts/say.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { Checkbox, Fieldset, Select } from "../parts.tsx";
import type { SheetValues } from "./sheet-values.ts";

export function PeopleFields(p: { lang: Lang; values: SheetValues; problems: readonly Problem[] | undefined }) {
  const t = say(purposesTexts, p.lang);
  return (
    <>
      <Select
        name="ageFrom"
        value={p.values.ageFrom}
        problem={problemFor(p.problems, "ageFrom")}
        label={t("f.ageFrom")}
        hint={t("h.ageFrom")}
        options={[
          { value: "", label: t("o.age.none") },
          ...AGES.map((age) => ({ value: String(age), label: ageWords(age, p.lang) })),
        ]}
      />
      <Fieldset
        legend={t("f.special")}
        hint={t("h.special")}
        name="special"
        problem={problemFor(p.problems, "special")}
      >
        {SPECIAL_TOPICS.map((topic) => (
          <Checkbox
            name={`special.${topic}`}
            label={t(`topic.${topic}`)}
            checked={p.values[`special.${topic}`] === "yes"}
          />
        ))}
      </Fieldset>
    </>
  );
}

/** "from 13 years, the usual age", "from 18 years: adults only". */
export function ageWords(age: number, lang: Lang): string {
  const t = say(purposesTexts, lang);
  return t(age === AGE_OF_CONSENT ? "o.age.usual" : age === 18 ? "o.age.adults" : "o.age.from", { n: age });
}

/** Topics in one line. */
export const topicWords = (topics: readonly SpecialTopic[], lang: Lang) =>
  topics.map((topic) => say(purposesTexts, lang)(`topic.${topic}`)).join("; ");
