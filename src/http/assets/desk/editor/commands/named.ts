/**
 * What the bar's buttons and the keyboard can do, by name, and whether it is on where the cursor stands. The names stand in
 * the markup (`data-command`), the words of the buttons in src/texts.
 */
import { setBlockType, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { MarkType } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from "prosemirror-tables";
import { schema } from "../schema.ts";
import { around, toggleBlock, toggleList } from "./lists.ts";
import { toggleQuote } from "./quotes.ts";
import { insertTable } from "./tables.ts";

const { nodes, marks } = schema;

interface Named {
  run: Command;
  /** Absent: it is nothing that can be on. */
  on?: (state: EditorState) => boolean;
}

function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

const heading = (level: 2 | 3): Named => ({
  run: toggleBlock(nodes.heading, { level }),
  on: (state) => state.selection.$from.parent.hasMarkup(nodes.heading, { level }),
});
const list = (type: "bullet_list" | "ordered_list"): Named => ({
  run: toggleList(nodes[type]),
  on: (state) => around(state, [nodes.bullet_list, nodes.ordered_list])?.node.type === nodes[type],
});

export const COMMANDS = {
  bold: { run: toggleMark(marks.strong), on: (state) => hasMark(state, marks.strong) },
  italic: { run: toggleMark(marks.em), on: (state) => hasMark(state, marks.em) },
  paragraph: { run: setBlockType(nodes.paragraph) },
  heading: heading(2),
  subheading: heading(3),
  bullets: list("bullet_list"),
  numbers: list("ordered_list"),
  quote: { run: toggleQuote, on: (state) => around(state, [nodes.quote]) !== undefined },
  table: { run: insertTable },
  "row-add": { run: addRowAfter },
  "column-add": { run: addColumnAfter },
  "row-drop": { run: deleteRow },
  "column-drop": { run: deleteColumn },
  "table-drop": { run: deleteTable },
  undo: { run: undo },
  redo: { run: redo },
} satisfies Record<string, Named>;

export type CommandName = keyof typeof COMMANDS;
export const isCommand = (name: string | undefined): name is CommandName =>
  name !== undefined && Object.hasOwn(COMMANDS, name);
export const isOn = (name: CommandName, state: EditorState): boolean | undefined =>
  (COMMANDS[name] as Named).on?.(state);
export const inTable = (state: EditorState) => around(state, [nodes.table]) !== undefined;
export const linkAt = (state: EditorState) => hasMark(state, marks.link);
