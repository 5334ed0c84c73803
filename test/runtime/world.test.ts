import { expect, it } from "vitest";
import { createWorld } from "../support/world.ts";

it("a fresh world opens its public site, asks for a sign-in at the desk, and keeps every promise", async () => {
  const world = await createWorld();
  expect((await world.request("/health")).status).toBe(200);
  const desk = await world.request("/staff/staff");
  expect([desk.status, desk.headers.get("Location")]).toEqual([303, "/staff/sign-in?to=%2Fstaff%2Fstaff"]);
  const admin = await world.signIn("admin");
  expect((await admin.get("/staff/staff")).status).toBe(200);
  await world.deps.queue.enqueue({ kind: "recover" });
  expect(await world.work()).toBeGreaterThan(0);
  await world.check();
});
