/**
 * Moving blocks: by the handle with mouse or finger, by the arrow keys on the handle, by the buttons "up" and "down" (WCAG
 * 2.5.7: nothing needs dragging). Every move is said with its new place.
 */
import type { Lang } from "../../../../domain/institution/rules.ts";
import { blocksIn } from "./blocks.ts";
import type { Composer } from "./form.ts";
import type { Undo } from "./undo.ts";

/** Pixels from the edge of the window in which a drag scrolls the page, and how far at a time. */
const EDGE = 60;
const STEP = 14;

export interface Moving {
  by(block: HTMLElement, step: -1 | 1): void;
}

export function movingOf(composer: Composer, undo: Undo): Moving {
  const tell = (block: HTMLElement) => {
    const all = blocksIn(block.parentElement as HTMLElement);
    composer.say(composer.words("moved", { at: all.indexOf(block) + 1, of: all.length }));
  };
  const by = (block: HTMLElement, step: -1 | 1) => {
    const other = step < 0 ? block.previousElementSibling : block.nextElementSibling;
    const held = document.activeElement as HTMLElement | null;
    undo.act(() => {
      if (step < 0) other?.before(block);
      else other?.after(block);
    });
    // The element left the page for a moment, and the focus with it.
    held?.focus();
    tell(block);
    block.scrollIntoView({ block: "nearest" });
  };
  for (const lang of composer.languages) dragIn(composer.list(lang as Lang), undo, tell);
  return { by };
}

function dragIn(list: HTMLElement, undo: Undo, tell: (block: HTMLElement) => void): void {
  list.addEventListener("pointerdown", (event) => {
    const handle = (event.target as HTMLElement).closest<HTMLElement>('[data-act="drag"]');
    const block = handle?.closest<HTMLElement>("[data-block]");
    if (!handle || !block || event.button !== 0) return;
    event.preventDefault();
    handle.focus();
    const done = undo.before();
    const was = blocksIn(list);
    block.dataset.dragging = "";
    const move = ({ clientY }: PointerEvent) => {
      if (clientY < EDGE) scrollBy(0, -STEP);
      else if (clientY > innerHeight - EDGE) scrollBy(0, STEP);
      place(list, block, clientY);
    };
    const end = (finished: boolean) => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", drop);
      removeEventListener("pointercancel", cancel);
      removeEventListener("keydown", onEscape, true);
      delete block.dataset.dragging;
      if (!finished) list.replaceChildren(...was);
      if (done()) tell(block);
      handle.focus();
    };
    const drop = () => end(true);
    const cancel = () => end(false);
    const onEscape = (key: KeyboardEvent) => {
      if (key.key === "Escape") cancel();
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", drop);
    addEventListener("pointercancel", cancel);
    addEventListener("keydown", onEscape, true);
  });
}

/** Before the first block whose middle is below the pointer. A block that is dragged up passes a taller one at its middle. */
function place(list: HTMLElement, block: HTMLElement, y: number): void {
  const others = blocksIn(list).filter((other) => other !== block);
  const next = others.find((other) => {
    const { top, height } = other.getBoundingClientRect();
    return y < top + height / 2;
  });
  if (next ? next.previousElementSibling === block : list.lastElementChild === block) return;
  if (next) next.before(block);
  else list.append(block);
}
