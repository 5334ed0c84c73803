/** HTML as the paste cleaner meets it in a browser: a tree of elements, parsed by the same rules (parse5). */
import { type DefaultTreeAdapterMap, parse } from "parse5";
import type { Pasted } from "../../src/http/assets/desk/editor/paste/node.ts";

type Node = DefaultTreeAdapterMap["childNode"] | DefaultTreeAdapterMap["document"];

function pasted(node: Node): Pasted {
  const isElement = "tagName" in node;
  return {
    nodeType: isElement ? 1 : node.nodeName === "#text" ? 3 : node.nodeName === "#document" ? 1 : 8,
    nodeName: isElement ? node.tagName.toUpperCase() : node.nodeName,
    nodeValue: "value" in node ? node.value : null,
    childNodes: "childNodes" in node ? node.childNodes.map((child) => pasted(child)) : [],
    getAttribute: (name) => (isElement ? (node.attrs.find((a) => a.name === name)?.value ?? null) : null),
  };
}

export function parsed(html: string): Pasted {
  const { childNodes } = pasted(parse(html));
  return { nodeType: 1, nodeName: "BODY", nodeValue: null, childNodes };
}
