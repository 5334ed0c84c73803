/**
 * A real Chromium for journeys: one for each test file, a fresh context for each person. The binary comes from npm and
 * unpacks itself into the folder for temporary files at its first start.
 */
import chromiumBinary from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Longest wait for one thing on a page. */
const PATIENCE_MS = 45_000;

let running: Promise<Browser> | undefined;

/** The browser of this test file, started when it is first needed. */
export function browser(): Promise<Browser> {
  // Its own arguments: the package's defaults hold --single-process, with which closing a context ends the browser.
  running ??= (async () =>
    chromium.launch({
      executablePath: await chromiumBinary.executablePath(),
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
      headless: true,
    }))();
  return running;
}

/** Ends it. Call it in `afterAll`. */
export async function closeBrowser(): Promise<void> {
  const open = running;
  running = undefined;
  await (await open)?.close();
}

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** What the page complained of: errors, blocked resources. A journey ends with none. */
  complaints: string[];
}

/** A person with a browser of his own. */
export async function visitor(options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await (await browser()).newContext({
    locale: "lv-LV",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return { context, page, complaints };
}
