/**
 * The job of a running import: page by page of up to 1,000 people onto the list, each with its log entry in one commit. It may
 * run twice, at the same time, or be killed at any instant: the page is deleted by the commit that writes it, so each
 * page is written once; what waits is found by the next run or by the sweep (views.ts `readRunningImports`).
 */
import type { Deps } from "../../deps.ts";
import { isRefusal } from "../../refusal.ts";
import { type Act, commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import type { List } from "../lists/rules.ts";
import { addressPlace } from "../people/rules.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { personCommitment } from "../proof-log/rules/event.ts";
import { readPurpose } from "../purposes/views.ts";
import { loadTarget, pagePlace, standingOf } from "./acts/examine.ts";
import type { NumberedRow } from "./file/rows.ts";
import { entersAs } from "./rules/claim.ts";
import { IMPORTED, pageFacts, personFacts } from "./rules/evidence.ts";
import { deletePages, type Entrant, pageWrites, stepWrite } from "./store.ts";
import { type Import, type Known, readImport, readNextPage, type SealedPage } from "./views.ts";

/** Pages of one job: enough that the pause between jobs does not count, few enough for one turn of a Worker. */
const PAGES_PER_JOB = 10;

/**
 * Writes the next pages, at most `most`, each in a commit of its own, and enqueues the rest. `idle`: nothing was left to
 * do, or somebody else did it meanwhile.
 */
export async function writeImportPage(
  deps: Deps,
  importId: string,
  most = PAGES_PER_JOB,
): Promise<"written" | "done" | "idle"> {
  let written = 0;
  let result: "written" | "done" | "idle" | "stale" = "idle";
  while (written < most) {
    result = await writeNext(deps, importId);
    if (result !== "written") break;
    written++;
  }
  if (written > 0) await deps.queue.enqueue({ kind: "seal" });
  // Stale: another run wrote the page, or a person came or left while it was being written. Look again, after a breath.
  if (result === "stale") await deps.queue.enqueue({ kind: "import-page", importId }, { delaySeconds: 1 });
  if (result === "written") await deps.queue.enqueue({ kind: "import-page", importId });
  return result === "done" ? "done" : written > 0 ? "written" : "idle";
}

async function writeNext(deps: Deps, importId: string): Promise<"written" | "done" | "idle" | "stale"> {
  const job = await readImport(deps.db, importId);
  if (job?.state !== "running") return "idle";
  const page = await readNextPage(deps.db, importId);
  if (!page) return finish(deps, importId, "done");
  const target = await loadTarget(deps, job.listId);
  // The list ended meanwhile: nobody comes onto it any more.
  if (isRefusal(target)) return finish(deps, importId, "dropped");
  return (await commit(deps, await pageAct(deps, job, page, target.list))) === "done" ? "written" : "stale";
}

async function finish(deps: Deps, importId: string, as: "done" | "dropped"): Promise<"done" | "idle"> {
  const change = [stepWrite(deps.db, importId, ["running"], as, deps.clock.now()), deletePages(deps.db, importId)];
  if ((await commit(deps, { change, proof: [] })) === "stale") return "idle";
  deps.afterErasure();
  return "done";
}

async function pageAct(deps: Deps, job: Import, page: SealedPage, list: List): Promise<Act> {
  const rows = JSON.parse(deps.vault.open(pagePlace(job.id, page.n), page.sealed)) as NumberedRow[];
  const [standing, log, purpose] = await Promise.all([
    standingOf(deps, list, rows),
    readLogOrigin(deps.db),
    readPurpose(deps.db, list.purposeId),
  ]);
  const at = deps.clock.now();
  const eid = deps.ids.uuid();
  const { since } = job.claim;
  const entrants: Entrant[] = [];
  const people: Uint8Array[] = [];
  for (const [i, row] of rows.entries()) {
    const known = standing.known.get(i);
    if (standing.left.has(i) || known?.onList) continue;
    const entrant = entrantOf(deps, row, known);
    entrants.push(entrant);
    people.push(personCommitment(entrant.salt, personFacts({ normalised: row.normalised, since, ...entrant })));
  }
  const left = rows.filter((_, i) => standing.left.has(i)).length;
  const change = pageWrites(
    {
      importId: job.id,
      n: page.n,
      listId: list.id,
      purposeId: list.purposeId,
      state: entersAs(list.kind, job.claim),
      addressKind: list.kind === "staff" ? "official" : "unknown",
      tagKey: deps.config.rings.TAG_KEYS.newest.id,
      since,
      eventId: eid,
      at,
    },
    entrants,
    { added: entrants.length, already: rows.length - entrants.length - left, left },
  );
  if (entrants.length === 0) return { change, proof: [] };
  const facts = pageFacts({
    importId: job.id,
    n: page.n,
    rows: entrants.length,
    listSlug: list.slug,
    purposeSlug: purpose?.slug ?? "",
    claim: job.claim,
    fileSha256: job.fileSha256,
  });
  return { change, proof: [actEvidence(deps, { log, eid, at, typ: IMPORTED, facts, people })] };
}

function entrantOf(deps: Deps, row: NumberedRow, known: Known | undefined): Entrant {
  const addressId = known?.addressId ?? deps.ids.uuid();
  const base = {
    addressId,
    personId: known?.personId ?? deps.ids.uuid(),
    subscriptionId: deps.ids.uuid(),
    salt: deps.ids.bytes(32),
    suppressionTags: deps.vault.suppressionTags(row.normalised).map((t) => t.tag),
  };
  if (known) return base;
  const sealed = deps.vault.seal(addressPlace(addressId), JSON.stringify({ address: row.address, name: row.name }));
  return { ...base, fresh: { language: row.language, tag: deps.vault.tag(row.normalised).tag, sealed } };
}
