/** Puts together what the steps have found: three verdicts, the steps, and every event as it may be shown. */
import type { NoteKey } from "../../../proof-log/rules/note.ts";
import { fileHash } from "../bundle/manifest.ts";
import type { PersonInAct } from "../bundle/people.ts";
import type { BundleFiles } from "../bundle/read.ts";
import { type EvidenceClass, evidenceClass } from "../evidence.ts";
import type { Entry } from "./entry.ts";
import type { Details } from "./steps/disclosures.ts";
import { vkeysOf } from "./steps/signature.ts";
import { shownIn } from "./steps/texts.ts";
import type { Stamped } from "./steps/time.ts";
import {
  CAVEATS,
  type Finding,
  RESTS_ON,
  type Report,
  type SeenEvent,
  STEPS,
  type Status,
  type StepName,
  type Verdict,
  type VerdictName,
  worst,
} from "./verdict.ts";

export interface Found {
  sha256: string;
  bundle: BundleFiles;
  controller: string;
  records: { folder: string; rec: string | undefined; entries: Entry[] }[];
  acts: { entry: Entry; people: PersonInAct[] }[];
  details: ReadonlyMap<Entry, Details>;
  texts: ReadonlyMap<string, Uint8Array>;
  signers: ReadonlySet<NoteKey>;
  stamped: readonly Stamped[];
  looked: ReadonlyMap<StepName, number>;
  findings: Finding[];
}

export function reportOf(found: Found): Report {
  const { bundle, findings, looked } = found;
  const byPlace = new Map<string, Status[]>();
  // What an event lacks of time and of details stands in lines of its own.
  for (const { at, status, code, step } of findings)
    if (at !== undefined && step !== "time" && step !== "disclosures" && !CAVEATS.has(code))
      byPlace.set(at, [...(byPlace.get(at) ?? []), status]);
  const seen = (entry: Entry, details: Details) => seenEvent(entry, details, byPlace);
  const records = found.records.map(({ folder, rec, entries }) => ({
    rec: rec ?? entries.find(({ event }) => event)?.event?.rec ?? "",
    folder,
    events: entries.map((entry) => seen(entry, found.details.get(entry) ?? NO_DETAILS)),
  }));
  const acts = found.acts.map(({ entry, people }) => ({
    ...seen(entry, { kept: people.flatMap(factsOf), erased: 0 }),
    ...peopleOf(entry, people),
  }));
  const evidence = evidenceOf(records.length > 0 ? records.flatMap(({ events }) => events) : acts);
  const entries = [...found.records.flatMap((record) => record.entries), ...found.acts.map(({ entry }) => entry)];
  const steps = STEPS.map((step) => {
    // That nobody can know the end is said of every chain, and of no single step.
    const of = findings.filter((one) => one.step === step && one.code !== "chain.end_unknown");
    return { step, status: worst(of.map(({ status }) => status)), looked: looked.get(step) ?? 0 };
  });
  const verdict = (name: VerdictName): Verdict => {
    const of = findings.filter(({ step, code }) => RESTS_ON[name].includes(step) && !CAVEATS.has(code));
    const nothing = name === "time" ? !entries.some(({ existedBy }) => existedBy !== undefined) : entries.length === 0;
    return {
      status: worst([...of.map(({ status }) => status), ...(nothing ? (["not-checkable"] as const) : [])]),
      evidence,
    };
  };
  const times = entries.map(({ existedBy }) => existedBy);
  const covered = times.length > 0 && times.every((time) => time !== undefined);
  return {
    sha256: found.sha256,
    origin: bundle.manifest.origin,
    ...(found.controller ? { controller: found.controller } : {}),
    tool: bundle.manifest.tool,
    verdicts: { bytes: verdict("bytes"), time: verdict("time"), content: verdict("content") },
    steps,
    findings,
    records,
    acts,
    keys: vkeysOf(found.signers),
    ...(covered ? { existedBy: Math.max(...(times as number[])) } : {}),
    stamps: found.stamped.map(({ stamp }) => ({
      at: stamp.at,
      authority: stamp.authority,
      claimsQualified: stamp.qualified.claimed,
      root: fileHash(stamp.chain.at(-1) as Uint8Array),
    })),
    texts: found.texts,
  };
}

const NO_DETAILS: Details = { kept: [], erased: 0 };

function seenEvent(entry: Entry, details: Details, byPlace: ReadonlyMap<string, Status[]>): SeenEvent {
  const { files, event, proof, included, existedBy } = entry;
  const statuses = [...(byPlace.get(files.path) ?? []), ...(byPlace.get(files.proofPath) ?? [])];
  return {
    path: files.path,
    n: files.n,
    eid: event?.eid ?? "",
    typ: event?.typ ?? "",
    at: event?.at ?? "",
    evidence: event ? evidenceClass(event) : "institution",
    ...(included && proof ? { index: proof.index } : {}),
    ...(existedBy === undefined ? {} : { existedBy }),
    status: worst(statuses),
    said: (event ?? {}) as Record<string, unknown>,
    details: details.kept,
    erased: details.erased,
    texts: shownIn(entry),
  };
}

function peopleOf({ event }: Entry, proved: readonly PersonInAct[]): Pick<SeenEvent, "people"> {
  const { count } = (event as { people?: { count?: unknown } } | undefined)?.people ?? {};
  return typeof count === "number" ? { people: { all: count, proved: proved.length } } : {};
}

const factsOf = ({ facts }: PersonInAct) =>
  Object.entries(facts).map(([name, value]) => ({
    name,
    value: typeof value === "string" ? value : JSON.stringify(value),
  }));

function evidenceOf(events: readonly SeenEvent[]): EvidenceClass | "mixed" {
  const classes = new Set(events.map(({ evidence }) => evidence));
  const [only] = classes;
  return classes.size > 1 ? "mixed" : (only ?? "institution");
}
