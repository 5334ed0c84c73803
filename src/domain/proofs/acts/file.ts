/** Everything that the desk knows of one person's proofs: the chains of his records, and the imports that brought him to lists. */
import type { Recorded } from "../../read-log/acts/record.ts";
import { type Chain, type ChainDeps, readChains } from "./chains.ts";
import { type Imported, readImports } from "./imported.ts";

export interface ProofFile {
  chains: Chain[];
  imports: Imported[];
}

/** Reads it; the look is on record. `email`: the normalised address that somebody brought; `personId`: who is held. */
export async function readProofFile(
  deps: ChainDeps,
  _: Recorded,
  of: { personId?: string; records: readonly string[]; email?: string },
): Promise<ProofFile> {
  const [chains, imports] = await Promise.all([readChains(deps, of.records, of.email), readImports(deps, of)]);
  return { chains, imports };
}
