/**
 * `npm run drill:enumerate`: whether the time of an answer tells how an address stands with us. Of every public door 1,000
 * requests for each of eight states, interleaved, and a rank test over them. Ends with 1 if the times differ, or if the
 * measurement was blind: a door that looks the person up first must be told apart by it.
 *
 *     npm run drill:enumerate -- --requests 200 --door /subscribe
 */
import { parseArgs } from "node:util";
import { openWorld } from "../../support/open-world.ts";
import { signUpHouse } from "../../support/sign-up-house.ts";
import { measure } from "./measure.ts";
import { doorsOf, populate, STATES } from "./states.ts";

/** Differences that come by chance once in a thousand drills are taken for real ones. */
const CHANCE = 0.001;
/** Addresses in each state. */
const PER = 25;

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { requests: text, door: text } });
const requests = Number(values.requests ?? 1_000);

const { world, close } = await openWorld();
let wrong = 0;
try {
  const house = await signUpHouse(world);
  // The pace of the house is another matter: here every request is to be treated as on a quiet day.
  await world.client.execute(
    `UPDATE institution SET profile = json_set(profile, '$.signUpGuard',
       json('{"hourAtLeast":100000,"factor":4,"networkDay":10000}'))`,
  );
  await populate(house, PER);
  for (const door of await doorsOf(house)) {
    if (values.door !== undefined && values.door !== door.name) continue;
    const { p, most, medians, control } = await measure(house, door, { requests, per: PER });
    console.log(`${door.name}: ${requests} requests for each of ${STATES.length} states`);
    for (const [state, ms] of Object.entries(medians)) console.log(`  ${state.padEnd(12)} median ${ms.toFixed(3)} ms`);
    console.log(
      `  Kruskal-Wallis p = ${p.toFixed(4)}; furthest apart: ${most.pair}, ${(most.chance * 100).toFixed(1)} % slower`,
    );
    console.log(
      `  control (one look-up more): p = ${control.p.toExponential(1)}, ${(control.chance * 100).toFixed(1)} % slower`,
    );
    if (p < CHANCE) {
      console.log("  THE TIMES DIFFER");
      wrong++;
    }
    if (control.p > CHANCE) {
      console.log("  THE MEASUREMENT IS BLIND");
      wrong++;
    }
  }
} finally {
  await close();
}
process.exitCode = wrong > 0 ? 1 : 0;
