/**
 * The bundle of one person: the records that were asked for, whole, the imports that brought him, and the mailings that asked
 * him. With the address it discloses that it is about this address; circumstances that are still kept are in it. Reads by
 * index only.
 */
import { writeBundle } from "../../rules/bundle/write.ts";
import { type BundleDeps, bundleHouse } from "./house.ts";
import { personActs } from "./person-acts.ts";
import { headsOf, makeRecords, textsOf } from "./records.ts";
import { partsBeside } from "./whole.ts";

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
  const [records, done] = await Promise.all([
    makeRecords(deps, house, of.records, { email, circumstances: true }),
    personActs(deps, house, of),
  ]);
  const { acts, imports, asked, texts, heads } = done;
  if (records.length + imports.length + asked.length === 0) return undefined;
  const beside = await partsBeside(deps, house, {
    scope: { kind: "person" },
    records,
    imports,
    asked,
    acts,
    texts: [...new Set([...textsOf(records), ...texts])],
    heads: [...headsOf(records), ...heads],
  });
  return writeBundle({ ...beside, records: records.map(({ part }) => part) });
}
