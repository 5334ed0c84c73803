/**
 * Lines of the read log: of a look at proofs, one for the look itself, which the bound counts, and one for each record; of an
 * export, the same. An export of many people names what it is of, and how many.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { readLogWrite } from "../../people/store.ts";

/** What is counted as a look (store/opening.ts), and what is read after it. */
export type LookAct = "proofs.look-up" | "proofs.open" | "proofs.ask";

/** `subject` is a person or an opening; the lines of records carry `proofs.read`. */
export function lookLines(
  deps: Pick<Deps, "db" | "ids">,
  look: {
    by: string;
    act: LookAct | "proofs.look-again";
    subject?: string | undefined;
    records: readonly string[];
    reason?: string;
    at: number;
  },
): Write[] {
  const { by: actor, act, subject, records, reason, at } = look;
  const line = (what: string, of: string | undefined) =>
    readLogWrite(deps.db, {
      id: deps.ids.uuid(),
      actor,
      act: what,
      at,
      ...(of && { subject: of }),
      ...(reason && { reason }),
    });
  return [line(act, subject), ...records.map((record) => line("proofs.read", record))];
}

/** A bundle leaves the house. `subject`: a person, an opening, a mailing or a purpose; `records` of one person. */
export function exportLines(
  deps: Pick<Deps, "db" | "ids">,
  out: { by: string; subject: string; records: readonly string[]; reason: string; at: number },
): Write[] {
  const line = (act: string, subject: string) =>
    readLogWrite(deps.db, { id: deps.ids.uuid(), actor: out.by, act, subject, reason: out.reason, at: out.at });
  return [line("proofs.export", out.subject), ...out.records.map((record) => line("proofs.exported", record))];
}
