/** Parts that are put together to a bundle: the files beside the records, the same for every kind of bundle. */
import { hex } from "../../../../platform/encoding.ts";
import { consistencyRanges } from "../../../proof-log/rules/proofs.ts";
import type { SignedHead } from "../../../proof-log/views.ts";
import type { KeptStamp } from "../../../time-stamps/views.ts";
import type { Consistency } from "../../rules/bundle/consistency.ts";
import type { ActPart, BundleParts } from "../../rules/bundle/parts.ts";
import { RECORD_PROFILE } from "../../rules/dpv/context.ts";
import { verifierFiles } from "../../rules/verifier/files.ts";
import { readNamed } from "../../views/chain.ts";
import { anchorPart, type BundleDeps, type BundleHouse } from "./house.ts";
import { readmeOf } from "./readme.ts";
import { reportsOf, type Told } from "./report.ts";

/** What wrote the bundle, and by which version of its format and texts. */
export const TOOL = "pieteka 0.1.0";

export interface Beside extends Omit<Told, "texts" | "stamped" | "head"> {
  acts?: readonly ActPart[];
  /** Hashes of the texts that the events name. */
  texts: readonly string[];
  /** The heads against which something here is proved; undefined among them: something is not sealed yet. */
  heads: readonly (SignedHead | undefined)[];
}

/** Everything of a bundle but its records. */
export async function partsBeside(
  deps: BundleDeps,
  house: BundleHouse,
  of: Beside,
): Promise<Omit<BundleParts, "records">> {
  const { acts = [], texts: hashes, heads: all, ...told } = of;
  const heads = [...new Map(all.flatMap((one) => (one ? [[hex(one.root), one]] : []))).values()];
  const head = heads.reduce<SignedHead | undefined>(
    (best, one) => (best && best.size >= one.size ? best : one),
    undefined,
  );
  const [{ notices: texts }, anchored, consistency] = await Promise.all([
    readNamed(deps.db, { sha256: hashes, mailings: [] }),
    Promise.all(heads.map(({ root }) => house.stampOf(hex(root)))),
    consistencyOf(house, heads),
  ]);
  const stamps = all.includes(undefined) ? [...anchored, undefined] : anchored;
  const bodies = (form: boolean) =>
    [...texts.values()].filter(({ kind }) => (kind === "form") === form).map(({ body }) => body);
  const stamped = latestOf(stamps);
  return {
    origin: house.origin,
    tool: TOOL,
    profile: RECORD_PROFILE,
    readme: readmeOf(house, told.scope.kind !== "person"),
    reports: reportsOf(house, deps.config.publicUrl, { ...told, head, texts, ...(stamped && { stamped }) }),
    policy: house.policyOf(house.heads?.newest),
    ...(acts.length > 0 && { acts: [...acts] }),
    notices: bodies(false),
    forms: bodies(true),
    anchors: stamps.flatMap((stamp) => (stamp ? [anchorPart(stamp)] : [])),
    consistency,
    verifier: verifierFiles(),
  };
}

/** The latest stamp, where everything is under one: before that time all of it existed. */
function latestOf(stamps: readonly (KeptStamp | undefined)[]): Told["stamped"] {
  if (stamps.length === 0 || stamps.includes(undefined)) return undefined;
  const latest = (stamps as KeptStamp[]).reduce((a, b) => (b.at > a.at ? b : a));
  return { at: latest.at, authority: latest.subject };
}

/** From each of these heads to the newest one of the log, so that nothing before that was rewritten since. */
async function consistencyOf({ heads, prover }: BundleHouse, of: readonly SignedHead[]): Promise<Consistency[]> {
  if (!heads || !prover) return [];
  const { size: newer, note: checkpoint } = heads.newest;
  const older = of.map(({ size }) => size).filter((size) => size < newer);
  return Promise.all(
    older.map(async (size) => ({
      older: size,
      proof: await prover.hashes(consistencyRanges(size, newer)),
      checkpoint,
    })),
  );
}
