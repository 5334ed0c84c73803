/**
 * The bundle of one person: the records that were asked for, whole, and the imports that brought him. With the address it
 * discloses that it is about this address; circumstances that are still kept are in it. Reads by index only.
 */
import { hex } from "../../../../platform/encoding.ts";
import { writeBundle } from "../../rules/bundle/write.ts";
import { importParts } from "./acts.ts";
import { type BundleDeps, bundleHouse } from "./house.ts";
import { headsOf, lastHead, makeRecords, textsOf } from "./records.ts";
import { partsBeside, rootsOf } from "./whole.ts";

export interface PersonOf {
  records: readonly string[];
  /** Who is held: also imports that he never answered to are in it. */
  personId?: string | undefined;
  /** The normalised address, as the person is held or as somebody brought it. */
  email?: string | undefined;
}

/**
 * The ZIP; undefined before set-up, or where nothing is there. The caller has asked for permission and writes the read log.
 */
export async function personBundle(deps: BundleDeps, of: PersonOf): Promise<Uint8Array | undefined> {
  const house = await bundleHouse(deps);
  if (!house) return undefined;
  const { email } = of;
  const [records, imported] = await Promise.all([
    makeRecords(deps, house, of.records, { email, circumstances: true }),
    importParts(deps, house, of),
  ]);
  const { acts, told: imports, heads } = imported;
  if (records.length === 0 && acts.length === 0) return undefined;
  const roots = new Set([...rootsOf(records), ...heads.map((head) => head && hex(head.root))]);
  const beside = await partsBeside(deps, house, {
    scope: { kind: "person" },
    records,
    imports,
    acts,
    texts: textsOf(records),
    roots: [...roots],
    head: lastHead([...headsOf(records), ...heads.flatMap((head) => head ?? [])]),
  });
  return writeBundle({ ...beside, records: records.map(({ part }) => part) });
}
