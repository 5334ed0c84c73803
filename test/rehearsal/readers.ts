/**
 * People and machines at the links of a campaign: scanners that open everything first, then those who answer. They speak
 * HTTP only, some at once, as over many mail programs.
 */
import { formsOf } from "../support/forms.ts";
import type { World } from "../support/open-world.ts";
import { browserOf } from "../support/people.ts";
import type { Link } from "./mailbox.ts";
import type { Habit } from "./people.ts";

/** Runs `work` for each, `width` at once. */
export async function forEach<T>(all: readonly T[], width: number, work: (one: T, n: number) => Promise<void>) {
  let next = 0;
  const walk = async () => {
    while (next < all.length) {
      const n = next++;
      await work(all[n] as T, n);
    }
  };
  await Promise.all(Array.from({ length: width }, walk));
}

/** Whoever scans opens the link and what it makes of it: GET and HEAD, with and without words behind it. */
export async function scan(world: World, link: Link): Promise<void> {
  for (const path of [link.answer, link.unsubscribe, ...link.others]) {
    if (!path) continue;
    for (const [method, more] of [
      ["HEAD", ""],
      ["GET", "?utm_source=scanner"],
    ] as const) {
      const answer = await world.request(`${path}${more}`, { method });
      if (answer.status !== 200) throw new Error(`${method} of a link answered ${answer.status}`);
      await answer.arrayBuffer();
    }
  }
}

/** Does what the habit says, now. Gives the milliseconds of each answer. */
export async function act(world: World, link: Link, habit: Habit): Promise<number[]> {
  const took: number[] = [];
  const timed = async (press: () => Promise<Response>) => {
    const began = performance.now();
    const answer = await press();
    const text = await answer.text();
    took.push(performance.now() - began);
    if (answer.status !== 200) throw new Error(`a press (${habit}) was answered with ${answer.status}`);
    return text;
  };
  const reader = browserOf(world);
  const say = (answer: "yes" | "no") => timed(() => answerPage(reader, link.answer as string, answer));
  switch (habit) {
    case "yes":
    case "yes-after-reminder":
      await say("yes");
      break;
    case "no":
      await say("no");
      break;
    case "one-click":
      await timed(() =>
        world.request(link.unsubscribe as string, {
          method: "POST",
          body: "List-Unsubscribe=One-Click",
          headers: { "Content-Type": "application/x-www-form-urlencoded" },
        }),
      );
      break;
    case "yes-then-no":
      await say("yes");
      await say("no");
      break;
    case "no-then-back": {
      const html = await say("no");
      const back = formsOf(html, link.answer as string).find((form) => "seal" in form.values);
      if (!back) throw new Error("the page after a no offers no way back");
      await timed(() => reader.post(back.action, back.values));
      break;
    }
    case "phone":
    case "silent":
      break;
  }
  return took;
}

/** Opens the page and presses one of its two buttons. */
async function answerPage(reader: ReturnType<typeof browserOf>, path: string, answer: "yes" | "no"): Promise<Response> {
  const html = await (await reader.get(path)).text();
  const form = formsOf(html, path).find((one) => "notice" in one.values);
  if (!form) throw new Error("the page asks nothing");
  return reader.post(path, { ...form.values, answer });
}
