/** Parts that are put together to a bundle: the files beside the records, the same for every kind of bundle. */
import { hex } from "../../../../platform/encoding.ts";
import type { Notice } from "../../../notices/rules.ts";
import type { ActPart, BundleParts } from "../../rules/bundle/parts.ts";
import { RECORD_PROFILE } from "../../rules/dpv/context.ts";
import { readNamed } from "../../views/chain.ts";
import type { BundleDeps, BundleHouse } from "./house.ts";
import { readmeOf } from "./readme.ts";
import { type MadeRecord, stampedRootsOf, textsOf } from "./records.ts";
import { reportsOf, type Told } from "./report.ts";

/** What wrote the bundle, and by which version of its format and texts. */
export const TOOL = "pieteka 0.1.0";

/** Everything of a bundle but its records. */
export async function partsBeside(
  deps: BundleDeps,
  house: BundleHouse,
  of: Pick<Told, "scope" | "part"> & { records: readonly MadeRecord[]; acts?: ActPart[] },
): Promise<Omit<BundleParts, "records">> {
  const { records, scope, part, acts } = of;
  const { notices: texts } = await readNamed(deps.db, { sha256: textsOf(records), mailings: [] });
  const anchors = stampedRootsOf(records, hex).flatMap((root) => house.anchors.get(root) ?? []);
  const bodies = (form: boolean) =>
    [...texts.values()].filter(({ kind }) => (kind === "form") === form).map((text: Notice) => text.body);
  return {
    origin: house.origin,
    tool: TOOL,
    profile: RECORD_PROFILE,
    readme: readmeOf(house, scope.kind !== "person"),
    reports: reportsOf(house, deps.config.publicUrl, { scope, records, texts, ...(part && { part }) }),
    policy: house.policy,
    ...(acts && acts.length > 0 && { acts }),
    notices: bodies(false),
    forms: bodies(true),
    anchors,
  };
}
