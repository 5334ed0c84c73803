/** Lists have one level, and an item is one paragraph: what the usual list commands would nest is lifted out instead. */
import { setBlockType } from "prosemirror-commands";
import { type Attrs, Fragment, type Node, type NodeType } from "prosemirror-model";
import { liftListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { schema } from "../schema.ts";

const { nodes } = schema;

/** The nearest node of one of these types around the start of the selection, with its position. */
export function around(
  state: EditorState,
  types: readonly NodeType[],
): { node: Node; pos: number; depth: number } | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (types.includes(node.type)) return { node, pos: $from.before(depth), depth };
  }
  return undefined;
}

const LISTS = [nodes.bullet_list, nodes.ordered_list];
const liftItem = liftListItem(nodes.list_item);

/** A list of this kind of the blocks selected; paragraphs again where they are one already. */
export function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const list = around(state, LISTS);
    if (list?.node.type === type) return liftItem(state, dispatch);
    if (list) {
      dispatch?.(state.tr.setNodeMarkup(list.pos, type));
      return true;
    }
    if (wrapInList(type)(state, dispatch)) return true;
    return afterwards(setBlockType(nodes.paragraph), wrapInList(type))(state, dispatch);
  };
}

/** Two commands as one step. */
export function afterwards(first: Command, second: Command): Command {
  return (state, dispatch) => {
    const tr = state.tr;
    let between = state;
    const done = first(state, (own) => {
      between = state.apply(own);
      for (const step of own.steps) tr.step(step);
    });
    if (!done || between === state) return false;
    const able = second(between, (own) => {
      for (const step of own.steps) tr.step(step);
      const { anchor, head } = own.selection;
      if (own.selection instanceof TextSelection) tr.setSelection(TextSelection.create(tr.doc, anchor, head));
    });
    if (able) dispatch?.(tr.scrollIntoView());
    return able;
  };
}

/** Enter: the next item, or out of the list from an empty one. */
export const enterInItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!around(state, [nodes.list_item])) return false;
  if (empty && $from.parent.content.size === 0) return liftItem(state, dispatch);
  return splitListItem(nodes.list_item)(state, dispatch);
};

/** A heading, or a paragraph again; out of a list first. */
export function toggleBlock(type: NodeType, attrs: Attrs | null = null): Command {
  return (state, dispatch) => {
    const { parent } = state.selection.$from;
    const same = parent.hasMarkup(type, attrs);
    const change = same ? setBlockType(nodes.paragraph) : setBlockType(type, attrs);
    return change(state, dispatch) || afterwards(liftItem, change)(state, dispatch);
  };
}

/** Backspace at the start of an item: out of the list, not into the item before. */
export const leaveItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || !around(state, [nodes.list_item])) return false;
  return liftItem(state, dispatch);
};

export const emptyParagraph = () => Fragment.from(nodes.paragraph.create());
