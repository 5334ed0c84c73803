/**
 * Brings an older copy of the database to the erasure journal, before any door opens: whoever has left since leaves again, at
 * the moment at which he left; what must not be mailed is known again; destroyed proofs are destroyed. Page by page: killed at
 * any instant it goes on where it was, and a page that is applied twice changes nothing more. What cannot come back (consents
 * given since, the contents of events) is counted and said.
 */
import type { Deps } from "../../deps.ts";
import { overWrite, raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { countedDay } from "../last-mails/rules.ts";
import { forgetLastMailsWrites } from "../last-mails/store.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { pageAct } from "./acts/page.ts";
import { linesOf, openJournal } from "./acts/place.ts";
import { staleRequests } from "./acts/sign-ups.ts";
import { type JournalHead, missedPages } from "./rules/head.ts";
import type { Line } from "./rules/line.ts";
import { standingOf } from "./rules/standing.ts";
import {
  appliedWrite,
  dropRequestsWrites,
  endedAnewWrite,
  knownAgainWrite,
  openWrites,
  proofsAgainWrites,
  shutWrite,
  standStillWrites,
} from "./store.ts";
import { type JournalRow, readMark, readOverAgain } from "./views.ts";

/** A job ends by itself before anybody asks where it is; the next one goes on. */
const TURN_MS = 30_000;

/** What was applied again, all in all. */
export interface Reapplied {
  ended: number;
  tags: number;
  proofs: number;
  accounts: number;
}

export type Reapplying =
  /** Nothing to do: the doors may be open. */
  | { outcome: "agreed" }
  /** All is applied. */
  | { outcome: "applied"; counts: Reapplied }
  /** A job is enqueued for what remains. */
  | { outcome: "later" }
  /** Nobody can know what was missed: a person decides (go-on.ts). */
  | { outcome: "unknown" };

/** Applies what was missed, for up to half a minute. Throws if the journal is out of reach or not whole. */
export async function reapplyErasures(deps: Deps): Promise<Reapplying> {
  const { db, journal: store, clock } = deps;
  if (!store) return { outcome: "agreed" };
  const began = clock.now();
  const found = await openJournal(store);
  const mark = await readMark(db);
  const standing = standingOf(found?.head, mark);
  const office = await readInstitutionRow(db);
  if (standing === "unknown") return unknown(deps, mark);
  if (standing !== "behind" || !found || !office) return agree(deps, found?.head, mark);

  if (!mark?.shutAt) await commit(deps, { change: [shutWrite(began)], proof: [] });
  const { head } = found;
  const missed = [
    ...missedPages(head, mark?.n ?? 0).map((page) => ({ n: page.n, lines: () => linesOf(store, head, page) })),
  ];
  if (head.lines.length > 0) missed.push({ n: head.n, lines: async () => head.lines });
  const over = await overlaid(missed);
  for (let at = mark?.page ?? null, rest = missed.filter(({ n }) => n > (at ?? -1)); rest.length > 0; ) {
    const [page] = rest as [(typeof rest)[number]];
    const lines = await page.lines();
    if (!(await applyPage(deps, office.profile, { lines, n: page.n, pages: missed.length, from: at, over })))
      return later(deps);
    at = page.n;
    rest = rest.slice(1);
    if (rest.length > 0 && clock.now() - began > TURN_MS) return later(deps);
  }
  return finish(deps, head, office);
}

type Office = NonNullable<Awaited<ReturnType<typeof readInstitutionRow>>>;

interface Page {
  lines: readonly Line[];
  n: number;
  pages: number;
  from: number | null;
  /** Key → the last page that says it is over with what earlier ones say: a subscription that came back, a tag that is gone. */
  over: ReadonlyMap<string, number>;
}

/** One page: people and accounts, tags, and last the proofs, of which some were theirs. False: somebody else is at it. */
async function applyPage(deps: Deps, office: Office["profile"], page: Page): Promise<boolean> {
  const { lines, n, pages, from, over } = page;
  const holds = (line: Line) => (over.get(keyOf(line)) ?? -1) < n || isOver(line);
  const none = { pages, ended: 0, tags: 0, proofs: 0, accounts: 0 };
  const proofs = lines.filter(({ kind }) => kind === "proof");
  // Sorted as they are, whoever ends comes before the tags.
  for (const some of chunks(lines.filter((line) => line.kind !== "proof" && holds(line)))) {
    const { change, ...counts } = await pageAct(deps, office, some);
    const done = await commit(deps, {
      change: [...change, appliedWrite(from, from, { ...none, ...counts })],
      proof: [],
    });
    if (done === "stale") return false;
  }
  const records = await readOverAgain(
    deps.db,
    proofs.map(({ key }) => key),
  );
  const change = [
    ...proofsAgainWrites(records),
    knownAgainWrite(proofs),
    endedAnewWrite(lines.flatMap(({ kind, key, said }) => (kind === "ended" && said === "back" ? [key] : []))),
    appliedWrite(from, n, { ...none, proofs: records.length }),
  ];
  deps.afterErasure();
  return (await commit(deps, { change, proof: [] })) === "done";
}

/** Lines in one commit, so that none holds the database for long. */
const CHUNK = 500;

const chunks = (lines: readonly Line[]): Line[][] =>
  Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_, i) => lines.slice(i * CHUNK, (i + 1) * CHUNK));

const keyOf = ({ kind, key }: Line) => `${kind} ${key}`;
const isOver = ({ said }: Line) => said === "back" || said === "gone";

/** What came back, and by which page. */
async function overlaid(missed: { n: number; lines(): Promise<Line[]> }[]): Promise<Map<string, number>> {
  const over = new Map<string, number>();
  for (const { n, lines } of missed) for (const line of await lines()) if (isOver(line)) over.set(keyOf(line), n);
  return over;
}

async function finish(deps: Deps, head: JournalHead, office: Office): Promise<Reapplying> {
  const { db, ids, clock } = deps;
  const stale = await staleRequests(deps, office.profile.timeZone);
  const mark = (await readMark(db)) as JournalRow;
  const counts = { ended: mark.ended, tags: mark.tags, proofs: mark.proofs, accounts: mark.accounts };
  const at = clock.now();
  const evidence = actEvidence(deps, {
    log: office.logOrigin,
    at,
    typ: "erasure.reapplied",
    facts: { ...counts, by: "system:restore" },
  });
  const done = await commit(deps, {
    change: [
      ...dropRequestsWrites(stale),
      ...forgetLastMailsWrites(countedDay(at)),
      ...standStillWrites(),
      // Fenced by the last page: two processes do not both say that they were the one.
      appliedWrite(mark.page, mark.page, { pages: mark.pages ?? 0, ended: 0, tags: 0, proofs: 0, accounts: 0 }),
      ...openWrites({ journalId: head.journal, n: head.n }),
      // Also what an earlier restore had said.
      overWrite(["journal.unknown", "journal.applied"], "journal", at),
      raiseWrite({
        id: ids.uuid(),
        code: "journal.applied",
        subject: "journal",
        at,
        detail: { n: counts.ended, tags: counts.tags, proofs: counts.proofs, accounts: counts.accounts },
      }),
    ],
    proof: [evidence],
  });
  if (done === "stale") return later(deps);
  deps.afterErasure();
  deps.log.warn("restored", { ...counts });
  for (const kind of ["recover", "seal", "tell", "retain"] as const) await deps.queue.enqueue({ kind });
  return { outcome: "applied", counts };
}

/** Nothing was missed. A database that was shut only because it may have been an older copy is open again. */
async function agree(deps: Deps, head: JournalHead | undefined, mark: JournalRow | undefined): Promise<Reapplying> {
  if (mark?.shutAt) {
    const to = { journalId: head?.journal ?? mark.journalId, n: mark.n };
    const close = overWrite(["journal.unknown"], "journal", deps.clock.now());
    await commit(deps, { change: [...openWrites(to), close], proof: [] });
  }
  return { outcome: "agreed" };
}

/** The desk is shut too, so named people are told by mail. */
async function unknown(deps: Deps, mark: JournalRow | undefined): Promise<Reapplying> {
  const at = deps.clock.now();
  const alert = raiseWrite({ id: deps.ids.uuid(), code: "journal.unknown", subject: "journal", at });
  await commit(deps, { change: [...(mark?.shutAt ? [] : [shutWrite(at)]), alert], proof: [] });
  await deps.queue.enqueue({ kind: "tell" });
  return { outcome: "unknown" };
}

async function later(deps: Deps): Promise<Reapplying> {
  await deps.queue.enqueue({ kind: "reapply" });
  return { outcome: "later" };
}
