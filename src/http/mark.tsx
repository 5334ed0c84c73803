/**
 * The institution's mark beside its name. The SVG is a setting, so only drawing elements with plain attributes pass;
 * anything else (scripts, links, styles, foreign objects, entities) and the whole mark is left out for our own.
 */
import { raw } from "hono/html";

const ELEMENTS = new Set(["svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"]);
const ATTRIBUTES = new Set(
  `xmlns viewBox width height fill fill-rule fill-opacity clip-rule stroke stroke-width stroke-linecap stroke-linejoin
   stroke-miterlimit stroke-dasharray opacity transform d cx cy r rx ry x y x1 y1 x2 y2 points`.split(/\s+/),
);
const TAG = /<(\/?)([a-z]+)((?:\s+[A-Za-z:-]+="[^"<>&]*")*)\s*(\/?)>/g;
const VALUE = /^[-#A-Za-z0-9.,()%\s/:]*$/;

/** The mark as it may stand in a page, or undefined if it holds anything but a drawing. At most 8,000 characters. */
export function safeMark(svg: string): string | undefined {
  const source = svg.trim();
  if (source.length > 8000 || !/^<svg[\s>]/.test(source) || !source.endsWith("</svg>")) return undefined;
  const open: string[] = [];
  let position = 0;
  for (const tag of source.matchAll(TAG)) {
    if (source.slice(position, tag.index).trim() !== "" || (position > 0 && open.length === 0)) return undefined;
    position = tag.index + tag[0].length;
    const [, closing, name = "", attributes = "", selfClosing] = tag;
    if (!ELEMENTS.has(name)) return undefined;
    for (const [, key = "", value = ""] of attributes.matchAll(/([A-Za-z:-]+)="([^"]*)"/g)) {
      if (!ATTRIBUTES.has(key) || !VALUE.test(value)) return undefined;
      if (key !== "xmlns" && /url\(|\/\/|:/i.test(value)) return undefined;
    }
    if (closing) {
      if (open.pop() !== name) return undefined;
    } else if (!selfClosing) open.push(name);
  }
  if (position !== source.length || open.length > 0) return undefined;
  return source.replace(/^<svg/, '<svg class="mark" aria-hidden="true" focusable="false"');
}

/** Two streams that meet in one: stands where the institution has no mark of its own. */
const OWN =
  '<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false"><circle cx="20" cy="20" r="20" fill="currentColor"/>' +
  '<g class="stream" fill="none"><path d="M27.500 0C26 9 19.500 12 19.500 22S22 33 21.500 40" stroke-width="4"/>' +
  '<path d="M3.500 10.500C7 18 15 16 17.600 24.500 18.700 28 19 34 18 40" stroke-width="2.500"/></g></svg>';

export function Mark({ svg }: { svg: string | undefined }) {
  return raw((svg && safeMark(svg)) || OWN);
}
