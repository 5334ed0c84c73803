/**
 * Verifies a bundle: the steps of PROOF 6.7, one after the other, without a network, a clock or a database. The same code runs
 * in `verify.html`, in `verify.mjs` and in the command line. Every event is carried as far as it goes; a fault at one place
 * does not hide those at others.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { hex } from "../../../../platform/encoding.ts";
import type { NoteKey } from "../../../proof-log/rules/note.ts";
import type { Anchor } from "../../../time-stamps/rules/verify.ts";
import { actPeoplePath, disclosuresPath, POLICY, viewPath } from "../bundle/paths.ts";
import { readPolicy } from "../bundle/policy.ts";
import { isProblem, type Problem } from "../bundle/problem.ts";
import { readBundle } from "../bundle/read.ts";
import { asBundle } from "../receipt/bundle.ts";
import { type Entry, type Notes, notes, textOf } from "./entry.ts";
import { reportOf } from "./report.ts";
import { checkChain } from "./steps/chain.ts";
import { checkConsistency } from "./steps/consistency.ts";
import { checkDisclosures, type Details } from "./steps/disclosures.ts";
import { checkEvent } from "./steps/event.ts";
import { checkInclusion } from "./steps/inclusion.ts";
import { checkManifest } from "./steps/manifest.ts";
import { checkOrigin, continuations } from "./steps/origin.ts";
import { checkPeople, checkSubjects } from "./steps/people.ts";
import { checkView } from "./steps/record.ts";
import { headReader, isTrusted, type SignedHead } from "./steps/signature.ts";
import { checkShown, checkTexts } from "./steps/texts.ts";
import { checkStamps, checkTimes } from "./steps/time.ts";
import type { Report, StepName } from "./verdict.ts";

export interface VerifyOptions {
  /** Keys of the log that the reader has from elsewhere: from the institution's site, from an earlier bundle. */
  keys?: readonly NoteKey[];
  /** Certificates of time-stamp authorities that the reader trusts. */
  authorities?: readonly Anchor[];
  /** Called after every few hundred events, so that a page stays alive. */
  pause?(done: number, all: number): Promise<void>;
}

const BETWEEN_PAUSES = 200;

/** What a file (a bundle, or a person's receipt) is worth as a proof; or why it is neither. Never throws on what anybody may hand in. */
export async function verifyBundle(bytes: Uint8Array, options: VerifyOptions = {}): Promise<Report | Problem> {
  const bundle = readBundle(asBundle(bytes));
  if (isProblem(bundle)) return bundle;
  const looked = new Map<StepName, number>();
  const all = notes(looked);
  checkManifest(bundle, all);

  const policyBytes = bundle.files.get(POLICY);
  const policy = readPolicy((policyBytes && textOf(policyBytes)) ?? "");
  if (!policy) all.note("signature.policy", "invalid", POLICY);
  const readHead = headReader(policy ?? { logs: [], witnesses: new Map(), groups: new Map(), quorum: "none" });

  const records = bundle.records.map((files) => ({
    files,
    entries: files.events.map((event): Entry => ({ files: event, folder: files.folder })),
  }));
  const acts = bundle.acts.map((files) => ({ files, entry: { files } as Entry }));
  const entries = [...records.flatMap((record) => record.entries), ...acts.map(({ entry }) => entry)];
  for (const entry of entries) checkEvent(entry, all);
  const controller = entries.find(({ event }) => event)?.event?.ctl ?? "";
  const signers = new Set<NoteKey>();
  for (const [i, entry] of entries.entries()) {
    checkPlaced(entry, readHead, signers, all);
    if (options.pause && i % BETWEEN_PAUSES === 0) await options.pause(i, entries.length);
  }
  const goesOn = continuations(acts.map(({ entry }) => entry));
  for (const entry of entries) checkOrigin(entry, { origin: bundle.manifest.origin, controller, goesOn }, all);
  checkKeys(signers, options.keys ?? [], all);

  const time = { readHead, trusted: options.authorities ?? [] };
  const { heads, stamped } = await checkStamps(bundle, time, all);
  const ends = new Set([...entries.flatMap(({ head }) => head ?? []), ...heads]);
  const links = checkConsistency(bundle, [...ends], readHead, all);
  checkTimes(entries, stamped, links, all);

  const texts = checkTexts(bundle, all);
  const details = new Map<Entry, Details>();
  for (const { files, entries: own } of records) {
    const path = disclosuresPath(files.folder);
    for (const [entry, found] of checkDisclosures(own, { bytes: files.disclosures, path }, all))
      details.set(entry, found);
    checkChain(own, files.rec, all);
    checkView(files.view, viewPath(files.folder), own, all);
  }
  const own = records.flatMap((record) => record.entries);
  const people = acts.map(({ files, entry }) => {
    const path = actPeoplePath(files.n);
    const proved = checkPeople(entry, files.people, path, all);
    checkSubjects(proved, own, path, all);
    return proved;
  });
  for (const entry of entries) checkShown(entry, texts, all);

  return reportOf({
    sha256: hex(sha256(bytes)),
    bundle,
    controller,
    records: records.map(({ files, entries: own }) => ({ folder: files.folder, rec: files.rec, entries: own })),
    acts: acts.map(({ entry }, i) => ({ entry, people: people[i] ?? [] })),
    details,
    texts,
    signers,
    stamped,
    looked,
    findings: all.findings,
  });
}

/** Steps 5, 6 and 7 of one event. */
function checkPlaced(entry: Entry, readHead: (note: string) => SignedHead, signers: Set<NoteKey>, all: Notes): void {
  const head = checkInclusion(entry, all);
  if (entry.proof) {
    all.look("signature");
    const signed = readHead(entry.proof.checkpoint);
    if ("code" in signed) all.note(signed.code, "invalid", entry.files.proofPath);
    else {
      entry.head = signed.head;
      for (const key of signed.by) signers.add(key);
    }
  }
  if (head && !entry.head) entry.included = false;
}

/** Whether a key that signed is one that the reader knows from elsewhere. Without one he is told to compare. */
function checkKeys(signers: ReadonlySet<NoteKey>, trusted: readonly NoteKey[], { look, note }: Notes): void {
  if (signers.size === 0) return;
  look("key");
  if (trusted.length === 0) note("key.from_bundle", "not-checkable", POLICY);
  else if (!isTrusted([...signers], trusted)) note("key.other", "invalid", POLICY);
}
