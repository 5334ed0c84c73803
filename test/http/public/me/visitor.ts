/** Somebody at the door of his own page: asks for the link, takes it from his mailbox, presses the button. */
import type { Browser } from "../../../support/people.ts";
import type { World } from "../../../support/world.ts";

export const ask = (world: World, email: string, more: Record<string, string> = {}) =>
  world.browser().post("/me", { email, lang: "lv", website: "", ...more });

export const mailsTo = (world: World, address: string) =>
  world.mailbox.mails.filter(({ mail }) => mail.to === address && mail.tags?.kind === "own-page").map((m) => m.mail);

/** Path of the link in the newest such mail to the address. */
export function linkOf(world: World, address: string): string {
  const found = /\/me\/[A-Za-z0-9_-]{43}/.exec(mailsTo(world, address).at(-1)?.text ?? "");
  if (!found) throw new Error("no mail with the link of the page");
  return found[0];
}

/** Asks, gets the mail, presses the button: a browser that is on a visit. */
export async function enter(world: World, address: string, browser: Browser = world.browser()): Promise<Browser> {
  await ask(world, address);
  await world.work();
  const entered = await browser.post(linkOf(world, address), { lang: "lv" });
  if (entered.status !== 303) throw new Error(`not let in: ${entered.status}`);
  return browser;
}
