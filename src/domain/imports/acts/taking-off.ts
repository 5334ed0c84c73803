/**
 * What commits when an import takes people off: by the opt-outs of the system before, which become suppression tags of the
 * list's purpose, or because a sync no longer names them. An act of the institution: nobody has said anything to us.
 */
import type { Deps } from "../../../deps.ts";
import { hex } from "../../../platform/encoding.ts";
import { keptFrom, overwrites } from "../../consent/acts/leave.ts";
import { erasuresFacts } from "../../consent/rules/certificate.ts";
import { leaveWrites } from "../../consent/store.ts";
import { linkOf, readAddress } from "../../consent/views/link.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import type { List } from "../../lists/rules.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { personCommitment } from "../../proof-log/rules/event.ts";
import { readPurpose } from "../../purposes/views.ts";
import { OPTED_OUT, pageFacts, SYNCED } from "../rules/evidence.ts";
import { countWritten, pageDone } from "../store/page.ts";
import { type Leaver, namesAny, readLiveOf, readMissing } from "../views/leaving.ts";
import type { Import, SealedPage } from "../views.ts";
import type { PageAct } from "./people-page.ts";
import type { NumberedStop } from "./settle.ts";
import { pagePlace, standingOf, taggedOf } from "./target.ts";

/** People of one page of a sync. */
const PAGE = 500;

/**
 * A page of opt-outs. Whoever has given his consent here himself came later than he left there: nothing is written of him.
 * Those of whom the file says otherwise have left before (left-later.ts).
 */
export async function stopPage(deps: Deps, job: Import, page: SealedPage, list: List): Promise<PageAct> {
  const stops = JSON.parse(deps.vault.open(pagePlace(job.id, page.n), page.sealed)) as NumberedStop[];
  const marks = stops.map((stop) => taggedOf(deps, stop));
  const [standing, live, ground] = await Promise.all([
    standingOf(deps, list, marks),
    readLiveOf(
      deps.db,
      list.purposeId,
      marks.map(({ tags }) => tags.map((t) => hex(t.tag))),
    ),
    groundOf(deps, job, list),
  ]);
  const own = new Set(live.filter((l) => l.proven).map((l) => l.i));
  const tagged = stops.map((stop, i) => ({ ...stop, i })).filter(({ i }) => !own.has(i) && !standing.left.has(i));
  const reasonOf = new Map(tagged.map(({ i, reason }) => [i, reason]));
  const leavers = live.filter((l) => reasonOf.has(l.i));
  const suppressions = tagged.map(({ i, reason }) => {
    const mark = marks[i];
    const tag = mark?.suppressionTags[0];
    if (!mark || !tag) throw new Error("a key ring is empty");
    const addressTags = mark.tags.map((t) => t.tag);
    return { ...tag, addressTags, scope: list.purposeId, reason, day: ground.today, reviewDay: ground.reviewDay };
  });
  const kept = stops.filter((_, i) => own.has(i) && !standing.left.has(i)).length;
  const written = { stopped: tagged.length, removed: leavers.length, kept };
  return {
    change: [
      ...pageDone(job.id, page.n, written),
      ...leaveWrites({
        at: ground.at,
        ...endings(deps, leavers, (l) => reasonOf.get(l.i) ?? "withdrawn"),
        suppressions,
        shredDay: ground.shredDay,
      }),
    ],
    proof: tagged.length === 0 ? [] : [evidence(deps, OPTED_OUT, job, list, page.n, tagged.length, ground, leavers)],
  };
}

/** The next page of people whom the file of a sync does not name; undefined when there is none. */
export async function removalPage(deps: Deps, job: Import, list: List): Promise<PageAct | undefined> {
  const sync = { importId: job.id, listId: list.id, before: job.createdAt };
  const leavers = await readMissing(deps.db, sync, PAGE);
  if (leavers.length === 0) return undefined;
  await standUnderOneKey(deps, job.id, leavers);
  const ground = await groundOf(deps, job, list);
  return {
    change: [
      countWritten(job.id, { removed: leavers.length }),
      ...leaveWrites({
        at: ground.at,
        ...endings(deps, leavers, () => "removed"),
        suppressions: [],
        shredDay: ground.shredDay,
      }),
    ],
    proof: [evidence(deps, SYNCED, job, list, 0, leavers.length, ground, leavers)],
  };
}

/**
 * Throws where the file names somebody of these under another TAG key: the key was changed while the file was read, and nobody
 * may be taken off for that. The list is brought again when the tags have been made anew. An address whose key is lost cannot
 * be asked about; whom the file names under another key stands on the list anew, beside it.
 */
async function standUnderOneKey(deps: Deps, importId: string, leavers: readonly Leaver[]): Promise<void> {
  if (deps.config.rings.TAG_KEYS.all.length === 1) return;
  const tags = leavers.flatMap((l) => {
    const opened = readAddress(deps.vault, l.addressId, l.sealed);
    return opened ? deps.vault.tags(opened.normalised) : [];
  });
  if (
    await namesAny(
      deps.db,
      importId,
      tags.map(({ tag }) => hex(tag)),
    )
  )
    throw new Error("the TAG key was changed while a list was read for a sync");
}

type Ground = Awaited<ReturnType<typeof groundOf>>;

async function groundOf(deps: Deps, job: Import, list: List) {
  const [office, purpose] = await Promise.all([readInstitutionRow(deps.db), readPurpose(deps.db, list.purposeId)]);
  if (!office) throw new Error("an import runs without an institution");
  const at = deps.clock.now();
  const kept = keptFrom(office.profile, at);
  return {
    at,
    eid: deps.ids.uuid(),
    log: office.logOrigin,
    purposeSlug: purpose?.slug ?? "",
    today: kept.today,
    reviewDay: kept.suppressionReviewDay,
    shredDay: kept.proofUntilDay,
    erasure: (addresses: number) =>
      erasuresFacts({ institution: office.profile, at, kept, overwritten: overwrites(deps.db) }, addresses),
    importId: job.id,
  };
}

/** Who is on no other list is deleted; the others only leave these. */
function endings(
  deps: Deps,
  leavers: readonly Leaver[],
  reasonOf: (leaver: Leaver) => "withdrawn" | "complained" | "bounced" | "removed",
) {
  const people = [...new Map(leavers.map((l) => [l.personId, l])).values()];
  return {
    endings: leavers.map((l) => ({
      subscriptionId: l.subscriptionId,
      personId: l.personId,
      recordId: null,
      reason: reasonOf(l),
      state: l.state,
    })),
    erasures: people
      .filter((l) => l.others === 0)
      .map((l) => ({ personId: l.personId, ...linkOf(deps, l.addressId, l.sealed) })),
    staying: people.filter((l) => l.others > 0).map((l) => l.personId),
  };
}

function evidence(
  deps: Deps,
  typ: typeof OPTED_OUT | typeof SYNCED,
  job: Import,
  list: List,
  n: number,
  rows: number,
  { log, eid, at, purposeSlug, erasure }: Ground,
  leavers: readonly Leaver[],
) {
  const { claim, file, startedBy } = job;
  const facts = pageFacts({
    importId: job.id,
    n,
    rows,
    listSlug: list.slug,
    purposeSlug,
    claim,
    file,
    startedBy,
  });
  const erased = new Set(leavers.filter((l) => l.others === 0).map((l) => l.personId));
  const people = leavers.map((l) =>
    personCommitment(l.salt, { eid, subject: l.personId, subscription: l.subscriptionId }),
  );
  const all = { ...facts, erasure: erasure(erased.size) };
  return actEvidence(deps, { log, eid, at, typ, facts: all, ...(people.length > 0 ? { people } : {}) });
}
