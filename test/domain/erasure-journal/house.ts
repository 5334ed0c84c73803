/** What the tests of the journal do to a house: people who leave by one-click, seals, and what the journal holds then. */
import { openJournal } from "../../../src/domain/erasure-journal/acts/place.ts";
import { lineText } from "../../../src/domain/erasure-journal/rules/line.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import type { World } from "../../support/world.ts";

/** Leaves by one-click, whoever of these people he is. */
export async function leave(world: World, subscriptionId: string): Promise<void> {
  const token = world.deps.tokens.make("u", { subscriptionId, mailingId: "00000000-0000-0000-0000-000000000000" });
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  const answer = await world.request(`/u/${token}`, { method: "POST", body });
  if (answer.status !== 200) throw new Error(`not taken: ${answer.status}`);
}

/** A turn of the sealer, a while later. */
export async function seal(world: World): Promise<void> {
  world.clock.pass({ seconds: 2 });
  await handleJob(world.deps, { kind: "seal" });
  await world.work();
}

/** Everything is done that a restored house does before it opens. */
export async function settle(world: World): Promise<void> {
  for (let times = 0; times < 3; times++) {
    world.clock.pass({ seconds: 2 });
    await handleJob(world.deps, { kind: "recover" });
    await world.work();
  }
}

export const liveIds = async (world: World) =>
  (await world.rows("SELECT id FROM subscription WHERE state <> 'ended' ORDER BY id")).map(({ id }) => String(id));

/** Lines of the open head. */
export async function headOf(world: World) {
  const found = world.deps.journal && (await openJournal(world.deps.journal));
  if (!found) throw new Error("there is no journal");
  return { ...found.head, text: found.head.lines.map(lineText) };
}
