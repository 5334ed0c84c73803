/** A member with an authenticator app, at the doors of a world: sets it up as the pages say and shows its codes. */
import type { Browser } from "./people.ts";
import { totp, unbase32 } from "./totp.ts";

export interface Authenticator {
  /** The key as the page wrote it, without spaces. */
  key: string;
  /** The ten recovery codes, as they were shown once. */
  codes: string[];
  /** The code now; `late` steps of thirty seconds ago, ahead where below zero. */
  code(late?: number): string;
}

/** The key that the page of setting up shows. */
export function keyOn(page: string): string {
  const groups = /<code class="desk-key-groups"[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1];
  if (!groups) throw new Error("the page shows no key");
  return groups.replace(/ /g, "");
}

/** The recovery codes that a page shows. */
export const codesOn = (page: string): string[] =>
  [...page.matchAll(/<code>([0-9a-z]{5}-[0-9a-z]{5})<\/code>/g)].map(([, code]) => code as string);

const of = (key: string, late = 0): string => totp(unbase32(key), Date.now(), { late });

/** Sets an authenticator up in this browser, from the button to the recovery codes. */
export async function setUpAuthenticator(browser: Browser, to = "/staff/"): Promise<Authenticator> {
  const begun = await browser.post("/staff/sign-in/enrol/begin", { to });
  if (begun.status !== 303) throw new Error(`not begun: ${begun.status}`);
  const key = keyOn(await (await browser.get("/staff/sign-in/enrol")).text());
  const done = await browser.post("/staff/sign-in/enrol", { to, code: of(key) });
  if (done.status !== 200) throw new Error(`not set up: ${done.status}`);
  return { key, codes: codesOn(await done.text()), code: (late) => of(key, late) };
}
