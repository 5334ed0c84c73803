/**
 * The copy of the log outside the database, and the witness of what was signed last: a bucket or a folder that does not
 * answer, answers nobody, or does later what it was asked. What it has done it keeps, whatever becomes of the database.
 */
import type { JournalStore, LogCopy, LogWitness } from "../../../src/deps.ts";
import { memoryJournal, memoryLogCopy, memoryLogWitness } from "../../fakes/log-copy.ts";
import { type Life, type Machine, OUTSIDE } from "../machine/machine.ts";
import type { Random } from "../machine/random.ts";

export interface CopyFaults {
  /** Never arrived. */
  lost: number;
  /** Done; the answer never came. */
  answerLost: number;
  /** The same, but done only later. */
  late: number;
}

export const NO_COPY_FAULTS: CopyFaults = { lost: 0, answerLost: 0, late: 0 };

/** A bug to plant: a head is only said to be kept. */
export type BadCopy = "forgets" | "forgets the journal";

export interface CopyWorld {
  machine: Machine;
  random: Random;
  faults: CopyFaults;
  store: ReturnType<typeof memoryLogCopy>;
  witness: ReturnType<typeof memoryLogWitness>;
  journal: ReturnType<typeof memoryJournal>;
  /** Told of every head of the erasure journal that is kept. */
  journalled: (head: Uint8Array) => void;
  /** Told of every head that it keeps, and of every checkpoint that is put beside it. */
  claimed: (head: Uint8Array) => void;
  signed: (note: string) => void;
  bad?: BadCopy | undefined;
}

export const emptyCopy = () => ({ store: memoryLogCopy(), witness: memoryLogWitness(), journal: memoryJournal() });

/** The way of one process to both. */
export function copyOf(
  world: CopyWorld,
  life: Life,
): { logCopy: LogCopy; logWitness: LogWitness; journal: JournalStore } {
  const { machine, random, store, witness, journal } = world;
  const gone = (why: string) => {
    machine.note(`  ${why}`);
    machine.count(`copy: ${why}`);
    return new Error("the copy of the log is out of reach");
  };
  const read = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    await machine.point(life, `copy: ${what}`);
    if (random.chance(world.faults.lost / 2)) throw gone("not reached");
    return work();
  };
  const write = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    await machine.point(life, `copy: ${what}`);
    const { faults } = world;
    if (random.chance(faults.lost)) throw gone("not reached");
    if (random.chance(faults.late)) {
      machine.after(OUTSIDE, random.span(10, 90_000), `comes late to the copy: ${what}`, () => void work());
      throw gone("not answered, done later");
    }
    const done = await work();
    if (random.chance(faults.answerLost)) throw gone("done, answer lost");
    await machine.point(life, `copy: … ${what} done`);
    return done;
  };
  const swap = async (bytes: Uint8Array, version: string | undefined) => {
    const before = store.head;
    const next = await store.swapHead(bytes, version);
    if (next !== undefined && world.bad === "forgets" && before) store.head = before;
    else if (next !== undefined) world.claimed(bytes);
    return next;
  };
  return {
    logCopy: {
      readHead: () => read("head read", store.readHead),
      get: (path) => read("file read", () => store.get(path)),
      swapHead: (bytes, version) => write("claim", () => swap(bytes, version)),
      put: (path, bytes) =>
        write(path.endsWith("/checkpoint") ? "checkpoint" : "bundle", async () => {
          await store.put(path, bytes);
          if (path.endsWith("/checkpoint")) world.signed(new TextDecoder().decode(bytes));
        }),
    },
    journal: {
      readHead: () => read("journal read", journal.readHead),
      get: (path) => read("journal page read", () => journal.get(path)),
      put: (path, bytes) => write("journal page", () => journal.put(path, bytes)),
      remove: (path) => write("journal page away", () => journal.remove(path)),
      swapHead: (bytes, version) =>
        write("journal written", async () => {
          const before = journal.head;
          const next = await journal.swapHead(bytes, version);
          if (next !== undefined) world.journalled(bytes);
          if (next !== undefined && world.bad === "forgets the journal" && before) journal.head = before;
          return next;
        }),
    },
    logWitness: {
      read: (origin) => read("witness read", () => witness.read(origin)),
      write: (origin, head) => write("witness", () => witness.write(origin, head)),
    },
  };
}
