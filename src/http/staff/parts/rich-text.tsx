/**
 * A field for text with headings, lists, links and tables. Without JavaScript it is a text area in the plain notation
 * (domain/documents/rules/notation.ts); the script of `assets/desk/editor` makes an editor of it, with this bar. Reusable: a
 * page that has one loads the script. The name of the field ends in `.text`; the editor sends `.json` in its place.
 */

import { writeNotation } from "../../../domain/documents/rules/notation.ts";
import type { RichText } from "../../../domain/documents/rules.ts";
import { richTextBarTexts } from "../../../texts/rich-text-bar.ts";
import { say } from "../../../texts/say.ts";
import { fieldId } from "../../forms.ts";
import { useFrame } from "../../page.tsx";
import { FieldProblem } from "./problems.tsx";

const GROUPS = [
  ["bold", "italic", "link"],
  ["heading", "subheading", "bullets", "numbers", "quote", "table"],
  ["undo", "redo"],
] as const;
const IN_TABLE = ["row-add", "column-add", "row-drop", "column-drop", "table-drop"] as const;

export interface RichTextFieldProps {
  name: `${string}.text`;
  label: string;
  value: RichText;
  problem?: string | undefined;
  lang?: "lv" | "en";
  rows?: number;
  /** The heading above says it already. */
  labelled?: boolean;
}

export function RichTextField(p: RichTextFieldProps) {
  const { lang } = useFrame();
  const t = say(richTextBarTexts, lang);
  const id = fieldId(p.name);
  const button = (command: (typeof GROUPS)[number][number] | (typeof IN_TABLE)[number]) => (
    <button class="editor-button" type="button" data-command={command} tabindex={-1}>
      {t(`bar.${command}`)}
    </button>
  );
  return (
    <div class="ds-field editor" data-rich-text data-keys={`${id}-keys`}>
      <label class={p.labelled ? "ds-label ds-sr-only" : "ds-label"} for={id}>
        {p.label}
      </label>
      <div data-field="description" class="editor-typed" id={`${id}-hint`}>
        {t("help")}
      </div>
      <div data-field="description" class="editor-keys" id={`${id}-keys`}>
        {t("keys")}
      </div>
      <div class="editor-bar" role="toolbar" aria-label={t("bar.label")} hidden>
        {GROUPS.map((group) => (
          <span>{group.map(button)}</span>
        ))}
        <span data-in-table hidden>
          {IN_TABLE.map(button)}
        </span>
      </div>
      <div class="editor-link" data-link-line hidden>
        <label class="ds-label" for={`${id}-href`}>
          {t("link.href")}
        </label>
        <input
          class="ds-input"
          id={`${id}-href`}
          inputmode="url"
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-wrong`}
        />
        <p class="ds-validation-message" id={`${id}-wrong`} data-problem role="alert" hidden>
          {t("link.wrong")}
        </p>
        <div class="desk-acts">
          <button class="ds-button" type="button" data-variant="secondary" data-link="set">
            {t("link.set")}
          </button>
          <button class="ds-button" type="button" data-variant="tertiary" data-link="drop">
            {t("link.drop")}
          </button>
          <button class="ds-button" type="button" data-variant="tertiary" data-link="back">
            {t("link.back")}
          </button>
        </div>
      </div>
      <textarea
        class="ds-input"
        id={id}
        name={p.name}
        rows={p.rows ?? 10}
        lang={p.lang}
        aria-describedby={[p.problem && `${id}-problem`, `${id}-hint`].filter(Boolean).join(" ")}
        aria-invalid={p.problem ? "true" : undefined}
      >
        {writeNotation(p.value)}
      </textarea>
      <FieldProblem id={`${id}-problem`} text={p.problem} />
    </div>
  );
}
