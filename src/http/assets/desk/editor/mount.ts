/**
 * Makes an editor of a text field: `mountRichText(field)` on what `RichTextField` (http/staff/parts) rendered. The field works
 * without this: then the text is typed in the plain notation. With it, the same form sends rich text as JSON beside it.
 */
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { DOMParser, Fragment, type Schema, Slice } from "prosemirror-model";
import { EditorState, Plugin } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { readNotation } from "../../../../domain/documents/rules/notation.ts";
import type { Block, RichText } from "../../../../domain/documents/rules.ts";
import { bar as barOf } from "./bar/bar.ts";
import { linkLine } from "./bar/link.ts";
import { headsFirst } from "./commands/tables.ts";
import { keys, typedSigns } from "./keys.ts";
import { cleanPaste } from "./paste/clean.ts";
import { type Pasted, withoutStyles } from "./paste/node.ts";
import { docOf, richTextOf } from "./rich-text.ts";
import { schema } from "./schema.ts";

export interface MountedRichText {
  read(): Block[];
  /** Puts another text in; what was undone or not is forgotten. */
  write(text: RichText): void;
  focus(): void;
  destroy(): void;
}

export interface Told {
  /** The text is another one. */
  changed?(): void;
  /** Pictures were pasted or dropped here. True if they were taken. */
  pictures?(files: File[]): boolean;
}

/** Words from elsewhere go through the cleaner; what was copied here comes back as it is. */
class CleanParser extends DOMParser {
  override parseSlice(dom: Node, options?: Parameters<DOMParser["parseSlice"]>[1]): Slice {
    const here = (dom as Element).querySelector?.("[data-pm-slice]");
    if (here) return super.parseSlice(dom, options);
    return new Slice(Fragment.from(docOf(cleanPaste(dom as unknown as Pasted)).content), 0, 0);
  }
}

const parserOf = (own: Schema) => {
  const { rules } = DOMParser.fromSchema(own);
  return new CleanParser(own, rules);
};

const picturesIn = (data: DataTransfer | null) =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));

export function mountRichText(field: HTMLElement, told: Told = {}): MountedRichText {
  const typed = field.querySelector("textarea");
  const buttons = field.querySelector<HTMLElement>('[role="toolbar"]');
  const line = field.querySelector<HTMLElement>("[data-link-line]");
  if (!typed || !buttons || !line) throw new Error("a text field without its parts");
  const sent = document.createElement("input");
  sent.type = "hidden";
  sent.name = typed.name.replace(/\.text$/, ".json");
  const label = field.querySelector("label");
  if (label) label.id ||= `${typed.id}-label`;
  const place = document.createElement("div");
  place.className = "editor-words";
  typed.before(place);

  const stateOf = (text: RichText) =>
    EditorState.create({
      doc: docOf(text),
      plugins: [
        ...keys({
          "Mod-k": () => {
            links.open();
            return true;
          },
          "Alt-F10": () => {
            bar.focus();
            return true;
          },
        }),
        typedSigns(),
        history(),
        headsFirst(),
        tableEditing(),
        dropCursor(),
        gapCursor(),
        new Plugin({ view: () => ({ update: (view) => bar.shows(view.state) }) }),
      ],
    });
  const send = () => {
    sent.value = JSON.stringify(richTextOf(view.state.doc));
  };
  const view = new EditorView(place, {
    state: EditorState.create({ doc: docOf([]) }),
    attributes: {
      role: "textbox",
      "aria-multiline": "true",
      ...(label && { "aria-labelledby": label.id }),
      ...(typed.lang && { lang: typed.lang }),
      ...(typed.getAttribute("aria-invalid") && { "aria-invalid": "true" }),
      ...(field.dataset.keys && { "aria-describedby": field.dataset.keys }),
    },
    transformPastedHTML: withoutStyles,
    clipboardParser: parserOf(schema),
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      if (!tr.docChanged) return;
      send();
      told.changed?.();
    },
    handlePaste: (_view, event) => {
      const pictures = picturesIn(event.clipboardData);
      // Word puts a picture of the words beside the words.
      if (pictures.length === 0 || event.clipboardData?.getData("text/html")) return false;
      return told.pictures?.(pictures) ?? false;
    },
    handleDrop: (_view, event) => {
      const pictures = picturesIn(event.dataTransfer);
      return pictures.length > 0 && (told.pictures?.(pictures) ?? false);
    },
  });
  const links = linkLine(line, view);
  const bar = barOf(buttons, view, () => links.open());
  view.updateState(stateOf(readNotation(typed.value)));
  send();
  // From here the editor is the field.
  typed.before(sent);
  typed.hidden = true;
  const { name } = typed;
  typed.removeAttribute("name");
  buttons.hidden = false;
  field.dataset.mounted = "";
  bar.shows(view.state);
  label?.addEventListener("click", (event) => {
    event.preventDefault();
    view.focus();
  });
  return {
    read: () => richTextOf(view.state.doc),
    write(text) {
      view.updateState(stateOf(text));
      send();
      bar.shows(view.state);
    },
    focus: () => view.focus(),
    destroy() {
      view.destroy();
      place.remove();
      sent.remove();
      typed.hidden = false;
      typed.name = name;
      buttons.hidden = true;
      delete field.dataset.mounted;
    },
  };
}
