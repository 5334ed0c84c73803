/**
 * How a person came to a list by an import, as the desk shows it: what the institution stated about the whole page, its place in
 * the log, and whether his part in it still opens. Reads only; whoever calls writes the read log.
 */
import { base64url, sameBytes, utf8 } from "../../../platform/encoding.ts";
import { personFacts } from "../../imports/rules/evidence.ts";
import type { Both } from "../../institution/rules.ts";
import { actKeyPlace, personCommitment, readEvent } from "../../proof-log/rules/event.ts";
import { hashesOf } from "../../proof-log/rules/tile.ts";
import { leafHash, rootOf } from "../../proof-log/rules/tree.ts";
import { type Checks, checkEvents, type Result } from "../rules/checks.ts";
import { type PlaceInLog, readPlaces } from "../views/chain.ts";
import { type ImportedRow, readImported } from "../views/imported.ts";
import { type ChainDeps, proofOf, readLogNames } from "./chains.ts";

export interface Imported {
  eid: string;
  at: number;
  list: { slug: string; names: Both; purposeId: string };
  /** What the office stated about the list that it brought. */
  claim: { source: string; since: string; basis: string; origin: string; proof: string; rows: number };
  place: PlaceInLog | undefined;
  checks: Checks;
}

/** The imports that brought the person, or the owner of these records, oldest first. */
export async function readImports(
  deps: ChainDeps,
  of: { personId?: string; records: readonly string[]; email?: string },
): Promise<Imported[]> {
  const rows = await readImported(deps.db, { personId: of.personId, records: of.records });
  if (rows.length === 0) return [];
  const [log, places] = await Promise.all([
    readLogNames(deps),
    readPlaces(
      deps.db,
      rows.map((row) => row.event.leaf),
    ),
  ]);
  return Promise.all(
    rows.map(async ({ event, list, ...row }): Promise<Imported> => {
      const key = openActKey(deps, event);
      const proof = await proofOf(deps, event, key);
      const [checks] = checkEvents([{ ...event, key, proof, address: undefined, texts: [] }], log);
      return {
        eid: event.eid,
        at: event.at,
        list,
        claim: claimOf(event.body),
        place: places.get(event.leaf),
        checks: { ...(checks as Checks), address: partOf({ event, list, ...row }, of.email) },
      };
    }),
  );
}

function openActKey({ vault }: ChainDeps, { eid, sealedKey }: ImportedRow["event"]): Uint8Array | undefined {
  try {
    return sealedKey ? vault.openProofKey(actKeyPlace(eid), sealedKey) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the address that was brought is one of those the page commits to; its salt is destroyed when the row ends. */
function partOf({ event, personId, subscriptionId, since, salt }: ImportedRow, email: string | undefined): Result {
  if (!salt || personId === null || since === null) return "erased";
  if (email === undefined) return "unchecked";
  const all = event.commitments ? hashesOf(event.commitments) : [];
  const mine = personCommitment(salt, personFacts({ normalised: email, personId, subscriptionId, since }));
  const people = readEvent(utf8(event.body))?.people as { root?: unknown } | undefined;
  const whole = all.length > 0 && people?.root === base64url(rootOf(all.map(leafHash)));
  return whole && all.some((one) => sameBytes(one, mine)) ? "valid" : "invalid";
}

function claimOf(body: string): Imported["claim"] {
  const event = readEvent(utf8(body));
  const text = (name: string) => (typeof event?.[name] === "string" ? event[name] : "");
  return {
    source: text("source"),
    since: text("since"),
    basis: text("basis"),
    origin: text("origin"),
    proof: text("proof"),
    rows: typeof event?.rows === "number" ? event.rows : 0,
  };
}
