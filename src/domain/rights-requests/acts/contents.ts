/**
 * Opens what a request holds sealed. For the acts that answer it, which need the address to end mail and the words to keep them;
 * who asks is shown by `read.ts` alone, after the look is on record.
 */
import { eq } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import { rightsRequest } from "../../../platform/schema.ts";
import { type Contents, contentsPlace } from "../rules.ts";

/** What is sealed; undefined where it has been destroyed. */
export async function openContents(
  { db, vault }: Pick<Deps, "db" | "vault">,
  id: string,
): Promise<Contents | undefined> {
  const rows = await db.read
    .select({ sealed: rightsRequest.sealed })
    .from(rightsRequest)
    .where(eq(rightsRequest.id, id));
  const sealed = rows[0]?.sealed;
  return sealed ? (JSON.parse(vault.open(contentsPlace(id), sealed)) as Contents) : undefined;
}
