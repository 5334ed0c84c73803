/** Elements from values. Text is only ever set as text: nothing that a bundle holds becomes markup. */

type Child = Node | string | undefined | false;
type Attributes = Record<string, string | boolean | undefined | ((event: Event) => void)>;

/** `h("p", { class: "lead" }, "…")`; functions are listeners, `undefined` and `false` leave an attribute out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** Names and values. */
export function facts(items: readonly (readonly [term: string, value: Node | string] | false | undefined)[]) {
  const rows = items.flatMap((item) => (item ? [h("div", {}, h("dt", {}, item[0]), h("dd", {}, item[1]))] : []));
  return h("dl", { class: "facts" }, ...rows);
}

export const code = (text: string) => h("code", {}, text);
