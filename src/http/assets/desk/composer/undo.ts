/**
 * Undo and redo of what is done with blocks as wholes. What is remembered is which elements stood in which order: an element
 * that was removed keeps its words, its editor and the editor's own undo until it comes back.
 */
import type { Lang } from "../../../../domain/institution/rules.ts";
import { blocksIn } from "./blocks.ts";
import type { Composer } from "./form.ts";

type Order = Map<Lang, HTMLElement[]>;

export interface Undo {
  /** Does it and remembers how it was before. */
  act(change: () => void): void;
  /** For acts that last: gives what remembers the state of now, if something came of it. */
  before(): () => boolean;
  undo(): boolean;
  redo(): boolean;
}

const MOST = 100;

export function undoOf(composer: Composer, changed: () => void): Undo {
  const past: Order[] = [];
  let future: Order[] = [];
  const now = (): Order => new Map(composer.languages.map((lang) => [lang, blocksIn(composer.list(lang))]));
  const same = (a: Order, b: Order) =>
    [...a].every(
      ([lang, blocks]) => blocks.length === b.get(lang)?.length && blocks.every((el, i) => b.get(lang)?.[i] === el),
    );
  const put = (order: Order) => {
    for (const [lang, blocks] of order) composer.list(lang).replaceChildren(...blocks);
    changed();
  };
  const before = () => {
    const was = now();
    return () => {
      if (same(was, now())) return false;
      past.push(was);
      if (past.length > MOST) past.shift();
      future = [];
      changed();
      return true;
    };
  };
  return {
    before,
    act(change) {
      const done = before();
      change();
      done();
    },
    undo() {
      const was = past.pop();
      if (!was) return false;
      future.push(now());
      put(was);
      return true;
    },
    redo() {
      const next = future.pop();
      if (!next) return false;
      past.push(now());
      put(next);
      return true;
    },
  };
}
