/**
 * The link's own line below the bar: where the words lead, with Enter to set it and Escape to go back. It says what is wrong
 * with an address before it is one; the server looks again.
 */
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { targetOf } from "../paste/links.ts";
import { schema } from "../schema.ts";

const { link } = schema.marks;

/** What a person types as an address: `www.` without https, a mail address without mailto. */
export function typedTarget(typed: string): string | undefined {
  const text = typed.trim();
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return targetOf(`mailto:${text}`);
  return (
    targetOf(text) ??
    (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(text) ? targetOf(`https://${text}`) : undefined)
  );
}

/** The whole link that the cursor stands in, or the selection. */
function extent(view: EditorView): { from: number; to: number; href: string } {
  const { selection, doc } = view.state;
  const { $from, from, to, empty } = selection;
  const here = link.isInSet($from.marks()) ?? link.isInSet($from.nodeAfter?.marks ?? []);
  if (!empty || !here) {
    let href = "";
    doc.nodesBetween(from, to, (node) => {
      href ||= String(link.isInSet(node.marks)?.attrs.href ?? "");
    });
    return { from, to, href };
  }
  let [start, end] = [$from.parentOffset, $from.parentOffset];
  $from.parent.forEach((node, offset) => {
    if (offset <= $from.parentOffset && $from.parentOffset <= offset + node.nodeSize && here.isInSet(node.marks))
      [start, end] = [offset, offset + node.nodeSize];
  });
  return { from: $from.start() + start, to: $from.start() + end, href: String(here.attrs.href) };
}

/** A selection that was made a moment ago, before the editor has heard of it. */
function hearSelection(view: EditorView): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset ?? 0), view.posAtDOM(focusNode, focusOffset ?? 0)];
  const { doc, selection, tr } = view.state;
  if (!(selection instanceof TextSelection) || (selection.anchor === anchor && selection.head === head)) return;
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
}

export interface LinkLine {
  open(): void;
}

/** Binds the line to the editor. The line is server markup: an input, a problem, buttons `set`, `drop`, `back`. */
export function linkLine(line: HTMLElement, view: EditorView): LinkLine {
  const input = line.querySelector("input");
  const problem = line.querySelector<HTMLElement>("[data-problem]");
  if (!input || !problem) throw new Error("a link line without its field");
  let where = { from: 0, to: 0 };
  const back = () => {
    line.hidden = true;
    view.focus();
  };
  const say = (wrong: boolean) => {
    problem.hidden = !wrong;
    if (wrong) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  const set = () => {
    const href = typedTarget(input.value);
    say(href === undefined);
    if (href === undefined) return input.focus();
    const { from, to } = where;
    const tr = view.state.tr;
    if (from === to) tr.insert(from, schema.text(href.replace(/^(https:\/\/|mailto:)/, ""), [link.create({ href })]));
    else tr.removeMark(from, to).addMark(from, to, link.create({ href }));
    view.dispatch(tr.scrollIntoView());
    back();
  };
  const drop = () => {
    view.dispatch(view.state.tr.removeMark(where.from, where.to, link));
    back();
  };
  line.addEventListener("keydown", (event) => {
    if (event.key === "Escape") back();
    else if (event.key === "Enter" && event.target === input) set();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  line.addEventListener("click", (event) => {
    const act = (event.target as HTMLElement).closest("button")?.dataset.link;
    if (act === "set") set();
    else if (act === "drop") drop();
    else if (act === "back") back();
  });
  return {
    open() {
      hearSelection(view);
      const { href, ...found } = extent(view);
      where = found;
      input.value = href;
      say(false);
      line.hidden = false;
      input.focus();
      input.select();
    },
  };
}
