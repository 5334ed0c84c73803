/** Tables: a new one, rows and columns; the first row is always the heads, whatever was cut or pasted. */
import type { Node } from "prosemirror-model";
import { type Command, Plugin, TextSelection } from "prosemirror-state";
import { schema } from "../schema.ts";
import { around } from "./lists.ts";

const { nodes } = schema;
const NEW = { columns: 3, rows: 3 } as const;

/** A table behind the block with the cursor, ready to type its first head. Not inside another. */
export const insertTable: Command = (state, dispatch) => {
  if (around(state, [nodes.table])) return false;
  const cell = (i: number) => nodes[i === 0 ? "table_header" : "table_cell"].createAndFill();
  const rows = Array.from({ length: NEW.rows }, (_, i) =>
    nodes.table_row.create(
      null,
      Array.from({ length: NEW.columns }, () => cell(i)).filter((made): made is Node => made !== null),
    ),
  );
  const { $from } = state.selection;
  const at = $from.depth > 0 ? $from.after(1) : state.selection.to;
  const tr = state.tr.insert(at, nodes.table.create(null, rows));
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 3))).scrollIntoView());
  return true;
};

/** Keeps the first row of every table its heads, and the others not. */
export const headsFirst = () =>
  new Plugin({
    appendTransaction: (transactions, _before, state) => {
      if (!transactions.some((tr) => tr.docChanged)) return null;
      const tr = state.tr;
      state.doc.descendants((table, at) => {
        if (table.type !== nodes.table) return true;
        table.forEach((row, offset, i) => {
          const kind = i === 0 ? nodes.table_header : nodes.table_cell;
          row.forEach((cell, across) => {
            if (cell.type !== kind) tr.setNodeMarkup(at + offset + across + 2, kind, cell.attrs);
          });
        });
        return false;
      });
      return tr.docChanged ? tr : null;
    },
  });
