/** Two verifiers that share no code agree: on random histories, and on what a forger makes of them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { eventSalt } from "../../../../src/domain/proof-log/rules/commitment.ts";
import type { ConsentEventType, Evidence } from "../../../../src/domain/proof-log/rules/event.ts";
import { writeBundle } from "../../../../src/domain/proofs/rules/bundle/write.ts";
import { verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import { forged } from "../forge.ts";
import { act, part, personEvent, REC, sampleLog, sampleParts } from "../sample.ts";
import { secondOpinion } from "../second.ts";

/** Events that can follow each other: given, then renewed or withdrawn, and given again. */
function history(steps: boolean[]): Evidence[] {
  const events: Evidence[] = [];
  let inForce = false;
  for (const goesOn of steps) {
    const typ: ConsentEventType = inForce
      ? goesOn
        ? "consent.renewed"
        : "consent.withdrawn"
      : goesOn
        ? "consent.given"
        : "consent.refused";
    events.push(personEvent(events.at(-1), { typ, channel: "page" }));
    inForce = typ === "consent.given" || typ === "consent.renewed";
  }
  return events;
}

const first = async (bundle: Uint8Array) => {
  const found = await verifyBundle(bundle);
  if ("problem" in found) return false;
  return found.steps.every(
    ({ step, status }) => !["event", "origin", "inclusion", "signature", "chain"].includes(step) || status === "valid",
  );
};

const bundleOf = (steps: boolean[], strangers: number) => {
  const events = history(steps);
  const others = Array.from({ length: strangers }, (_, i) => act({ typ: "test.happened", facts: { n: i } }));
  const log = sampleLog([...others.slice(0, strangers / 2), ...events, ...others.slice(strangers / 2)]);
  const records = [{ rec: REC, events: events.map((event) => part(log, event)), disclosures: [] }];
  return { bundle: writeBundle(sampleParts({ records, anchors: [], notices: [] })), events };
};

const STEPS = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 });

test("what is right is right for both", async () => {
  await fc.assert(
    fc.asyncProperty(STEPS, fc.nat(40), async (steps, strangers) => {
      const { bundle } = bundleOf(steps, strangers);
      expect([await first(bundle), secondOpinion(bundle)]).toEqual([true, true]);
    }),
    { numRuns: 25 },
  );
});

test("what a forger changes in events and proofs is never taken by ours, strict or not the other is", async () => {
  const change = fc.record({
    at: fc.nat(5000),
    bit: fc.integer({ min: 0, max: 6 }),
    proof: fc.boolean(),
    n: fc.nat(5),
  });
  await fc.assert(
    fc.asyncProperty(STEPS, fc.nat(10), change, async (steps, strangers, { at, bit, proof, n }) => {
      const { bundle, events } = bundleOf(steps, strangers);
      const path = `events/${String((n % events.length) + 1).padStart(4, "0")}.${proof ? "tlog-proof" : "json"}`;
      const bad = forged(bundle, {
        [path]: (text) => {
          const bytes = Buffer.from(text);
          bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ (1 << bit);
          return new Uint8Array(bytes);
        },
      });
      // Ours is never the laxer one: base64 with stray bits, which node:crypto passes over, is wrong for us.
      expect(await first(bad)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test("a proof under the salt of another event opens for neither", async () => {
  const events = history([true, false]);
  const log = sampleLog(events);
  const [a, b] = events as [Evidence, Evidence];
  const swapped = { ...part(log, a), proof: log.proofOf(a, eventSalt(new Uint8Array(32).fill(11), b.eid)) };
  const bundle = writeBundle(
    sampleParts({
      records: [{ rec: REC, events: [swapped, part(log, b)], disclosures: [] }],
      anchors: [],
      notices: [],
    }),
  );
  expect([await first(bundle), secondOpinion(bundle)]).toEqual([false, false]);
});
