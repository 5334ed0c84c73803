/**
 * What of a draft can be shown: a draft is saved as far as it has been written, and a mail is made of it at any moment. Links
 * that lead nowhere yet become words, what is empty is left out, an image that is not there is left out. Of a text without problems (problems.ts) it
 * changes nothing. Pure.
 */
import { linkTarget } from "../../documents/rules/link.ts";
import type { Block, Cell, RichText, Run } from "../../documents/rules.ts";
import type { IssueBlock, IssueText } from "./issue.ts";

/** The text as its mail can show it. `images`: those that there are. */
export function fitText(text: IssueText, images: ReadonlySet<string>): IssueText {
  return { ...text, blocks: text.blocks.flatMap((block) => fitBlock(block, images)) };
}

function fitBlock(block: IssueBlock, images: ReadonlySet<string>): IssueBlock[] {
  switch (block.kind) {
    case "text": {
      const text = fitRich(block.text);
      return text.length > 0 ? [{ ...block, text }] : [];
    }
    case "image":
      return images.has(block.image) ? [withHref(block)] : [];
    case "button":
      return block.label.trim() && linkTarget(block.href) ? [block] : [];
    case "links": {
      const items = block.items.filter(({ title, href }) => title.trim() && linkTarget(href));
      return items.length > 0 ? [{ ...block, items }] : [];
    }
    case "event":
      return block.title.trim() ? [withHref(block)] : [];
    case "divider":
      return [block];
  }
}

function withHref<B extends { href?: string }>(block: B): B {
  if (block.href !== undefined && linkTarget(block.href)) return block;
  const { href: _, ...rest } = block;
  return rest as B;
}

/** Rich text without what is empty. Headings stand where they stand: their order is for problems.ts. */
export const fitRich = (text: RichText): RichText => text.flatMap(fitPart);

function fitPart(block: Block): Block[] {
  switch (block.kind) {
    case "paragraph":
      return says(block.runs) ? [{ ...block, runs: fitRuns(block.runs) }] : [];
    case "heading":
      return block.text.trim() ? [block] : [];
    case "quote":
      return says(block.runs) ? [block] : [];
    case "list": {
      const items = block.items.filter(says).map(fitRuns);
      return items.length > 0 ? [{ ...block, items }] : [];
    }
    case "table": {
      const rows = block.rows.map((row) => row.map(fitRuns));
      return block.head.length > 0 && rows.length > 0 ? [{ ...block, head: block.head.map(fitRuns), rows }] : [];
    }
  }
}

const says = (runs: Cell) => runs.some((run) => run.kind !== "break" && run.text.trim() !== "");

const fitRuns = (runs: Cell): Run[] =>
  runs.map((run) =>
    run.kind === "link" && !(run.text.trim() && linkTarget(run.href)) ? { kind: "text", text: run.text } : run,
  );
