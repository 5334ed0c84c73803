/**
 * Random histories of a log: acts, sealers that are killed before or after any write, two at one time, backups put back,
 * a second database over the same copy, keys that change. After every step: whatever was signed is one line.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Deps } from "../../../src/deps.ts";
import { readCheckpointText } from "../../../src/domain/proof-log/rules/checkpoint.ts";
import { grow, rootOfEdge } from "../../../src/domain/proof-log/rules/edge.ts";
import { readNote } from "../../../src/domain/proof-log/rules/note.ts";
import { consistencyProof, verifyConsistency } from "../../../src/domain/proof-log/rules/proofs.ts";
import { type HashAt, rangeHash } from "../../../src/domain/proof-log/rules/tree.ts";
import { sealLog } from "../../../src/domain/proof-log/seal.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { readEntries } from "../../../src/domain/proof-log/views/copy.ts";
import { readCheckpoint } from "../../../src/domain/proof-log/views.ts";
import { hex } from "../../../src/platform/encoding.ts";
import { makeKey } from "../../../src/platform/keys.ts";
import { Killed, mortal } from "../../support/mortal.ts";
import { openHouse } from "./house.ts";

/** A few of them each time, other ones every time. */
const RUNS = 8;

/** A sealer that dies: of the database its writes are steps, of the two places outside everything. */
const dying = (deps: Deps, n: number, after: boolean) => mortal(deps, n, after, { stores: ["logCopy", "logWitness"] });

type Step =
  | { kind: "act"; n: number; at: number }
  | { kind: "seal"; at: number }
  | { kind: "killed"; at: number; after: number; told: boolean }
  | { kind: "together"; acts: number }
  | { kind: "back-up"; at: number }
  | { kind: "restore" }
  | { kind: "rotate" }
  | { kind: "lose-copy" };

const who = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("act"),
      n: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(260)),
      at: who,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("seal"), at: who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("killed"),
      at: who,
      after: fc.integer({ min: 1, max: 16 }),
      told: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("together"), acts: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("back-up"), at: who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("restore") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rotate") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("lose-copy") }) },
) as fc.Arbitrary<Step>;

/** Everything that was ever signed and left the house, by origin and size. */
class Signed {
  readonly #roots = new Map<string, Map<number, Uint8Array>>();
  take(note: string): void {
    const head = readCheckpointText(readNote(note)?.text ?? "");
    if (!head) throw new Error("what was signed is no checkpoint");
    const of = this.#roots.get(head.origin) ?? new Map<number, Uint8Array>();
    this.#roots.set(head.origin, of);
    const before = of.get(head.size);
    if (before && hex(before) !== hex(head.root)) throw new Error(`${head.origin} was signed twice at ${head.size}`);
    of.set(head.size, head.root);
  }
  /** All of one origin lie on the log with these leaves, pairwise: each pair has a proof that verifies. */
  consistentWith(origin: string, leaves: readonly Uint8Array[]): void {
    const of = [...(this.#roots.get(origin) ?? [])]
      .filter(([size]) => size <= leaves.length)
      .sort((a, b) => a[0] - b[0]);
    const hashAt: HashAt = ({ level, index }) =>
      level === 0
        ? (leaves[index] as Uint8Array)
        : rangeHash({ start: index * 2 ** level, end: (index + 1) * 2 ** level }, ({ level: l, index: i }) => {
            const under = leaves.slice(i * 2 ** l, (i + 1) * 2 ** l);
            return rootOfEdge(grow({ size: 0, levels: [] }, under).edge);
          });
    for (const [m, older] of of)
      for (const [n, newer] of of)
        if (
          m < n &&
          !verifyConsistency({ size: m, root: older }, { size: n, root: newer }, consistencyProof(m, n, hashAt))
        )
          throw new Error(`${origin}: ${m} and ${n} are no one log`);
  }
  get sizes(): number {
    return [...this.#roots.values()].reduce((n, of) => n + of.size, 0);
  }
}

test("whatever happens, nothing is signed that contradicts what was signed before, and the log goes on", async () => {
  let checkpoints = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
      const house = await openHouse();
      const { logCopy, clock } = house;
      const signed = new Signed();
      const { put } = logCopy;
      logCopy.put = async (path, bytes) => {
        await put(path, bytes);
        if (path.endsWith("/checkpoint")) signed.take(new TextDecoder().decode(bytes));
      };
      /** Two houses over one copy: the second is a restored backup of the first, or the first itself. */
      const houses: [Deps, Deps] = [house.deps, house.deps];
      let backup: (() => Promise<Deps>) | undefined;
      const sealing = async (deps: Deps) => {
        clock.at += 31_000;
        try {
          await sealLog(deps);
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
        }
      };
      for (const s of steps) {
        const deps = houses["at" in s ? s.at : 0] as Deps;
        if (s.kind === "act") await house.appendActs(s.n, deps);
        else if (s.kind === "seal") await sealing(deps);
        else if (s.kind === "killed") await sealing(dying(deps, s.after, s.told));
        else if (s.kind === "together") {
          if (s.acts > 0) await Promise.all(houses.map((h) => house.appendActs(s.acts, h)));
          await Promise.all([...houses.map(sealing), sealing(houses[0])]);
        } else if (s.kind === "back-up") backup = await house.backUp(deps.db.client as never);
        else if (s.kind === "restore") houses[1] = backup ? await backup() : houses[1];
        else if (s.kind === "rotate") {
          const { all } = house.deps.config.rings.LOG_SIGNING_KEYS;
          const next = makeKey(house.deps.ids.bytes(32));
          const kept = [next, ...all].slice(0, 2);
          const ring = { newest: next, all: kept, get: () => undefined };
          Object.assign(house.deps.config.rings, { LOG_SIGNING_KEYS: ring });
        } else {
          // The disk of the copy is gone, and of the databases only the older one is left; the witness remembers.
          logCopy.head = undefined;
          houses[0] = houses[1];
          backup = undefined;
        }
        for (const h of houses) {
          const head = await readCheckpoint(h.db);
          if (head) signed.take(head.note);
          expect(await verifyLog(h)).toEqual([]);
        }
      }
      // Left alone, each goes on to the end of its entries.
      for (const h of houses) {
        for (let n = 0; n < 6; n++) await sealing(h);
        const { leaves } = await readEntries(h.db, 0, 100_000);
        const head = await readCheckpoint(h.db);
        expect(head?.size ?? 0).toBe(leaves.length);
        if (head) signed.consistentWith(head.note.split("\n")[0] as string, leaves);
        expect(await verifyLog(h)).toEqual([]);
      }
      checkpoints += signed.sizes;
    }),
    { numRuns: RUNS },
  );
  expect(checkpoints).toBeGreaterThan(RUNS);
}, 240_000);

test("killed at every single step of a sealing, before or after it took effect, the next sealer ends the same", async () => {
  for (let n = 1, died = true; died; n++)
    for (const after of [false, true]) {
      const { deps, clock, logCopy, appendActs } = await openHouse();
      await appendActs(300);
      await sealLog(deps);
      await appendActs(300);
      clock.at += 2000;
      died = await sealLog(dying(deps, n, after)).then(
        () => false,
        () => true,
      );
      clock.at += 31_000;
      await sealLog(deps);
      const head = await readCheckpoint(deps.db);
      expect([n, after, head?.size]).toEqual([n, after, 600]);
      expect(JSON.parse(new TextDecoder().decode(logCopy.head?.bytes)).size).toBe(600);
      expect(await verifyLog(deps)).toEqual([]);
      if (!died) expect(n).toBeGreaterThan(8);
    }
}, 240_000);
