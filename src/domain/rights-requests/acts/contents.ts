/**
 * Opens what a request holds sealed. For the acts that answer it, which need the address to end mail and the words to keep them;
 * who asks is shown by `read.ts` alone, after the look is on record.
 */
import type { Deps } from "../../../deps.ts";
import { type Contents, contentsPlace } from "../rules.ts";
import { readSealed } from "../views.ts";

/** What is sealed; undefined where it has been destroyed. */
export async function openContents(
  { db, vault }: Pick<Deps, "db" | "vault">,
  id: string,
): Promise<Contents | undefined> {
  const sealed = await readSealed(db, id);
  return sealed && (JSON.parse(vault.open(contentsPlace(id), sealed)) as Contents);
}
