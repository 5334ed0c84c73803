/**
 * The mail of an issue in a real browser, as a narrow telephone and a wide reading pane show it, in light and in dark, with its
 * pictures and without: axe finds nothing, nothing is cut off, and the only thing that is asked for is a picture by its hash.
 */
import { mkdirSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { readPicture } from "../../src/domain/images/rules/picture.ts";
import { axeFindings } from "../support/axe.ts";
import { browser, closeBrowser } from "../support/browser.ts";
import { frozenIssue, goldenIssues, LOGO, PHOTO, SKETCH } from "../support/issues.ts";
import { exif, png, segment } from "../support/pictures.ts";

afterAll(closeBrowser);

const OF_WHOLE_PAGES = /^(region|landmark-one-main):/;
const pictures: Record<string, Uint8Array> = {
  [PHOTO]: png(1200, 800),
  [SKETCH]: png(120, 40, { colour: [157, 43, 56] }),
  [LOGO]: png(400, 120, { colour: [20, 90, 60] }),
};

describe.each(goldenIssues)("the mail %s", (name, { html }) => {
  it.each([
    [320, "light", "pictures"],
    [320, "dark", "pictures"],
    [600, "light", "pictures"],
    [600, "dark", "pictures"],
    [320, "light", "none"],
    [600, "dark", "none"],
  ] as const)("can be read at %i pixels in %s with %s", async (width, colorScheme, shown) => {
    const context = await (await browser()).newContext({ viewport: { width, height: 700 }, colorScheme });
    const page = await context.newPage();
    const asked: string[] = [];
    await page.route("**/*", async (route) => {
      const url = route.request().url();
      asked.push(url);
      const bytes = pictures[url.slice(-64)];
      if (shown === "none" || !bytes) return route.abort();
      await route.fulfill({ contentType: "image/png", body: Buffer.from(bytes) });
    });
    await page.setContent(html, { waitUntil: "load" });
    expect((await axeFindings(page)).filter((finding) => !OF_WHOLE_PAGES.test(finding))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect([...new Set(asked)].sort()).toEqual(
      [PHOTO, SKETCH, LOGO].map((sha) => `${frozenIssue.publicUrl}/media/${sha}`).sort(),
    );
    const sides = await page.locator("img").evaluateAll((all) => all.map((img) => img.getBoundingClientRect().right));
    for (const right of sides) expect(right).toBeLessThanOrEqual(width);
    const kept = process.env.SCREENSHOTS;
    if (kept) {
      mkdirSync(kept, { recursive: true });
      await page.screenshot({ path: `${kept}/${name}-${width}-${colorScheme}-${shown}.png`, fullPage: true });
    }
    await context.close();
  });
});

it("a photograph of a telephone is shown whole and the right way up after its notes are gone", async () => {
  const page = await (await browser()).newPage();
  const made: number[] = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [300, 200];
    const brush = canvas.getContext("2d");
    if (!brush) throw new Error("no canvas");
    brush.fillStyle = "#1e4577";
    brush.fillRect(0, 0, 150, 200);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
  });
  const noted = Uint8Array.from([...made.slice(0, 2), ...segment(0xe1, exif({ up: 6 })), ...made.slice(2), 1, 2, 3]);
  const picture = readPicture(noted);
  expect(picture).toMatchObject({ type: "jpeg", width: 200, height: 300 });
  const shown = (bytes: Uint8Array) =>
    page.evaluate(async (data) => {
      const img = new Image();
      img.src = `data:image/jpeg;base64,${data}`;
      await img.decode();
      return [img.naturalWidth, img.naturalHeight];
    }, Buffer.from(bytes).toString("base64"));
  expect(await shown(picture?.bytes ?? noted)).toEqual([200, 300]);
  expect(Buffer.from(picture?.bytes ?? noted).includes("56.9496N")).toBe(false);
  await page.close();
});
