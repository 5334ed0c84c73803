/**
 * Freezes the next batch of a mailing: address, name and language of up to `limit` people, sealed in one row, their
 * messages claimed. Whoever answered or left since planning is skipped, with the reason.
 */
import type { Deps } from "../../deps.ts";
import type { Member } from "../campaigns/rules.ts";
import { commit } from "../commit.ts";
import { openAddress } from "../consent/views/standing.ts";
import { freezeWrites, skipWrite } from "./store.ts";
import { batchPlace, readPlanned } from "./views.ts";

/** `again` if a race or a skip asks for another look, `empty` if nothing is planned. */
export async function freezeBatch(deps: Deps, mailingId: string, limit: number): Promise<"frozen" | "again" | "empty"> {
  const planned = await readPlanned(deps.db, mailingId, limit);
  if (planned.length === 0) return "empty";
  const members: Member[] = [];
  const answered: string[] = [];
  const left: string[] = [];
  for (const row of planned) {
    if (row.state === "unproven" && row.addressId && row.sealed) {
      const { address, name } = openAddress(deps.vault, row.addressId, row.sealed);
      const { personId, subscriptionId } = row;
      members.push({ personId, subscriptionId, address, name, language: row.language as Member["language"] });
    } else (row.state === "ended" ? left : answered).push(row.personId);
  }
  if (answered.length + left.length > 0) {
    const change = [skipWrite(mailingId, answered, "answered"), skipWrite(mailingId, left, "left")];
    await commit(deps, { change, proof: [] });
    return "again";
  }
  const id = deps.ids.uuid();
  const done = await commit(deps, {
    change: freezeWrites({
      id,
      mailingId,
      personIds: members.map((m) => m.personId),
      sealed: deps.vault.seal(batchPlace(id), JSON.stringify(members)),
      at: deps.clock.now(),
    }),
    proof: [],
  });
  return done === "done" ? "frozen" : "again";
}
