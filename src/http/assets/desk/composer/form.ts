/** The composer's form as the page gave it: its parts, its words, and what stands in it as the draft of an issue. */

import type { Lang } from "../../../../domain/institution/rules.ts";
import type { IssueDraft } from "../../../../domain/issues/rules/issue.ts";
import { draftOf } from "../../../staff/issues/compose/read-form.ts";

export interface Composer {
  form: HTMLFormElement;
  /** Languages of the institution, in its order. */
  languages: Lang[];
  /** Says a sentence of the page; `{time}`, `{at}`, `{of}` are filled in. */
  words(key: string, holes?: Record<string, string | number>): string;
  /** Tells it to whoever cannot see what happened. */
  say(text: string): void;
  list(lang: Lang): HTMLElement;
  field(name: string): HTMLInputElement | null;
  /** The draft as it stands in the form, and what it is called. */
  read(): { title: string; draft: IssueDraft };
}

export function composerOf(form: HTMLFormElement): Composer {
  const sentences = JSON.parse(form.dataset.words ?? "{}") as Record<string, string>;
  const said = document.querySelector("[data-said]");
  const sections = [...form.querySelectorAll<HTMLElement>("[data-text]")];
  const languages = sections.map((section) => section.dataset.text as Lang);
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null;
  return {
    form,
    languages,
    field,
    words: (key, holes = {}) =>
      (sentences[key] ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => String(holes[name] ?? whole)),
    say(text) {
      if (said) said.textContent = text;
    },
    list(lang) {
      const list = form.querySelector<HTMLElement>(`[data-blocks="${lang}"]`);
      if (!list) throw new Error(`no blocks in ${lang}`);
      return list;
    },
    read() {
      const data = new FormData(form);
      const all = (name: string) => data.getAll(name).filter((value): value is string => typeof value === "string");
      const values = Object.fromEntries([...data.keys()].map((name) => [name, all(name)[0] ?? ""]));
      const typed = { all, values, file: () => undefined, text: (name: string) => (values[name] ?? "").trim() };
      const draft = draftOf(typed, languages, { texts: {}, salutation: "general" });
      return { title: typed.text("title"), draft };
    },
  };
}
