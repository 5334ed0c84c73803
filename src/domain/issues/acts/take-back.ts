/** What commits when an issue that waits for its time becomes a draft again, whoever decided that. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { overWrite, raiseWrite } from "../../alerts/store.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { takeBackWrite } from "../store/sending.ts";

/**
 * person: somebody pressed the button. outage: its time came while the program was asleep. restored: the database is an older
 * copy, and the issue may have gone out already. list: the list or its purpose does not stand as it did.
 */
export type TakenBack = "person" | "outage" | "restored" | "list";

/** What people were told of an issue that did not go out is over: somebody has decided. A second time is told anew. */
export const notSentOverWrite = (id: string, at: number): Write => overWrite(["issue.not-sent"], id, at);

/** Assembles it; where the program decided, named people are told: whoever commits it enqueues `tell` afterwards. */
export function takeBackAct(
  deps: Pick<Deps, "ids" | "vault" | "config" | "clock">,
  issue: { id: string; notBefore: number },
  said: { log: string; why: TakenBack; by: string; via?: string },
): { change: Write[]; proof: Evidence[] } {
  const { id, notBefore } = issue;
  const { log, why, by, via } = said;
  const at = deps.clock.now();
  const facts = { mailing: id, start: new Date(notBefore).toISOString(), why, by, ...(via && { via }) };
  const alert = { id: deps.ids.uuid(), code: "issue.not-sent", subject: id, at, detail: { why, start: notBefore } };
  return {
    change: [takeBackWrite(id, notBefore), ...(why === "person" ? [] : [raiseWrite(alert)])],
    proof: [actEvidence(deps, { log, at, typ: "issue.taken-back", facts })],
  };
}
