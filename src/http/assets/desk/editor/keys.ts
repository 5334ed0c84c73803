/** The keyboard, and what typed signs become. Tab leaves the editor, except from cell to cell, so nobody is caught in it. */
import { baseKeymap, chainCommands, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { type Command, type Plugin, TextSelection } from "prosemirror-state";
import { goToNextCell } from "prosemirror-tables";
import { enterInItem, leaveItem, toggleBlock, toggleList } from "./commands/lists.ts";
import { backInQuote, enterInQuote, leaveBlock, toggleQuote } from "./commands/quotes.ts";
import { schema } from "./schema.ts";

const { nodes, marks } = schema;

const lineBreak: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.type.contentMatch.matchType(nodes.hard_break)) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** `more`: keys that the bar adds (the link, the bar itself). */
export function keys(more: Record<string, Command>): Plugin[] {
  return [
    keymap({
      ...more,
      "Mod-z": undo,
      "Mod-y": redo,
      "Shift-Mod-z": redo,
      "Mod-b": toggleMark(marks.strong),
      "Mod-i": toggleMark(marks.em),
      "Mod-Alt-2": toggleBlock(nodes.heading, { level: 2 }),
      "Mod-Alt-3": toggleBlock(nodes.heading, { level: 3 }),
      "Shift-Mod-8": toggleList(nodes.bullet_list),
      "Shift-Mod-7": toggleList(nodes.ordered_list),
      "Shift-Mod-9": toggleQuote,
      "Shift-Enter": lineBreak,
      "Mod-Enter": leaveBlock,
      Enter: chainCommands(enterInQuote, enterInItem),
      Backspace: chainCommands(backInQuote, leaveItem),
      Tab: goToNextCell(1),
      "Shift-Tab": goToNextCell(-1),
    }),
    keymap(baseKeymap),
  ];
}

/** The signs of the plain notation, typed at the start of a paragraph. */
export const typedSigns = (): Plugin =>
  inputRules({
    rules: [
      textblockTypeInputRule(/^(##|###)\s$/, nodes.heading, (found) => ({ level: found[1]?.length })),
      wrappingInputRule(/^[-*•]\s$/, nodes.bullet_list),
      wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
      new InputRule(/^>\s$/, (state, _found, start, end) => {
        const tr = state.tr.delete(start, end);
        toggleQuote(state.apply(state.tr.delete(start, end)), (own) => {
          for (const step of own.steps) tr.step(step);
          tr.setSelection(TextSelection.create(tr.doc, own.selection.from));
        });
        return tr;
      }),
    ],
  });
