/** A real browser that looks at a world: its requests go to the world's app, with the session of one of its people. */
import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { type Visitor, visitor } from "./browser.ts";
import type { Browser } from "./people.ts";
import { PUBLIC_URL } from "./settings.ts";

/** Opens it. Forms that are pressed in it are sent as the person's own. */
export async function windowOf(
  who: Browser,
  options: BrowserContextOptions = {},
): Promise<Visitor & { open(path: string): Promise<Page> }> {
  const made = await visitor(options);
  await made.page.route("**/*", async (route) => {
    const { pathname, search } = new URL(route.request().url());
    if (/^\/assets\/[\w-]+\.(css|js|woff2)$/.test(pathname) && pathname !== "/assets/theme.css")
      return route.fulfill({
        body: readFileSync(`.build/site${pathname}`),
        contentType: TYPES[pathname.split(".").at(-1) as "css"],
      });
    const asked = route.request();
    const answer =
      asked.method() === "POST"
        ? await who.send(pathname, {
            method: "POST",
            // Bytes as they are: a picture is no text.
            body: new Uint8Array(asked.postDataBuffer() ?? []),
            headers: { "Content-Type": asked.headers()["content-type"] ?? "", Origin: PUBLIC_URL },
          })
        : await who.get(`${pathname}${search}`);
    const location = answer.headers.get("location");
    // An answer that is given here cannot lead on by itself: a page does.
    if (location && answer.status === 303)
      return route.fulfill({
        body: `<!doctype html><meta http-equiv="refresh" content="0; url=${location.replaceAll("&", "&amp;")}">`,
        contentType: "text/html",
      });
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== "set-cookie"));
    return route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
  });
  return {
    ...made,
    async open(path) {
      await made.page.goto(`${PUBLIC_URL}${path}`);
      return made.page;
    },
  };
}

const TYPES = { css: "text/css", js: "text/javascript", woff2: "font/woff2" } as const;
