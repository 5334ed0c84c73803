/**
 * Unproven people who stayed silent until the deadline: only a count and a tag remain of each. No record, no event, no disclosure
 * and no link tag is kept of anybody, and the salt of his part in the act of the page is gone with his row.
 */
import { expect, it } from "vitest";
import { closeCampaign } from "../../../src/domain/campaigns/close.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { must, openScene } from "../consent/scene.ts";

const admin: StaffActor = { kind: "staff", id: "rita", role: "admin", via: "desk" };
const PEOPLE = ["anna@pasts.example", "berta@pasts.example", "cipa@pasts.example"];

it("the silent leave a count and a tag each, and nothing that is about one of them", async () => {
  const scene = await openScene();
  await scene.importList(PEOPLE);
  const id = await scene.campaign();
  scene.clock.set(Date.UTC(2026, 11, 15, 22, 0));
  expect(must(await closeCampaign(scene.deps, admin, { id })).silent).toBe(3);
  await scene.run();
  expect(await scene.count("SELECT count(*) FROM subscription WHERE ended_reason='no_answer'")).toBe(3);
  for (const table of ["person", "address", "consent_record", "link_tag", "disclosure", "receipt", "intake", "token"])
    expect([table, await scene.count(`SELECT count(*) FROM "${table}"`)]).toEqual([table, 0]);
  expect(await scene.count("SELECT count(*) FROM event WHERE record_id IS NOT NULL")).toBe(0);
  expect(await scene.count("SELECT count(*) FROM subscription WHERE bulk_salt IS NOT NULL")).toBe(0);
  expect(await scene.count("SELECT count(*) FROM suppression WHERE reason='no_answer'")).toBe(3);
  const event = await scene.client.execute("SELECT body FROM event WHERE typ='consent.expired'");
  expect(JSON.parse(String(event.rows[0]?.body)).people.count).toBe(3);
  expect(String(event.rows[0]?.body)).not.toContain("pasts");
  // The log's own part of each is 32 random-looking bytes whose salt no longer exists.
  expect(await scene.count("SELECT count(*) FROM event WHERE typ='consent.expired'")).toBe(1);
});
