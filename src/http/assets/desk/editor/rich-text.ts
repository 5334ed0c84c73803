/** Rich text → the editor's document, and back. Going there and back is `settle` and nothing more. */
import type { Mark, Node } from "prosemirror-model";
import { settle } from "../../../../domain/documents/rules/settle.ts";
import type { Block, Cell, RichText, Run } from "../../../../domain/documents/rules.ts";
import { schema } from "./schema.ts";

const { nodes, marks } = schema;

function inlineOf(runs: readonly Run[]): Node[] {
  return runs.flatMap((run): Node[] => {
    if (run.kind === "break") return [nodes.hard_break.create()];
    if (run.text === "") return [];
    if (run.kind === "link") return [schema.text(run.text, [marks.link.create({ href: run.href })])];
    const on: Mark[] = [];
    if (run.bold) on.push(marks.strong.create());
    if (run.italic) on.push(marks.em.create());
    return [schema.text(run.text, on)];
  });
}

const paragraph = (runs: readonly Run[]) => nodes.paragraph.create(null, inlineOf(runs));
const words = (text: string) => (text ? [schema.text(text)] : []);

export function nodeOf(block: Block): Node {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block.runs);
    case "heading":
      return nodes.heading.create({ level: block.level }, words(block.text));
    case "list":
      return nodes[block.ordered ? "ordered_list" : "bullet_list"].create(
        null,
        block.items.map((runs) => nodes.list_item.create(null, paragraph(runs))),
      );
    case "quote":
      return nodes.quote.create(null, [
        nodes.quote_words.create(null, inlineOf(block.runs)),
        nodes.quote_by.create(null, words(block.by ?? "")),
      ]);
    case "table":
      return nodes.table.create(null, [
        rowOf(block.head, "table_header"),
        ...block.rows.map((row) => rowOf(row, "table_cell")),
      ]);
  }
}

const rowOf = (cells: readonly Cell[], kind: "table_header" | "table_cell") =>
  nodes.table_row.create(
    null,
    cells.map((runs) => nodes[kind].create(null, paragraph(runs))),
  );

/** A document is never without a paragraph to type in. */
export function docOf(text: RichText): Node {
  const blocks = text.map(nodeOf);
  return nodes.doc.create(null, blocks.length > 0 ? blocks : [nodes.paragraph.create()]);
}

function runsOf(node: Node): Run[] {
  return node.children.map((child): Run => {
    if (child.type === nodes.hard_break) return { kind: "break" };
    const text = child.text ?? "";
    const link = child.marks.find((mark) => mark.type === marks.link);
    if (link) return { kind: "link", text, href: String(link.attrs.href) };
    const has = (type: Mark["type"]) => type.isInSet(child.marks) !== undefined;
    return { kind: "text", text, bold: has(marks.strong), italic: has(marks.em) };
  });
}

const cellRuns = (cell: Node): Run[] => (cell.firstChild ? runsOf(cell.firstChild) : []);

function blockOf(node: Node): Block {
  switch (node.type) {
    case nodes.heading:
      return { kind: "heading", level: node.attrs.level === 3 ? 3 : 2, text: node.textContent };
    case nodes.bullet_list:
    case nodes.ordered_list:
      return { kind: "list", ordered: node.type === nodes.ordered_list, items: node.children.map(cellRuns) };
    case nodes.quote: {
      const runs = node.firstChild ? runsOf(node.firstChild).filter((run) => run.kind !== "link") : [];
      return { kind: "quote", runs, by: node.lastChild?.textContent };
    }
    // Whatever became of its cells, the first row of a table is its heads.
    case nodes.table: {
      const [head = [], ...rows] = node.children.map((row) => row.children.map(cellRuns));
      return { kind: "table", head, rows };
    }
    default:
      return { kind: "paragraph", runs: runsOf(node) };
  }
}

/** The document as rich text, settled. */
export const richTextOf = (doc: Node): Block[] => settle(doc.children.map(blockOf));
