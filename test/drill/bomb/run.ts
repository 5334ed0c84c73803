/**
 * `npm run drill:bomb`: 5,000 sign-ups for the addresses of 50 people from 400 networks within six hours, and 100 people who sign
 * up meanwhile. Ends with 1 if anybody got more mails than the caps say, a real person none, or the desk does not show it.
 *
 *     npm run drill:bomb -- --requests 1000 --victims 20 --people 50
 */
import { parseArgs } from "node:util";
import { crowdAt } from "../../support/crowd.ts";
import { openWorld } from "../../support/open-world.ts";
import { signUpHouse } from "../../support/sign-up-house.ts";
import { FULL, runBomb } from "./bomb.ts";
import { shownOnDesk } from "./desk.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { requests: text, victims: text, networks: text, people: text, hours: text } });
const plan = { ...FULL, ...Object.fromEntries(Object.entries(values).map(([name, n]) => [name, Number(n)])) };

const { world, close } = await openWorld();
try {
  const house = await crowdAt(await signUpHouse(world));
  const report = await runBomb(house, plan, (so) => shownOnDesk(house, so));
  await world.check();
  console.log(
    `${plan.requests} requests for ${plan.victims} people from ${plan.networks} networks in ${plan.hours} hours`,
  );
  console.log(`  mails to the victims: ${report.toVictims}; most to one of them: ${report.mostToOne}`);
  console.log(
    `  people who signed up: ${plan.people}; got their mail: ${report.reached}, the last after ${report.waitedHours.toFixed(1)} h`,
  );
  console.log(
    `  counted: ${Object.entries(report.counted)
      .map(([what, n]) => `${what} ${n}`)
      .join(", ")}`,
  );
  for (const line of report.broken) console.log(`  BROKEN: ${line}`);
  if (report.broken.length > 0) process.exitCode = 1;
} finally {
  await close();
}
