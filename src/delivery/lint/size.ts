/** The budget of a mail's HTML: Gmail clips at 102 KB and hides what stands below, the way out first (PLATFORM 1.9). */

/** Octets of the final HTML. */
export const HTML_MAX = 80_000;

const encoder = new TextEncoder();

/** Whether the HTML is over the budget. Cheap for what is far below it: no character has more than three octets a unit. */
export function tooLarge(html: string): boolean {
  return html.length * 3 > HTML_MAX && (html.length > HTML_MAX || encoder.encode(html).length > HTML_MAX);
}
