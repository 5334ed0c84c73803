/**
 * What a person sees of the proofs about himself, and takes along. Whoever calls has made sure that it is he; he may look as
 * often as he likes, and no reason is asked.
 */
import { readHeldRecords } from "../views/chain.ts";
import type { BundleDeps } from "./bundle/house.ts";
import { personBundle } from "./bundle/person.ts";
import type { ChainDeps } from "./chains.ts";
import { type ProofFile, readProofFile } from "./file.ts";

/** Who looks: the person as he is held, and his normalised address. */
export interface Own {
  personId: string;
  email: string;
}

/** His records with their events, and the imports that brought him to lists. */
export async function readOwnProofs(deps: ChainDeps, { personId, email }: Own): Promise<ProofFile> {
  return readProofFile(deps, { personId, records: await readHeldRecords(deps.db, personId), email });
}

/** The bundle of one of his records, with the address disclosed; undefined where the record is not his. */
export async function ownBundle(deps: BundleDeps, own: Own, recordId: string): Promise<Uint8Array | undefined> {
  if (!(await readHeldRecords(deps.db, own.personId)).includes(recordId)) return undefined;
  return personBundle(deps, { ...own, records: [recordId] });
}
