/**
 * A whole house for one test (open-world.ts). `check()` asks after every journey what must always be true.
 *
 *     const world = await createWorld();
 *     const desk = await world.signIn("editor");
 *     await desk.post("/staff/mailings/new", { title: "…" });
 *     await world.work();
 *     world.mailbox.mails;
 *     await world.check();
 */
import { onTestFinished } from "vitest";
import { openWorld, type World, type WorldOptions } from "./open-world.ts";

export type { World, WorldOptions } from "./open-world.ts";

/** Makes a world. It is taken down when the test is finished. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const { world, close } = await openWorld(options);
  onTestFinished(close);
  return world;
}
