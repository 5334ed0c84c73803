/** Forms as a browser without scripts would send them: the values the page holds, changed by what the person does. */
import type { Browser } from "./people.ts";

interface FoundForm {
  action: string;
  values: Record<string, string>;
}

/** The forms of a page that post, with their values. Reads our own pages only: attributes are always quoted. */
export function formsOf(html: string, path: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
    .filter(([, head]) => /method="post"/i.test(head ?? ""))
    .map(([, head = "", body = ""]) => ({ action: attribute(head, "action") ?? path, values: valuesOf(body) }));
}

function valuesOf(body: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    const type = attribute(tag, "type") ?? "text";
    if (!name || type === "file" || type === "submit") continue;
    if ((type === "radio" || type === "checkbox") && !/\schecked\b/.test(tag)) continue;
    values[name] = attribute(tag, "value") ?? (type === "checkbox" ? "on" : "");
  }
  for (const [, head = "", text = ""] of body.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)) {
    const name = attribute(head, "name");
    if (name) values[name] = plain(text);
  }
  for (const [, head = "", options = ""] of body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const name = attribute(head, "name");
    const chosen = /<option\b[^>]*\sselected\b[^>]*>/.exec(options)?.[0] ?? /<option\b[^>]*>/.exec(options)?.[0];
    if (name && chosen) values[name] = attribute(chosen, "value") ?? "";
  }
  return values;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
}

function plain(text: string): string {
  const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };
  return text.replace(/&(#?\w+);/g, (whole, name) => names[name] ?? whole);
}

/**
 * Opens a page, fills the form that has all the named fields or leads to `to`, sends it. Fails where there is none, so a
 * form that disappears is noticed.
 */
export async function submit(
  browser: Browser,
  path: string,
  typed: Record<string, string | File>,
  to?: RegExp,
): Promise<Response> {
  const page = await browser.get(path);
  const html = await page.text();
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const form = formsOf(html, path).find((f) =>
    to
      ? to.test(f.action)
      : Object.keys(typed).every((n) => html.includes(`name="${n}"`)) && !/sign-out/.test(f.action),
  );
  if (!form) throw new Error(`no form on ${path}: ${formsOf(html, path).map((f) => f.action)}`);
  return browser.post(new URL(form.action, new URL(path, "http://x")).pathname, { ...form.values, ...typed });
}
