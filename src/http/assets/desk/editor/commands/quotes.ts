/** A quote is its words, in lines, and who said them: two fields in one block, with the keyboard's way in, through and out. */
import { Fragment, type Node } from "prosemirror-model";
import { type Command, TextSelection } from "prosemirror-state";
import { schema } from "../schema.ts";
import { around, emptyParagraph } from "./lists.ts";

const { nodes } = schema;
const lineBreak = () => nodes.hard_break.create();

/** Lines of text blocks, with a break between; links and marks that a quote has no place for are dropped. */
function linesOf(blocks: readonly Node[]): Node[] {
  return blocks.flatMap((block, i) => {
    const words = block.children.map((node) =>
      node.isText ? node.mark(node.marks.filter((m) => m.type !== schema.marks.link)) : node,
    );
    return i === 0 ? words : [lineBreak(), ...words];
  });
}

/** The selected blocks as one quote, or a quote as paragraphs again. */
export const toggleQuote: Command = (state, dispatch) => {
  const inside = around(state, [nodes.quote]);
  if (inside) {
    dispatch?.(
      state.tr.replaceWith(inside.pos, inside.pos + inside.node.nodeSize, paragraphsOf(inside.node)).scrollIntoView(),
    );
    return true;
  }
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to);
  if (!range) return false;
  // Whole blocks of the document: a list or a table that the selection touches goes along in its lines.
  const [start, end] = [$from.before(1), $to.after(1)];
  const blocks: Node[] = [];
  state.doc.nodesBetween(start, end, (node) => {
    if (node.isTextblock) blocks.push(node);
    return !node.isTextblock;
  });
  const quote = nodes.quote.create(null, [nodes.quote_words.create(null, linesOf(blocks)), nodes.quote_by.create()]);
  const tr = state.tr.replaceWith(start, end, quote);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(start + 2))).scrollIntoView());
  return true;
};

function paragraphsOf(quote: Node): Fragment {
  const lines: Node[][] = [[]];
  for (const node of quote.firstChild?.children ?? []) {
    if (node.type === nodes.hard_break) lines.push([]);
    else lines.at(-1)?.push(node);
  }
  const by = quote.lastChild?.textContent;
  if (by) lines.push([schema.text(`– ${by}`)]);
  return Fragment.from(lines.map((line) => nodes.paragraph.create(null, line)));
}

/** Enter: a line of the words; from who said it, on to a paragraph behind the quote. */
export const enterInQuote: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type === nodes.quote_words) {
    dispatch?.(state.tr.replaceSelectionWith(lineBreak()).scrollIntoView());
    return true;
  }
  return $from.parent.type === nodes.quote_by && leaveBlock(state, dispatch);
};

/** Backspace at the start of the words: paragraphs again; at the start of who said it: back to the words. */
export const backInQuote: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if ($from.parent.type === nodes.quote_words) return toggleQuote(state, dispatch);
  if ($from.parent.type !== nodes.quote_by) return false;
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve($from.before() - 1), -1)));
  return true;
};

/** Out of a quote, a table or a list, to an empty paragraph behind it. */
export const leaveBlock: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth < 2) return false;
  const after = $from.after(1);
  const tr = state.tr.insert(after, emptyParagraph());
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView());
  return true;
};
