/** The box about time stamps in a real browser: none set up, missing, stamped. SCREENSHOTS keeps pictures (support/see.ts). */
import { afterAll, expect, it, onTestFinished } from "vitest";
import { startFakeTsa } from "../fakes/tsa.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";
import { createWorld } from "../support/world.ts";

afterAll(closeBrowser);

it("can be read in each of its states", async () => {
  const at = { now: 0 };
  const tsa = await startFakeTsa({ now: () => at.now, revocation: true });
  onTestFinished(() => tsa.stop());
  const world = await createWorld();
  const window = await windowOf(await world.signIn("dpo"));
  const turn = async () => {
    await world.deps.queue.enqueue({ kind: "seal" });
    await world.work();
    at.now = world.clock.now();
    await world.deps.queue.enqueue({ kind: "time-stamp" });
    await world.deps.queue.enqueue({ kind: "recover" });
    await world.work();
  };
  const look = async (path: string, name: string, ...langs: ("lv" | "en")[]) => {
    for (const lang of langs) await see(await window.open(`${path}?lang=${lang}`), `${name}-${lang}`);
  };
  await turn();
  await look("/staff/work", "stamps-unset", "lv", "en");

  world.deps.config.timeStamps.authorities.push(
    tsa.settings({ anchors: [{ certificate: tsa.authority.issuer.der, listed: "LV 2026-11-20" }] }),
  );
  tsa.misbehave({ is: "away" });
  world.clock.pass({ days: 2, hours: 5 });
  await turn();
  await look("/staff/work", "stamps-missing", "lv", "en");
  await look("/staff/proofs", "stamps-missing-proofs", "lv");
  await look("/staff/", "stamps-missing-today", "lv");

  tsa.misbehave();
  world.clock.pass({ hours: 2 });
  await turn();
  await look("/staff/work", "stamps-made", "lv", "en");
  await look("/staff/proofs", "stamps-made-proofs", "lv", "en");
  expect(window.complaints).toEqual([]);
});
