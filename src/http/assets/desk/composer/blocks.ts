/** Blocks as elements of the page: made of the page's own templates, filled, with an editor in those that are text. */
import type { Lang } from "../../../../domain/institution/rules.ts";
import type { IssueBlock, IssueLink } from "../../../../domain/issues/rules/issue.ts";
import { type MountedRichText, mountRichText } from "../editor/mount.ts";

const editors = new WeakMap<HTMLElement, MountedRichText>();

export interface OnBlock {
  changed(): void;
  /** Pictures dropped or pasted into a text. */
  pictures(files: File[], after: HTMLElement): void;
}

export const idOf = (block: HTMLElement) => block.dataset.block ?? "";
export const kindOf = (block: HTMLElement) => block.dataset.kind as IssueBlock["kind"];
export const blocksIn = (list: HTMLElement) =>
  [...list.children].filter((el): el is HTMLElement => el instanceof HTMLElement);

/** A name that no other block has; works where the page is not served over https, too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

/** Gives a block its script: the editor, the row of links that can be added, the handle to drag. */
export function wake(block: HTMLElement, on: OnBlock): void {
  const handle = block.querySelector<HTMLElement>('[data-act="drag"]');
  if (handle) handle.hidden = false;
  const field = block.querySelector<HTMLElement>("[data-rich-text]");
  if (field && !editors.has(block)) {
    const pictures = (files: File[]) => {
      on.pictures(files, block);
      return true;
    };
    editors.set(block, mountRichText(field, { changed: on.changed, pictures }));
  }
  const more = block.querySelector<HTMLElement>("[data-with-script]");
  if (!more) return;
  more.hidden = false;
  more.querySelector("button")?.addEventListener("click", () => {
    const row = addRow(block);
    row?.querySelector("input")?.focus();
    on.changed();
  });
}

/** A new block of the template, filled. */
export function makeBlock(lang: Lang, block: IssueBlock, on: OnBlock): HTMLElement {
  const template = document.querySelector<HTMLTemplateElement>(
    `template[data-template="${block.kind}"][data-lang="${lang}"]`,
  );
  const made = template?.content.firstElementChild?.cloneNode(true);
  if (!(made instanceof HTMLElement)) throw new Error(`no template of ${block.kind}`);
  for (const element of [made, ...made.querySelectorAll("*")])
    for (const { name, value } of [...element.attributes])
      if (value.includes("__id__")) element.setAttribute(name, value.replaceAll("__id__", block.id));
  fill(made, lang, block);
  wake(made, on);
  if (block.kind === "text") editors.get(made)?.write(block.text);
  return made;
}

function fill(element: HTMLElement, lang: Lang, block: IssueBlock): void {
  const set = (name: string, value: string | undefined) => {
    const input = element.querySelector<HTMLInputElement>(`[name="${lang}.${block.id}.${name}"]`);
    if (input) input.value = value ?? "";
  };
  switch (block.kind) {
    case "image": {
      set("image", block.image);
      element.querySelector("img")?.setAttribute("src", `/media/${block.image}`);
      set("alt", block.alt);
      set("caption", block.caption);
      set("href", block.href);
      const box = element.querySelector<HTMLInputElement>('input[type="checkbox"]');
      if (box) box.checked = block.decorative === true;
      return;
    }
    case "button":
      set("label", block.label);
      set("href", block.href);
      return;
    case "event":
      for (const name of ["title", "when", "place", "href"] as const) set(name, block[name]);
      return;
    case "links":
      set("heading", block.heading);
      for (const item of block.items) fillRow(lastRow(element), item, () => addRow(element));
      return;
    default:
      return;
  }
}

const lastRow = (block: HTMLElement) => block.querySelector<HTMLElement>("[data-links] > li:last-child");

function fillRow(row: HTMLElement | null, item: IssueLink, then: () => void): void {
  for (const input of row?.querySelectorAll("input") ?? []) {
    const name = input.name.slice(input.name.lastIndexOf(".") + 1) as keyof IssueLink;
    input.value = item[name] ?? "";
  }
  then();
}

/** One more empty row, with names for its fields of its own. */
function addRow(block: HTMLElement): HTMLElement | undefined {
  const last = lastRow(block);
  const row = last?.cloneNode(true);
  if (!last || !(row instanceof HTMLElement)) return undefined;
  const n = (block.querySelectorAll("[data-links] > li").length ?? 0) + 1;
  for (const input of row.querySelectorAll("input")) {
    const id = input.id.replace(/-\d+$/, `-${n}`);
    row.querySelector(`label[for="${input.id}"]`)?.setAttribute("for", id);
    input.id = id;
    input.value = "";
  }
  last.after(row);
  return row;
}

/** To what of a block the cursor goes when it is new. */
export function focusIn(block: HTMLElement): void {
  const editor = editors.get(block);
  if (editor) editor.focus();
  else block.querySelector<HTMLElement>('input:not([type="hidden"]), fieldset')?.focus();
}
