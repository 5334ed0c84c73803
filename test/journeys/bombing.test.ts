/** The bombing drill in small (test/drill/bomb; `npm run drill:bomb` is the same at full size). */
import { expect, it } from "vitest";
import { runBomb, SHORT } from "../drill/bomb/bomb.ts";
import { shownOnDesk } from "../drill/bomb/desk.ts";
import { crowdAt } from "../support/crowd.ts";
import { signUpHouse } from "../support/sign-up-house.ts";
import { createWorld } from "../support/world.ts";

it("sign-ups for a few people's addresses by the hundred reach them as often as the caps say; real people get their mail, and the desk shows it", async () => {
  const house = await crowdAt(await signUpHouse(await createWorld()));
  const report = await runBomb(house, SHORT, (so) => shownOnDesk(house, so));
  expect(report.broken).toEqual([]);
  expect(report.toVictims).toBeLessThanOrEqual(SHORT.victims * 2);
  expect(report.counted).toMatchObject({ asked: SHORT.requests + SHORT.people });
  await house.world.check();
});
