import { expect, it } from "vitest";
import type { Handover } from "../../../src/deps.ts";
import { mailLastMails } from "../../../src/domain/last-mails/mail.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { CANARY, watch } from "../../support/canary.ts";
import { submit } from "../../support/forms.ts";
import { createWorld } from "../../support/world.ts";
import { campaign, imported, links } from "./life.ts";

const HANDED: [string, (() => Promise<Exclude<Handover, { outcome: "each" }>>) | undefined][] = [
  ["handed over", undefined],
  ["refused", async () => ({ outcome: "refused", code: "provider.invalid" })],
  [
    "put off until it is too late",
    async () => ({ outcome: "later", code: "provider.rate_limit", retryAfterMs: 60_000 }),
  ],
  ["unknown", async () => ({ outcome: "unknown", code: "provider.no_answer" })],
  ["broken by a fault", () => Promise.reject(new Error(`no way to ${CANARY.address}`))],
];

it.each(HANDED)("a last mail that is %s leaves no trace of him, while it waits and after", async (_, post) => {
  const world = await createWorld();
  const eyes = watch(world);
  const desk = await world.signIn("admin");
  await submit(desk, "/staff/settings", { lastMail: "yes" }, /settings$/);
  await imported(world, desk);
  await campaign(world, desk);
  await world.work();
  const { r, u } = links(world, eyes);
  expect((await submit(world.browser(), r, { answer: "no" })).status).toBe(200);
  expect(await world.rows("SELECT state FROM last_mail")).toEqual([{ state: "due" }]);
  await eyes.expectSilence();
  world.clock.pass({ seconds: 2 });
  await handleJob(world.deps, { kind: "seal" });
  const deps = post ? { ...world.deps, post } : world.deps;
  await mailLastMails(deps).catch((error) => world.deps.log.fault("job", error));
  await eyes.expectSilence();
  for (const path of [r, u, "/staff/work"]) await desk.get(path);
  await desk.post("/staff/people", { address: CANARY.address, why: "asked" });
  world.clock.pass({ minutes: 14 });
  await handleJob(world.deps, { kind: "recover" });
  expect(await world.rows("SELECT state FROM last_mail")).toEqual([]);
  await eyes.expectSilence();
  await world.check();
});
