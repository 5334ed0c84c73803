/**
 * The guard of the public forms in a real browser: the proof of work while somebody fills in the form, the form without
 * JavaScript, "never write again", and the desk's page of an attack. SCREENSHOTS keeps pictures.
 */
import { afterAll, expect, it, onTestFinished } from "vitest";
import { closeBrowser, visitor } from "../support/browser.ts";
import { crowdAt } from "../support/crowd.ts";
import { startNodeHouse } from "../support/node-house.ts";
import { see } from "../support/see.ts";
import { signUpHouse } from "../support/sign-up-house.ts";
import { windowOf } from "../support/window.ts";
import { createWorld } from "../support/world.ts";

afterAll(closeBrowser);
const LANGUAGES = ["lv", "en"] as const;

it("the browser does the work while the form is filled in, shows no puzzle, and without JavaScript the form works as well", async () => {
  const house = await startNodeHouse();
  onTestFinished(house.stop);
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints } = await visitor({ javaScriptEnabled });
    const sent: string[] = [];
    page.on("request", (request) => request.method() === "POST" && sent.push(request.postData() ?? ""));
    await page.goto(`${house.url}/subscribe?lang=lv`);
    await page.locator('input[type="checkbox"]').first().check();
    await page.fill('input[name="email"]', `anna${javaScriptEnabled}@pasts.example`);
    const there = page.waitForURL((url) => url.pathname === "/subscribe", { waitUntil: "load" });
    await page.locator('main form button[type="submit"]').click();
    await there;
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect.poll(() => sent.length).toBe(1);
    const work = new URLSearchParams(sent[0]).get("altcha") ?? "";
    expect(work.length > 200).toBe(javaScriptEnabled);
    if (javaScriptEnabled) expect(JSON.parse(atob(work))).toHaveProperty("solution.counter");
    expect(complaints).toEqual([]);
  }
});

it("its pages are in order in both languages, at every width, while an attack runs and after a word of the desk", async () => {
  const world = await createWorld();
  const house = await crowdAt(await signUpHouse(world));
  for (const lang of LANGUAGES) {
    const guest = await windowOf(world.browser());
    await see(await guest.open(`/subscribe?lang=${lang}`), `guard-form-${lang}`);
    const link = await house.asked(`anna${lang}@pasts.example`, undefined, { language: lang });
    await see(await guest.open(`${link}/never`), `guard-never-${lang}`);
    await guest.page.locator('main form button[type="submit"]').click();
    await guest.page
      .getByRole("heading", { level: 1, name: lang === "lv" ? "Vairs Jums nerakstīsim" : "We will not write" })
      .waitFor();
    await see(guest.page, `guard-never-done-${lang}`);
    world.clock.pass({ days: 1, minutes: 1 });
  }
  const desk = await windowOf(await world.signIn("admin"));
  for (const lang of LANGUAGES) await see(await desk.open(`/staff/sign-ups?lang=${lang}`), `guard-desk-usual-${lang}`);
  for (let hour = 0; hour < 20; hour++) {
    for (let i = 0; i < 2 + ((hour * 5) % 7); i++) {
      await house.send({ address: `c${hour}-${i}@pasts.example`, ip: `203.0.${hour}.${i}`, work: true });
      await world.work();
    }
    world.clock.pass({ hours: 1 });
  }
  for (let i = 0; i < 170; i++) {
    await house.send({
      address: `v${i % 60}@pasts.example`,
      ip: `198.18.${i % 50}.9`,
      ...(i % 9 === 0 && { trap: "x" }),
    });
    await world.work();
  }
  await world.deps.queue.enqueue({ kind: "readings" });
  await world.work();
  for (const lang of LANGUAGES) {
    await see(await desk.open(`/staff/?lang=${lang}`), `guard-home-${lang}`);
    await see(await desk.open(`/staff/sign-ups?lang=${lang}`), `guard-desk-unusual-${lang}`);
  }
  await desk.page.getByRole("button", { name: "Send at full speed" }).click();
  await desk.page.getByText("E-mails go at full speed.").waitFor();
  for (const lang of LANGUAGES) await see(await desk.open(`/staff/sign-ups?lang=${lang}`), `guard-desk-going-${lang}`);
});
