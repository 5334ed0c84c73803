/**
 * What the composer's buttons do without JavaScript, by the value of the one that was pressed: `save`, `preview`, `send`,
 * `add:lv:text`, `up:lv:BLOCK`, `down:lv:BLOCK`, `remove:lv:BLOCK`, `copy:lv`. Each also saves what was typed.
 */
import type { Lang } from "../../../../domain/institution/rules.ts";
import {
  addBlock,
  copyStructure,
  emptyBlock,
  moveBlock,
  removeBlock,
} from "../../../../domain/issues/rules/edit-text.ts";
import { BLOCK_KINDS, type IssueBlock, type IssueDraft } from "../../../../domain/issues/rules/issue.ts";

export interface Pressed {
  /** Page that comes next: the composer itself where it is "". */
  next: "" | "preview" | "send";
  draft: IssueDraft;
  /** Block that the page returns to. */
  at?: string;
}

const EMPTY = { subject: "", preheader: "", blocks: [] };

/** The draft after the act. `made`: the block of an image that came with the form; `id`: a name for a new block. */
export function pressed(
  act: string,
  draft: IssueDraft,
  languages: readonly Lang[],
  given: { id: string; image?: IssueBlock | undefined },
): Pressed {
  const [name = "", language = "", which = ""] = act.split(":");
  const lang = languages.find((one) => one === language);
  if (name === "preview" || name === "send") return { next: name, draft };
  if (!lang) return { next: "", draft };
  const text = draft.texts[lang] ?? EMPTY;
  const other = draft.texts[languages.find((one) => one !== lang) ?? lang] ?? EMPTY;
  const becomes = (changed: typeof text, id?: string): Pressed => ({
    next: "",
    draft: { ...draft, texts: { ...draft.texts, [lang]: changed } },
    at: id === undefined ? `${lang}.blocks` : `${lang}.${id}`,
  });
  switch (name) {
    case "add": {
      const kind = BLOCK_KINDS.find((one) => one === which);
      if (!kind) return { next: "", draft };
      const block = kind === "image" ? given.image : emptyBlock(kind, given.id);
      return block ? becomes(addBlock(text, block), block.id) : { next: "", draft };
    }
    case "up":
      return becomes(moveBlock(text, which, -1), which);
    case "down":
      return becomes(moveBlock(text, which, 1), which);
    case "remove":
      return becomes(removeBlock(text, which));
    case "copy":
      return becomes(copyStructure(text, other));
    default:
      return { next: "", draft };
  }
}
