/**
 * The sign-up form as plain HTML for another site: no script, no style, nothing loaded from us. It says the words that were
 * kept under its hash, brings the hash along, and leads the person to our own page.
 */
import { escapeText } from "../../../domain/notices/rules.ts";
import type { ShownForm } from "../../../domain/sign-up-forms/acts/shown.ts";
import { guardTexts } from "../../../texts/guard.ts";
import type { Lang } from "../../../texts/say.ts";
import { TRAP } from "../../public/sign-up/guard.tsx";

/** `publicUrl`: where the form is sent. `values`: codes of the languages that are offered. */
export function snippetOf({ words, sha256, language }: ShownForm, of: { publicUrl: string; values: readonly Lang[] }) {
  const e = escapeText;
  const { groups, age, email, languages, facts } = words;
  const line = (html: string) => `  <p>${html}</p>`;
  const box = (type: "checkbox" | "radio", name: string, value: string, label: string) =>
    `<label><input type="${type}" name="${name}" value="${e(value)}"> ${label}</label>`;
  const lines = [
    `<form method="post" action="${e(of.publicUrl)}/subscribe" accept-charset="utf-8" lang="${language}">`,
    `  <h2>${e(words.title)}</h2>`,
    line(e(words.institution)),
    line(e(words.lead)),
    "  <fieldset>",
    `  <legend>${e(words.what)}</legend>`,
    line(e(words.whatHint)),
    line(e(words.textHint)),
    ...groups.flatMap((group) => [
      line(e(group.purpose)),
      ...group.boxes.map(({ id, name, promise }) =>
        line(`${box("checkbox", "list", id, `<strong>${e(name)}</strong>`)}<br>${e(promise)}`),
      ),
      `  <blockquote>${group.statement}</blockquote>`,
      ...(group.special ? [line(e(group.special))] : []),
    ]),
    "  </fieldset>",
    ...(age
      ? [
          "  <fieldset>",
          `  <legend>${e(age.question)}</legend>`,
          line(e(age.why)),
          ...age.answers.map(({ step, text }) => line(box("radio", "age", String(step), e(text)))),
          "  </fieldset>",
        ]
      : []),
    line(
      `<label>${e(email.label)} <input type="email" name="email" autocomplete="email" maxlength="254" required></label><br>${e(email.hint)}`,
    ),
    ...(languages
      ? [
          line(
            `<label>${e(languages.label)} <select name="language">${of.values
              .map((value, i) => {
                const chosen = value === language ? " selected" : "";
                return `<option value="${value}" lang="${value}"${chosen}>${e(languages.names[i] ?? value)}</option>`;
              })
              .join("")}</select></label>`,
          ),
        ]
      : []),
    "  <dl>",
    ...facts.map(([name, value]) => `  <dt>${e(name)}</dt><dd>${e(value)}</dd>`),
    "  </dl>",
    line(`<a href="${e(of.publicUrl)}/privacy?lang=${language}">${e(words.privacy)}</a>`),
    `  <p hidden><label>${e(guardTexts[language].trap)} <input name="${TRAP}" tabindex="-1" autocomplete="off"></label></p>`,
    `  <input type="hidden" name="lang" value="${language}">`,
    `  <input type="hidden" name="form" value="${sha256}">`,
    `  <p><button type="submit">${e(words.button)}</button></p>`,
    line(e(words.hint)),
    "</form>",
  ];
  return lines.join("\n");
}
