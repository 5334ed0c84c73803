/** A result as a sign and a word: never by colour alone. */
import type { Status } from "../../domain/proofs/rules/verify/verdict.ts";
import type { Lang } from "../../texts/say.ts";
import { h } from "./dom.ts";

declare const pieteka: typeof import("./core.ts");

const SIGNS: Record<Status, string> = { valid: "✓", invalid: "✕", erased: "⌫", "not-checkable": "?" };

export function badge(status: Status, lang: Lang): HTMLElement {
  const t = pieteka.say(pieteka.verifierTexts, lang);
  return h(
    "span",
    { class: `badge ${status}` },
    h("span", { "aria-hidden": "true" }, SIGNS[status]),
    ` ${t(`result.${status}`)}`,
  );
}
