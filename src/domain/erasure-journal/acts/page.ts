/**
 * What one page of the journal changes in an older copy of the database: people who have left leave again, by the same
 * statements as everybody; tags, destroyed proofs and accounts become what they had become. Safe to apply twice. What
 * was said here after the line (a person who came back by a new consent) stands.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { dayOf, later } from "../../consent/rules/days.ts";
import { type EndedReason, leaveWrites } from "../../consent/store.ts";
import { linkOf } from "../../consent/views/link.ts";
import type { Institution } from "../../institution/rules.ts";
import { type Line, readEnded } from "../rules/line.ts";
import {
  accountsAgainWrite,
  type EndedAgain,
  endedAtWrite,
  knownAgainWrite,
  recordsAgainWrite,
  tagsAgainWrites,
} from "../store.ts";
import { readMet, readOwners } from "../views.ts";

type PageDeps = Pick<Deps, "db" | "vault" | "ids" | "clock">;

export interface PageAct {
  change: Write[];
  ended: number;
  tags: number;
  accounts: number;
}

/** Assembles some lines, but for proofs; none that a later one takes back. */
export async function pageAct(deps: PageDeps, office: Institution, lines: readonly Line[]): Promise<PageAct> {
  const of = (kind: Line["kind"]) => lines.filter((line) => line.kind === kind);
  const leaving = await leavingAgain(deps, office, of("ended"));
  const [tags, accounts] = [of("tag"), of("account")];
  return {
    change: [
      ...leaving.change,
      ...tagsAgainWrites(tags),
      ...(accounts.length > 0 ? [accountsAgainWrite(accounts)] : []),
      knownAgainWrite(lines),
    ],
    ended: leaving.ended,
    tags: tags.filter(({ said }) => said !== "gone").length,
    accounts: accounts.filter(({ said }) => said !== "back").length,
  };
}

/** What a "no" leaves of a record, by the reason of its end; of an end that says nothing of consent, what it was. */
const RECORD: Partial<Record<string, string>> = {
  refused: "refused",
  withdrawn: "withdrawn",
  complained: "withdrawn",
  erased: "withdrawn",
  deceased: "withdrawn",
};

async function leavingAgain(
  deps: PageDeps,
  office: Institution,
  lines: readonly Line[],
): Promise<{ change: Write[]; ended: number }> {
  const said = new Map(lines.map(({ key, said }) => [key, readEnded(said)] as const));
  const met = (await readMet(deps.db, [...said.keys()])).filter(({ id, yesAt }) => yesAt <= (said.get(id)?.at ?? -1));
  if (met.length === 0) return { change: [], ended: 0 };
  const ended = met.map(({ id, personId, purposeId, state }) => {
    const { reason, at } = said.get(id) as { reason: string; at: number };
    const shredDay = later(dayOf(at, office.timeZone), { months: office.proofMonths });
    return { id, personId, purposeId, state, reason, at, shredDay, record: RECORD[reason] ?? null };
  });
  const { people, live } = await readOwners(deps.db, [...new Set(met.map(({ personId }) => personId))]);
  const gone = new Set(ended.map(({ id }) => id));
  const stays = new Set(live.filter(({ id }) => !gone.has(id)).map(({ personId }) => personId));
  const erasures = people
    .filter(({ id }) => !stays.has(id))
    .map(({ id, addressId, sealed }) => ({ personId: id, ...linkOf(deps, addressId, sealed) }));
  const again: EndedAgain[] = ended;
  return {
    change: [
      recordsAgainWrite(again),
      ...leaveWrites({
        at: deps.clock.now(),
        endings: ended.map(({ id, personId, state, reason }) => ({
          subscriptionId: id,
          personId,
          recordId: null,
          reason: reason as EndedReason,
          state,
        })),
        suppressions: [],
        erasures,
        staying: [...stays],
        shredDay: ended[0]?.shredDay ?? "",
      }),
      endedAtWrite(again),
    ],
    ended: ended.length,
  };
}
