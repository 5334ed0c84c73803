/** What a drill has shown, from both sides of the books and from what the program has written. */
import { readMailing, readNumbers } from "../../src/domain/campaigns/views.ts";
import { verifyLog } from "../../src/domain/proof-log/verify.ts";
import type { Books, Person } from "./books.ts";
import { counted } from "./counted.ts";
import type { DrillHouse } from "./house/node.ts";
import type { DrillOptions } from "./plan.ts";
import { brokenPromises, type Evidence, type Leaver } from "./promises.ts";
import { isRefusedAddress, type Provider } from "./provider/provider.ts";

export interface Report {
  /** Every broken promise; empty if all were kept. */
  broken: string[];
  kills: string[];
  /** Jumps of the clock made because everything stood still: leases of the dead, mail put off. */
  nudges: number;
  /** Why the mailing was paused, each time that a person let it go on. */
  resumed: string[];
  leavers: number;
  numbers: Evidence["numbers"];
  figures: Record<string, number>;
  /** Faults in the program's log, by what they say. */
  faults: Record<string, number>;
  /** What happened when, and everything the processes have written. */
  story: string[];
  output: string;
  seconds: number;
}

/** A drill that is over, before the books are compared. */
export interface Ending {
  options: DrillOptions;
  house: DrillHouse;
  provider: Provider;
  books: Books;
  people: readonly Person[];
  mailingId: string;
  leavers: readonly Leaver[];
  /** At a kill or at a jump of the clock: batches in an attempt; people whose own mail had begun. */
  inFlight: ReadonlySet<string>;
  /** Promises that were seen broken on the way. */
  broken: readonly string[];
  kills: string[];
  resumed: string[];
  nudges: number;
  story: string[];
  seconds: number;
}

const NUMBERS = ["audience", "sent", "skipped", "failed", "unknown", "waiting"] as const;

export async function reportOf(ending: Ending): Promise<Report> {
  const { house, provider, books, mailingId, inFlight, leavers } = ending;
  const { db } = house.deps;
  const told = await readNumbers(db, mailingId);
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, told[name]])) as Evidence["numbers"];
  const messages = await books.messages(mailingId);
  const kept = brokenPromises({
    people: ending.people,
    messages,
    taken: provider.taken,
    leavers,
    mailingState: (await readMailing(db, mailingId))?.state ?? "gone",
    numbers,
    mayBeUnknown: ({ personId, address }, batchId) =>
      inFlight.has(batchId) || inFlight.has(personId) || provider.leftInDoubt(address, batchId),
    refuses: isRefusedAddress,
    leftOver: {
      "sealed batches": await books.count("SELECT count(*) FROM batch WHERE sealed IS NOT NULL"),
      "open batches": await books.count("SELECT count(*) FROM batch WHERE state IN ('frozen', 'attempted')"),
      "events not told": provider.waiting + provider.givenUp,
    },
    said: provider.said,
  });
  const broken = [...ending.broken, ...kept];
  for (const problem of await verifyLog(house.deps)) broken.push(`P2 the log: ${problem.code} at ${problem.at}`);
  const output = house.output();
  const named = output.match(/cilveks\d+@/g) ?? [];
  if (named.length > 0) broken.push(`an address in the log: ${named.length} times`);
  return {
    broken,
    kills: ending.kills,
    nudges: ending.nudges,
    resumed: ending.resumed,
    leavers: leavers.length,
    numbers,
    figures: {
      ...counted(messages.filter((m) => m.state === "unknown").map((m) => `unknown: ${m.reason}`)),
      "mails taken": provider.taken.length,
      ...provider.figures(),
      ...(await house.figures()),
    },
    faults: faultsIn(output),
    story: ending.story,
    output,
    seconds: ending.seconds,
  };
}

/** Lines of the log that tell of a fault, counted by what they say. */
function faultsIn(output: string): Record<string, number> {
  const lines = output.split("\n").filter((line) => line.startsWith("{") && line.includes('"fault"'));
  return counted(
    lines.map((line) => {
      const { what, error, kind } = JSON.parse(line) as Record<string, string>;
      return [what, kind, error].filter(Boolean).join(" ");
    }),
  );
}
