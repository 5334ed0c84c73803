/** What a page of people commits: persons, addresses and subscriptions, and one event that commits to all of them. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { readLogOrigin } from "../../institution/views.ts";
import type { List } from "../../lists/rules.ts";
import { addressPlace } from "../../people/rules.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Evidence, personCommitment } from "../../proof-log/rules/event.ts";
import { readPurpose } from "../../purposes/views.ts";
import { pauseWrite } from "../../rights-requests/store/pause.ts";
import { entersAs } from "../rules/claim.ts";
import { IMPORTED, pageFacts, personFacts } from "../rules/evidence.ts";
import { type Entrant, pageWrites } from "../store/page.ts";
import type { Known } from "../views/standing.ts";
import type { Import, SealedPage } from "../views.ts";
import { manyBytes, neighbourIds } from "./neighbours.ts";
import type { NumberedRow } from "./settle.ts";
import { pagePlace, standingOf, type Tagged, taggedOf } from "./target.ts";

/** What a page commits. */
export interface PageAct {
  change: Write[];
  proof: Evidence[];
}

/** Assembles it; whoever left or came since the check is passed over and counted. */
export async function peoplePage(deps: Deps, job: Import, page: SealedPage, list: List): Promise<PageAct> {
  const rows = JSON.parse(deps.vault.open(pagePlace(job.id, page.n), page.sealed)) as NumberedRow[];
  const tagged = rows.map((row) => taggedOf(deps, row));
  const [standing, log, purpose] = await Promise.all([
    standingOf(deps, list, tagged),
    readLogOrigin(deps.db),
    readPurpose(deps.db, list.purposeId),
  ]);
  const at = deps.clock.now();
  const eid = deps.ids.uuid();
  const newId = neighbourIds(deps.ids);
  const salt = manyBytes(deps.ids, rows.length, 32);
  const entrants: Entrant[] = [];
  const people: Uint8Array[] = [];
  for (const [i, row] of rows.entries()) {
    const known = standing.known.get(i);
    if (standing.left.has(i) || known?.onList) continue;
    const entrant = entrantOf(deps, job, list, { ...row, ...(tagged[i] as Tagged) }, known, newId, salt(i));
    entrants.push(entrant);
    people.push(personCommitment(entrant.salt, personFacts({ normalised: row.normalised, ...entrant })));
  }
  const left = rows.filter((_, i) => standing.left.has(i)).length;
  const unproven = entrants.filter((e) => e.state === "unproven").length;
  const change = pageWrites(
    {
      importId: job.id,
      n: page.n,
      listId: list.id,
      purposeId: list.purposeId,
      addressKind: list.kind === "staff" ? "official" : "unknown",
      tagKey: deps.config.rings.TAG_KEYS.newest.id,
      eventId: eid,
      at,
    },
    entrants,
    { added: entrants.length, unproven, already: rows.length - entrants.length - left, left },
  );
  const facts = pageFacts({
    importId: job.id,
    n: page.n,
    rows: entrants.length,
    unproven,
    listSlug: list.slug,
    purposeSlug: purpose?.slug ?? "",
    claim: job.claim,
    file: job.file,
    startedBy: job.startedBy,
  });
  const proof = entrants.length === 0 ? [] : [actEvidence(deps, { log, eid, at, typ: IMPORTED, facts, people })];
  // Whoever waits for an answer to a request gets no mail, also when a list brings his address meanwhile.
  return { change: [...change, pauseWrite(at)], proof };
}

function entrantOf(
  deps: Deps,
  job: Import,
  list: List,
  row: NumberedRow & Tagged,
  known: Known | undefined,
  newId: () => string,
  salt: Uint8Array,
): Entrant {
  const addressId = known?.addressId ?? newId();
  const base = {
    addressId,
    personId: known?.personId ?? newId(),
    subscriptionId: newId(),
    state: entersAs(list.kind, job.claim, row.proof),
    since: row.since ?? job.claim.since,
    salt,
    suppressionTags: row.suppressionTags.map((t) => t.tag),
  };
  if (known) return base;
  const [tag] = row.tags;
  if (!tag) throw new Error("a key ring is empty");
  const sealed = deps.vault.seal(addressPlace(addressId), JSON.stringify({ address: row.address, name: row.name }));
  return { ...base, fresh: { language: row.language, tag: tag.tag, sealed } };
}
