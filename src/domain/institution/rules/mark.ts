/**
 * The institution's mark: an SVG drawing that stands inline on every page, so it is the one piece of markup that comes
 * from outside. It is read by a strict reader and written anew; what the reader does not know is refused, never passed.
 */

const SHAPES = new Set(["svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"]);
const ATTRIBUTES = new Set(
  (
    "viewBox width height fill stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit fill-rule clip-rule " +
    "opacity fill-opacity stroke-opacity transform d cx cy r rx ry x y x1 y1 x2 y2 points"
  ).split(" "),
);
/** Numbers, path letters, colours, `rotate(…)`; no `url(`, no `:`, no quotes, no entities. */
const VALUE = /^(?!.*url)[\w\s#.,()%+-]*$/i;
const TAG = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z][\w:-]*\s*=\s*"[^"<>]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z][\w:-]*)\s*=\s*"([^"<>]*)"/g;

/** Longest mark in characters: it stands on every page and is part of what a mailing freezes. */
export const MARK_MAX = 8_000;

/**
 * The drawing, written anew from shapes and numbers only; undefined if it holds anything else (script, style, text,
 * image, reference) or is not well-formed. An empty text is no mark.
 */
export function cleanMark(typed: string): string | undefined {
  const text = typed
    .replace(/^\s*<\?xml[^<>]*\?>/, "")
    .replace(/<!--(?:[^-]|-(?!->))*-->/g, "")
    .trim();
  if (text === "") return "";
  if (text.length > MARK_MAX) return undefined;
  const open: string[] = [];
  let out = "";
  for (let at = 0; at < text.length; ) {
    const space = /\s+/y;
    space.lastIndex = at;
    if (space.test(text)) at = space.lastIndex;
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (!tag) return undefined;
    const [, closing, name = "", typedAttributes = "", empty] = tag;
    const inside = open.length > 0;
    if (!SHAPES.has(name) || (out === "" ? name !== "svg" : name === "svg" && !closing) || (out !== "" && !inside))
      return undefined;
    const attributes = cleanAttributes(name, typedAttributes);
    if (closing) {
      if (open.pop() !== name || typedAttributes !== "" || empty) return undefined;
      out += `</${name}>`;
    } else {
      if (attributes === undefined) return undefined;
      out += `<${name}${attributes}${empty ? "/>" : ">"}`;
      if (!empty) open.push(name);
    }
    at = TAG.lastIndex;
  }
  return open.length === 0 && out.includes("viewBox=") ? out : undefined;
}

function cleanAttributes(shape: string, typed: string): string | undefined {
  let out = "";
  for (const [, name = "", value = ""] of typed.matchAll(ATTRIBUTE)) {
    const dropped = name.startsWith("xmlns") || ["version", "id", "aria-hidden", "focusable", "role"].includes(name);
    // The page gives the mark its size; a size of its own would break the header.
    if (dropped || (shape === "svg" && (name === "width" || name === "height"))) continue;
    if (!ATTRIBUTES.has(name) || !VALUE.test(value)) return undefined;
    out += ` ${name}="${value}"`;
  }
  return out;
}
