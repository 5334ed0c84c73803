/**
 * A form of ours in the page of a school, by hand: an office allows the site and copies the code, somebody signs up there,
 * with and without JavaScript, confirms from the mail, and the receipt proves what stood on the school's page. Then the same by
 * a call of that page. Our own pages are looked at on the way and weighed.
 *
 * SCREENSHOTS=<folder> keeps a picture of every page, light and dark, at 320, 768 and 1280 pixels.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { isProblem } from "../../src/domain/proofs/rules/bundle/problem.ts";
import { verifyBundle } from "../../src/domain/proofs/rules/verify/verify.ts";
import { utf8 } from "../../src/platform/encoding.ts";
import { closeBrowser, visitor } from "../support/browser.ts";
import { type NodeHouse, startNodeHouse } from "../support/node-house.ts";
import { see } from "../support/see.ts";
import { until } from "../support/until.ts";

afterAll(closeBrowser);

const KB = 1024;
const OWN = 'main form[method="post"] button[type="submit"]';

async function press(page: Page, selector: string): Promise<void> {
  const there = page.waitForEvent("domcontentloaded");
  await page.locator(selector).first().click();
  await there;
}

/** A server of somebody else, on a host of its own; `page` is what it shows. */
async function school(): Promise<{ url: string; page: { html: string }; server: Server }> {
  const page = { html: "" };
  const server = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end(page.html);
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  onTestFinished(() => new Promise((down) => server.close(() => down())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, page, server };
}

/** The newest mail to the address that has a link of this kind, or a file. */
const mailed = ({ url }: NodeHouse, to: string, kind: "c" | "u") =>
  until(`the mail with the link /${kind}/ to ${to}`, async () => {
    const { mails } = (await (await fetch(`${url}/dev/mail.json`)).json()) as { mails: { id: string }[] };
    for (const { id } of mails) {
      const mail = (await (await fetch(`${url}/dev/mail/${id}.json`)).json()) as {
        to: string;
        links: { href: string }[];
      };
      const link = mail.links.find(({ href }) => new RegExp(`/${kind}/[\\w-]{43,71}$`).test(href))?.href;
      if (mail.to === to && link) return link;
    }
    return undefined;
  });

/** What one look at a page costs: every byte that came, and whether a script held the page up. */
async function weigh(house: NodeHouse, path: string): Promise<{ bytes: number; blocking: number }> {
  const { page, context } = await visitor();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  let bytes = 0;
  cdp.on("Network.loadingFinished", (done) => {
    bytes += done.encodedDataLength;
  });
  await page.goto(`${house.url}${path}`, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  const blocking = await page.locator("script:not([defer]):not([async]):not([type=module])").count();
  await context.close();
  return { bytes, blocking };
}

it("a form in another site leads to a consent whose receipt shows that site's words", async () => {
  const house = await startNodeHouse();
  onTestFinished(house.stop);
  const other = await school();

  // The office allows the site, makes a form and copies its code.
  const { page: desk } = await visitor({ permissions: ["clipboard-read", "clipboard-write"] });
  await desk.goto(house.signInUrl);
  await press(desk, OWN);
  await desk.goto(`${house.url}/staff/settings`);
  await desk.fill('textarea[name="signUpSites"]', other.url);
  await press(desk, 'main form[action="/staff/settings"] button[type="submit"]');
  await desk.goto(`${house.url}/staff/sign-up-forms`);
  expect(await desk.locator("main").innerText()).toContain(other.url);
  await see(desk, "sign-up-forms");
  await desk.locator('input[name="list"]').first().check();
  await press(desk, OWN);
  await see(desk, "sign-up-form-made");
  const shown = await desk.locator("textarea[readonly]").inputValue();
  await desk.locator("button[data-copies]").click();
  await expect.poll(() => desk.locator("[data-copied]").innerText()).not.toBe("");
  expect(await desk.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  await desk.goto(`${house.url}/staff/sign-up-forms`);
  await see(desk, "sign-up-forms-made");

  for (const js of [false, true]) {
    other.page.html = `<!doctype html><html lang="lv"><title>Skola</title><h1>Skola</h1>${shown}</html>`;
    const address = js ? "berzins@pasts.example" : "anna@pasts.example";
    const { page } = await visitor({ javaScriptEnabled: js });
    await page.goto(other.url);
    await page.locator('input[name="list"]').first().check();
    await page.fill('input[name="email"]', address);
    await press(page, 'button[type="submit"]');
    expect(new URL(page.url()).origin).toBe(house.url);
    expect(await page.locator("h1").innerText()).toBe("Pārbaudiet savu pastkastīti");
    if (js) await see(page, "sign-up-sent");
    await page.goto(await mailed(house, address, "c"));
    expect(await page.locator("main").innerText()).toContain(other.url);
    if (js) await see(page, "sign-up-confirm");
    const [yes, no] = await Promise.all(
      ["yes", "not-me"].map((value) => page.locator(`button[value="${value}"]`).boundingBox()),
    );
    expect([yes?.width, yes?.height]).toEqual([no?.width, no?.height]);
    await press(page, 'button[value="yes"]');
    if (js) await see(page, "sign-up-given");

    // He leaves, and what he may keep shows the words of the school's page.
    const leave = await mailed(house, address, "u");
    await page.goto(leave);
    await press(page, 'button[name="scope"]');
    const file = await until("the receipt", async () => {
      const answer = await fetch(`${leave}/receipt`);
      return answer.headers.get("content-type")?.includes("json") ? answer.text() : undefined;
    });
    const report = await verifyBundle(utf8(file));
    if (isProblem(report)) throw new Error(report.problem);
    expect(report.findings.filter(({ status }) => status === "invalid")).toEqual([]);
    expect(report.verdicts.bytes).toEqual({ status: "valid", evidence: "holder" });
    expect(file).toContain(other.url);
    expect(file).toContain("sign-up/snippet");
  }

  // The same page by a call of its own; a site that is not allowed is told nothing.
  const { page: caller } = await visitor();
  await caller.goto(other.url);
  const taken = await caller.evaluate(async (at) => {
    const words = await (await fetch(`${at}/subscribe.json?language=lv`)).json();
    const body = JSON.stringify({
      email: "cels@pasts.example",
      lists: [words.groups[0].lists[0].id],
      form: words.form,
      language: "lv",
    });
    const answer = await fetch(`${at}/subscribe.json`, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json" },
    });
    return { status: answer.status, ...(await answer.json()) };
  }, house.url);
  expect(taken).toMatchObject({ status: 202, state: "taken" });
  await mailed(house, "cels@pasts.example", "c");
  const stranger = await school();
  stranger.page.html = "<!doctype html><title>Cits</title>";
  await caller.goto(stranger.url);
  const refused = await caller.evaluate(
    (at) =>
      fetch(`${at}/subscribe.json`).then(
        () => "read",
        () => "refused",
      ),
    house.url,
  );
  expect(refused).toBe("refused");
});

it("our own pages of sign-up are light, nothing blocks them, and errors lead to what is wrong", async () => {
  const house = await startNodeHouse();
  onTestFinished(house.stop);
  for (const path of ["/", "/subscribe", "/subscribe?lang=en", "/privacy"]) {
    const { bytes, blocking } = await weigh(house, path);
    console.log(`${path}: ${(bytes / KB).toFixed(1)} KB`);
    expect([path, blocking, bytes < 60 * KB]).toEqual([path, 0, true]);
  }
  const { page } = await visitor();
  for (const lang of ["lv", "en"]) {
    await page.goto(`${house.url}/?lang=${lang}`);
    await see(page, `home-${lang}`);
    await page.goto(`${house.url}/subscribe?lang=${lang}`);
    await see(page, `subscribe-${lang}`);
    await page.fill('input[name="email"]', "anna@");
    await press(page, OWN);
    await see(page, `subscribe-wrong-${lang}`);
    expect(await page.locator('input[name="email"]').inputValue()).toBe("anna@");
    expect(await page.locator(":focus").getAttribute("role")).toBe("alert");
  }
});
