/**
 * Runs in the browser, on desk pages that ask for themselves (htmx): when nobody has answered some times in a row, the
 * page shows its `[data-lost]` sentence, because figures that stand still look like figures that hold. The next answer hides
 * it again. The page works without this file; nothing is sent from here.
 */

/** One lost answer is no news: at one question every two seconds this is about six seconds of silence. */
const LOST_AFTER = 3;

let lost = 0;

document.addEventListener("htmx:afterRequest", (event) => {
  const { successful } = (event as CustomEvent<{ successful?: boolean }>).detail;
  lost = successful ? 0 : lost + 1;
  for (const sentence of document.querySelectorAll<HTMLElement>("[data-lost]")) sentence.hidden = lost < LOST_AFTER;
});
