/**
 * Who looked at the data of the person himself (GDPR Art. 15): when, what for and in which role. Names only where the officer
 * has decided so, and then of the lines that there were at that time. What colleagues wrote in their own words is not shown:
 * it may be about others.
 */
import type { Deps } from "../../../deps.ts";
import { readHeldRecords, readSealedRecords } from "../../proofs/views/chain.ts";
import { type ReasonCode, reasonParts } from "../rules/why.ts";
import { readLinesAbout, readListLines, readNamingOf, type ShownLine } from "../views/lines.ts";

export interface OwnReader {
  at: number;
  act: string;
  role: string | null;
  why?: ReasonCode;
  /** Where the officer has decided that names are told, and the colleague is still known. */
  name?: string;
}

export interface OwnReaders {
  lines: OwnReader[];
  /** Looks at whole lists on which he was. */
  lists: OwnReader[];
  /** The officer's decision about names, if there is one. */
  names?: { decision: "told" | "withheld"; at: number };
}

const MOST = 100;

/** Reads it for somebody who has shown that the address is his. */
export async function readOwnReaders(
  deps: Pick<Deps, "db" | "vault" | "auth">,
  own: { personId: string | undefined; email: string },
): Promise<OwnReaders> {
  const { personId, email } = own;
  const [held, sealed, naming] = await Promise.all([
    personId === undefined ? [] : readHeldRecords(deps.db, personId),
    readSealedRecords(deps, email),
    personId === undefined ? undefined : readNamingOf(deps.db, personId),
  ]);
  const [lines, lists] = await Promise.all([
    readLinesAbout(deps.db, { personId, records: [...new Set([...held, ...sealed])] }, MOST),
    personId === undefined ? [] : readListLines(deps.db, personId, MOST),
  ]);
  const until = naming?.decision === "told" ? naming.at : 0;
  const names = await namesOf(
    deps,
    [...lines, ...lists].filter(({ at }) => at <= until),
  );
  const shown = ({ at, act, role, actor, reason }: ShownLine): OwnReader => {
    const { code: why } = reasonParts(reason);
    const name = at <= until ? names.get(actor) : undefined;
    return { at, act, role, ...(why && { why }), ...(name !== undefined && { name }) };
  };
  return {
    lines: lines.map(shown),
    lists: lists.map(shown),
    ...(naming && { names: { decision: naming.decision, at: naming.at } }),
  };
}

async function namesOf({ auth }: Pick<Deps, "auth">, lines: readonly ShownLine[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const actor of new Set(lines.map((line) => line.actor))) {
    const member = await auth.users.byId(actor.replace(/^staff:/, ""));
    if (member) names.set(actor, member.name);
  }
  return names;
}
