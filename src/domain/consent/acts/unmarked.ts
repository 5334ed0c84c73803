/**
 * People who left by an act of the institution, and of whom no suppression tag could be made, because the key of their address
 * is lost: whoever brings the address again is not recognised. Staff are told how many.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { raiseMoreWrite } from "../../alerts/store.ts";

/** Adds so many to the open alert, in the batch of the act; nothing for none. */
export const unmarkedWrites = ({ ids }: Pick<Deps, "ids">, n: number, at: number): Write[] =>
  n === 0
    ? []
    : [raiseMoreWrite({ id: ids.uuid(), code: "suppression.unmarked", subject: "suppression", at, detail: { n } })];
