/** Parts that are put together to a bundle: the files beside the records, the same for every kind of bundle. */
import { hex } from "../../../../platform/encoding.ts";
import type { KeptStamp } from "../../../time-stamps/views.ts";
import type { ActPart, BundleParts } from "../../rules/bundle/parts.ts";
import { RECORD_PROFILE } from "../../rules/dpv/context.ts";
import { verifierFiles } from "../../rules/verifier/files.ts";
import { readNamed } from "../../views/chain.ts";
import { anchorPart, type BundleDeps, type BundleHouse } from "./house.ts";
import { readmeOf } from "./readme.ts";
import type { MadeRecord } from "./records.ts";
import { reportsOf, type Told } from "./report.ts";

/** What wrote the bundle, and by which version of its format and texts. */
export const TOOL = "pieteka 0.1.0";

export interface Beside extends Omit<Told, "texts" | "stamped"> {
  acts?: readonly ActPart[];
  /** Hashes of the texts that the events name. */
  texts: readonly string[];
  /** Roots (hex) of the heads against which something here is proved; undefined among them: something is not sealed yet. */
  roots: readonly (string | undefined)[];
}

/** Everything of a bundle but its records. */
export async function partsBeside(
  deps: BundleDeps,
  house: BundleHouse,
  of: Beside,
): Promise<Omit<BundleParts, "records">> {
  const { acts = [], texts: hashes, roots, ...told } = of;
  const [{ notices: texts }, stamps] = await Promise.all([
    readNamed(deps.db, { sha256: hashes, mailings: [] }),
    Promise.all(roots.map((root) => (root === undefined ? undefined : house.stampOf(root)))),
  ]);
  const bodies = (form: boolean) =>
    [...texts.values()].filter(({ kind }) => (kind === "form") === form).map(({ body }) => body);
  const stamped = latestOf(stamps);
  const verifier = verifierFiles();
  return {
    origin: house.origin,
    tool: TOOL,
    profile: RECORD_PROFILE,
    readme: readmeOf(house, told.scope.kind !== "person"),
    reports: reportsOf(house, deps.config.publicUrl, { ...told, texts, ...(stamped && { stamped }) }),
    policy: house.policy,
    ...(acts.length > 0 && { acts: [...acts] }),
    notices: bodies(false),
    forms: bodies(true),
    anchors: stamps.flatMap((stamp) => (stamp ? [anchorPart(stamp)] : [])),
    verifier: { html: verifier.html.text, mjs: verifier.mjs.text },
  };
}

/** The latest stamp, where everything is under one: before that time all of it existed. */
function latestOf(stamps: readonly (KeptStamp | undefined)[]): Told["stamped"] {
  if (stamps.length === 0 || stamps.includes(undefined)) return undefined;
  const latest = (stamps as KeptStamp[]).reduce((a, b) => (b.at > a.at ? b : a));
  return { at: latest.at, authority: latest.subject };
}

/** Roots of the heads that records are proved against, each once. */
export const rootsOf = (records: readonly MadeRecord[]): (string | undefined)[] => [
  ...new Set(records.flatMap(({ events }) => events.map(({ place }) => place && hex(place.head.root)))),
];
