/**
 * What a person sees of the proofs about himself, and takes along: of what is held, and of what is sealed since he left. Whoever
 * calls has made sure that it is he; he may look as often as he likes, and no reason is asked.
 */
import { BY_THE_PERSON } from "../../read-log/acts/record.ts";
import { readHeldRecords, readSealedRecords } from "../views/chain.ts";
import type { BundleDeps } from "./bundle/house.ts";
import { personBundle } from "./bundle/person.ts";
import { type ChainDeps, readChains } from "./chains.ts";
import { type ProofFile, readProofFile } from "./file.ts";
import { makeReceipt, type Receipt } from "./receipt.ts";

/** Who looks: the normalised address that he has shown to be his, and the person as he is held, if he is. */
export interface Own {
  personId: string | undefined;
  email: string;
}

/** His records with their events, and the imports that brought him to lists. */
export async function readOwnProofs(deps: ChainDeps, own: Own): Promise<ProofFile> {
  const { personId, email } = own;
  return readProofFile(deps, BY_THE_PERSON, {
    records: await recordsOf(deps, own),
    email,
    ...(personId !== undefined && { personId }),
  });
}

/**
 * The bundle of one of his records, with the address disclosed; undefined where the record is not his. `soon`: an event of it
 * is under no signed head yet.
 */
export async function ownBundle(
  deps: BundleDeps,
  own: Own,
  recordId: string,
): Promise<Uint8Array | "soon" | undefined> {
  if (!(await recordsOf(deps, own)).includes(recordId)) return undefined;
  const [chain] = await readChains(deps, [recordId]);
  if (!chain || !isSealed(chain)) return chain && "soon";
  return personBundle(deps, { ...own, records: [recordId] });
}

/** The receipt of the newest event of one of his records, with the address disclosed; as above. */
export async function ownReceipt(deps: BundleDeps, own: Own, recordId: string): Promise<Receipt | "soon" | undefined> {
  if (!(await recordsOf(deps, own)).includes(recordId)) return undefined;
  return makeReceipt(deps, { recordId, email: own.email });
}

/** Whether every event of a record stands under a signed head, so that its file can be made. */
export const isSealed = ({ events }: Pick<ProofFile["chains"][number], "events">) =>
  events.every(({ place }) => place?.sealed !== undefined);

async function recordsOf(deps: ChainDeps, { personId, email }: Own): Promise<string[]> {
  const [held, sealed] = await Promise.all([
    personId === undefined ? [] : readHeldRecords(deps.db, personId),
    readSealedRecords(deps, email),
  ]);
  return [...new Set([...sealed, ...held])];
}
