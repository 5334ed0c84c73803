/**
 * The bar of buttons over a text: real buttons from the server, pressed or not as the cursor moves, one stop for Tab and
 * arrows between them (ARIA toolbar). Buttons for tables show only in a table.
 */
import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { COMMANDS, inTable, isCommand, isOn, linkAt } from "../commands/named.ts";

export interface Bar {
  shows(state: EditorState): void;
  focus(): void;
}

export function bar(element: HTMLElement, view: EditorView, openLink: () => void): Bar {
  const buttons = [...element.querySelectorAll<HTMLButtonElement>("button[data-command]")];
  const visible = () => buttons.filter((button) => !button.closest("[hidden]"));
  const stopAt = (button: HTMLButtonElement | undefined) => {
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
  };
  stopAt(buttons[0]);
  // The selection stays where it is when a button is pressed by mouse.
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>("button[data-command]");
    if (!button) return;
    stopAt(button);
    const { command } = button.dataset;
    if (command === "link") return openLink();
    if (!isCommand(command)) return;
    COMMANDS[command].run(view.state, view.dispatch, view);
    view.focus();
  });
  element.addEventListener("keydown", (event) => {
    const all = visible();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") view.focus();
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = all[to % all.length];
    stopAt(next);
    next?.focus();
  });
  const ofTables = element.querySelector<HTMLElement>("[data-in-table]");
  return {
    shows(state) {
      if (ofTables) ofTables.hidden = !inTable(state);
      for (const button of buttons) {
        const { command } = button.dataset;
        const on = command === "link" ? linkAt(state) : isCommand(command) ? isOn(command, state) : undefined;
        if (on !== undefined) button.setAttribute("aria-pressed", String(on));
      }
    },
    focus: () => (visible().find((button) => button.tabIndex === 0) ?? visible()[0])?.focus(),
  };
}
