/** A log whose signed entries were lost goes on under another name: bundles lead from events of before to the log of today. */
import { expect, it } from "vitest";
import { newOrigin } from "../../../../src/domain/proof-log/new-origin.ts";
import { personBundle } from "../../../../src/domain/proofs/acts/bundle/person.ts";
import { makeReceipt } from "../../../../src/domain/proofs/acts/receipt.ts";
import { OPERATOR } from "../../../../src/runtime/cli/command.ts";
import { judged } from "../forge.ts";
import { answered } from "./scene.ts";

it("holds the opening, so an event of the earlier log is as valid as one of today", async () => {
  const house = await answered("yes");
  const { world } = house;
  expect(await newOrigin(world.deps, OPERATOR)).toBeUndefined();
  await world.deps.queue.enqueue({ kind: "seal" });
  await world.work();
  const bytes = await personBundle(world.deps, { records: [await house.record()] });
  const report = await judged(bytes ?? new Uint8Array());
  expect(report.findings.filter(({ status }) => status === "invalid")).toEqual([]);
  expect(report.origin).toMatch(/\/log\/[0-9a-f]{8}$/);
  expect(report.records[0]?.events[0]?.said.log).not.toBe(report.origin);
  expect(report.acts.map(({ typ }) => typ)).toContain("log.opened");
  expect(report.findings.filter(({ code }) => code === "origin.earlier_log")).toEqual([]);
  expect(report.verdicts.bytes.status).toBe("valid");
});

it("a receipt over both logs is of today's: its keys are of one log, and the earlier event stands in it, too", async () => {
  const house = await answered("yes");
  const { world } = house;
  const recordId = await house.record();
  const before = await makeReceipt(world.deps, { recordId });
  expect(await newOrigin(world.deps, OPERATOR)).toBeUndefined();
  await house.press("no");
  await world.work();
  const receipts = [
    before,
    await makeReceipt(world.deps, { recordId, upTo: 1 }),
    await makeReceipt(world.deps, { recordId }),
  ];
  const texts = receipts.map((one) => (typeof one === "object" ? one.text : ""));
  expect(texts[1]).toBe(texts[0]);
  const [old, , both] = await Promise.all(texts.map((text) => judged(new TextEncoder().encode(text))));
  for (const report of [old, both]) {
    expect(report?.findings.filter(({ status }) => status === "invalid")).toEqual([]);
    expect(report?.records[0]?.events.every(({ index }) => index !== undefined)).toBe(true);
  }
  expect(both?.findings.map(({ code }) => code)).toContain("origin.earlier_log");
});
