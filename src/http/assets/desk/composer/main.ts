/**
 * Runs in the browser, on the page where an issue is written (`#composer`): editors in place of text areas, blocks that move
 * without a reload, saving while somebody writes. The form works without this file.
 */

import type { Lang } from "../../../../domain/institution/rules.ts";
import { copyStructure, emptyBlock } from "../../../../domain/issues/rules/edit-text.ts";
import type { BlockKind, IssueBlock, IssueText } from "../../../../domain/issues/rules/issue.ts";
import { autosaveOf } from "./autosave.ts";
import { blocksIn, focusIn, idOf, makeBlock, newId, type OnBlock, wake } from "./blocks.ts";
import { type Composer, composerOf } from "./form.ts";
import { type Kept, keepingOf } from "./kept.ts";
import { movingOf } from "./moving.ts";
import { panesOf } from "./panes.ts";
import { picturesOf } from "./pictures.ts";
import { undoOf } from "./undo.ts";

const form = document.querySelector<HTMLFormElement>("form#composer");
if (form) compose(composerOf(form));

function compose(composer: Composer): void {
  const { form, words, say } = composer;
  const keeping = keepingOf(form.dataset.issue ?? "", form.dataset.author ?? "");
  const panes = panesOf(composer);
  const saving = autosaveOf(composer, keeping, { saved: panes.refresh });
  const changed = () => {
    for (const lang of composer.languages) {
      const none = form.querySelector<HTMLElement>(`[data-text="${lang}"] [data-no-blocks]`);
      if (none) none.hidden = blocksIn(composer.list(lang)).length > 0;
    }
    saving.changed();
  };
  const undo = undoOf(composer, changed);
  const moving = movingOf(composer, undo);
  const langOf = (block: HTMLElement) => block.closest<HTMLElement>("[data-text]")?.dataset.text as Lang;
  const on: OnBlock = { changed, pictures: (files, after) => void pictures.take(files, langOf(after), after) };
  const add = (lang: Lang, block: IssueBlock, after?: HTMLElement) => {
    const made = makeBlock(lang, block, on);
    undo.act(() => (after?.isConnected ? after.after(made) : composer.list(lang).append(made)));
    say(words("added"));
    focusIn(made);
    made.scrollIntoView({ block: "nearest" });
  };
  const pictures = picturesOf(composer, (lang, image, after) =>
    add(lang, { id: newId(), kind: "image", image, alt: "" }, after),
  );
  const remove = (block: HTMLElement) => {
    const next = block.nextElementSibling ?? block.previousElementSibling;
    const list = block.parentElement;
    undo.act(() => block.remove());
    say(words("removed"));
    (next?.querySelector<HTMLElement>("fieldset") ?? list?.parentElement?.querySelector<HTMLElement>("h3"))?.focus();
  };
  const put = (lang: Lang, text: IssueText, afresh: boolean) => {
    const list = composer.list(lang);
    const own = new Map(afresh ? [] : blocksIn(list).map((block) => [idOf(block), block]));
    undo.act(() =>
      list.replaceChildren(...text.blocks.map((block) => own.get(block.id) ?? makeBlock(lang, block, on))),
    );
  };
  const copy = (lang: Lang) => {
    const { texts } = composer.read().draft;
    const from = composer.languages.find((one) => one !== lang);
    const [own, other] = [texts[lang], from && texts[from]];
    if (!own || !other) return;
    put(lang, copyStructure(own, other), false);
    say(words("copied"));
  };

  for (const lang of composer.languages) for (const block of blocksIn(composer.list(lang))) wake(block, on);
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>("button");
    const block = button?.closest<HTMLElement>("[data-block]");
    const [act, lang, kind] = button?.name === "act" ? button.value.split(":") : [];
    if (!button || !lang) return;
    event.preventDefault();
    if (block && act === "up") moving.by(block, -1);
    else if (block && act === "down") moving.by(block, 1);
    else if (block && act === "remove") remove(block);
    else if (act === "add") add(lang as Lang, emptyBlock(kind as Exclude<BlockKind, "image">, newId()));
    else if (act === "copy") copy(lang as Lang);
  });
  form.addEventListener("keydown", (event) => {
    const handle = (event.target as HTMLElement).closest('[data-act="drag"]');
    const block = handle?.closest<HTMLElement>("[data-block]");
    if (!block || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    moving.by(block, event.key === "ArrowUp" ? -1 : 1);
  });
  const back = (name: "undo" | "redo") =>
    say(words(undo[name]() ? (name === "undo" ? "undone" : "redone") : "nothing"));
  form.querySelector("[data-undo]")?.addEventListener("click", () => back("undo"));
  form.querySelector("[data-redo]")?.addEventListener("click", () => back("redo"));

  const use = ({ title, draft }: Kept) => {
    const name = composer.field("title");
    if (name && title) name.value = title;
    for (const lang of composer.languages) {
      const text = draft.texts[lang];
      if (!text) continue;
      for (const part of ["subject", "preheader"] as const) {
        const field = composer.field(`${lang}.${part}`);
        if (field) field.value = text[part];
      }
      put(lang, text, true);
    }
    changed();
  };
  offer(composer, keeping, use);

  let leaving = false;
  form.addEventListener("submit", () => {
    leaving = true;
    keeping.keep(composer.read());
  });
  addEventListener("beforeunload", (event) => {
    if (!leaving && !saving.idle()) event.preventDefault();
  });
}

/** What this browser kept of an earlier visit and the server does not have: put in or thrown away, as the author says. */
function offer(composer: Composer, keeping: ReturnType<typeof keepingOf>, use: (kept: Kept) => void): void {
  const kept = keeping.find();
  if (!kept) return;
  if (JSON.stringify(kept) === JSON.stringify(composer.read())) {
    keeping.forget();
    return;
  }
  const found = document.querySelector<HTMLElement>("[data-found]");
  if (!found) return;
  found.hidden = false;
  found.addEventListener("click", (event) => {
    const act = (event.target as HTMLElement).closest("button")?.dataset.kept;
    if (!act) return;
    if (act === "use") use(kept);
    else keeping.forget();
    found.hidden = true;
  });
}
