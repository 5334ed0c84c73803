/** The hour's work does all its parts whatever becomes of one: what is due goes also while the erasure journal is out of reach. */
import { expect, it } from "vitest";
import type { Deps, JournalStore } from "../../../src/deps.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";

const GONE = "the journal is out of reach";

/** A journal that cannot be reached from now on, and how often it was asked. */
function unreachable(): { store: JournalStore; asked: () => number } {
  let n = 0;
  const store = new Proxy({} as JournalStore, {
    get: () => async () => {
      n++;
      throw new Error(GONE);
    },
  });
  return { store, asked: () => n };
}

async function house() {
  const desk = await openDesk();
  await desk.client.execute("INSERT INTO commit_mark (id, at) VALUES ('mark-due', 1)");
  const journal = unreachable();
  let vacuumed = 0;
  const deps: Deps = { ...desk.deps, journal: journal.store, vacuum: async () => void vacuumed++ };
  const due = () => desk.rows("SELECT id FROM commit_mark WHERE id = 'mark-due'");
  return { desk, deps, journal, due, vacuumed: () => vacuumed };
}

it("deletes what is due, goes on to the parts behind the journal, and throws its fault at the end", async () => {
  const { deps, journal, due, vacuumed } = await house();
  await expect(handleJob(deps, { kind: "retain" })).rejects.toThrow(GONE);
  expect([await due(), journal.asked() > 0, vacuumed()]).toEqual([[], true, 1]);
});

it("the pages that follow never ask the journal", async () => {
  const { deps, journal, due } = await house();
  await handleJob(deps, { kind: "retain-page" });
  expect([await due(), journal.asked()]).toEqual([[], 0]);
});
