/** The institution's mark beside its name. The setting is cleaned again before it stands in a page as markup. */
import { raw } from "hono/html";
import { cleanMark } from "../domain/institution/rules/mark.ts";

/** Two streams that meet in one: stands where the institution has no mark of its own. */
const OWN =
  '<svg viewBox="0 0 40 40"><circle cx="20" cy="20" r="20" fill="currentColor"/>' +
  '<g class="stream" fill="none"><path d="M27.500 0C26 9 19.500 12 19.500 22S22 33 21.500 40" stroke-width="4"/>' +
  '<path d="M3.500 10.500C7 18 15 16 17.600 24.500 18.700 28 19 34 18 40" stroke-width="2.500"/></g></svg>';

export function Mark({ svg }: { svg: string | undefined }) {
  const drawing = (svg && cleanMark(svg)) || OWN;
  return raw(drawing.replace(/^<svg/, '<svg class="mark" aria-hidden="true" focusable="false"'));
}
