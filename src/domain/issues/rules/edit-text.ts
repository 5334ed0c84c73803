/**
 * What an author does with the blocks of one language as wholes: add, move, remove, take over the structure of the other
 * language. The composer's form and its script do it by the same functions. Pure: a text in, a text out.
 */
import type { BlockKind, IssueBlock, IssueText } from "./issue.ts";

/** A block to be filled. An image has none: it is made of its file. */
export function emptyBlock(kind: Exclude<BlockKind, "image">, id: string): IssueBlock {
  switch (kind) {
    case "text":
      return { id, kind, text: [] };
    case "button":
      return { id, kind, label: "", href: "" };
    case "links":
      return { id, kind, items: [] };
    case "event":
      return { id, kind, title: "", when: "", place: "" };
    case "divider":
      return { id, kind };
  }
}

export const addBlock = (text: IssueText, block: IssueBlock): IssueText => ({
  ...text,
  blocks: [...text.blocks, block],
});

export const removeBlock = (text: IssueText, id: string): IssueText => ({
  ...text,
  blocks: text.blocks.filter((block) => block.id !== id),
});

/** One place up (-1) or down (1); at the edge it stays where it is. */
export function moveBlock(text: IssueText, id: string, by: -1 | 1): IssueText {
  const from = text.blocks.findIndex((block) => block.id === id);
  const to = from + by;
  const [block, other] = [text.blocks[from], text.blocks[to]];
  if (!block || !other) return text;
  const blocks = [...text.blocks];
  blocks[from] = other;
  blocks[to] = block;
  return { ...text, blocks };
}

/**
 * The structure of `from`: its blocks in its order, with images, links and times, without words. What is here already under
 * the same id stays as it is, and what only this text has stays behind it.
 */
export function copyStructure(text: IssueText, from: IssueText): IssueText {
  const own = new Map(text.blocks.map((block) => [block.id, block]));
  const taken = from.blocks.map((block) => {
    const here = own.get(block.id);
    return here?.kind === block.kind ? here : withoutWords(block);
  });
  const ids = new Set(taken.map((block) => block.id));
  const rest = text.blocks.filter((block) => !ids.has(block.id));
  return { ...text, blocks: [...taken, ...rest] };
}

function withoutWords(block: IssueBlock): IssueBlock {
  switch (block.kind) {
    case "text":
      return { ...block, text: [] };
    case "image": {
      const { caption: _, ...rest } = block;
      return { ...rest, alt: "" };
    }
    case "button":
      return { ...block, label: "" };
    case "links":
      return { id: block.id, kind: "links", items: block.items.map(({ href }) => ({ title: "", href })) };
    case "event":
      return { ...block, title: "", when: "", place: "" };
    case "divider":
      return block;
  }
}
