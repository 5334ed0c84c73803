/** What the desk shows of an attack: the card on its first page, the page with the figures by the hour, and nobody's address. */
import type { Crowd } from "../../support/crowd.ts";
import type { BombReport } from "./bomb.ts";

export async function shownOnDesk({ world, counted }: Crowd, report: BombReport): Promise<string[]> {
  const broken: string[] = [];
  const desk = await world.signIn("editor");
  const home = await (await desk.get("/staff/")).text();
  const page = await (await desk.get("/staff/sign-ups")).text();
  if (!home.includes('href="/staff/sign-ups"') || !home.includes("neparasti bieži"))
    broken.push("the desk's first page is silent");
  if (!/<svg[\s\S]*<\/svg>/.test(page)) broken.push("there is no chart");
  const sums = await counted();
  const figure = (n: number) => new RegExp(`>${String(n).replace(/\B(?=(\d{3})+$)/g, "[\\s\u00a0]?")}<`);
  for (const what of ["asked", "mailed", "mailbox", "trap"])
    if (!figure(sums[what] ?? 0).test(page)) broken.push(`the page does not say how many: ${what}`);
  if (/pasts\.example|majas\.example/.test(home + page)) broken.push("an address stands on the desk");
  if ((report.counted.mailbox ?? 0) === 0) broken.push("nothing was capped");
  return broken;
}
