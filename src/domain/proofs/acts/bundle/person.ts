/**
 * The bundle of one person: the records that were asked for, whole. With the address it discloses that it is about this
 * address; circumstances that are still kept are in it. Reads by index only.
 */
import { writeBundle } from "../../rules/bundle/write.ts";
import { type BundleDeps, bundleHouse } from "./house.ts";
import { makeRecords } from "./records.ts";
import { partsBeside } from "./whole.ts";

/**
 * The ZIP; undefined before set-up, or where none of the records is there. `email`: the normalised address, as the person is
 * held or as somebody brought it. The caller has asked for permission and writes the read log.
 */
export async function personBundle(
  deps: BundleDeps,
  of: { records: readonly string[]; email?: string | undefined },
): Promise<Uint8Array | undefined> {
  const house = await bundleHouse(deps);
  if (!house) return undefined;
  const records = await makeRecords(deps, house, of.records, { email: of.email, circumstances: true });
  if (records.length === 0) return undefined;
  const beside = await partsBeside(deps, house, { scope: { kind: "person" }, records });
  return writeBundle({ ...beside, records: records.map(({ part }) => part) });
}
